// What payment details add to a member, as SQL over the member's row (m) and gym (g); $2 is now.
import { defineBranch } from '../../graphql/branch.ts';
import { memberParent } from '../member/member.entity.ts';
import { latestMandate, mandateJson } from './mandate.entity.ts';
import type { PaymentDetails } from './payment-details.type.ts';
import { paymentBlock, stripeDetails } from './payment-readiness.ts';

export const paymentDetails = defineBranch<PaymentDetails>({
  parent: memberParent,
  field: 'paymentDetails',
  sql: (_, asked) => `select json_build_object('collection', g.payment_collection, 'isReady', p.block is null,
      'blockedBy', p.block ${asked('mandate') ? `, 'mandate', ${latestMandate(mandateJson(asked))}` : ''}
      ${asked('stripe') ? `, 'stripe', ${stripeDetails}` : ''})
    from (select ${paymentBlock('$2::timestamptz')} as block) p`,
});
