import { expect, test } from 'vitest';
import { place } from './place';

const screen = { width: 360, height: 640 };
const panel = { width: 200, height: 300 };

test('below its button when there is room', () => {
  expect(place({ left: 20, top: 40, width: 80, height: 36 }, panel, screen, 'start')).toEqual({ left: 20, top: 82 });
});

test('above it when there is none below', () => {
  expect(place({ left: 20, top: 560, width: 80, height: 36 }, panel, screen, 'start')).toEqual({ left: 20, top: 254 });
});

test('never beyond the edge of the screen', () => {
  expect(place({ left: 320, top: 40, width: 36, height: 36 }, panel, screen, 'start').left).toBe(152);
  expect(place({ left: 4, top: 40, width: 36, height: 36 }, panel, screen, 'end').left).toBe(8);
  expect(place({ left: 4, top: 300, width: 36, height: 36 }, { width: 400, height: 900 }, screen, 'center')).toEqual({
    left: 8,
    top: 8,
  });
});
