// What a session shows of its registrations, as SQL over the session's row (m).
import { defineBranch } from '../../graphql/branch.ts';
import { jsonList } from '../../database/json-sql.ts';
import { registrationJson } from './registration.type.ts';
import type { Registration } from './registration.type.ts';
import { sessionParent } from './session.type.ts';

export const sessionRegistrations = defineBranch<Registration[]>({
  parent: sessionParent,
  field: 'registrations',
  sql: (_, asked) =>
    jsonList(`select ${registrationJson('r', 'm', asked)} as j from registration r
      where r.gym_id = m.gym_id and r.session_id = m.id and r.status <> 'CANCELLED' order by r.registered_at, r.id`),
});
