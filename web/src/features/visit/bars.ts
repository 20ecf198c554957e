// The geometry of the twelve bars, in units of the drawing. Pure.
export const barsSize = { width: 288, height: 96, baseline: 78 };

export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A week without a visit keeps a sliver, so that it is seen to be a week; four visits fill the height at least. */
export function barsOf(counts: readonly number[]): Bar[] {
  const { width, baseline } = barsSize;
  const step = width / Math.max(1, counts.length);
  const most = Math.max(4, ...counts);
  return counts.map((count, index) => {
    const height = count === 0 ? 2 : Math.max(6, Math.round((count / most) * (baseline - 16)));
    return { x: index * step + 3, y: baseline - height, width: step - 6, height };
  });
}
