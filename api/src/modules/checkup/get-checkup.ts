import { isUuid } from '../../database/uuid.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { getChangedMember } from '../member/get-member.ts';
import { checkupJson } from './checkup.entity.ts';
import type { Checkup } from './checkup.entity.ts';
import type { CheckupPayload } from './checkup.inputs.ts';

/** For the answer of a verb that has just changed it. */
export async function getChangedCheckup(context: Context, id: string): Promise<CheckupPayload> {
  const rows = isUuid(id)
    ? await context.db.rows<{ checkup: Checkup }>(
        `select ${checkupJson()} as checkup from checkup k where k.id = $1`,
        [id],
        { name: 'get_checkup' },
      )
    : [];
  const checkup = rows[0]?.checkup;
  if (!checkup) throw new NotFoundError('There is no such check-up.');
  return { checkup, member: await getChangedMember(context, checkup.memberId) };
}
