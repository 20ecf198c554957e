// Every job, listed by hand.
import type { Database } from './database/database.ts';
import type { Job } from './jobs/job.ts';
import { sweepSignIns } from './modules/account/sweep-sign-ins.ts';

export const jobsOf = (database: Database): Job[] => [sweepSignIns(database)];
