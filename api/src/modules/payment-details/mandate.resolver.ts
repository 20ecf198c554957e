import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { amendMandate } from './amend-mandate.ts';
import {
  AmendMandateInput,
  MandateIdInput,
  MandatePayload,
  RevealedIban,
  RevokeMandateInput,
  SignMandateInput,
} from './mandate.inputs.ts';
import { revealIban } from './reveal-iban.ts';
import { restoreMandate, revokeMandate } from './revoke-mandate.ts';
import { signMandate } from './sign-mandate.ts';

@Resolver()
export class MandateResolver {
  @Audience('ADMIN')
  @Mutation(() => MandatePayload, { description: 'Records a mandate that a member signed; one is in force at a time.' })
  signMandate(@Ctx() context: Context, @Arg('input') input: SignMandateInput): Promise<MandatePayload> {
    return signMandate(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => MandatePayload, { description: 'Moves a mandate to another account of the member.' })
  amendMandate(@Ctx() context: Context, @Arg('input') input: AmendMandateInput): Promise<MandatePayload> {
    return amendMandate(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => MandatePayload)
  revokeMandate(@Ctx() context: Context, @Arg('input') input: RevokeMandateInput): Promise<MandatePayload> {
    return revokeMandate(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => MandatePayload, {
    description: 'Undoes revoking; or moving to another account, until that account was collected from.',
  })
  restoreMandate(@Ctx() context: Context, @Arg('input') input: MandateIdInput): Promise<MandatePayload> {
    return restoreMandate(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => RevealedIban, { description: 'The IBAN in full. Who asks stands in the audit trail.' })
  revealIban(@Ctx() context: Context, @Arg('input') input: MandateIdInput): Promise<RevealedIban> {
    return revealIban(context, input);
  }
}
