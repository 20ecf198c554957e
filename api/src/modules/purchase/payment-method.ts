// How a new line of a member will be paid, as SQL over the member's gym (g): decided when the line is made, and told before.

/** An expression of the type PaymentMethod. */
export const paymentMethodOf = (g: string): string =>
  `case ${g}.payment_collection when 'SEPA' then 'ACCOUNT' else 'STRIPE_CHECKOUT' end`;
