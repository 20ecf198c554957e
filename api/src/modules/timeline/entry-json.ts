// An entry of the timeline as the sources tell it; what a change of the audit trail means is worked out in read-change.ts.
import type { Subject } from './revertible.ts';
import type { TimelineChange, TimelineEntry, TimelineEvent, TimelineKind } from './timeline.type.ts';

export type Columns = Record<string, string | null>;

export interface EntryJson extends Partial<
  Pick<
    TimelineEntry,
    'actor' | 'subjectId' | 'title' | 'detail' | 'reason' | 'startsAt' | 'day' | 'amount' | 'isTakenBack'
  >
> {
  kind: TimelineKind | null;
  event?: TimelineEvent;
  /** Of a change of the audit trail. */
  subject?: Subject;
  action?: 'INSERT' | 'UPDATE' | 'DELETE';
  before?: Columns | null;
  after?: Columns | null;
  names?: { before: string | null; after: string | null };
  authorId?: string | null;
  isHealthData?: boolean | null;
  /** The change that may be reverted, whether its row is still as it left it, and whether it is as before already. */
  auditId?: string | null;
  isCurrent?: boolean | null;
  isBack?: boolean | null;
}

export interface ToldEntry extends Omit<EntryJson, 'kind' | 'event'> {
  kind: TimelineKind;
  event: TimelineEvent;
  changes?: TimelineChange[];
}
