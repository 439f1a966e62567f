import type { Stage } from '../stage.ts';

export type Plan = {
  /** Whether the app's name stands over the code. */
  head: boolean;
  phoneWidth: number;
  x: number;
  y: number;
  footTop: number;
  /** Whether it stands before the foot, or behind it. */
  phoneInFront: boolean;
  address: { x: number; lines: number[]; width: number; anchor: 'left' | 'middle'; most: number };
  headline?: { x: number; y: number; width: number; height: number; ideal: number };
  lockup?: { x: number; y: number; height: number };
  tile?: { x: number; y: number; size: number };
  /** About its middle. */
  button?: { x: number; y: number; width: number; height: number; on: 'phone' | 'foot' };
};

/** Where things stand in each shape of picture. */
export function planFor({ width, height, safe, shape: form, captionRoom }: Stage): Plan {
  const bottom = safe.y + safe.height;
  if (form === 'wide') {
    const phoneWidth = 806;
    const x = safe.x + safe.width - phoneWidth;
    const footTop = height * 0.7;
    return {
      head: true,
      phoneWidth,
      x,
      y: 10,
      footTop,
      phoneInFront: true,
      lockup: { x: safe.x, y: safe.y + 8, height: 104 },
      headline: {
        x: safe.x,
        y: safe.y + 178,
        width: x - safe.x - 70,
        height: (captionRoom?.y ?? footTop - 40) - safe.y - 178 - 22,
        ideal: 146,
      },
      address: {
        x: safe.x,
        lines: [footTop + 112, footTop + 242],
        width: x - safe.x - 60,
        anchor: 'left',
        most: 1.3,
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
    const phoneWidth = 868;
    const footTop = 1440;
    return {
      head: true,
      phoneWidth,
      x: (width - phoneWidth) / 2,
      y: 440,
      footTop,
      phoneInFront: false,
      lockup: { x: safe.x, y: safe.y + 8, height: 104 },
      headline: { x: safe.x, y: safe.y + 150, width: safe.width, height: 240, ideal: 104 },
      address: {
        x: width / 2,
        lines: [footTop + 250, bottom - 32],
        width: safe.width,
        anchor: 'middle',
        most: 1.14,
      },
      button: { x: width / 2, y: footTop + 94, width: 640, height: 124, on: 'foot' },
    };
  }
  const phoneWidth = 800;
  const footTop = height - 268;
  return {
    head: false,
    phoneWidth,
    x: (width - phoneWidth) / 2,
    y: -6,
    footTop,
    phoneInFront: false,
    address: {
      x: safe.x,
      lines: [footTop + 98, bottom - 26],
      width: safe.width * 0.8,
      anchor: 'left',
      most: 1.04,
    },
    tile: { x: safe.x + safe.width - 150, y: footTop + 62, size: 150 },
  };
}
