// The job that removes what nobody will come back for: uploads that were never saved, and what has been in the bin for long.
import type { FileStore } from '../../adapters/files/file-store.ts';
import type { Database } from '../../database/database.ts';
import { GymDatabase } from '../../database/gym-database.ts';
import type { Job } from '../../jobs/job.ts';
import { discardUpload } from './discard-upload.ts';

export const UPLOAD_HOURS = 1;
export const BIN_DAYS = 30;
const HOUR_MS = 3_600_000;
const BATCH = 100;

interface Abandoned {
  id: string;
  key: string | null;
}

export const removeAbandonedFiles = (database: Database, files: FileStore): Job => ({
  name: 'remove-abandoned-files',
  everyMinutes: 10,
  run: async (now) => {
    const cutoffs = [
      new Date(now.getTime() - UPLOAD_HOURS * HOUR_MS),
      new Date(now.getTime() - BIN_DAYS * 24 * HOUR_MS),
    ];
    const { rows } = await database.pool.query<{ gym_id: string }>(
      'select gyms_with_attachments_to_remove($1, $2) as gym_id',
      cutoffs,
    );
    const figures = { gyms: rows.length, removed: 0, failed: 0 };
    for (const { gym_id: gymId } of rows) {
      const { removed, failed } = await removeInGym(database, files, { gymId, cutoffs });
      figures.removed += removed;
      figures.failed += failed;
    }
    return figures;
  },
});

interface Due {
  gymId: string;
  cutoffs: Date[];
}

async function removeInGym(database: Database, files: FileStore, { gymId, cutoffs }: Due) {
  const db = new GymDatabase(database, { gymId, accountId: null, employeeId: null }, 'remove-abandoned-files');
  const figures = { removed: 0, failed: 0 };
  let abandoned: Abandoned[];
  do {
    abandoned = await discardBatch(db, cutoffs);
    for (const file of abandoned) {
      await discardUpload(db, files, file).then(
        () => (figures.removed += 1),
        // One file that cannot be removed must not keep the others; the next round tries it again.
        () => (figures.failed += 1),
      );
    }
  } while (abandoned.length === BATCH && figures.failed === 0);
  return figures;
}

/** Takes them out of everybody's reach before any file goes: what is saved or restored at the same time either wins or is too late. */
function discardBatch(db: GymDatabase, cutoffs: Date[]): Promise<Abandoned[]> {
  return db.write((em) =>
    em.execute<Abandoned[]>(
      `update attachment set state = 'DISCARDED'
        where id in (select id from attachment
           where (state <> 'SAVED' and (state = 'DISCARDED' or started_at < ?)) or deleted_at < ?
           order by started_at limit ${BATCH} for update skip locked)
        returning id, storage_key as key`,
      cutoffs,
    ),
  );
}
