// Takes an upload back as if it had never been started: space first, then the file, then the row. Whatever of it fails is
// done by the next sweep, since the row stays until its file is gone.
import type { FileStore } from '../../adapters/files/file-store.ts';
import type { GymDatabase } from '../../database/gym-database.ts';

export async function discardUpload(
  db: GymDatabase,
  files: FileStore,
  { id, key }: { id: string; key: string | null },
): Promise<void> {
  await db.write((em) =>
    em.execute(`update attachment set state = 'DISCARDED' where id = ? and state <> 'DISCARDED'`, [id]),
  );
  if (key) await files.delete(key);
  await db.write((em) => em.execute(`delete from attachment where id = ? and state = 'DISCARDED'`, [id]));
}
