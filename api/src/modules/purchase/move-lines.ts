// The frame of the verbs that move lines from state to state: lock them in the order of their ids, judge each, move those
// that fit, and answer which moved and which were left and why. What a move does is in its own file.
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import type { PurchaseStatus } from './purchase.type.ts';

export type LeftReason =
  | 'NOT_FOUND'
  /** It was told before, or is so already. */
  | 'ALREADY_DONE'
  | 'WRONG_STATE'
  | 'AMOUNT_DIFFERS'
  | 'CURRENCY_DIFFERS'
  | 'MORE_THAN_PAID';

export interface LinesMoved {
  moved: string[];
  left: { purchaseId: string; reason: LeftReason; status: PurchaseStatus | null }[];
}

/** A line as a verb is asked to move it; what is absent is taken from the line or from what is common to all of them. */
export interface AskedLine {
  purchaseId: string;
  amountCents?: number | undefined;
  currency?: string | undefined;
  reference?: string | undefined;
}

interface Judged {
  id: string;
  why: LeftReason | null;
  status: PurchaseStatus | null;
}

/** SQL of who does it: null when a job does. */
export const doneBy = `nullif(current_setting('app.employee_id', true), '')::uuid`;

/**
 * `sql` starts with `asked (id, cents, currency, reference)` and ends with rows of Judged. It is a statement of its own,
 * after the lock: only so does it see what those did who held the lock before.
 */
export async function moveLines(
  em: EntityManager,
  lines: readonly AskedLine[],
  { sql, values }: { sql: string; values: readonly unknown[] },
): Promise<LinesMoved> {
  const byId = new Map(lines.map((line) => [line.purchaseId.toLowerCase(), line]));
  const known = [...byId].filter(([id]) => isUuid(id));
  const asked = JSON.stringify(
    known.map(([id, { amountCents, currency, reference }]) => ({ id, cents: amountCents, currency, reference })),
  );
  await em.execute(
    `select from purchase p where p.id in (select a.id from jsonb_to_recordset(?::jsonb) a (id uuid)) order by p.id for update`,
    [asked],
  );
  const rows = await em.execute<Judged[]>(
    `with asked as (select * from jsonb_to_recordset(?::jsonb) a (id uuid, cents int, currency text, reference text)), ${sql}`,
    [asked, ...values],
  );
  const judged = new Map(rows.map((row) => [row.id, row]));
  const answer: LinesMoved = { moved: [], left: [] };
  for (const [id, { purchaseId }] of byId) {
    const { why, status } = judged.get(id) ?? { why: 'NOT_FOUND' as const, status: null };
    if (why === null) answer.moved.push(purchaseId);
    else answer.left.push({ purchaseId, reason: why, status });
  }
  return answer;
}

export const linesOf = (ids: readonly string[]): AskedLine[] => ids.map((purchaseId) => ({ purchaseId }));
