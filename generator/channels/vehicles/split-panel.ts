import type { VehiclePanel } from '../../../campaigns/channels/vehicles/vehicles.ts';
import { codeShare, type Face, type Room, wideFace } from '../../artwork/signed-face.ts';

/** No letter nearer to the edge than this, which is cut by hand. */
export function panelSafeMm({ widthMm, heightMm }: { widthMm: number; heightMm: number }): number {
  return 0.03 * Math.min(widthMm, heightMm);
}

/**
 * A panel on a vehicle, read from a following car: the board with fewer words. What is under a fitting of the vehicle is
 * ground.
 */
export function splitFace(panel: VehiclePanel, bleedMm: number): Face {
  const { widthMm, heightMm, codeMm, keepOuts, ground } = panel;
  const safe = panelSafeMm(panel) + 0.5;
  const houseLeft = widthMm - safe - codeMm / codeShare;
  const beside = keepOuts.filter(({ x }) => x < houseLeft);
  const over = keepOuts.filter(({ x, width }) => x + width > houseLeft);
  const words = freeBox({ widthMm: houseLeft, heightMm }, beside);
  const house = freeBox(
    { widthMm: widthMm - houseLeft, heightMm },
    over.map((each) => ({ ...each, x: each.x - houseLeft })),
  );
  return wideFace({ width: widthMm, height: heightMm }, bleedMm, {
    words,
    house: {
      left: houseLeft + house.left,
      top: house.top + safe,
      right: houseLeft + house.right - safe,
      bottom: house.bottom - safe,
    },
    inset: Math.max(safe, 0.033 * (words.bottom - words.top)),
    hasServices: false,
    ground,
  });
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
): Room {
  let free: Room = { left: 0, top: 0, right: widthMm, bottom: heightMm };
  for (const { x, y, width, height } of keepOuts) {
    const cuts: Room[] = [
      { ...free, bottom: Math.min(free.bottom, y) },
      { ...free, top: Math.max(free.top, y + height) },
      { ...free, right: Math.min(free.right, x) },
      { ...free, left: Math.max(free.left, x + width) },
    ];
    free = cuts.reduce((best, cut) => (measureArea(cut) > measureArea(best) ? cut : best));
  }
  return free;
}

function measureArea({ left, top, right, bottom }: Room): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}
