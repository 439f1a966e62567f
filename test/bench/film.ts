import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filmSeconds, shotTimes } from '../../campaigns/channels/film/film.ts';
import {
  type Delivery,
  deliveries,
  filmFormats,
  frameCount,
} from '../../generator/channels/film/deliveries.ts';
import { encodeFilm, encodeFrames } from '../../generator/channels/film/encode-fs.ts';
import { runFfmpeg } from '../../generator/channels/film/ffmpeg.ts';
import { createPainter, drawFrames, type Frame } from '../../generator/channels/film/frames.ts';
import type { FilmShape } from '../../generator/channels/film/shape.ts';
import { mixSound } from '../../generator/channels/film/sound/mix-fs.ts';
import { writeWav } from '../../generator/channels/film/sound/wav.ts';
import { inkScreen } from '../../generator/ink/palette.ts';
import { writePath } from '../../generator/layout/path.ts';
import { film, openTestFilm } from '../generator/channels/film/source.ts';
import { browserOptions } from '../servers/browser-options.ts';
import { report } from './report.ts';

const source = openTestFilm();
const format = filmFormats.cinema;
const { width, height } = format.px;
const timeline = source.timeline(format);
const total = frameCount(timeline.seconds, format);
/** Frames from the whole film, for what would take too long frame by frame. */
const sample = Array.from({ length: 48 }, (_, at) => (at * 10) / format.fps);
const { signal } = new AbortController();
/** Of `/proc`, on every Linux that Node runs on. */
const ticksPerSecond = 100;
const h264 = deliveries.filter(({ item }) => /^film-(cinema|wide|tall|square)$/.test(item));
const cinema = h264.find(({ item }) => item === 'film-cinema') as Delivery;

const folder = await mkdtemp(join(tmpdir(), 'bench-film-'));
const sound = join(folder, 'sound.wav');
try {
  const piece = { seconds: filmSeconds(film), shots: shotTimes(film), loudness: film.loudness };
  await writeFile(sound, writeWav(await mixSound(piece, { take: undefined, signal })));
  let pictures = 0;
  const drawing = await timed(async () => {
    for await (const { repeats } of drawFrames(timeline, format)) pictures += Math.min(1, repeats);
  });
  const theatre = await timed(() => encode(cinema));
  const others = await timed(async () => {
    for (const delivery of h264) if (delivery !== cinema) await encode(delivery);
  });
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const sampled = await timed(() =>
    encodeFrames(drawn(), { ...encoding(cinema, 'sample'), total: sample.length }),
  );
  const peer = await byChromium();

  const each = (seconds: number) => ((seconds * 1000) / sample.length).toFixed(1);
  const drawingMs = (drawing.processor * 1000) / pictures;
  const all = theatre.wall + others.wall;
  const ratio = drawingMs / ((peer.shots * 1000) / sample.length);
  const whole = sampled.processor / (peer.shots + peer.encoding);
  report('film', [
    {
      what: 'a picture of the film drawn and read, 1998×1080',
      value: drawingMs,
      digits: 1,
      unit: 'processor ms',
      most: 8,
    },
    { what: 'the same by a Chromium screenshot', value: each(peer.shots), unit: 'processor ms' },
    { what: 'ours over the screenshot', value: ratio, digits: 2, most: 0.2 },
    {
      what: `${total} frames as H.264 for theatres`,
      value: theatre.processor,
      digits: 1,
      unit: 'processor s',
      most: 45,
    },
    { what: '… by the clock', value: theatre.wall, digits: 1, unit: 's' },
    {
      what: `${sample.length} frames from all of it as H.264, ours over screenshots and the same encoder`,
      value: whole,
      digits: 2,
    },
    {
      what: `the ${h264.length} shapes as H.264, by the clock`,
      value: all,
      digits: 1,
      unit: 's',
      most: 120,
    },
    { what: '… processor', value: theatre.processor + others.processor, digits: 1, unit: 's' },
    { what: 'memory at its highest', value: megabytes, unit: 'MB', most: 400 },
  ]);
} finally {
  await rm(folder, { recursive: true, force: true });
}

function encoding(delivery: Delivery, name: string) {
  return { delivery, sound, to: join(folder, `${name}.${delivery.extension}`), signal };
}

function encode(delivery: Delivery): Promise<void> {
  return encodeFilm(
    source.timeline(delivery.format, delivery.captions),
    encoding(delivery, delivery.item),
  );
}

async function* drawn(): AsyncGenerator<Frame> {
  const painter = createPainter(format);
  for (const at of sample) {
    yield { pixels: painter.draw(timeline.at(at)), repeats: 1 };
    // As in the film itself: pictures are freed only when the loop yields.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What tools do that film a page: the same shapes as SVG, photographed frame by frame as JPEG, then encoded alike. */
async function byChromium(): Promise<{ shots: number; encoding: number }> {
  const { chromium } = await import('playwright');
  const server = await chromium.launchServer(browserOptions);
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const page = await browser.newPage({ viewport: { width, height } });
    await page.setContent('<style>body{margin:0}</style><div id="film"></div>');
    const pictures: Buffer[] = [];
    const pid = server.process().pid as number;
    const shoot = async (at: number) => {
      const svg = svgOf(timeline.at(at));
      await page.evaluate((text) => {
        const film = document.getElementById('film');
        if (film !== null) film.innerHTML = text;
      }, svg);
      return page.screenshot({ type: 'jpeg', quality: 90 });
    };
    await shoot(0);
    const before = treeSeconds(pid);
    const own = await timed(async () => {
      for (const at of sample) pictures.push(await shoot(at));
    });
    const shots = treeSeconds(pid) - before + own.processor;
    const { processor } = await timed(() =>
      runFfmpeg(
        [
          '-f',
          'image2pipe',
          '-c:v',
          'mjpeg',
          '-r',
          String(format.fps),
          '-i',
          'pipe:0',
          ...cinema.video,
          join(folder, 'peer.mp4'),
        ],
        { input: pictures, signal },
      ),
    );
    await browser.close();
    return { shots, encoding: processor };
  } finally {
    await server.close();
  }
}

function svgOf(shapes: readonly FilmShape[]): string {
  const each = shapes.map(({ path, ink, matrix, opacity, clip }, at) => {
    const drawing = `<path d="${writePath(path, 'svg')}" fill="${inkScreen(ink)}" fill-opacity="${opacity}" transform="matrix(${matrix.join(' ')})"/>`;
    if (clip === undefined) return drawing;
    const edge = `<clipPath id="c${at}"><path d="${writePath(clip.path, 'svg')}" transform="matrix(${clip.matrix.join(' ')})"/></clipPath>`;
    return `${edge}<g clip-path="url(#c${at})">${drawing}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${each.join('')}</svg>`;
}

/** Processor seconds of this process and of the children that ended meanwhile, and the clock. */
async function timed(work: () => Promise<unknown>): Promise<{ processor: number; wall: number }> {
  const started = performance.now();
  const before = ownSeconds();
  await work();
  return { processor: ownSeconds() - before, wall: (performance.now() - started) / 1000 };
}

function ownSeconds(): number {
  const { user, system } = process.cpuUsage();
  const { ended } = statOf('self');
  return (user + system) / 1e6 + ended;
}

/** Of a process and all below it. */
function treeSeconds(root: number): number {
  const all = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          return [[Number(name), statOf(name)] as const];
        } catch {
          // It ended while the list was read.
          return [];
        }
      }),
  );
  const below = (pid: number): boolean =>
    pid === root || (all.has(pid) && below(all.get(pid)?.parent ?? 0));
  return [...all].reduce((sum, [pid, { running }]) => (below(pid) ? sum + running : sum), 0);
}

/** Seconds from `/proc/<pid>/stat`: its own so far, and those of its children that have ended. */
function statOf(pid: string): { parent: number; running: number; ended: number } {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [parent = 0] = fields.slice(1, 2);
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
  return {
    parent,
    running: (user + system) / ticksPerSecond,
    ended: (childUser + childSystem) / ticksPerSecond,
  };
}
