import { expect, test } from 'vitest';
import { readChangesState, settingSubjects, variablesOf, writeChangesState } from './changesState';

const subjects = ['GYM', 'TAG'];

test('the address keeps what it is narrowed to, and nothing else', () => {
  const state = { what: 'GYM', employeeId: 'e', memberId: '', from: '2026-02-01', until: '' };
  const search = writeChangesState(state);
  expect(String(search)).toBe('what=GYM&by=e&from=2026-02-01');
  expect(readChangesState(search, subjects)).toEqual(state);
  expect(variablesOf(state)).toEqual({
    subjects: ['GYM'],
    employeeId: 'e',
    memberId: null,
    from: '2026-02-01',
    until: null,
  });
});

test('what is no subject and no day is left out', () => {
  const search = new URLSearchParams('what=PASSWORD&from=yesterday&until=2026-13-01');
  expect(readChangesState(search, subjects)).toEqual({ what: '', employeeId: '', memberId: '', from: '', until: '' });
  const subjectsIn = (search: string) => variablesOf(readChangesState(new URLSearchParams(search), subjects)).subjects;
  expect(subjectsIn('')).toEqual(settingSubjects);
  expect(subjectsIn('what=ALL')).toBeNull();
});
