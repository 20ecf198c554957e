// The invariant "attachments = files, used = sum ≤ limit" as a function: for drills and tests, over all gyms, by the owner.
import type pg from 'pg';
import type { FileStore } from '../../adapters/files/file-store.ts';
import { takesSpace } from './storage-space.ts';

/** One line for everything that is wrong; uploads under way, and what waits for its removal, may or may not have a file. */
export async function attachmentFileProblems(owner: pg.Pool, files: FileStore): Promise<string[]> {
  const { rows } = await owner.query<{ id: string; key: string | null; size: string; isKept: boolean }>(
    `select id, storage_key as key, size_bytes as size, state in ('UPLOADED', 'SAVED') as "isKept" from attachment`,
  );
  const problems: string[] = [];
  for (const { id, key, size } of rows.filter((row) => row.isKept)) {
    const found = key === null ? null : await files.size(key);
    if (found === null) problems.push(`attachment ${id} has no file`);
    else if (found !== Number(size)) problems.push(`attachment ${id} has ${size} bytes, its file ${found}`);
  }
  const known = new Set(rows.map((row) => row.key));
  for await (const key of files.keys()) if (!known.has(key)) problems.push(`file ${key} has no attachment`);
  return [...problems, ...(await membersOverLimit(owner))];
}

async function membersOverLimit(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ id: string; used: string; room: string }>(
    `select a.member_id as id, sum(a.size_bytes) as used, g.attachment_member_limit_bytes as room
       from attachment a join gym g on g.id = a.gym_id where ${takesSpace('a')}
      group by a.gym_id, a.member_id, g.id having sum(a.size_bytes) > g.attachment_member_limit_bytes`,
  );
  return rows.map(({ id, used, room }) => `member ${id} uses ${used} of ${room} bytes`);
}
