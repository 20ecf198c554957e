// What the page of changes is narrowed to, as it stands in the address. Pure.
import type { RecordedSubject } from '../../../../graphql/schema.generated';

/** All that is kept in the settings, in the order of the list. */
export const settingSubjects: readonly RecordedSubject[] = [
  'GYM',
  'EMPLOYEE',
  'EMPLOYEE_INVITATION',
  'HAND_OVER',
  'API_TOKEN',
  'TAG',
  'NOTIFICATION_RULE',
  'SESSION_TYPE',
  'CALENDAR',
  'SCHEDULE_SLOT',
  'CHECKLIST_TEMPLATE',
  'CHECKLIST_TEMPLATE_ACTION',
  'SUBSCRIPTION_TYPE',
  'SUBSCRIPTION_TYPE_SESSION_TYPE',
  'SUBSCRIPTION_TYPE_CALENDAR',
  'SHOP_ITEM',
  'SHOP_CATEGORY',
  'PAYMENT_SETTINGS',
  'VAT_CHANGE',
  'MANDATE_TEXT',
  'STRIPE_ACCOUNT',
];

export interface ChangesState {
  /** A subject, ALL, or nothing: all settings. */
  what: string;
  employeeId: string;
  memberId: string;
  from: string;
  until: string;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

export function readChangesState(search: URLSearchParams, subjects: readonly string[]): ChangesState {
  const text = (name: string) => search.get(name) ?? '';
  const dayIn = (name: string) => (day.test(text(name)) && !Number.isNaN(Date.parse(text(name))) ? text(name) : '');
  const what = text('what');
  return {
    what: what === 'ALL' || subjects.includes(what) ? what : '',
    employeeId: text('by'),
    memberId: text('about'),
    from: dayIn('from'),
    until: dayIn('until'),
  };
}

export function writeChangesState({ what, employeeId, memberId, from, until }: ChangesState): URLSearchParams {
  const given = { what, by: employeeId, about: memberId, from, until };
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''));
}

export function variablesOf({ what, employeeId, memberId, from, until }: ChangesState) {
  return {
    subjects: subjectsOf(what),
    employeeId: employeeId || null,
    memberId: memberId || null,
    from: from || null,
    until: until || null,
  };
}

function subjectsOf(what: string): RecordedSubject[] | null {
  if (what === 'ALL') return null;
  return what === '' ? [...settingSubjects] : [what as RecordedSubject];
}
