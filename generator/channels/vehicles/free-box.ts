/** A box within a panel, in mm from its upper left corner. */
export interface FreeBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Fitting {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The largest part of a panel clear of its fittings, cut straight across: above, below, left or right of each. */
export function freeBox(
  { widthMm, heightMm }: { widthMm: number; heightMm: number },
  keepOuts: readonly Fitting[],
): FreeBox {
  let free: FreeBox = { left: 0, top: 0, right: widthMm, bottom: heightMm };
  for (const { x, y, width, height } of keepOuts) {
    const cuts: FreeBox[] = [
      { ...free, bottom: Math.min(free.bottom, y) },
      { ...free, top: Math.max(free.top, y + height) },
      { ...free, right: Math.min(free.right, x) },
      { ...free, left: Math.max(free.left, x + width) },
    ];
    free = cuts.reduce((best, cut) => (measureArea(cut) > measureArea(best) ? cut : best));
  }
  return free;
}

function measureArea({ left, top, right, bottom }: FreeBox): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}
