import { defineEvent } from '../../database/event.ts';

export interface CollectionReturned {
  memberId: string;
  /** What banks know it by; the same return told twice carries the same one. */
  endToEndId: string;
  amountCents: number;
  /** The bank's code (AM04). */
  reason: string;
  blocksMandate: boolean;
  /** When it was entered or imported. */
  at: Date;
}

/** Direct debits came back: their lines are open again. */
export const collectionsReturned = defineEvent<readonly CollectionReturned[]>();
