// Where a floating panel stands: beside what opened it, turned or shifted until it is on the screen. Pure.
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}
export type Alignment = 'start' | 'end' | 'center';

const gap = 6;
const edge = 8;

export function place(
  anchor: Box,
  panel: { width: number; height: number },
  screen: { width: number; height: number },
  alignment: Alignment,
  side: 'below' | 'above' = 'below',
) {
  const below = anchor.top + anchor.height + gap;
  const above = anchor.top - gap - panel.height;
  const fitsBelow = below + panel.height <= screen.height - edge;
  const fitsAbove = above >= edge;
  const isAbove = side === 'above' ? fitsAbove || !fitsBelow : !fitsBelow && fitsAbove;
  const wished =
    alignment === 'start'
      ? anchor.left
      : alignment === 'end'
        ? anchor.left + anchor.width - panel.width
        : anchor.left + (anchor.width - panel.width) / 2;
  return {
    left: clamp(wished, edge, screen.width - edge - panel.width),
    top: clamp(isAbove ? above : below, edge, screen.height - edge - panel.height),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
