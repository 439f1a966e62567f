import svgpath from 'svgpath';
import { refuse } from './emblem-fault.ts';
import { readPaint } from './paint.ts';
import { readTags, type SvgTag } from './svg-elements.ts';

/** An emblem is drawn by hand or exported: more than this is a traced photograph. */
export const mostEmblemBytes = 200 * 1024;
const mostSegments = 20_000;
const mostColours = 12;
/** Width by height; the lock-up's box is 0.82 wide, and an emblem of another shape is smaller in it. */
const aspects = { least: 0.5, most: 1.3 };
/** Height of the cleaned emblem in its own units; two decimals are then a thousandth of a millimetre on a board. */
const unitsHigh = 1000;

export interface CleanEmblem {
  /** Filled paths and nothing else. */
  svg: string;
  colours: string[];
  shapes: number;
  /** Width by height. */
  aspect: number;
}

const skipped = new Set(['title', 'desc', 'metadata']);
const drawn = new Set(['path', 'rect', 'circle', 'ellipse', 'polygon', 'polyline']);

const refusedElements: Readonly<Record<string, [hi: string, en: string]>> = {
  script: ['स्क्रिप्ट', 'a script'],
  foreignObject: ['foreignObject', 'foreignObject'],
  image: ['फ़ोटो या बिटमैप', 'a bitmap picture'],
  text: ['पाठ: अक्षरों को पथ में बदलें', 'text: turn it to paths'],
  style: ['CSS: “presentation attributes” के साथ सहेजें', 'CSS: save it with presentation attributes'],
  use: ['use: प्रतियाँ अलग-अलग पथों में बदलें', 'use: turn copies to paths of their own'],
  a: ['लिंक', 'a link'],
};

interface Level {
  name: string;
  fill: string;
  /** From the outermost inwards. */
  transforms: readonly string[];
  hidden: boolean;
}

/**
 * Makes of an uploaded SVG the one form that generator and site read: filled paths in #RRGGBB, nothing else, cut to their own
 * ink. Nothing of the file itself is kept, so that no script and no reference gets through.
 * @throws EmblemFault naming what cannot be printed
 */
export function cleanEmblem(source: string): CleanEmblem {
  if (Buffer.byteLength(source) > mostEmblemBytes)
    refuse('फ़ाइल 200 किलोबाइट से बड़ी है', 'Expected at most 200 kB, got more');
  const tags = readTags(source);
  const [root] = tags;
  if (root?.name !== 'svg')
    refuse(
      'यह SVG नहीं है: पहला टैग <svg> होना चाहिए',
      `Expected <svg> as the first element, got <${root?.name ?? ''}>`,
    );
  const shapes = collectShapes(tags);
  if (shapes.length === 0)
    refuse('चित्र में भरा हुआ कोई पथ नहीं है', 'Expected at least one filled path, got none');
  const colours = [...new Set(shapes.map(({ fill }) => fill))];
  if (colours.length > mostColours)
    refuse(
      `अधिकतम ${mostColours} रंग; मिले ${colours.length}`,
      `Expected at most ${mostColours} colours, got ${colours.length}`,
    );
  const box = findBox(shapes.map(({ d }) => d));
  const aspect = box.width / box.height;
  if (!(aspect >= aspects.least && aspect <= aspects.most))
    refuse(
      `चौड़ाई और ऊँचाई का अनुपात ${aspects.least} से ${aspects.most} के बीच हो; मिला ${aspect.toFixed(2)}`,
      `Expected a width of ${aspects.least} to ${aspects.most} heights, got ${aspect.toFixed(2)}`,
    );
  const scale = unitsHigh / box.height;
  const paths = shapes.map(({ d, fill }) => {
    const path = svgpath(d).translate(-box.x, -box.y).scale(scale).round(2).toString();
    return `  <path fill="${fill}" d="${path}"/>`;
  });
  const width = Math.round(box.width * scale * 100) / 100;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${unitsHigh}">\n${paths.join('\n')}\n</svg>\n`,
    colours,
    shapes: shapes.length,
    aspect,
  };
}

function collectShapes(tags: readonly SvgTag[]): { d: string; fill: string }[] {
  const shapes: { d: string; fill: string }[] = [];
  const levels: Level[] = [];
  let segments = 0;
  for (const { name, attributes, isEmpty } of tags) {
    if (attributes === undefined) {
      levels.pop();
      continue;
    }
    const parent = levels.at(-1);
    refuseElement(name, levels);
    const { fill, hidden, transform } = readPaint(name, attributes, parent?.fill ?? '#000000');
    const level: Level = {
      name,
      fill,
      transforms: [...(parent?.transforms ?? []), ...(transform === undefined ? [] : [transform])],
      hidden: hidden || parent?.hidden === true || isSkipped(name),
    };
    if (!isEmpty) levels.push(level);
    if (level.hidden || !drawn.has(name) || fill === 'none') continue;
    const d = placed(shapePath(name, attributes), level.transforms);
    const own = svgpath(d);
    own.iterate(() => {
      segments += 1;
    });
    if (segments > mostSegments)
      refuse(
        `अधिकतम ${mostSegments} बिंदु; यह चित्र बहुत जटिल है`,
        `Expected at most ${mostSegments} points, got more`,
      );
    if (segments > 0 && d !== '') shapes.push({ d, fill });
  }
  return shapes;
}

const isSkipped = (name: string) => skipped.has(name) || name === 'defs' || name.includes(':');

function refuseElement(name: string, levels: readonly Level[]): void {
  const known = refusedElements[name];
  if (known !== undefined)
    refuse(
      `चित्र में यह नहीं चल सकता: ${known[0]} (<${name}>)`,
      `Expected filled paths only, got ${known[1]} (<${name}>)`,
    );
  if (name === 'svg' && levels.length > 0)
    refuse('<svg> के भीतर <svg> नहीं चलेगा', 'Expected one <svg>, got one inside another');
  const inDefs = levels.some((level) => level.name === 'defs');
  if (name === 'svg' || name === 'g' || drawn.has(name) || isSkipped(name) || inDefs) return;
  refuse(
    `केवल भरे हुए पथ चलते हैं; मिला <${name}>: वस्तुओं को पथ (object to path) में बदलें`,
    `Expected filled paths only, got <${name}>: turn objects to paths`,
  );
}

/** The path in the drawing's own space, absolute and in lines and curves only. */
function placed(d: string, transforms: readonly string[]): string {
  let path = svgpath(d);
  for (const transform of transforms.toReversed()) path = path.transform(transform);
  const text = path.unshort().unarc().abs().toString();
  const { err } = path as unknown as { err?: string };
  if (err || /NaN|Infinity/.test(text))
    refuse(
      `पथ पढ़ा नहीं जा सका: ${d.slice(0, 40)}`,
      `Expected a path that can be read, got ${d.slice(0, 40)}`,
    );
  return text;
}

const steps = 16;

/** The box of the ink: curves are followed in steps. */
function findBox(paths: readonly string[]): {
  x: number;
  y: number;
  width: number;
  height: number;
} {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  const take = (x: number, y: number) => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  };
  for (const d of paths) {
    svgpath(d).iterate((segment, _index, x, y) => {
      const [op, ...values] = segment as [string, ...number[]];
      const v = (place: number) => values[place] as number;
      if (op === 'H') take(v(0), y);
      else if (op === 'V') take(x, v(0));
      else if (op === 'M' || op === 'L') take(v(0), v(1));
      else if (op === 'Q' || op === 'C') {
        for (let step = 0; step <= steps; step += 1) {
          const t = step / steps;
          const at = (start: number, offset: number) =>
            op === 'Q'
              ? (1 - t) ** 2 * start + 2 * (1 - t) * t * v(offset) + t ** 2 * v(2 + offset)
              : (1 - t) ** 3 * start +
                3 * (1 - t) ** 2 * t * v(offset) +
                3 * (1 - t) * t ** 2 * v(2 + offset) +
                t ** 3 * v(4 + offset);
          take(at(x, 0), at(y, 1));
        }
      }
    });
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The outline of an element as the `d` of a path. */
function shapePath(name: string, attributes: ReadonlyMap<string, string>): string {
  const number = (key: string) => {
    const text = attributes.get(key)?.trim() ?? '0';
    const value = Number(text.replace(/px$/, ''));
    if (Number.isFinite(value)) return value;
    return refuse(
      `<${name}> में ${key} संख्या हो; मिला “${text.slice(0, 20)}”`,
      `Expected a number for ${key} of <${name}>, got "${text.slice(0, 20)}"`,
    );
  };
  switch (name) {
    case 'path':
      return attributes.get('d') ?? '';
    case 'rect': {
      const x = number('x');
      const y = number('y');
      const width = number('width');
      const height = number('height');
      const rx = Math.min(number('rx') || number('ry'), width / 2);
      const ry = Math.min(number('ry') || number('rx'), height / 2);
      if (width <= 0 || height <= 0) return '';
      if (rx <= 0 || ry <= 0) return `M${x} ${y}H${x + width}V${y + height}H${x}Z`;
      const arc = (toX: number, toY: number) => `A${rx} ${ry} 0 0 1 ${toX} ${toY}`;
      return [
        `M${x + rx} ${y}H${x + width - rx}${arc(x + width, y + ry)}`,
        `V${y + height - ry}${arc(x + width - rx, y + height)}`,
        `H${x + rx}${arc(x, y + height - ry)}V${y + ry}${arc(x + rx, y)}Z`,
      ].join('');
    }
    case 'circle':
      return ellipse(number('cx'), number('cy'), number('r'), number('r'));
    case 'ellipse':
      return ellipse(number('cx'), number('cy'), number('rx'), number('ry'));
    default: {
      const points = (attributes.get('points') ?? '').trim();
      return points === '' ? '' : `M${points}Z`;
    }
  }
}

function ellipse(x: number, y: number, rx: number, ry: number): string {
  if (rx <= 0 || ry <= 0) return '';
  const arc = (toX: number) => `A${rx} ${ry} 0 0 1 ${toX} ${y}`;
  return `M${x - rx} ${y}${arc(x + rx)}${arc(x - rx)}Z`;
}
