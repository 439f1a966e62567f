import { scriptShare } from '../../../artwork/legible.ts';
import type { InkName } from '../../../ink/palette.ts';
import { between, easeBack, easeIn, easeInOut, mix } from '../ease.ts';
import { appHead, codeOutline } from '../figures/screens.ts';
import { secondPhone } from '../figures/second-phone.ts';
import { type StationFigure, stationFigure } from '../figures/station.ts';
import { fitted, letter } from '../lettering.ts';
import { rectangle } from '../outline.ts';
import { clipped, type FilmShape, group, move, shape } from '../shape.ts';
import type { FilmKit, Stage } from '../stage.ts';
import { type Plan, planFor } from './code-plan.ts';
import { daylight, entering, listLines, lowTop, type Scene, standing } from './scene.ts';

/** Seconds in which the app's head goes up like a shutter, and from when on the code behind it stands. */
export const codeComes = { from: 0.04, whole: 0.7 } as const;

/**
 * The station comes near until its door is the code; then it stands still, so that every phone in the hall can read it,
 * as the one does that a hand holds up to it.
 */
export const code: Scene = (stage, kit, shot) => {
  const plan = planFor(stage);
  const { house, footTop, footRight = stage.width } = plan;
  const ground = daylight(stage, {
    x: (house.left + house.right) / 2,
    y: house.code.top + house.code.size / 2,
  })();
  const foot = rectangle({ x: 0, y: 0, width: footRight, height: stage.height });
  const base = [shape('foot', 'navy', foot)];
  const station = nearingStation(stage, kit, plan);
  const words = listLines(shot, kit);
  const signs = enteringSigns(stage, kit, plan, words);
  const ways = plan.turns
    ? takingTurns(kit, plan.turns, [words.join(' '), ...said(kit).all, kit.typed])
    : enteringWays(stage, kit, plan);
  const phone = secondPhone(kit, plan.phone, shot.icons);

  return (seconds) => {
    const rise = mix(stage.height, footTop, easeBack(between(seconds, 0.2, codeComes.whole), 0.9));
    const floor = group(base, { matrix: move(0, rise) });
    const near = [...station(seconds), ...floor, ...phone(seconds), ...ways(seconds)];
    return [...ground, ...signs(seconds), ...near];
  };
};

/** From where it sank in the shot before to where its door is the code. */
function nearingStation(
  stage: Stage,
  kit: FilmKit,
  { house, hasStep }: Plan,
): (seconds: number) => FilmShape[] {
  const figure = stationFigure(kit, house, { isRead: true });
  const rest = standing(stage, kit);
  const small = rest.figure.width / figure.width;
  const low = lowTop(stage);
  const { size, top } = house.code;
  const y = top - house.top;
  const qr = group([shape('qr', 'key', codeOutline(kit, size))], {
    matrix: move((figure.width - size) / 2, y),
  });
  const head = appHead(kit, figure, stage.least / small);
  // Behind the signboard.
  const up = -0.3 * figure.screen.width;
  const step = hasStep ? doorstep(kit, figure, y + size) : [];
  return (seconds) => {
    const near = easeInOut(between(seconds, 0, codeComes.whole));
    const scale = mix(small, 1, near);
    const opened = easeIn(between(seconds, codeComes.from, codeComes.whole - 0.1));
    return group(
      [
        ...figure.walls,
        ...step,
        ...clipped(qr, figure.glass),
        ...(opened < 1 ? clipped(group(head, { matrix: move(0, up * opened) }), figure.glass) : []),
        ...figure.roof,
      ],
      { matrix: [scale, 0, 0, scale, mix(rest.x, house.left, near), mix(low, house.top, near)] },
    );
  };
}

/** The red step before the door, with the address. */
function doorstep(kit: FilmKit, { screen }: StationFigure, top: number): FilmShape[] {
  const box = { x: screen.x, y: top, width: screen.width, height: screen.y + screen.height - top };
  const words = fitted(
    kit.fonts,
    [kit.typed],
    { width: box.width * 0.94, height: box.height * 0.92, ideal: box.height },
    { ink: 'paper', part: 'address', weight: 700 },
  );
  return [
    shape('step', 'red', rectangle(box)),
    ...group(words.lines, {
      matrix: move(box.x + (box.width - words.width) / 2, box.y + (box.height - words.height) / 2),
    }),
  ];
}

/** Headline and app, one after the other, beside the building or over it. */
function enteringSigns(
  { least }: Stage,
  kit: FilmKit,
  { headline, named }: Plan,
  words: readonly string[],
): (seconds: number) => FilmShape[] {
  if (headline === undefined) return () => [];
  const { lines } = fitted(kit.fonts, words, headline, { ink: 'navy', part: 'line' });
  const first = group(lines, { matrix: move(headline.x, headline.y) });
  const free = named ? sized(kit, said(kit).named, { ...named, least, ink: 'navy' }) : [];
  return (seconds) => [
    ...entering(first, seconds, { from: -0.2, rise: 40 }),
    ...entering(free, seconds, { from: 0.2, rise: 30 }),
  ];
}

/** The stores, and the name to look for there. */
function enteringWays(
  { least }: Stage,
  kit: FilmKit,
  { ways }: Plan,
): (seconds: number) => FilmShape[] {
  if (ways === undefined) return () => [];
  const { stores } = said(kit);
  const texts = ways.lines.length > 2 ? stores.join(' ').split(/(?<=\/) | (?=“)/) : stores;
  const lines = texts.flatMap((text, at) =>
    sized(kit, text, { ...ways, y: ways.lines[at] ?? 0, least, ink: 'paper' }),
  );
  return (seconds) => entering(lines, seconds, { from: 0.4, rise: 30, apart: 0.08 });
}

/** The campaign's words at the end; the stores' own names are Latin, and apart from what to look for there. */
function said({ campaign: { copy, app }, language }: FilmKit) {
  const stores = copy.stores[language];
  const cut = Math.max(
    stores.search(/\p{Script=Devanagari}/u),
    stores.indexOf('“') * Number(language === 'en'),
  );
  const named = `${language === 'hi' ? app.nameHi : app.name}: ${copy.free[language]}`;
  const halves = [stores.slice(0, cut).trim(), stores.slice(cut).trim()];
  return {
    named,
    stores: halves,
    all: [named, ...halves],
  };
}

/** Seconds at which each line of the foot gives way to the next; the last one stays. */
const turnTimes = [0.4, 2.2, 3.6, 5, 6.4] as const;

/** One line at a time, large: each comes up from below as the one before it goes. */
function takingTurns(
  { fonts }: FilmKit,
  room: { x: number; y: number; width: number; height: number },
  texts: readonly string[],
): (seconds: number) => FilmShape[] {
  const lines = texts.map((text, at) => {
    const ink = at === texts.length - 1 ? 'marigold' : 'paper';
    const how = { ink, part: at === texts.length - 1 ? 'address' : 'line' } as const;
    const set = fitted(fonts, [text], { ...room, ideal: room.height * 0.56 }, how);
    const x = room.x + (room.width - set.width) / 2;
    return group(set.lines, { matrix: move(x, room.y + (room.height - set.height) / 2) });
  });
  return (seconds) =>
    lines.flatMap((line, at) => {
      const from = turnTimes[at] ?? 0;
      const next = turnTimes[at + 1];
      return entering(line, seconds, {
        from,
        rise: 40,
        ...(next !== undefined && { leave: next - 0.2 }),
      });
    });
}

/** A line as large as its room, from the least height of its script to an eighth more. */
function sized(
  { fonts }: FilmKit,
  text: string,
  at: {
    x: number;
    y: number;
    width: number;
    least: number;
    most?: number;
    ink: InkName;
  },
): FilmShape[] {
  const how = { ink: at.ink, part: 'line', weight: 700 } as const;
  const { width } = letter(fonts, text, { ...how, height: 1 });
  const least = at.least * scriptShare(text);
  const height = Math.max(least, Math.min(at.least * (at.most ?? 1.12), at.width / width));
  return group([letter(fonts, text, { ...how, height }).shape], { matrix: move(at.x, at.y) });
}
