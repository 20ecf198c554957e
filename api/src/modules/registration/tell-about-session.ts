// What members are told about a session that they are in or wait for, in the transaction that changes it.
import type { EntityManager } from '@mikro-orm/postgresql';
import { MemberMessageKind } from '../member-message/member-message.type.ts';
import { tellMembers } from '../member-message/tell-members.ts';
import { describeSession } from './buy-session.ts';
import type { LockedSession } from './lock-session.ts';

export interface News {
  kind: MemberMessageKind;
  subject: Texts;
  body: Texts;
  /** Of one session; what happens to it again is told again. */
  occurrence: string;
}
type Texts = Record<'nl' | 'en', string>;

/** How many were told. */
export const tellAbout = (em: EntityManager, news: News, memberIds: readonly string[], at: Date): Promise<number> =>
  tellMembers(em, { ...news, memberIds: [...new Set(memberIds)], at });

export function calledOff(session: LockedSession, reason: string | null, at: Date): News {
  const words = inBoth(session);
  const why = reason === null ? '' : `\n${reason}`;
  return {
    kind: MemberMessageKind.SESSION_CANCELLED,
    subject: { nl: `${session.typeName} gaat niet door`, en: `${session.typeName} is cancelled` },
    body: { nl: `${words.nl} gaat niet door.${why}`, en: `${words.en} is cancelled.${why}` },
    occurrence: `${session.id} ${at.toISOString()}`,
  };
}

export function goesOn(session: LockedSession, at: Date): News {
  const words = inBoth(session);
  return {
    kind: MemberMessageKind.SESSION_MOVED,
    subject: { nl: `${session.typeName} gaat toch door`, en: `${session.typeName} goes on after all` },
    body: { nl: `${words.nl} gaat toch door.`, en: `${words.en} goes on after all.` },
    occurrence: `${session.id} ${at.toISOString()}`,
  };
}

export function moved(session: LockedSession, startsAt: Date, at: Date): News {
  const [from, to] = [inBoth(session), inBoth({ ...session, startsAt })];
  return {
    kind: MemberMessageKind.SESSION_MOVED,
    subject: { nl: `${session.typeName} is verplaatst`, en: `${session.typeName} was moved` },
    body: { nl: `Was: ${from.nl}.\nWordt: ${to.nl}.`, en: `Was: ${from.en}.\nIs now: ${to.en}.` },
    occurrence: `${session.id} ${at.toISOString()}`,
  };
}

export function placeFree(session: LockedSession, at: Date): News {
  const words = inBoth(session);
  return {
    kind: MemberMessageKind.PLACE_FREE,
    subject: { nl: `Je hebt een plek: ${session.typeName}`, en: `You have a place: ${session.typeName}` },
    body: {
      nl: `Er is een plek vrijgekomen. Je staat ingeschreven voor ${words.nl}.`,
      en: `A place has come free. You are registered for ${words.en}.`,
    },
    occurrence: `${session.id} ${at.toISOString()}`,
  };
}

const inBoth = (session: LockedSession): Texts => ({
  nl: describeSession({ ...session, locale: 'nl' }),
  en: describeSession({ ...session, locale: 'en' }),
});
