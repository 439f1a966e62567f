import type { Stage } from '../stage.ts';

export interface Plan {
  /** Seconds for which the signs have the picture to themselves, where there is no room for them beside the code. */
  wait: number;
  /** Whether the app's name is over the code. */
  head: boolean;
  phoneWidth: number;
  x: number;
  y: number;
  footTop: number;
  /** Whether it is before the foot, or behind it. */
  phoneInFront: boolean;
  /** On as many lines as there are baselines. */
  address: { x: number; lines: number[]; width: number; anchor: 'left' | 'middle'; most: number };
  /** Where to look for the app, on two lines; the app's name in Devanagari and that it is free. */
  stores: { x: number; lines: number[]; width: number; anchor: 'left' | 'middle' };
  named?: { x: number; y: number; width: number; anchor: 'left' | 'middle' };
  headline: { x: number; y: number; width: number; height: number; ideal: number };
  lockup: { x: number; y: number; height: number };
  /** About its middle. */
  button?: Button;
}

/** On the foot it says the address: a phone cannot scan its own screen. */
interface Button {
  x: number;
  y: number;
  width: number;
  height: number;
  on: 'phone' | 'foot';
}

/** Where things are in each shape of picture. */
export function planFor({ width, height, safe, shape: form, captionRoom }: Stage): Plan {
  const bottom = safe.y + safe.height;
  /** Lines below the phone; the address is in the button. */
  const centred = { x: width / 2, width: safe.width, anchor: 'middle' } as const;
  if (form === 'wide') {
    const phoneWidth = 806;
    const x = safe.x + safe.width - phoneWidth;
    const footTop = height * 0.66;
    return {
      wait: 0,
      head: true,
      phoneWidth,
      x,
      y: 10,
      footTop,
      phoneInFront: true,
      lockup: { x: safe.x, y: safe.y + 8, height: 104 },
      headline: {
        x: safe.x,
        y: safe.y + 142,
        width: x - safe.x - 70,
        height: (captionRoom?.y ?? footTop - 140) - safe.y - 142 - 46,
        ideal: 146,
      },
      // A caption is there and says the same.
      ...(captionRoom === undefined && {
        named: { x: safe.x, y: footTop - 38, width: x - safe.x - 60, anchor: 'left' },
      }),
      stores: {
        x: safe.x,
        lines: [footTop + 76, footTop + 192],
        width: x - safe.x - 40,
        anchor: 'left',
      },
      address: {
        x: safe.x,
        lines: [footTop + 292],
        width: x - safe.x - 40,
        anchor: 'left',
        most: 1.1,
      },
      button: {
        x: x + phoneWidth / 2,
        y: 952,
        width: phoneWidth - 2 * 24 - 60,
        height: 136,
        on: 'phone',
      },
    };
  }
  if (form === 'tall') {
    const phoneWidth = 800;
    const footTop = 1460;
    return {
      wait: 0,
      head: true,
      phoneWidth,
      x: (width - phoneWidth) / 2,
      y: 545,
      footTop,
      phoneInFront: false,
      lockup: { x: safe.x, y: safe.y + 8, height: 104 },
      headline: { x: safe.x, y: safe.y + 128, width: safe.width, height: 200, ideal: 92 },
      named: { x: safe.x, y: 496, width: safe.width, anchor: 'left' },
      stores: { ...centred, lines: [footTop + 70, footTop + 184] },
      address: { ...centred, lines: [], most: 1 },
      button: { x: width / 2, y: footTop + 292, width: safe.width, height: 124, on: 'foot' },
    };
  }
  const phoneWidth = 800;
  const footTop = height - 345;
  return {
    wait: 1.4,
    head: false,
    phoneWidth,
    x: (width - phoneWidth) / 2,
    y: -70,
    footTop,
    phoneInFront: false,
    lockup: { x: safe.x, y: safe.y + 8, height: 104 },
    headline: { x: safe.x, y: safe.y + 150, width: safe.width, height: 420, ideal: 132 },
    named: { x: safe.x, y: safe.y + 710, width: safe.width, anchor: 'left' },
    stores: { ...centred, lines: [footTop + 58, footTop + 171] },
    address: { ...centred, lines: [], most: 1 },
    button: { x: width / 2, y: bottom - 41, width: safe.width, height: 84, on: 'foot' },
  };
}
