// Every job, listed by hand.
import type { FileStore } from './adapters/files/file-store.ts';
import type { MailGateway } from './adapters/mail/open-mail.ts';
import type { Database } from './database/database.ts';
import type { NightlyJob } from './jobs/job-queue.ts';
import type { Job } from './jobs/job.ts';
import { sweepSignIns } from './modules/account/sweep-sign-ins.ts';
import { removeAbandonedFiles } from './modules/attachment/remove-abandoned-files.ts';
import { chargeSubscriptions } from './modules/charge/charge-subscriptions.ts';
import { mailMessages } from './modules/member-message/mail-messages.ts';
import { nightlyRules } from './modules/notification-rule/nightly-rules.ts';
import { stripeJobs } from './modules/stripe/stripe-jobs.ts';
import type { StripeServer } from './modules/stripe/stripe-jobs.ts';

interface Outside {
  files: FileStore;
  /** Null: this server has no key. */
  stripe: StripeServer | null;
  /** Null: this server has no mail server. */
  mail: MailGateway | null;
}

export const jobsOf = (database: Database, { files, stripe, mail }: Outside): Job[] => [
  sweepSignIns(database),
  removeAbandonedFiles(database, files),
  chargeSubscriptions(database),
  ...(stripe ? stripeJobs(stripe) : []),
  ...(mail ? [mailMessages(database, mail)] : []),
];

/** What is done in each gym once a night. */
export const nightlyJobsOf = (database: Database): NightlyJob[] => [nightlyRules(database)];
