/** Work that is due again and again, whoever asks. Modules make jobs of their own; job-list.ts names them all. */
export interface Job {
  /** Stable: processes agree by it on who runs the job. */
  name: string;
  everyMinutes: number;
  /** Does what is due at this time, also when it was not run for long, and returns figures for the log. Safe to repeat. */
  run(now: Date): Promise<Record<string, number>>;
}
