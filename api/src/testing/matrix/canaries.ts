// Marks every text in the database with whose it is, and finds the marks in answers: a search that catches rules nobody
// wrote down.
import type pg from 'pg';

// Each is a word of its own, so that searching by it finds what it marks.
export const MARKS = {
  /** What every signed-in person of the gym may see. */
  ours: 'TA5e1f0c3a',
  /** What staff keep about the member who looks. */
  staff: 'STAFF7d90b2e4',
  /** Rows of another member. */
  otherMember: 'OMc81a46f9',
  /** Rows that are personal to another employee. */
  otherEmployee: 'OE2b7e93d1',
  /** What tags say about somebody's health. */
  health: 'HD93b1d70c',
  otherGym: 'TBf40d6a8c',
} as const;
export type Mark = keyof typeof MARKS;

const STAFF_TABLES = [
  'note',
  'notification',
  'attachment',
  'tag',
  'audit_log',
  'registration_override',
  'checklist',
  'checklist_action',
  'checklist_template',
  'checklist_template_action',
  'employee_invitation',
  'hand_over',
];

/** Texts that must stay what they are, or nothing works any more. */
const KEPT = ['gym.time_zone', 'audit_log.subject'];

interface TextColumn {
  table: string;
  column: string;
  gymColumn: string;
  memberColumn: string | null;
  employeeColumn: string | null;
}

export interface Owners {
  gymId: string;
  /** Null: everything in this gym is marked as another gym's. */
  others: { memberId: string; employeeId: string } | null;
}

/** Overwrites every text column of a gym's rows. Returns the columns whose constraints did not let it. */
export async function plantCanaries(owner: pg.Pool, { gymId, others }: Owners): Promise<string[]> {
  const refused: string[] = [];
  for (const column of await textColumns(owner)) {
    const name = `${column.table}.${column.column}`;
    if (KEPT.includes(name)) continue;
    const set = `update ${column.table} t set ${column.column} = ${others ? markOf(column, others) : `'${MARKS.otherGym}'`}
      || ' ' || left(md5(t.ctid::text), 8) where t.${column.gymColumn} = '${gymId}'`;
    try {
      await owner.query(set);
    } catch {
      // A text that is bound to others, like an occurrence to its kind, is marked where there is one.
      await owner.query(`${set} and t.${column.column} is not null`).catch(() => refused.push(name));
    }
  }
  // What was written over is no change that anybody made.
  await owner.query(`delete from audit_log where gym_id = $1 and action = 'UPDATE' and employee_id is null`, [gymId]);
  return refused;
}

function markOf({ table, memberColumn, employeeColumn }: TextColumn, others: NonNullable<Owners['others']>): string {
  const cases = [
    ...(table === 'tag' ? [`when t.is_health_data then '${MARKS.health}'`] : []),
    ...(memberColumn ? [`when t.${memberColumn} = '${others.memberId}' then '${MARKS.otherMember}'`] : []),
    ...(employeeColumn ? [`when t.${employeeColumn} = '${others.employeeId}' then '${MARKS.otherEmployee}'`] : []),
    `when true then '${STAFF_TABLES.includes(table) ? MARKS.staff : MARKS.ours}'`,
  ];
  return `(case ${cases.join(' ')} end)`;
}

async function textColumns(owner: pg.Pool): Promise<TextColumn[]> {
  const { rows } = await owner.query<TextColumn>(`
    select c.table_name as table, c.column_name as column,
           case c.table_name when 'gym' then 'id' else 'gym_id' end as "gymColumn",
           case when c.table_name = 'member' then 'id' when other.has_member then 'member_id' end as "memberColumn",
           case when c.table_name = 'api_token' then 'employee_id' end as "employeeColumn"
      from information_schema.columns c
      join lateral (select bool_or(o.column_name = 'member_id') as has_member, bool_or(o.column_name = 'gym_id') as has_gym
        from information_schema.columns o where o.table_schema = 'public' and o.table_name = c.table_name) other on true
     where c.table_schema = 'public' and c.data_type in ('text', 'character') and c.is_generated = 'NEVER'
       and (other.has_gym or c.table_name = 'gym')
     order by c.table_name, c.ordinal_position`);
  return rows;
}

/** Every id in rows of the gym, or of one member's rows in it. */
export async function idsIn(owner: pg.Pool, gymId: string, memberId?: string): Promise<Set<string>> {
  const { rows } = await owner.query<{ table: string; columns: string[]; hasMember: boolean }>(`
    select table_name as table, array_agg(column_name::text) filter (where data_type = 'uuid') as columns,
           bool_or(column_name = 'member_id') as "hasMember"
      from information_schema.columns where table_schema = 'public' and table_name <> 'audit_log' group by table_name
    having bool_or(column_name = 'gym_id') order by 1`);
  const tables = memberId ? rows.filter((row) => row.hasMember) : rows;
  const selects = tables.flatMap(({ table, columns }) =>
    (memberId ? ['id'].filter((it) => columns.includes(it)) : columns).map(
      (column) =>
        `select ${column}::text as id from ${table} where gym_id = $1 ${memberId ? 'and member_id = $2' : ''}`,
    ),
  );
  const { rows: ids } = await owner.query<{ id: string | null }>(
    selects.join(' union '),
    memberId ? [gymId, memberId] : [gymId],
  );
  return new Set([...ids.flatMap(({ id }) => (id ? [id] : [])), ...(memberId ? [memberId] : [])]);
}

/** What an answer must not hold. */
export interface Forbidden {
  marks: Mark[];
  ids: Set<string>[];
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The marks and ids that an answer holds and must not: data, errors and what its cursors are made of. */
export function leaksIn(answer: string, forbidden: Forbidden): string[] {
  const cursors = [...answer.matchAll(/"(?:\w*[cC]ursor)":"([\w-]+)"/g)].map((it) =>
    Buffer.from(it[1] ?? '', 'base64url').toString(),
  );
  const text = [answer, ...cursors].join('\n').toLowerCase();
  const marks = forbidden.marks.filter((mark) => text.includes(MARKS[mark].toLowerCase()));
  const ids = new Set(text.match(uuids));
  return [...marks, ...[...ids].filter((id) => forbidden.ids.some((set) => set.has(id)))];
}
