// Puts back what one change of the audit trail changed: when the viewer could have made it, it is not long ago, and its row
// is still as it left it. That is asked again by the statement that does it, so nobody is overtaken.
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError, UserInputError } from '../../graphql/errors.ts';
import type { Viewer } from '../../graphql/viewer.ts';
import { assertFits, lockSpace } from '../attachment/storage-space.ts';
import { lockMember } from '../checkup/find-checkup.ts';
import { getChangedMember } from '../member/get-member.ts';
import { assertWorksHere } from '../staff/assert-works-here.ts';
import { lookUpTag } from '../tag/find-tag.ts';
import { canSeeHealthTags } from '../tag/tag.policy.ts';
import type { EntryJson, ToldEntry } from './entry-json.ts';
import { readChange } from './read-change.ts';
import { putBack } from './put-back.ts';
import { assertMayRevert, refusalOf } from './revert-of.ts';
import type { Asking } from './revert-of.ts';
import { subjects } from './revertible.ts';
import { staffChanges } from './staff-changes.ts';
import type { RevertChangeInput, RevertPayload } from './timeline.inputs.ts';
import { RevertRefusal } from './timeline.type.ts';

type Change = ToldEntry & { auditId: string; memberId: string; happenedAt: string };

export async function revertChange(context: Context, { auditId }: RevertChangeInput): Promise<RevertPayload> {
  const asking = { viewer: signedIn(context), now: context.clock.now() };
  const memberId = await context.db.write(async (em) => {
    const id = await memberOf(em, auditId);
    // Whoever changes this member's check-ups or files, or reverts something else, waits.
    await lockMember(em, id);
    const change = await findChange(em, asking.viewer, auditId, id);
    assertMayRevert(change, asking.viewer);
    if (isDone(change, asking)) return id;
    await assertFitting(em, change, asking);
    if (!(await putBack(em, change, asking.now))) throw refused(RevertRefusal.CHANGED_SINCE);
    return id;
  });
  return { member: await getChangedMember(context, memberId) };
}

async function memberOf(em: EntityManager, auditId: string): Promise<string> {
  const rows = isUuid(auditId)
    ? await em.execute<{ member_id: string }[]>(
        `select member_id from audit_log where id = ? and member_id is not null and employee_id is not null
           and subject = any(?::text[]) and action <> 'READ'`,
        [auditId, `{${subjects.join(',')}}`],
      )
    : [];
  if (!rows[0]) throw noSuchChange();
  return rows[0].member_id;
}

async function findChange(em: EntityManager, viewer: Viewer, auditId: string, memberId: string): Promise<Change> {
  const [row] = await em.execute<{ entry: EntryJson; at: Date }[]>(
    `select json_build_object('kind', null, ${staffChanges.entry}) as entry, x.happened_at as at from audit_log x where x.id = ?`,
    [auditId],
  );
  if (!row || (row.entry.isHealthData && !canSeeHealthTags(viewer))) throw noSuchChange();
  const happenedAt = new Date(row.at).toISOString();
  return { ...row.entry, ...readChange(row.entry), auditId, memberId, happenedAt };
}

/** Whether it is as before already; throws when it must not be put back. */
function isDone(change: Change, asking: Asking): boolean {
  const refusal = refusalOf(change, asking);
  if (refusal === RevertRefusal.REVERTED) return true;
  if (refusal) throw refused(refusal);
  return false;
}

/** What the verbs ask that make such a change themselves. */
async function assertFitting(em: EntityManager, change: Change, { viewer }: Asking): Promise<void> {
  const { subject, subjectId, action, before, after, memberId } = change;
  if (subject === 'member_tag') {
    const tag = await lookUpTag(em, viewer, subjectId ?? '');
    if (!tag) throw noSuchChange();
    if (action === 'DELETE' && tag.archivedAt)
      throw new UserInputError('auditId', 'ARCHIVED_TAG', 'This tag is archived.');
  }
  if (before?.['employee_id'] && (subject === 'member' || subject === 'notification'))
    await assertWorksHere(em, before['employee_id']);
  if (subject === 'attachment' && after?.['deleted_at']) {
    const space = await lockSpace(em, memberId);
    const [file] = await em.execute<{ size: string }[]>('select size_bytes as size from attachment where id = ?', [
      subjectId,
    ]);
    const size = Number(file?.size ?? 0);
    assertFits(size, { ...space, fileLimitBytes: size }, 'auditId');
  }
}

const noSuchChange = () => new NotFoundError('There is no such change.');

const messages: Partial<Record<RevertRefusal, string>> = {
  CHANGED_SINCE: 'This was changed again since.',
  TOO_OLD: 'This was longer than 30 days ago.',
  PASSED: 'The time that this would go back to has passed.',
  NEVER: 'Changes of this kind are not reverted here.',
};

const refused = (refusal: RevertRefusal) =>
  new UserInputError('auditId', refusal, messages[refusal] ?? 'This cannot be reverted.');
