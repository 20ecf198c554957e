// How a member pays: the mandate or what Stripe knows, and whether that is enough to charge them.
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { PaymentCollection } from '../gym/gym.type.ts';
import { Mandate } from './mandate.entity.ts';

export enum PaymentBlock {
  NO_MANDATE = 'NO_MANDATE',
  MANDATE_REVOKED = 'MANDATE_REVOKED',
  MANDATE_BLOCKED = 'MANDATE_BLOCKED',
  MANDATE_LAPSED = 'MANDATE_LAPSED',
  STRIPE_NOT_CONNECTED = 'STRIPE_NOT_CONNECTED',
  NO_STRIPE_PAYMENT_METHOD = 'NO_STRIPE_PAYMENT_METHOD',
  STRIPE_INVOICE_STOPPED = 'STRIPE_INVOICE_STOPPED',
}
registerEnumType(PaymentBlock, {
  name: 'PaymentBlock',
  description:
    'What a member lacks to be charged. A mandate lapses 36 months after its last collection. STRIPE_INVOICE_STOPPED: the monthly invoice was turned off, or is not paid.',
});

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true, description: 'What Stripe told about a member.' })
export class StripeDetails {
  @Field(() => Boolean, { description: 'A saved payment method, which can be charged without the member.' })
  hasPaymentMethod: boolean;

  @Field(() => String, { nullable: true, description: 'As people recognise it: visa •••• 4242.' })
  paymentMethodLabel: string | null;

  @Field(() => Boolean, { description: 'Purchases go on the next invoice of it.' })
  hasConsumablesSubscription: boolean;
}

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true })
export class PaymentDetails {
  @Field(() => PaymentCollection, { description: 'How the gym collects.' })
  collection: PaymentCollection;

  @Field(() => Boolean, { description: 'Whether the member can be charged, and so may have a new subscription.' })
  isReady: boolean;

  @Field(() => PaymentBlock, { nullable: true, description: 'Why not; null when ready.' })
  blockedBy: PaymentBlock | null;

  @Field(() => Mandate, { nullable: true, description: 'The one in force, else the latest.' })
  mandate: Mandate | null;

  @Field(() => StripeDetails, { nullable: true, description: 'Null while Stripe knows nothing of the member.' })
  stripe: StripeDetails | null;
}

/** The same without what it is made of: what other parts ask before they charge. */
export type PaymentReadiness = Pick<PaymentDetails, 'collection' | 'isReady' | 'blockedBy'>;
