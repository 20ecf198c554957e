import { expect, test } from 'vitest';
import type { Action } from './Action';
import { currentActions, findAction, registerActions, removeActions, runAction } from './registry';
import { keyName, matchKeys, type KeyPress } from './shortcuts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const action = (id: string, more: Partial<Action> = {}): Action => ({
  id,
  label: id,
  group: 'Test',
  run: () => {},
  ...more,
});

test('keys have one name on every keyboard', () => {
  expect(keyName(press('n'))).toBe('N');
  expect(keyName(press('k', { ctrlKey: true }))).toBe('Mod+K');
  expect(keyName(press('k', { metaKey: true }))).toBe('Mod+K');
  expect(keyName(press('Z', { ctrlKey: true, shiftKey: true }))).toBe('Mod+Shift+Z');
  expect(keyName(press('?', { shiftKey: true }))).toBe('?');
  expect(keyName(press('/'))).toBe('/');
});

test('held keys alone, capital letters and Alt are no shortcuts', () => {
  expect(keyName(press('Shift', { shiftKey: true }))).toBeNull();
  expect(keyName(press('N', { shiftKey: true }))).toBeNull();
  expect(keyName(press('n', { altKey: true }))).toBeNull();
});

test('a sequence waits for its next key and offers what it can become', () => {
  const actions = [
    action('mail', { shortcut: 'C E' }),
    action('call', { shortcut: 'C P' }),
    action('note', { shortcut: 'N' }),
  ];
  expect(matchKeys(['C'], actions)).toEqual({ action: null, candidates: [actions[0], actions[1]] });
  expect(matchKeys(['C', 'P'], actions)).toEqual({ action: actions[1], candidates: [] });
  expect(matchKeys(['N'], actions)).toEqual({ action: actions[2], candidates: [] });
  expect(matchKeys(['X'], actions)).toEqual({ action: null, candidates: [] });
});

test('a second key does the same', () => {
  const actions = [action('row.next', { shortcut: 'J', alsoBy: 'ArrowDown' })];
  for (const key of ['J', 'ArrowDown']) expect(matchKeys([key], actions).action).toBe(actions[0]);
});

test('the part that came last wins a shared shortcut, until it is gone', () => {
  const [shell, page] = [Symbol('shell'), Symbol('page')];
  registerActions(shell, [action('shell.new', { shortcut: 'N' }), action('help', { shortcut: '?' })]);
  registerActions(page, [action('page.new', { shortcut: 'N' })]);
  expect(matchKeys(['N'], currentActions()).action?.id).toBe('page.new');
  // A part that renders again keeps its place.
  registerActions(shell, [action('shell.new', { shortcut: 'N' })]);
  expect(matchKeys(['N'], currentActions()).action?.id).toBe('page.new');
  expect(findAction('help')).toBeUndefined();
  removeActions(page);
  expect(matchKeys(['N'], currentActions()).action?.id).toBe('shell.new');
  removeActions(shell);
  expect(currentActions()).toEqual([]);
});

test('what makes no sense now is not offered, what is refused is not done', () => {
  const owner = Symbol('page');
  let done = 0;
  const run = () => done++;
  const refused = action('refused', { disabledReason: 'Ask an administrator.', run });
  registerActions(owner, [action('hidden', { when: false, run }), refused, action('open', { run })]);
  expect(currentActions().map(({ id }) => id)).toEqual(['refused', 'open']);
  expect(runAction(refused)).toBe(false);
  expect(done).toBe(0);
  expect(runAction(findAction('open')!)).toBe(true);
  expect(done).toBe(1);
  removeActions(owner);
});
