import { darkRuns, quietModules } from '../../../qr/qr-code.ts';
import { between, easeBack, easeInOut, easeOut, mix } from '../ease.ts';
import { phone } from '../figures/phone.ts';
import { appHead, appHeads } from '../figures/screens.ts';
import { fitted, letter, type SetLine } from '../lettering.ts';
import { joined, rectangle, roundedRectangle } from '../outline.ts';
import { clipped, type FilmShape, group, move, shape } from '../shape.ts';
import type { FilmKit } from '../stage.ts';
import { type Plan, planFor } from './code-plan.ts';
import { entering } from './entrance.ts';
import { daylight, standing } from './light.ts';
import { listLines, type Scene } from './scene.ts';

/** The phone comes near until its screen is the code; then nothing moves, so that every phone in the hall can read it. */
export const code: Scene = (stage, kit, shot) => {
  const rest = standing(stage);
  const low = { wide: stage.height * 0.7, square: stage.height * 0.83, tall: stage.height * 0.76 }[
    stage.shape
  ];
  const plan = planFor(stage);
  const figure = phone(plan.phoneWidth);
  const u = plan.phoneWidth / 1000;
  const codeSide = figure.screen.width;
  const codeTop = figure.screen.y + (plan.head ? appHeads.low.height : bareTop) * u;
  const ground = daylight(stage, {
    x: plan.x + plan.phoneWidth / 2,
    y: plan.y + codeTop + codeSide / 2,
  });
  const module = codeSide / (kit.qr.size + 2 * quietModules);
  const modules = joined(
    darkRuns(kit.qr).map(({ y, from, to }) =>
      rectangle({
        x: (from + quietModules) * module,
        y: (y + quietModules) * module,
        width: (to - from) * module,
        height: module,
      }),
    ),
  );
  const symbol = group([shape('qr', 'key', modules)], { matrix: move(figure.screen.x, codeTop) });
  const foot = shape(
    'foot',
    'navy',
    rectangle({ x: 0, y: 0, width: stage.width, height: stage.height }),
  );
  const rows = rowsOf(kit, module).map((row) =>
    group([row], { matrix: move(figure.screen.x, codeTop) }),
  );
  const head = appHead(kit, figure, stage.least);
  const lowHead = plan.head ? appHead(kit, figure, stage.least, 'low') : [];

  const { least } = stage;
  const address = addressLines(kit, plan, least);
  const call = button(
    kit,
    { width: plan.button?.width ?? 0, height: plan.button?.height ?? 0 },
    least * 1.06,
  );
  const sky =
    plan.headline &&
    fitted(kit.fonts, listLines(shot, kit), plan.headline, { ink: 'navy', part: 'line' });
  const crest = plan.lockup && lockup(kit, plan.lockup, least);
  const tile = plan.tile && appTile(kit, plan.tile.size);

  return (seconds) => {
    const near = easeInOut(between(seconds, 0, 0.7));
    const scale = mix(rest.figure.width / plan.phoneWidth, 1, near);
    const x = mix(rest.x, plan.x, near);
    const y = mix(low, plan.y, near);
    const opened = easeOut(between(seconds, 0.45, 0.75));
    const drawnRows = between(seconds, 0.7, 1.3) * (rows.length + 6);
    const whole = drawnRows >= rows.length + 6;
    const qr = whole
      ? symbol
      : rows.flatMap((row, at) =>
          group(row, { opacity: Math.min(1, Math.max(0, (drawnRows - at) / 6)) }),
        );
    const footTop = mix(stage.height, plan.footTop, easeBack(between(seconds, 0.35, 0.85), 0.9));
    const standsOn = plan.phoneInFront;
    const handset = group(
      [
        ...figure.shapes,
        ...clipped(group(head, { opacity: 1 - opened }), figure.glass),
        ...group(lowHead, { opacity: opened }),
        ...qr,
        ...(plan.button?.on === 'phone' && seconds > 0.9
          ? group(group(call, { matrix: growing(seconds, 0.95) }), {
              matrix: move(plan.button.x - plan.x, plan.button.y - plan.y),
            })
          : []),
      ],
      { matrix: [scale, 0, 0, scale, x, y] },
    );
    const base = group([foot], { matrix: move(0, footTop) });
    return [
      ...ground,
      ...(standsOn ? [...base, ...handset] : [...handset, ...base]),
      ...(crest ? entering(crest, seconds, { from: 0.55, rise: 30, apart: 0 }) : []),
      ...(sky && plan.headline
        ? entering(group(sky.lines, { matrix: move(plan.headline.x, plan.headline.y) }), seconds, {
            from: 0.7,
            rise: 40,
          })
        : []),
      ...(tile && plan.tile
        ? entering(group(tile, { matrix: move(plan.tile.x, plan.tile.y) }), seconds, {
            from: 0.95,
            rise: 30,
            apart: 0,
          })
        : []),
      ...entering(address, seconds, { from: 0.95, rise: 30, apart: 0.08 }),
      ...(plan.button?.on === 'foot'
        ? group(group(call, { matrix: growing(seconds, 1.05) }), {
            matrix: move(plan.button.x, plan.button.y),
            opacity: between(seconds, 1.05, 1.15),
          })
        : []),
    ];
  };
};

function growing(seconds: number, from: number) {
  const grow = mix(0.5, 1, easeBack(between(seconds, from, from + 0.35)));
  return [grow, 0, 0, grow, 0, 0] as const;
}

/** Room over the code where the phone has no head, in thousandths of its width. */
const bareTop = 34;

/** The address broken at its stroke: each line is read in one go. */
function addressLines(kit: FilmKit, plan: Plan, least: number): FilmShape[] {
  const [host = '', ...rest] = kit.typed.split('/');
  return [host, `/${rest.join('/')}`].flatMap((content, at) => {
    const how = {
      ink: at === 0 ? 'paper' : 'marigold',
      part: 'address',
      anchor: plan.address.anchor,
    } as const;
    const unit = letter(kit.fonts, content, { ...how, height: 1 });
    const height = Math.max(
      least,
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
  kit: FilmKit,
  size: { width: number; height: number },
  letterHeight: number,
): FilmShape[] {
  const line = letter(kit.fonts, kit.campaign.copy.scan[kit.language], {
    height: letterHeight,
    ink: 'paper',
    part: 'scan',
    anchor: 'middle',
  });
  const { width, height } = size;
  return [
    shape(
      'button',
      'red',
      roundedRectangle({ x: -width / 2, y: -height / 2, width, height }, height * 0.34),
    ),
    ...group([line.shape], { matrix: move(0, middleOf(line)) }),
  ];
}

function middleOf({ above, below }: SetLine): number {
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
      matrix: move(at.x + emblem.width * scale + 26, at.y + at.height / 2 + middleOf(name)),
    }),
  ];
}

/** The square by which the app is known on the phone. */
function appTile(kit: FilmKit, size: number): FilmShape[] {
  const words = kit.campaign.app.name.split(' ');
  return [
    shape(
      'tile',
      'marigold',
      roundedRectangle({ x: 0, y: 0, width: size, height: size }, size * 0.23),
    ),
    ...words.flatMap((word, at) => {
      const line = letter(kit.fonts, word, {
        height: size * 0.25,
        ink: 'navy',
        part: 'tile',
        anchor: 'middle',
        sign: true,
      });
      return group([line.shape], { matrix: move(size / 2, size * (0.44 + at * 0.35)) });
    }),
  ];
}

/** The code row by row, for the moment in which it comes. */
function rowsOf({ qr }: FilmKit, module: number): FilmShape[] {
  const runs = Map.groupBy(darkRuns(qr), ({ y }) => y);
  return [...runs.values()].map((row) =>
    shape(
      'qr-row',
      'key',
      joined(
        row.map(({ y, from, to }) =>
          rectangle({
            x: (from + quietModules) * module,
            y: (y + quietModules) * module,
            width: (to - from) * module,
            height: module,
          }),
        ),
      ),
    ),
  );
}
