import { defineEvent } from '../../database/event.ts';

export interface SubscribedFirst {
  memberId: string;
  at: Date;
}

/** A member got a subscription and had none before; one that was taken back does not count. */
export const subscribedFirst = defineEvent<SubscribedFirst>();
