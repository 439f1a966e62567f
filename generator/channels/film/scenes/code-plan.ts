import type { BuildingAt } from '../../../artwork/building.ts';
import type { Stage } from '../stage.ts';

interface LineRoom {
  x: number;
  width: number;
}

export interface Plan {
  /** Where the building comes to stand. */
  house: BuildingAt;
  /** The step before its door bears the address: a phone cannot scan its own screen. */
  hasStep: boolean;
  footTop: number;
  /** Where the foot ends before the building; else the building stands on it. */
  footRight?: number;
  headline?: { x: number; y: number; width: number; height: number; ideal: number };
  /** The app's name in Devanagari and that it is free. */
  named?: LineRoom & { y: number };
  /** Another's phone, which a hand holds up to the door. */
  phone: { x: number; y: number; width: number };
  /** Where to look for the app: a line a baseline. */
  ways?: LineRoom & { lines: number[]; most?: number };
  /** Where there is room for one line only: they follow one another there while the code stands. */
  turns?: { x: number; y: number; width: number; height: number };
}

/** Where things are in each shape of picture; the signboard is as high as its letters have to be. */
export function planFor({ width, height, safe, shape: form, captionRoom, least }: Stage): Plan {
  const sign = 2.1 * least;
  if (form === 'wide') {
    const left = safe.x + safe.width - 864;
    const footTop = height * 0.59;
    const room = { x: safe.x, width: left - safe.x - 50 };
    return {
      house: place({ left, width: 936, top: 2, rise: 44, sign, forehead: 20, code: 759, step: 80 }),
      hasStep: true,
      footTop,
      footRight: left,
      headline: {
        ...room,
        y: safe.y + 20,
        height: (captionRoom?.y ?? footTop - 140) - safe.y - 66,
        ideal: 124,
      },
      // A caption is there and says the same.
      ...(captionRoom === undefined && { named: { ...room, y: footTop - 52 } }),
      phone: { x: left - 192, y: footTop + 44, width: 160 },
      ways: { ...room, width: room.width - 190, lines: [118, 238, 358].map((y) => footTop + y) },
    };
  }
  if (form === 'tall') {
    const footTop = 1600;
    const [rise, forehead, code, step] = [50, 38, 760, 100];
    const top = footTop - step - code - forehead - sign - rise;
    return {
      house: place({ left: 70, width: 940, top, rise, sign, forehead, code, step }),
      hasStep: true,
      footTop,
      headline: { x: safe.x, y: safe.y, width: safe.width, height: 260, ideal: 90 },
      named: { x: safe.x, width: safe.width, y: 482 },
      phone: { x: safe.x + safe.width - 210, y: footTop + 36, width: 190 },
      ways: { x: safe.x, width: safe.width - 270, lines: [1684, 1806], most: 1 },
    };
  }
  const left = (width - 800) / 2;
  const house = place({
    left,
    width: 800,
    top: 2,
    rise: 44,
    sign,
    forehead: 20,
    code: 694,
    step: 0,
  });
  const footTop = house.stepBottom;
  return {
    house,
    hasStep: false,
    footTop,
    phone: { x: 920, y: footTop + 18, width: 130 },
    turns: {
      x: safe.x,
      width: 836,
      y: footTop + 14,
      height: safe.y + safe.height - footTop - 14,
    },
  };
}

type Parts = 'left' | 'width' | 'top' | 'rise' | 'sign' | 'forehead' | 'code' | 'step';

function place(at: Record<Parts, number>): BuildingAt {
  const { left, width, top } = at;
  const signTop = top + at.rise;
  const code = { top: signTop + at.sign + at.forehead, size: at.code };
  const stepBottom = code.top + code.size + at.step;
  return {
    left,
    right: left + width,
    top,
    sign: { top: signTop, bottom: signTop + at.sign },
    code,
    stepBottom,
    bottom: stepBottom + 0.03 * width,
  };
}
