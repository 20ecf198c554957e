// Sells one session: the line of a registration that is paid by the session, and taking it back while nobody was asked for it.
import { randomUUIDv7 } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { DateTime } from 'luxon';
import { addLine } from '../purchase/add-line.ts';
import { cancelLines } from '../purchase/cancel-lines.ts';
import { PurchaseKind } from '../purchase/purchase.type.ts';
import type { LockedSession } from './lock-session.ts';

interface Sale {
  /** Of the line: that of the registration, unless its first line was taken back. */
  id: string;
  memberId: string;
  employeeId: string | null;
}

export async function buySession(
  em: EntityManager,
  session: LockedSession,
  { id, memberId, employeeId }: Sale,
  now: Date,
): Promise<void> {
  const { singlePriceCents, singleVatRateBp } = session;
  if (singlePriceCents === null || singleVatRateBp === null) throw new Error('This session is not sold by itself.');
  await addLine(em, {
    id,
    memberId,
    kind: PurchaseKind.SINGLE_SESSION,
    description: describeSession(session),
    unitPriceCents: singlePriceCents,
    vatRateBp: singleVatRateBp,
    purchasedAt: now,
    sessionId: session.id,
    createdBy: employeeId,
  });
}

/** "Yoga, 5 mrt 2026 18:30", in the gym's language and on its clock. */
export function describeSession({
  typeName,
  startsAt,
  timeZone,
  locale,
}: Pick<LockedSession, 'typeName' | 'startsAt' | 'timeZone' | 'locale'>): string {
  const at = DateTime.fromJSDate(startsAt, { zone: timeZone }).setLocale(locale === 'nl' ? 'nl-NL' : 'en-GB');
  return `${typeName}, ${at.toFormat('d LLL yyyy HH:mm')}`;
}

/** The lines of a session, or of one member in it, that nobody was asked for yet; what was corrected stays as it is. */
export async function takeBackSales(
  em: EntityManager,
  { sessionId, memberId }: { sessionId: string; memberId?: string },
): Promise<void> {
  const rows = await em.execute<{ id: string }[]>(
    `select p.id from purchase p where p.session_id = ? and p.kind = 'SINGLE_SESSION' and p.status = 'OPEN'
        and p.corrects_purchase_id is null and p.member_id = coalesce(?::uuid, p.member_id)
        and not exists (select from purchase c where c.gym_id = p.gym_id and c.corrects_purchase_id = p.id and c.status <> 'CANCELLED')`,
    [sessionId, memberId ?? null],
  );
  if (rows.length > 0)
    await cancelLines(
      em,
      rows.map(({ id }) => id),
    );
}

/** After a session that was called off goes on all the same: what was taken back then is owed again, at its price of then. */
export async function sellAgain(
  em: EntityManager,
  session: LockedSession,
  employeeId: string | null,
  now: Date,
): Promise<void> {
  const lines = await em.execute<{ memberId: string; priceCents: number; vatRateBp: number }[]>(
    `select l."memberId", l."priceCents", l."vatRateBp" from (
       select distinct on (p.member_id) p.member_id as "memberId", p.unit_price_cents as "priceCents", p.vat_rate_bp as "vatRateBp", p.status
         from purchase p join registration r on r.gym_id = p.gym_id and r.session_id = p.session_id and r.member_id = p.member_id
        where p.session_id = ? and p.kind = 'SINGLE_SESSION' and p.corrects_purchase_id is null
          and r.status <> 'CANCELLED' and r.paid_with = 'SINGLE_SESSION'
        order by p.member_id, p.status = 'CANCELLED', p.purchased_at desc) l
      where l.status = 'CANCELLED'`,
    [session.id],
  );
  for (const { memberId, priceCents, vatRateBp } of lines) {
    const sold = { ...session, singlePriceCents: priceCents, singleVatRateBp: vatRateBp };
    await buySession(em, sold, { id: randomUUIDv7(), memberId, employeeId }, now);
  }
}
