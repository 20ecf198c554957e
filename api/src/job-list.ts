// Every job, listed by hand.
import type { FileStore } from './adapters/files/file-store.ts';
import type { Database } from './database/database.ts';
import type { Job } from './jobs/job.ts';
import { sweepSignIns } from './modules/account/sweep-sign-ins.ts';
import { removeAbandonedFiles } from './modules/attachment/remove-abandoned-files.ts';

export const jobsOf = (database: Database, files: FileStore): Job[] => [
  sweepSignIns(database),
  removeAbandonedFiles(database, files),
];
