// Tells members something, for the verbs of other modules inside their transaction: once for each occurrence, however often
// it is said.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { MemberMessageKind } from './member-message.type.ts';

type Texts = Record<'nl' | 'en', string>;

export interface Telling {
  memberIds: readonly string[];
  kind: MemberMessageKind;
  /** What it is about: the same member is not told twice of the same. */
  occurrence: string;
  /** At most 200 characters. */
  subject: Texts;
  /** At most 2,000 characters. */
  body: Texts;
  at: Date;
}

/** How many were told now: those who knew already are not counted. */
export async function tellMembers(
  em: EntityManager,
  { memberIds, kind, occurrence, subject, body, at }: Telling,
): Promise<number> {
  if (memberIds.length === 0) return 0;
  const told = await em.execute<{ id: string }[]>(
    `insert into member_message (gym_id, member_id, kind, occurrence, subject, body, created_at)
     select m.gym_id, m.id, ?, ?, ?::jsonb ->> g.locale, ?::jsonb ->> g.locale, ?::timestamptz
       from member m join gym g on g.id = m.gym_id
      where m.id = any(?::uuid[])
     on conflict do nothing returning id`,
    [kind, occurrence, JSON.stringify(subject), JSON.stringify(body), at, `{${memberIds.join()}}`],
  );
  return told.length;
}
