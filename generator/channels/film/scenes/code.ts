import { scriptShare } from '../../../artwork/legible.ts';
import type { InkName } from '../../../ink/palette.ts';
import { darkRuns, quietModules } from '../../../qr/qr-code.ts';
import { between, easeBack, easeIn, easeInOut, mix } from '../ease.ts';
import { appHead } from '../figures/screens.ts';
import { type StationFigure, stationFigure } from '../figures/station.ts';
import { fitted, letter } from '../lettering.ts';
import { joined, rectangle } from '../outline.ts';
import { clipped, type FilmShape, group, move, shape } from '../shape.ts';
import type { FilmKit, Stage } from '../stage.ts';
import { type Plan, planFor } from './code-plan.ts';
import { daylight, entering, listLines, lowTop, type Scene, standing } from './scene.ts';

/** Seconds between which the code comes, row by row, and from when on it stands. */
export const codeComes = { from: 0.4, whole: 0.95 } as const;

/** The station comes near until its door is the code; then it stands still, so that every phone in the hall can read it. */
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

  return (seconds) => {
    const rise = mix(stage.height, footTop, easeBack(between(seconds, 0.35, 0.85), 0.9));
    const floor = group(base, { matrix: move(0, rise) });
    return [...ground, ...signs(seconds), ...station(seconds), ...floor, ...ways(seconds)];
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
  const qr = appearingCode(kit, { x: (figure.width - size) / 2, y, size });
  const head = appHead(kit, figure, stage.least / small);
  // Behind the signboard.
  const up = -0.3 * figure.screen.width;
  const step = hasStep ? doorstep(kit, figure, y + size) : [];
  return (seconds) => {
    const near = easeInOut(between(seconds, 0, 0.7));
    const scale = mix(small, 1, near);
    const opened = easeIn(between(seconds, 0.02, 0.34));
    return group(
      [
        ...figure.walls,
        ...step,
        ...(opened < 1 ? clipped(group(head, { matrix: move(0, up * opened) }), figure.glass) : []),
        ...qr(seconds),
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

/** The code comes row by row, and is one shape once it is whole. */
function appearingCode(
  { qr }: FilmKit,
  { x, y, size }: { x: number; y: number; size: number },
): (seconds: number) => FilmShape[] {
  const module = size / (qr.size + 2 * quietModules);
  const matrix = move(x, y);
  const outline = (runs: ReturnType<typeof darkRuns>) =>
    joined(
      runs.map(({ y, from, to }) =>
        rectangle({
          x: (from + quietModules) * module,
          y: (y + quietModules) * module,
          width: (to - from) * module,
          height: module,
        }),
      ),
    );
  const runs = darkRuns(qr);
  const symbol = group([shape('qr', 'key', outline(runs))], { matrix });
  const rows = [...Map.groupBy(runs, ({ y }) => y).values()].map((row) =>
    group([shape('qr-row', 'key', outline(row))], { matrix }),
  );
  return (seconds) => {
    const { from, whole } = codeComes;
    const drawnRows = between(seconds, from, whole) * (rows.length + 6);
    if (drawnRows >= rows.length + 6) return symbol;
    return rows.flatMap((row, at) =>
      group(row, { opacity: Math.min(1, Math.max(0, (drawnRows - at) / 6)) }),
    );
  };
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
    ...entering(first, seconds, { from: 0, rise: 40 }),
    ...entering(free, seconds, { from: 0.3, rise: 30 }),
  ];
}

/** The call, the stores, and the name to look for there. */
function enteringWays(
  { least }: Stage,
  kit: FilmKit,
  { ways }: Plan,
): (seconds: number) => FilmShape[] {
  if (ways === undefined) return () => [];
  const { call, stores } = said(kit);
  const texts = [call, ...stores].slice(-ways.lines.length);
  const lines = texts.flatMap((text, at) =>
    sized(kit, text, {
      ...ways,
      y: ways.lines[at] ?? 0,
      least,
      ink: text === call ? 'marigold' : 'paper',
    }),
  );
  return (seconds) => entering(lines, seconds, { from: 0.7, rise: 30, apart: 0.08 });
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
    call: (copy.doorstep ?? copy.scan)[language],
    named,
    stores: halves,
    all: [named, ...halves],
  };
}

/** Seconds at which each line of the foot gives way to the next; the last one stays. */
const turnTimes = [0.6, 2.9, 4.5, 6, 7.5] as const;

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
    anchor: 'left' | 'middle';
    least: number;
    most?: number;
    ink: InkName;
  },
): FilmShape[] {
  const how = { ink: at.ink, anchor: at.anchor, part: 'line', weight: 700 } as const;
  const { width } = letter(fonts, text, { ...how, height: 1 });
  const least = at.least * scriptShare(text);
  const height = Math.max(least, Math.min(at.least * (at.most ?? 1.12), at.width / width));
  return group([letter(fonts, text, { ...how, height }).shape], { matrix: move(at.x, at.y) });
}
