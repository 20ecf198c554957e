// Direct debits came back: their lines are open again with the bank's reason, a mandate that makes no sense any more is
// blocked, and whoever listens hears of it. The same return told again changes nothing.
import type { EntityManager } from '@mikro-orm/postgresql';
import { returnLines } from '../purchase/return-lines.ts';
import { collectionsReturned } from './payment-batch.events.ts';
import { blocksMandate } from './return-reasons.ts';

export interface ReturnedCollection {
  id: string;
  reason: string;
}

interface Row {
  id: string;
  mandateId: string;
  memberId: string;
  endToEndId: string;
  amountCents: number;
  lineIds: string[];
}

/** Of a batch that the caller has locked, and whose state allows it. Answers the ids that had not come back before. */
export async function returnCollections(
  em: EntityManager,
  returned: readonly ReturnedCollection[],
  at: Date,
): Promise<string[]> {
  const reasons = new Map(returned.map(({ id, reason }) => [id, reason]));
  const rows = await em.execute<Row[]>(
    `select c.id, c.mandate_id as "mandateId", d.member_id as "memberId", c.end_to_end_id as "endToEndId",
            c.amount_cents as "amountCents",
            array(select l.purchase_id from payment_batch_line l
                   where l.gym_id = c.gym_id and l.collection_id = c.id and l.released_at is null) as "lineIds"
       from collection c join mandate d on d.gym_id = c.gym_id and d.id = c.mandate_id
      where c.state in ('PENDING', 'PAID') and c.id in (select a.id::uuid from jsonb_array_elements_text(?::jsonb) a (id))
      order by c.position`,
    [JSON.stringify([...reasons.keys()])],
  );
  const events = [];
  for (const row of rows) {
    const reason = reasons.get(row.id) ?? '';
    await returnOne(em, row, reason, at);
    const { memberId, endToEndId, amountCents } = row;
    events.push({ memberId, endToEndId, amountCents, reason, blocksMandate: blocksMandate(reason), at });
  }
  await collectionsReturned.emit(em, events);
  return rows.map(({ id }) => id);
}

async function returnOne(em: EntityManager, row: Row, reason: string, at: Date): Promise<void> {
  await returnLines(em, row.lineIds, { method: 'SEPA', reason, reference: row.endToEndId, at });
  await em.execute(`update collection set state = 'RETURNED', return_reason = ?, returned_at = ? where id = ?`, [
    reason,
    at,
    row.id,
  ]);
  await em.execute(`update payment_batch_line set released_at = ? where collection_id = ? and released_at is null`, [
    at,
    row.id,
  ]);
  if (blocksMandate(reason))
    await em.execute(
      `update mandate set blocked_at = ?, blocked_reason = ? where id = ? and blocked_at is null and revoked_at is null and replaced_at is null`,
      [at, reason, row.mandateId],
    );
}
