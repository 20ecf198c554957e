// The room that a member's attachments may take: counted under a lock, so that parallel uploads cannot pass it together.
import type { EntityManager } from '@mikro-orm/postgresql';
import { UserInputError } from '../../graphql/errors.ts';

/** Whether an attachment counts: uploads reserve their space from the start, deleted ones free it at once. */
export const takesSpace = (a: string): string => `${a}.state <> 'DISCARDED' and ${a}.deleted_at is null`;

export interface Space {
  usedBytes: number;
  limitBytes: number;
  fileLimitBytes: number;
}

/** The space as it is until this transaction ends: whoever else wants to change it waits. */
export async function lockSpace(em: EntityManager, memberId: string): Promise<Space> {
  await em.execute('select 1 from member where id = ? for no key update', [memberId]);
  // A statement of its own: it must see what was committed while the one above waited.
  const [space] = await em.execute<Record<keyof Space, string>[]>(
    `select g.attachment_member_limit_bytes as "limitBytes", g.attachment_file_limit_bytes as "fileLimitBytes",
       (select coalesce(sum(a.size_bytes), 0) from attachment a
         where a.gym_id = g.id and a.member_id = ? and ${takesSpace('a')}) as "usedBytes"
     from gym g`,
    [memberId],
  );
  if (!space) throw new Error('The viewer has no gym.');
  return {
    usedBytes: Number(space.usedBytes),
    limitBytes: Number(space.limitBytes),
    fileLimitBytes: Number(space.fileLimitBytes),
  };
}

export function assertFits(sizeBytes: number, { usedBytes, limitBytes, fileLimitBytes }: Space, field: string): void {
  if (sizeBytes > fileLimitBytes) {
    throw new UserInputError(
      field,
      'FILE_TOO_LARGE',
      `The file has ${megabytes(sizeBytes)}; a file may have ${megabytes(fileLimitBytes)}.`,
    );
  }
  if (usedBytes + sizeBytes > limitBytes) {
    throw new UserInputError(
      field,
      'STORAGE_FULL',
      `The file has ${megabytes(sizeBytes)}, but only ${megabytes(Math.max(0, limitBytes - usedBytes))} of ${megabytes(limitBytes)} are left for this member.`,
    );
  }
}

/** Up to two decimals, and never rounded to what the limit itself would read. */
function megabytes(bytes: number): string {
  const value = bytes / (1024 * 1024);
  const rounded = Math.round(value * 100) / 100;
  return rounded === value ? `${rounded} MB` : `${rounded} MB (${bytes} bytes)`;
}
