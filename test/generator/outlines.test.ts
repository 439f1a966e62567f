import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import opentype from 'opentype.js';
import { expect, test } from 'vitest';
import { boardStations, stationKinds } from '../../campaigns/directory/station.ts';
import { fontPath } from '../../campaigns/languages/typesetting/font-files-fs.ts';
import { artworkById } from '../../generator/artwork/catalogue.ts';
import { createImprints } from '../../generator/run/station-imprints.ts';
import { campaign, directory, layOutOne, openStamper, registry } from './press-room.ts';

const board = artworkById('board', campaign);

/**
 * The file's own outlines of a name, against Debian's hb-shape for glyphs and positions and against opentype.js for
 * the glyphs' outlines: neither is what drew them.
 */
test('the outlines in the file are those of the name, for every station', async () => {
  const base = await layOutOne(board);
  const imprint = createImprints(campaign, directory, registry);
  const stamper = await openStamper(board);
  const imprints = boardStations(directory, stationKinds).map((station) => imprint(station, board));
  const glyphs = glyphReader();
  const lines = new Set(imprints.flatMap(({ name }) => layings(name).flat()));
  const shaped = new Map(hbShape([...lines]).map((line, at) => [[...lines][at], line]));
  const drawn = (line: string) => {
    let pen = 0;
    return (shaped.get(line) ?? []).flatMap(({ g, ax, dx = 0, dy = 0 }) => {
      const from = pen + dx;
      pen += ax;
      return glyphs(g).map((numbers) =>
        numbers.map((value, n) => value + 3 * (n % 2 === 0 ? from : dy)),
      );
    });
  };
  const forms = glyphForms(Buffer.from(base.press.prefix));
  let outlines = 0;
  for (const each of imprints) {
    const [, tail] = stamper.pressFile(each, stamper.shapes(each)).parts;
    const content = Buffer.from(tail)
      .toString('latin1')
      .replace(/\/(g\d+) Do/g, (_, name: string) => forms.get(name) ?? '');
    const found = rings(readPart(content, 'name')).flat();
    const count = linesIn(content, 'name');
    const fits = layings(each.name)
      .filter((laid) => laid.length === count)
      .map((laid) => rings(laid.flatMap(drawn)).flat())
      .filter((steps) => steps.length === found.length);
    const expected = fits.find((steps) => isNear(found, steps)) ?? fits[0] ?? [];
    expect(found.length, each.name).toBe(expected.length);
    for (const [step, numbers] of found.entries()) {
      for (const [n, value] of numbers.entries()) {
        const wanted = expected[step]?.[n] ?? Number.NaN;
        if (Math.abs(value - wanted) > 0.01) {
          throw new Error(`Expected ${wanted} at step ${step} of "${each.name}", got ${value}`);
        }
      }
    }
    outlines += found.length;
  }
  expect(imprints.length).toBe(1729);
  expect(outlines).toBeGreaterThan(300_000);
});

/** The glyphs that all boards draw by name: each form's content, as the file has it. */
function glyphForms(prefix: Buffer): Map<string, string> {
  const text = prefix.toString('latin1');
  const forms = new Map<string, string>();
  for (const [, name = '', number = ''] of text.matchAll(/\/(g\d+) (\d+) 0 R/g)) {
    const start = text.indexOf(`\n${number} 0 obj\n`);
    const length = Number(/\/Length (\d+)>>/.exec(text.slice(start))?.[1]);
    const data = text.indexOf('stream\n', start) + 'stream\n'.length;
    forms.set(name, inflateSync(prefix.subarray(data, data + length)).toString('latin1'));
  }
  return forms;
}

/** A name on one line, and on two, broken at each word. */
function layings(name: string): string[][] {
  const words = name.split(' ');
  const two = words
    .slice(1)
    .map((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')]);
  return [[name], ...two];
}

function linesIn(content: string, part: string): number {
  const body = new RegExp(`/${part} BMC\\n([\\s\\S]*?)\\nEMC`).exec(content)?.[1] ?? '';
  return body.split('\n').filter((line) => line.startsWith('q ')).length;
}

function isNear(a: number[][], b: number[][]): boolean {
  return a.every((step, at) =>
    step.every((value, n) => Math.abs(value - (b[at]?.[n] ?? Number.NaN)) <= 0.01),
  );
}

interface Shaped {
  g: number;
  ax: number;
  dx?: number;
  dy?: number;
}

function hbShape(names: string[]): Shaped[][] {
  const lines = execFileSync(
    'hb-shape',
    ['--output-format=json', '--no-glyph-names', '--no-clusters', fontPath(800)],
    { input: `${names.join('\n')}\n`, encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Shaped[]);
}

/** Steps of a glyph in thirds of a font unit, quadratics raised to cubics; a close is an empty step. */
function glyphReader(): (id: number) => number[][] {
  const bytes = readFileSync(fontPath(800));
  const font = opentype.parse(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
  );
  const kept = new Map<number, number[][]>();
  return (id) => {
    const known = kept.get(id);
    if (known !== undefined) return known;
    const steps: number[][] = [];
    let x = 0;
    let y = 0;
    for (const command of font.glyphs.get(id).path.commands) {
      if (command.type === 'Z') steps.push([]);
      else if (command.type === 'Q') {
        const { x1, y1 } = command;
        steps.push([
          x + 2 * x1,
          y + 2 * y1,
          command.x + 2 * x1,
          command.y + 2 * y1,
          3 * command.x,
          3 * command.y,
        ]);
      } else if (command.type !== 'C') steps.push([3 * command.x, 3 * command.y]);
      if (command.type !== 'Z') [x, y] = [command.x, command.y];
    }
    kept.set(id, steps);
    return steps;
  };
}

/**
 * Contours as closed rings of segments, [from, …points]: two readers may begin a contour at different points, and
 * write or leave out a line that only closes it. Each ring begins at its lowest leftmost point.
 */
function rings(steps: number[][]): number[][][] {
  const all: number[][][] = [];
  let ring: number[][] = [];
  let x = 0;
  let y = 0;
  let startX = 0;
  let startY = 0;
  const add = (to: number[]) => {
    const [endX = 0, endY = 0] = to.slice(-2);
    if (to.length > 2 || Math.abs(endX - x) > 0.01 || Math.abs(endY - y) > 0.01)
      ring.push([x, y, ...to]);
    [x, y] = [endX, endY];
  };
  let begins = true;
  for (const step of steps) {
    if (step.length === 0) {
      add([startX, startY]);
      all.push(fromLowest(ring));
      ring = [];
      begins = true;
    } else if (begins) {
      [x = 0, y = 0] = step;
      [startX, startY] = [x, y];
      begins = false;
    } else add(step);
  }
  return all;
}

function fromLowest(ring: number[][]): number[][] {
  let lowest = 0;
  for (const [index, [x = 0, y = 0]] of ring.entries()) {
    const [bestX = 0, bestY = 0] = ring[lowest] ?? [];
    if (y < bestY - 0.01 || (Math.abs(y - bestY) <= 0.01 && x < bestX - 0.01)) lowest = index;
  }
  return [...ring.slice(lowest), ...ring.slice(0, lowest)];
}

/** Steps of a marked part, glyph after glyph, moved by the translations between them; one line of text each. */
function readPart(content: string, part: string): number[][] {
  const body = new RegExp(`/${part} BMC\\n([\\s\\S]*?)\\nEMC`).exec(content)?.[1] ?? '';
  const steps: number[][] = [];
  let dx = 0;
  let dy = 0;
  for (const line of body.split('\n')) {
    const words = line.split(' ');
    const numbers = words.filter((word) => /^-?[\d.]+$/.test(word)).map(Number);
    if (line.startsWith('q ')) [dx, dy] = [0, 0];
    else if (words.at(-1) === 'cm') [dx, dy] = [dx + (numbers[4] ?? 0), dy + (numbers[5] ?? 0)];
    else if (line === 'h') steps.push([]);
    else if (/[mlc]$/.test(line))
      steps.push(numbers.map((value, n) => value + (n % 2 === 0 ? dx : dy)));
  }
  return steps;
}
