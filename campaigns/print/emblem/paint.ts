import { refuse } from './emblem-fault.ts';

interface Paint {
  /** `#RRGGBB` or `none`. */
  fill: string;
  hidden: boolean;
  transform: string | undefined;
}

const named: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  navy: '#000080',
  blue: '#0000FF',
  yellow: '#FFFF00',
  gold: '#FFD700',
  green: '#008000',
  gray: '#808080',
  grey: '#808080',
  silver: '#C0C0C0',
  maroon: '#800000',
  orange: '#FFA500',
};
const transformPattern =
  /^\s*(?:(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([\d\s.,eE+-]*\)\s*(?:,\s*)?)*$/;

/**
 * How an element is painted, of its attributes and of its `style`.
 * @throws EmblemFault for what a press file cannot carry or what leads out of the file
 */
export function readPaint(
  name: string,
  attributes: ReadonlyMap<string, string>,
  inherited: string,
): Paint {
  const look = new Map<string, string>();
  for (const [key, value] of attributes) {
    refuseReference(name, key, value);
    if (key !== 'style') look.set(key, value.trim());
  }
  for (const line of (attributes.get('style') ?? '').split(';')) {
    const [key = '', ...value] = line.split(':');
    if (key.trim() !== '') look.set(key.trim(), value.join(':').trim());
  }
  const stroke = look.get('stroke') ?? 'none';
  if (stroke !== 'none' && Number.parseFloat(look.get('stroke-width') ?? '1') !== 0)
    refuse(
      `रेखा (stroke) नहीं चलती: “stroke to path” करके दें (<${name}>)`,
      `Expected filled paths, got stroke="${stroke.slice(0, 20)}" on <${name}>: turn strokes to paths`,
    );
  for (const key of ['opacity', 'fill-opacity']) {
    const value = look.get(key);
    if (value !== undefined && Number.parseFloat(value) !== 1)
      refuse(
        `पारदर्शिता (${key}) नहीं चलती; मिला ${value.slice(0, 10)}`,
        `Expected ${key} 1, got ${value.slice(0, 10)}: a press file has no transparent emblem`,
      );
  }
  if (look.get('fill-rule') === 'evenodd' && (attributes.get('d')?.match(/m/gi)?.length ?? 0) > 1)
    refuse(
      'fill-rule “evenodd” नहीं चलता: आकृतियाँ अलग-अलग भरे पथों में दें',
      'Expected fill-rule nonzero, got evenodd: combine the shapes so that holes run the other way',
    );
  const transform = look.get('transform');
  if (transform !== undefined && !transformPattern.test(transform))
    refuse(
      `रूपांतर पढ़ा नहीं जा सका: ${transform.slice(0, 30)}`,
      `Expected a transform that can be read, got ${transform.slice(0, 30)}`,
    );
  return {
    fill: readColour(look.get('fill'), inherited),
    hidden: look.get('display') === 'none' || look.get('visibility') === 'hidden',
    transform,
  };
}

function refuseReference(name: string, key: string, value: string): void {
  if (/^on/i.test(key))
    refuse(`स्क्रिप्ट नहीं चल सकती: ${key} (<${name}>)`, `Expected no script, got ${key} on <${name}>`);
  if (key.startsWith('xmlns') || key.startsWith('inkscape:') || key.startsWith('sodipodi:')) return;
  if (/(^|:)href$|^src$/i.test(key) || /url\s*\(|javascript:|data:/i.test(value))
    refuse(
      `बाहर या दूसरी वस्तु का संदर्भ नहीं चलता: ${key} (<${name}>)`,
      `Expected no reference, got ${key}="${value.slice(0, 30)}" on <${name}>`,
    );
}

function readColour(fill: string | undefined, inherited: string): string {
  if (fill === undefined || fill === 'inherit') return inherited;
  const text = fill.toLowerCase();
  if (text === 'none' || text === 'transparent') return 'none';
  if (/^#[0-9a-f]{6}$/.test(text)) return text.toUpperCase();
  const [, r, g, b] = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text) ?? [];
  if (r !== undefined) return `#${r}${r}${g}${g}${b}${b}`.toUpperCase();
  const parts = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/.exec(text);
  if (parts !== null) {
    const bytes = parts
      .slice(1)
      .map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0'));
    return `#${bytes.join('')}`.toUpperCase();
  }
  return (
    named[text] ??
    refuse(
      `रंग #RRGGBB के रूप में दें; मिला “${fill.slice(0, 20)}”`,
      `Expected a colour as #RRGGBB, got "${fill.slice(0, 20)}"`,
    )
  );
}
