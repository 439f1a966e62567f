import { TableError } from './table-error.ts';

/** A tag without its prefix, and the text that is between the tag before it and itself. */
export interface Tag {
  name: string;
  attributes: string;
  before: string;
  opens: boolean;
  closes: boolean;
  empty: boolean;
}

/** No tag of a workbook is nearly as long. */
const longestTag = 1_000_000;

export interface TagScanner {
  /** The tags that end in what was pushed so far. */
  push(text: string): Tag[];
}

/** Goes through XML once from left to right, piece by piece, so that no input can make it slow. */
export function createTagScanner(): TagScanner {
  let rest = '';
  return {
    push(text) {
      const found: Tag[] = [];
      const xml = rest + text;
      let at = 0;
      for (;;) {
        const start = xml.indexOf('<', at);
        const end = start < 0 ? -1 : xml.indexOf('>', start);
        if (end < 0) break;
        const tag = readTag(xml.slice(start + 1, end), xml.slice(at, start));
        if (tag !== undefined) found.push(tag);
        at = end + 1;
      }
      rest = xml.slice(at);
      if (rest.length > longestTag)
        throw new TableError({
          en: `Expected cells of at most ${longestTag} characters, got a longer one`,
          hi: `एक खाने में अधिकतम ${longestTag} वर्ण हों; फ़ाइल में इससे बड़ा खाना है`,
        });
      return found;
    },
  };
}

/** The tags of a whole part. */
export function* tags(xml: string): Generator<Tag> {
  let at = 0;
  for (;;) {
    const start = xml.indexOf('<', at);
    const end = start < 0 ? -1 : xml.indexOf('>', start);
    if (end < 0) return;
    const tag = readTag(xml.slice(start + 1, end), xml.slice(at, start));
    if (tag !== undefined) yield tag;
    at = end + 1;
  }
}

function readTag(inner: string, before: string): Tag | undefined {
  if (inner[0] === '!' || inner[0] === '?') return undefined;
  const closes = inner[0] === '/';
  const empty = inner.endsWith('/');
  const space = inner.search(/[\s/]/);
  const body = closes ? inner.slice(1) : inner;
  const whole = closes || space < 0 ? body.trim() : body.slice(0, space);
  const name = whole.slice(whole.indexOf(':') + 1);
  return { name, attributes: body, before, opens: !closes, closes, empty };
}

const attributeForm = /[\s:]([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

export function attribute({ attributes }: Tag, name: string): string {
  for (const [, found, quoted, apostrophed] of attributes.matchAll(attributeForm)) {
    if (found === name) return unescapeXml(quoted ?? apostrophed ?? '');
  }
  return '';
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

export function unescapeXml(text: string): string {
  return text
    .replace(
      /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
      (whole, hex, decimal, name) => {
        if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    )
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
