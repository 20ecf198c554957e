// What a hand-over would move, without moving it.
import { createHash } from 'node:crypto';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError, UserInputError } from '../../graphql/errors.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import type { HandOverWishInput } from './hand-over.inputs.ts';
import { HandOverKind, HandOverPreview } from './hand-over.type.ts';
import type { HandOverLot } from './hand-over.type.ts';
import { openWork } from './open-work.ts';

const itemsShown = 50;
const kinds = Object.values(HandOverKind);

export type Takers = Record<HandOverKind, string>;

export async function previewHandOver(context: Context, wish: HandOverWishInput): Promise<HandOverPreview> {
  assertMayInGym(signedIn(context), Permission.MANAGE_EMPLOYEES);
  const takers = takersOf(wish);
  const rows = await context.db.rows<{ found: Found }>(previewSql('$1', '$2', '$3'), [
    context.clock.now(),
    wish.employeeId,
    Object.values(takers),
  ]);
  return showPreview(rows, wish, takers);
}

export function takersOf({ employeeId, takerId, takers }: HandOverWishInput): Takers {
  const chosen = new Map((takers ?? []).map((taker) => [taker.kind, taker.employeeId]));
  const all = Object.fromEntries(kinds.map((kind) => [kind, (chosen.get(kind) ?? takerId).toLowerCase()])) as Takers;
  if (!isUuid(employeeId)) throw new NotFoundError('There is no such employee.');
  if (!Object.values(all).every(isUuid)) throw unknownTaker();
  if (Object.values(all).includes(employeeId.toLowerCase()))
    throw new UserInputError('takerId', 'SAME_EMPLOYEE', 'Choose somebody else to take over.');
  return all;
}

const unknownTaker = () => new UserInputError('takerId', 'UNKNOWN_EMPLOYEE', 'Nobody with this id works here.');

export interface Found {
  employeeName: string;
  takers: { id: string; fullName: string }[];
  lots: (Pick<HandOverLot, 'kind' | 'count' | 'items'> & { digest: string })[];
}

/** The one computation: what a preview shows is what a hand-over moves. */
export const previewSql = (now: string, employeeId: string, takerIds: string): string => `
  with asked as (select ${now}::timestamptz as at, e.* from employee e where e.id = ${employeeId}::uuid),
  work as materialized (
    select w.*, m.full_name from asked cross join lateral ${openWork('asked', 'asked.at')} w
      join member m on m.gym_id = asked.gym_id and m.id = w.member_id)
  select json_build_object('employeeName', asked.full_name,
    'takers', (select coalesce(json_agg(json_build_object('id', e.id, 'fullName', e.full_name)), '[]')
       from employee e where e.gym_id = asked.gym_id and e.archived_at is null and e.id = any(${takerIds}::uuid[])),
    'lots', (select json_agg(json_build_object('kind', k.kind,
         'count', (select count(*) from work where work.kind = k.kind),
         'digest', (select md5(string_agg(concat(work.id, work.is_given), ',' order by work.id)) from work where work.kind = k.kind),
         'items', (select coalesce(json_agg(json_build_object('id', i.id, 'memberName', i.full_name, 'text', i.text, 'at', i.at)
             order by fold(i.full_name), i.at, i.id), '[]')
           from (select * from work where work.kind = k.kind order by fold(full_name), at, id limit ${itemsShown}) i)) order by k.place)
       from unnest(array['${kinds.join("', '")}']) with ordinality k (kind, place))) as found
    from asked`;

export function showPreview(rows: { found: Found }[], wish: HandOverWishInput, takers: Takers): HandOverPreview {
  const found = rows[0]?.found;
  if (!found) throw new NotFoundError('There is no such employee.');
  const names = new Map(found.takers.map(({ id, fullName }) => [id, fullName]));
  const lots = found.lots.map(({ kind, count, items }) => {
    const takerName = names.get(takers[kind]);
    if (takerName === undefined) throw unknownTaker();
    return { kind, count, items, takerId: takers[kind], takerName };
  });
  const digests = found.lots.map(({ digest }) => digest);
  const token = createHash('sha256')
    .update(JSON.stringify([wish.employeeId.toLowerCase(), takers, digests]))
    .digest('base64url');
  return Object.assign(new HandOverPreview(), { token, employeeName: found.employeeName, lots });
}
