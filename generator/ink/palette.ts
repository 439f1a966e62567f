import * as house from '../../campaigns/house-colours.ts';

/** Process ink in per cent: cyan, magenta, yellow, key. */
export type Cmyk = readonly [c: number, m: number, y: number, k: number];

/**
 * Every colour of the artwork, named once: what the press lays down and what a screen shows for it.
 * Total ink stays at or under 300 %; QR modules and small text are pure key, so that a plate out of register
 * cannot blur them.
 */
export const palette = {
  navy: { cmyk: [100, 85, 20, 30], screen: `#${house.navy}` },
  red: { cmyk: [0, 100, 90, 5], screen: `#${house.red}` },
  marigold: { cmyk: [0, 30, 95, 0], screen: `#${house.marigold}` },
  paper: { cmyk: [0, 0, 0, 0], screen: `#${house.white}` },
  key: { cmyk: [0, 0, 0, 100], screen: `#${house.key}` },
  mist: { cmyk: [8, 4, 2, 0], screen: `#${house.mist}` },
  steel: { cmyk: [60, 42, 12, 4], screen: `#${house.steel}` },
} as const satisfies Record<string, { cmyk: Cmyk; screen: string }>;

export type InkName = keyof typeof palette;

/** An ink by name, or a colour of the emblem file that has no name. */
export type Ink = InkName | { cmyk: Cmyk; screen: string };

export function inkCmyk(ink: Ink): Cmyk {
  return typeof ink === 'string' ? palette[ink].cmyk : ink.cmyk;
}

export function inkScreen(ink: Ink): string {
  return typeof ink === 'string' ? palette[ink].screen : ink.screen;
}

/** The palette's name for a screen colour, where it has one. */
export function inkOfScreen(screen: string): InkName | undefined {
  const wanted = screen.toUpperCase();
  return (Object.keys(palette) as InkName[]).find((name) => palette[name].screen === wanted);
}

/**
 * Ink for a screen colour outside the palette, with the grey part moved wholly to key: total ink can
 * then never pass 200 %.
 * @param screen `#RRGGBB`
 */
export function inkFromScreen(screen: string): Ink {
  const named = inkOfScreen(screen);
  if (named !== undefined) return named;
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(screen);
  if (channels === null) throw new Error(`Expected a colour #RRGGBB, got "${screen}"`);
  const [c, m, y] = channels.slice(1).map((hex) => 1 - Number.parseInt(hex, 16) / 255) as [
    number,
    number,
    number,
  ];
  const k = Math.min(c, m, y);
  const percent = (value: number) => Math.round(k === 1 ? 0 : ((value - k) / (1 - k)) * 100);
  return { cmyk: [percent(c), percent(m), percent(y), Math.round(k * 100)], screen };
}
