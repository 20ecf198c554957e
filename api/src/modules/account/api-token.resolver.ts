import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { ApiToken } from './api-token.entity.ts';
import { ApiTokenIdInput, ApiTokenPayload, CreateApiTokenInput, CreateApiTokenPayload } from './api-token.inputs.ts';
import { createApiToken } from './create-api-token.ts';
import { getApiTokens } from './get-api-tokens.ts';
import { revokeApiToken } from './revoke-api-token.ts';

@Resolver()
export class ApiTokenResolver {
  @Audience('STAFF')
  @Query(() => [ApiToken], { description: 'Your own API tokens, the latest first. Not for API tokens.' })
  apiTokens(@Ctx() context: Context): Promise<ApiToken[]> {
    return getApiTokens(context);
  }

  @Audience('STAFF')
  @Mutation(() => CreateApiTokenPayload, {
    description: 'Makes a token to send as Bearer. A token cannot make tokens.',
  })
  createApiToken(@Ctx() context: Context, @Arg('input') input: CreateApiTokenInput): Promise<CreateApiTokenPayload> {
    return createApiToken(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => ApiTokenPayload, { description: 'Ends one of your own tokens, at once.' })
  revokeApiToken(@Ctx() context: Context, @Arg('input') input: ApiTokenIdInput): Promise<ApiTokenPayload> {
    return revokeApiToken(context, input.id);
  }
}
