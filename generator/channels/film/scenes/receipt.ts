import { multiply } from '../../../layout/path.ts';
import { between, easeBack, easeIn, easeInOut, easeOut, mix } from '../ease.ts';
import { appHead, form, icon, sendButton } from '../figures/screens.ts';
import { fitted, letter } from '../lettering.ts';
import { circle, drawn, growingBar, rectangle, roundedRectangle } from '../outline.ts';
import { about, clipped, type FilmShape, group, move, shape } from '../shape.ts';
import type { FilmKit, Stage } from '../stage.ts';
import { daylight, entering, listLines, lowTop, type Scene, standing } from './scene.ts';

/** Second at which the stamp comes down. */
export const stampTime = 1.25;

/** The phone sinks, a receipt rises out of it, and a stamp lands. */
export const receipt: Scene = (stage, kit, shot) => {
  const { figure, x, y } = standing(stage, kit);
  const middle = { x: x + figure.width / 2, y: y + figure.width * 0.85 };
  const ground = daylight(stage, middle)();
  const slip = paper(kit, figure.screen.width * 0.92, shot.icons[0] as string);
  const sink = lowTop(stage) - y;
  const head = appHead(kit, figure, stage.least);
  const [, formIcon = '', plane = '', done = ''] = shot.icons;
  const page = [
    ...form(kit, figure, formIcon).draw(1),
    ...sendButton(kit, figure, { plane, done }).draw(0, 1),
  ];
  const words = fitted(kit.fonts, listLines(shot, kit), wordsRoom(stage), {
    ink: 'navy',
    part: 'line',
  });
  const at =
    stage.shape === 'wide'
      ? { x: stage.safe.x, y: (stage.height - words.height) / 2 }
      : { x: stage.safe.x, y: stage.safe.y + (stage.shape === 'tall' ? stage.height * 0.03 : 0) };
  const lines = group(words.lines, { matrix: move(at.x, at.y) });
  const full = slip.height - figure.width * 0.02;
  const leave = shot.seconds - 0.24;

  return (seconds) => {
    const down = easeInOut(between(seconds, 0, 0.5));
    const away = easeIn(between(seconds, 0.3, 0.7));
    const up = easeBack(between(seconds, 0.4, 1), 0.9) * 0.96 + 0.04 * between(seconds, 0.9, 1.05);
    const hit = between(seconds, stampTime, stampTime + 0.28);
    // The blow goes through all of it and dies away.
    const jolt = hit > 0 && hit < 1 ? Math.sin(hit * Math.PI * 3) * (1 - hit) * 9 : 0;
    const top = y + sink * down + jolt;
    const screen = clipped(
      [...group(page, { matrix: move(0, figure.screen.width * 1.7 * away) }), ...head],
      figure.glass,
    );
    const gone = easeIn(between(seconds, leave, shot.seconds));
    const rise = top - full * up + jolt - gone * stage.height * 0.95;
    return [
      ...ground,
      ...entering(lines, seconds, {
        from: 0.5,
        rise: 40,
        apart: stampTime - 0.5,
        leave: leave - 0.02,
      }),
      ...(seconds > 0.4
        ? group(slip.draw(seconds), {
            matrix: move(x + (figure.width - slip.width) / 2, rise),
          })
        : []),
      ...group([...figure.walls, ...screen, ...figure.roof], { matrix: move(x, top) }),
    ];
  };
};

function wordsRoom(stage: Stage) {
  const { safe, width, height } = stage;
  if (stage.shape === 'wide')
    return { width: safe.width * 0.485, height: height * 0.5, ideal: height * 0.13 };
  if (stage.shape === 'tall')
    return { width: safe.width, height: height * 0.24, ideal: width * 0.13 };
  return { width: safe.width, height: height * 0.26, ideal: width * 0.095 };
}

/** The receipt: emblem, its name, lines that mean writing, and the seal. */
function paper(kit: FilmKit, width: number, sealIcon: string) {
  const u = width / 480;
  const height = 620 * u;
  const { emblem } = kit.pictures;
  const crest = (92 * u) / emblem.height;
  const name = letter(kit.fonts, kit.language === 'hi' ? 'रसीद' : 'Receipt', {
    height: 62 * u,
    ink: 'navy',
    part: 'slip',
    sign: true,
  });
  const teeth = Array.from(
    { length: 12 },
    (_, at) => `L${(at + 0.5) * 40} 0L${(at + 1) * 40} 16`,
  ).join('');
  const edge = drawn(`M0 16${teeth}V640H0Z`, [u, 0, 0, u, 0, 0]);
  const bar = growingBar(22 * u);
  const bars: [y: number, length: number][] = [
    [250, 400],
    [300, 330],
    [350, 380],
    [420, 210],
    [470, 180],
  ];
  const seal = [
    shape('seal', 'red', circle(0, 0, 78 * u)),
    icon(kit, sealIcon, 128 * u, 'paper', 'seal'),
  ];
  const sheet: FilmShape[] = [
    shape(
      'slip',
      'navy',
      roundedRectangle({ x: 10 * u, y: 22 * u, width: width, height }, 4),
      0.14,
    ),
    shape('slip', 'paper', edge),
    ...group(
      emblem.shapes.map(({ path, ink }) => shape('emblem', ink, path)),
      { matrix: [crest, 0, 0, crest, 44 * u, 60 * u] },
    ),
    ...group([name.shape], { matrix: move(44 * u + emblem.width * crest + 26 * u, 138 * u) }),
    shape('slip', 'marigold', rectangle({ x: 44 * u, y: 190 * u, width: 392 * u, height: 8 * u })),
  ];
  return {
    width,
    height,
    draw(seconds: number): FilmShape[] {
      const fall = easeIn(between(seconds, stampTime - 0.2, stampTime));
      const scale = mix(2.6, 1, fall);
      return [
        ...sheet,
        ...bars.flatMap(([y, length], at) => {
          const come = easeOut(between(seconds, 0.62 + at * 0.07, 0.9 + at * 0.07));
          return come > 0
            ? group([shape('slip', 'steel', bar(mix(22, length, come) * u), 0.55)], {
                matrix: move(44 * u, (y + 11) * u),
              })
            : [];
        }),
        ...(fall > 0
          ? group(seal, {
              matrix: multiply(move(352 * u, 470 * u), about(0, 0, scale, -0.2)),
              opacity: Math.min(1, fall * 2),
            })
          : []),
      ];
    },
  };
}
