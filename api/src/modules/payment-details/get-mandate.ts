import { isUuid } from '../../database/uuid.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { getChangedMember } from '../member/get-member.ts';
import { mandateJson } from './mandate.entity.ts';
import type { Mandate } from './mandate.entity.ts';
import type { MandatePayload } from './mandate.inputs.ts';

/** For the answer of a verb that has just changed it. */
export async function getChangedMandate(context: Context, id: string): Promise<MandatePayload> {
  const rows = isUuid(id)
    ? await context.db.rows<{ mandate: Mandate }>(
        `select ${mandateJson()} as mandate from mandate d join gym g on g.id = d.gym_id where d.id = $1 and $2::timestamptz is not null`,
        [id, context.clock.now()],
        { name: 'get_mandate' },
      )
    : [];
  const mandate = rows[0]?.mandate;
  if (!mandate) throw new NotFoundError('There is no such mandate.');
  return { mandate, member: await getChangedMember(context, mandate.memberId) };
}
