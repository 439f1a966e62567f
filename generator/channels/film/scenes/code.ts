import { scriptShare } from '../../../artwork/legible.ts';
import type { InkName } from '../../../ink/palette.ts';
import { darkRuns, quietModules } from '../../../qr/qr-code.ts';
import { between, easeBack, easeInOut, easeOut, mix } from '../ease.ts';
import { type PhoneFigure, phone } from '../figures/phone.ts';
import { appHead, appHeads } from '../figures/screens.ts';
import { fitted, letter, type SetLine } from '../lettering.ts';
import { joined, rectangle, roundedRectangle } from '../outline.ts';
import { clipped, type FilmShape, group, move, shape } from '../shape.ts';
import type { FilmKit, Stage } from '../stage.ts';
import { type Plan, planFor } from './code-plan.ts';
import { daylight, entering, listLines, lowTop, type Scene, standing } from './scene.ts';

/** The phone comes near until its screen is the code; then nothing moves, so that every phone in the hall can read it. */
export const code: Scene = (stage, kit, shot) => {
  const plan = planFor(stage);
  const figure = phone(plan.phoneWidth);
  const u = plan.phoneWidth / 1000;
  const codeTop = figure.screen.y + (plan.head ? appHeads.low.height : bareTop) * u;
  const ground = daylight(stage, {
    x: plan.x + plan.phoneWidth / 2,
    y: plan.y + codeTop + figure.screen.width / 2,
  });
  const foot = shape(
    'foot',
    'navy',
    rectangle({ x: 0, y: 0, width: stage.width, height: stage.height }),
  );
  const { width = 0, height = 0 } = plan.button ?? {};
  const said = plan.button?.on === 'foot' ? kit.typed : kit.campaign.copy.scan[kit.language];
  const call = button(kit, said, { width, height, most: stage.least * 1.06 });
  const handset = nearingPhone(stage, kit, { plan, figure, codeTop, call });
  const signs = enteringSigns(stage, kit, plan, listLines(shot, kit));
  const ways = enteringWays(stage, kit, plan);

  return (since) => {
    const seconds = since - plan.wait;
    const footTop = mix(stage.height, plan.footTop, easeBack(between(seconds, 0.35, 0.85), 0.9));
    const base = group([foot], { matrix: move(0, footTop) });
    return [
      ...ground,
      ...signs(since),
      ...(plan.phoneInFront ? [...base, ...handset(seconds)] : [...handset(seconds), ...base]),
      ...ways(seconds),
      ...(plan.button?.on === 'foot'
        ? group(group(call, { matrix: growing(seconds, 1.05) }), {
            matrix: move(plan.button.x, plan.button.y),
            opacity: between(seconds, 1.05, 1.15),
          })
        : []),
    ];
  };
};

/** From the place of the phone in the shots before to where its screen fills with the code. */
function nearingPhone(
  stage: Stage,
  kit: FilmKit,
  parts: { plan: Plan; figure: PhoneFigure; codeTop: number; call: FilmShape[] },
): (seconds: number) => FilmShape[] {
  const { plan, figure, codeTop, call } = parts;
  const rest = standing(stage);
  const low = lowTop(stage);
  const qr = appearingCode(kit, figure, codeTop);
  const head = appHead(kit, figure, stage.least);
  const lowHead = plan.head ? appHead(kit, figure, stage.least, 'low') : [];

  return (seconds) => {
    const near = easeInOut(between(seconds, 0, 0.7));
    const scale = mix(rest.figure.width / plan.phoneWidth, 1, near);
    const x = mix(rest.x, plan.x, near);
    const y = mix(low, plan.y, near);
    const opened = easeOut(between(seconds, 0.1, 0.4));
    return group(
      [
        ...figure.shapes,
        ...clipped(group(head, { opacity: 1 - opened }), figure.glass),
        ...group(lowHead, { opacity: opened }),
        ...qr(seconds),
        ...(plan.button?.on === 'phone' && seconds > 0.9
          ? group(group(call, { matrix: growing(seconds, 0.95) }), {
              matrix: move(plan.button.x - plan.x, plan.button.y - plan.y),
            })
          : []),
      ],
      { matrix: [scale, 0, 0, scale, x, y] },
    );
  };
}

/** The code comes row by row, and is one shape once it is whole. */
function appearingCode(
  { qr }: FilmKit,
  { screen }: PhoneFigure,
  top: number,
): (seconds: number) => FilmShape[] {
  const module = screen.width / (qr.size + 2 * quietModules);
  const matrix = move(screen.x, top);
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
    const drawnRows = between(seconds, 0.4, 0.95) * (rows.length + 6);
    if (drawnRows >= rows.length + 6) return symbol;
    return rows.flatMap((row, at) =>
      group(row, { opacity: Math.min(1, Math.max(0, (drawnRows - at) / 6)) }),
    );
  };
}

/** Emblem, headline and app, one after the other; they leave where the phone needs their place. */
function enteringSigns(
  { least }: Stage,
  kit: FilmKit,
  { lockup: crestAt, headline: headlineAt, named, wait }: Plan,
  words: readonly string[],
): (seconds: number) => FilmShape[] {
  const { language } = kit;
  const { copy, app } = kit.campaign;
  const crest = lockup(kit, crestAt, least);
  const headline = group(
    fitted(kit.fonts, words, headlineAt, { ink: 'navy', part: 'line' }).lines,
    { matrix: move(headlineAt.x, headlineAt.y) },
  );
  const own = `${language === 'hi' ? app.nameHi : app.name}: ${copy.free[language]}`;
  const free = named ? sized(kit, own, { ...named, least, ink: 'navy' }) : [];
  const leave = wait > 0 ? { leave: wait + 0.1 } : {};
  return (seconds) => [
    ...entering(crest, seconds, { from: -0.1, rise: 30, apart: 0, ...leave }),
    ...entering(headline, seconds, { from: 0, rise: 40, ...leave }),
    ...entering(free, seconds, { from: 0.3, rise: 30, ...leave }),
  ];
}

/** The stores and what to look for there, and the address. */
function enteringWays(
  { least }: Stage,
  kit: FilmKit,
  plan: Plan,
): (seconds: number) => FilmShape[] {
  const { stores } = plan;
  const { language } = kit;
  const said = kit.campaign.copy.stores[language];
  // The stores' own names are Latin, and shorter so.
  const cut = Math.max(
    said.search(/\p{Script=Devanagari}/u),
    said.indexOf('“') * Number(language === 'en'),
  );
  const where = [said.slice(0, cut), said.slice(cut)].flatMap((text, at) =>
    sized(kit, text.trim(), { ...stores, y: stores.lines[at] ?? 0, least, ink: 'paper' }),
  );
  const lines = [...where, ...addressLines(kit, plan, least)];
  return (seconds) => entering(lines, seconds, { from: 0.7, rise: 30, apart: 0.08 });
}

function growing(seconds: number, from: number) {
  const grow = mix(0.5, 1, easeBack(between(seconds, from, from + 0.35)));
  return [grow, 0, 0, grow, 0, 0] as const;
}

/** Room over the code where the phone has no head, in thousandths of its width. */
const bareTop = 34;

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
    ink: InkName;
  },
): FilmShape[] {
  const how = { ink: at.ink, anchor: at.anchor, part: 'line', weight: 700 } as const;
  const { width } = letter(fonts, text, { ...how, height: 1 });
  const least = at.least * scriptShare(text);
  const height = Math.max(least, Math.min(least * 1.12, at.width / width));
  return group([letter(fonts, text, { ...how, height }).shape], { matrix: move(at.x, at.y) });
}

/** The address, broken at its stroke where there are two lines: each is read in one go. */
function addressLines(kit: FilmKit, plan: Plan, least: number): FilmShape[] {
  const [host = '', ...rest] = kit.typed.split('/');
  const { length } = plan.address.lines;
  const pieces = length > 1 ? [host, `/${rest.join('/')}`] : [kit.typed].slice(0, length);
  return pieces.flatMap((content, at) => {
    const how = {
      ink: at === 0 ? 'paper' : 'marigold',
      part: 'address',
      anchor: plan.address.anchor,
    } as const;
    const unit = letter(kit.fonts, content, { ...how, height: 1 });
    const height = Math.max(
      least * scriptShare(content),
      Math.min(least * plan.address.most, plan.address.width / unit.width),
    );
    const line = letter(kit.fonts, content, {
      ...how,
      height: at === 0 ? height : Math.max(height, least * Math.min(1.15, plan.address.most)),
    });
    return group([line.shape], { matrix: move(plan.address.x, plan.address.lines[at] as number) });
  });
}

/** The red button about its middle. */
function button(
  { fonts }: FilmKit,
  content: string,
  { width, height, most }: { width: number; height: number; most: number },
): FilmShape[] {
  const how = { ink: 'paper', part: 'scan', anchor: 'middle' } as const;
  const unit = letter(fonts, content, { ...how, height: 1 });
  const line = letter(fonts, content, {
    ...how,
    height: Math.min(most, (width * 0.92) / unit.width),
  });
  return [
    shape(
      'button',
      'red',
      roundedRectangle({ x: -width / 2, y: -height / 2, width, height }, height * 0.34),
    ),
    ...group([line.shape], { matrix: move(0, offsetToMiddle(line)) }),
  ];
}

function offsetToMiddle({ above, below }: SetLine): number {
  return (above - below) / 2;
}

/** The emblem and the force's name. */
function lockup(
  kit: FilmKit,
  at: { x: number; y: number; height: number },
  least: number,
): FilmShape[] {
  const { emblem } = kit.pictures;
  const scale = at.height / emblem.height;
  const crest = emblem.shapes.map(({ path, ink }) => shape('emblem', ink, path));
  const name = letter(kit.fonts, kit.campaign.copy.state[kit.language], {
    height: least,
    weight: 700,
    ink: 'navy',
    part: 'owner',
  });
  return [
    ...group(crest, { matrix: [scale, 0, 0, scale, at.x, at.y] }),
    ...group([name.shape], {
      matrix: move(at.x + emblem.width * scale + 26, at.y + at.height / 2 + offsetToMiddle(name)),
    }),
  ];
}
