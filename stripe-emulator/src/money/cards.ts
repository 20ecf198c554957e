// The test cards of Stripe that we know, and what becomes of each: https://docs.stripe.com/testing lists them.
export interface TestCard {
  brand: 'visa' | 'mastercard';
  country: string;
  /** Refused at once, on the page. */
  declineCode?: string;
  /** Taken, and refused when it is charged later. */
  laterDeclineCode?: string;
  /** The bank wants to see the holder first. */
  asksHolder?: true;
}

const cards: Record<string, TestCard> = {
  '4242424242424242': { brand: 'visa', country: 'NL' },
  '5555555555554444': { brand: 'mastercard', country: 'NL' },
  '4000000000000002': { brand: 'visa', country: 'NL', declineCode: 'generic_decline' },
  '4000000000009995': { brand: 'visa', country: 'NL', declineCode: 'insufficient_funds' },
  '4000000000009987': { brand: 'visa', country: 'NL', declineCode: 'lost_card' },
  '4000000000000069': { brand: 'visa', country: 'NL', declineCode: 'expired_card' },
  '4000000000000341': { brand: 'visa', country: 'NL', laterDeclineCode: 'generic_decline' },
  '4000002500003155': { brand: 'visa', country: 'NL', asksHolder: true },
};

export const findCard = (number: string): TestCard | undefined => cards[number.replace(/[\s-]/g, '')];

const messages: Record<string, [code: string, message: string]> = {
  generic_decline: ['card_declined', 'Your card was declined.'],
  insufficient_funds: ['card_declined', 'Your card has insufficient funds.'],
  lost_card: ['card_declined', 'Your card was declined.'],
  expired_card: ['expired_card', 'Your card has expired.'],
  debit_not_authorized: ['payment_intent_payment_attempt_failed', 'The customer’s bank refused the debit.'],
  authentication: ['payment_intent_authentication_failure', 'The holder of the card did not confirm.'],
};

/** What Stripe says of a refusal. */
export function refusalOf(declineCode: string): { code: string; message: string } {
  const [code, message] = messages[declineCode] ?? ['card_declined', 'Your card was declined.'];
  return { code, message };
}
