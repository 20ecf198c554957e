import { expect, test } from 'vitest';
import { barsOf, barsSize } from './bars';

test('twelve bars stand side by side on the baseline, none outside the drawing', () => {
  const bars = barsOf([0, 1, 2, 3, 9, 0, 4, 4, 4, 4, 4, 1]);
  expect(bars).toHaveLength(12);
  for (const bar of bars) {
    expect(bar.y + bar.height).toBe(barsSize.baseline);
    expect(bar.y).toBeGreaterThanOrEqual(0);
    expect(bar.x + bar.width).toBeLessThanOrEqual(barsSize.width);
  }
  expect(
    bars.every((bar, index) => index === 0 || bar.x > (bars[index - 1]?.x ?? 0) + (bars[index - 1]?.width ?? 0)),
  ).toBe(true);
});

test('more visits make a higher bar; a week without one is still seen', () => {
  const [none, one, two] = barsOf([0, 1, 2]);
  expect(none?.height).toBe(2);
  expect(one?.height).toBeLessThan(two?.height ?? 0);
});

test('one visit a week does not fill the drawing', () => {
  expect(barsOf([1, 1])[0]?.height).toBeLessThan(barsSize.baseline / 2);
});
