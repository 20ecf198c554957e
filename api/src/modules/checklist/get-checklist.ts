import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { getChangedMember } from '../member/get-member.ts';
import { checklistJson } from './checklist.entity.ts';
import type { Checklist } from './checklist.entity.ts';
import type { ChecklistPayload } from './checklist.payloads.ts';

/** For the answer of a verb that has just changed it. */
export async function getChangedChecklist(context: Context, id: string): Promise<ChecklistPayload> {
  const [row] = await context.db.rows<{ checklist: Checklist & { memberId: string } }>(
    `select ${checklistJson()} as checklist from checklist c where c.id = $1`,
    [id],
    { name: 'get_checklist' },
  );
  if (!row) throw new NotFoundError('There is no such checklist.');
  return { checklist: row.checklist, member: await getChangedMember(context, row.checklist.memberId) };
}
