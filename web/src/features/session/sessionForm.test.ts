import { expect, test } from 'vitest';
import { changesOf, problemsOf, toInput, type SessionFields } from './sessionForm';

const fields: SessionFields = {
  sessionTypeId: 't',
  calendarId: 'c',
  on: '2030-01-01',
  at: '09:00',
  durationMinutes: '60',
  places: '12',
  employeeId: '',
};

test('what is missing or no whole number is said at its field; a coach may follow later', () => {
  expect(problemsOf(fields)).toEqual({});
  expect(problemsOf({ ...fields, sessionTypeId: '', at: ' ', durationMinutes: '1.5', places: '' })).toEqual({
    sessionTypeId: 'missing',
    at: 'missing',
    durationMinutes: 'whole',
    places: 'missing',
  });
});

test('only what was changed is sent; taking the coach away says so', () => {
  expect(toInput(fields)).toMatchObject({ durationMinutes: 60, places: 12, employeeId: null });
  expect(changesOf(fields, fields)).toEqual({});
  expect(changesOf({ ...fields, employeeId: 'e' }, { ...fields, places: '20' })).toEqual({
    places: 20,
    employeeId: null,
  });
});
