// Who waits for a session (m), in order.
import { jsonList } from '../../database/json-sql.ts';
import { defineBranch } from '../../graphql/branch.ts';
import { sessionParent } from '../visit/session.type.ts';
import { waitingListEntryJson } from './waiting-list-entry.type.ts';
import type { WaitingListEntry } from './waiting-list-entry.type.ts';

const waiting = 'from waiting_list_entry w where w.gym_id = m.gym_id and w.session_id = m.id and w.ended_at is null';

export const waitingCount = defineBranch<number>({
  parent: sessionParent,
  field: 'waitingCount',
  sql: () => `select to_json(count(*)) ${waiting}`,
});

export const waitingList = defineBranch<WaitingListEntry[]>({
  parent: sessionParent,
  field: 'waitingList',
  sql: () => jsonList(`select ${waitingListEntryJson('w')} as j ${waiting} order by w.number`),
});
