import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import { isUuid } from '../../database/uuid.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import type { PurchaseState } from './purchase.policy.ts';
import { PurchaseLine } from './purchase.entity.ts';
import { isPaidByHand, refundableCents, settleableCents } from './purchase-json.ts';

/** The line, kept as it is until this transaction ends: whoever else wants to change it waits. */
export async function lockLine(em: EntityManager, id: string): Promise<PurchaseLine> {
  const line = isUuid(id)
    ? await em.findOne(PurchaseLine, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })
    : null;
  if (!line) throw new NotFoundError('There is no such purchase.');
  return line;
}

/** What its permissions depend on; of a line that this transaction has locked. */
export async function stateOf(
  em: EntityManager,
  line: PurchaseLine,
): Promise<PurchaseState & { correctedVatCents: number }> {
  const [corrected] = await em.execute<
    { total: string; vat: string; refundable: number; settleable: number; byHand: boolean }[]
  >(
    `select coalesce(sum(c.total_cents), 0) as total, coalesce(sum(c.vat_cents), 0) as vat, min(${refundableCents}) as refundable,
            min(${settleableCents}) as settleable, bool_or(${isPaidByHand}) as "byHand"
       from purchase p left join purchase c on c.gym_id = p.gym_id and c.corrects_purchase_id = p.id and c.status <> 'CANCELLED'
      where p.gym_id = ? and p.id = ?`,
    [line.gymId, line.id],
  );
  return {
    kind: line.kind,
    status: line.status,
    paymentMethod: line.paymentMethod,
    correctsId: line.correctsPurchaseId,
    correctionReason: line.correctionReason,
    totalCents: line.totalCents,
    leftCents: line.totalCents + Number(corrected?.total ?? 0),
    refundableCents: corrected?.refundable ?? 0,
    settleableCents: corrected?.settleable ?? 0,
    isPaidByHand: corrected?.byHand ?? false,
    correctedVatCents: Number(corrected?.vat ?? 0),
  };
}
