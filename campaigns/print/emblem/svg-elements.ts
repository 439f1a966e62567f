import { refuse } from './emblem-fault.ts';

/** A tag of an SVG in the order of the file. */
export interface SvgTag {
  name: string;
  /** Undefined for a closing tag. */
  attributes: ReadonlyMap<string, string> | undefined;
  /** `<path …/>` */
  isEmpty: boolean;
}

const namePattern = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/;
const attributePattern =
  /^\s+([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/;
/** Text of these says nothing that is drawn. */
const words = new Set(['title', 'desc', 'metadata']);
/** These are refused by their name, not by their text. */
const refusedByName = new Set(['script', 'style', 'text']);
const mostTags = 4000;
/** Limit of nested groups; each group's transform is applied to everything inside it. */
const deepest = 40;

/**
 * Reads the tags of an SVG strictly: what is no well-formed XML without DOCTYPE, entities and CDATA is refused, so that no
 * other reader can find something else in it.
 * @throws EmblemFault
 */
export function readTags(svg: string): SvgTag[] {
  const tags: SvgTag[] = [];
  const open: string[] = [];
  let rest = svg.replace(/^\uFEFF/, '').trimStart();
  if (rest.startsWith('<?xml')) rest = after(rest, '?>');
  while (rest !== '') {
    const next = rest.indexOf('<');
    const text = next < 0 ? rest : rest.slice(0, next);
    const isSaid = open.some(
      (name) => words.has(name) || refusedByName.has(name) || name.includes(':'),
    );
    if (text.trim() !== '' && !isSaid)
      refuse(
        'चित्र के बीच पाठ है: अक्षरों को पथ (path) में बदलकर दें',
        'Expected no text between the elements: turn it to paths',
      );
    if (next < 0) break;
    rest = rest.slice(next);
    if (rest.startsWith('<!--')) {
      rest = after(rest, '-->');
      continue;
    }
    if (rest.startsWith('<!'))
      refuse(
        'फ़ाइल में DOCTYPE, ENTITY या CDATA है: “plain SVG” के रूप में सहेजें',
        'Expected no DOCTYPE, ENTITY or CDATA: save it as plain SVG',
      );
    if (rest.startsWith('<?'))
      refuse('फ़ाइल में प्रोसेसिंग निर्देश (<?…) है', 'Expected no processing instruction (<?…)');
    const tag = rest.startsWith('</') ? closingTag(rest) : openingTag(rest);
    rest = tag.rest;
    if (tag.attributes === undefined) {
      if (open.pop() !== tag.name) broken(`</${tag.name}>`);
    } else if (!tag.isEmpty) open.push(tag.name);
    if (open.length > deepest)
      refuse(
        `अधिकतम ${deepest} स्तर तक समूह; इस चित्र में समूहों के भीतर समूह अधिक हैं`,
        `Expected groups of at most ${deepest} levels, got more`,
      );
    tags.push(tag);
    if (tags.length > mostTags)
      refuse(
        `अधिकतम ${mostTags} टैग; यह चित्र बहुत जटिल है`,
        `Expected at most ${mostTags} tags, got more`,
      );
  }
  if (open.length > 0) broken(`<${open.at(-1)}>`);
  return tags;
}

type Read = SvgTag & { rest: string };

function closingTag(text: string): Read {
  const [whole, name] = /^<\/([\w.:-]+)\s*>/.exec(text) ?? broken(text);
  return {
    name: name as string,
    attributes: undefined,
    isEmpty: false,
    rest: text.slice(whole.length),
  };
}

function openingTag(text: string): Read {
  const [name] = namePattern.exec(text.slice(1)) ?? broken(text);
  const attributes = new Map<string, string>();
  let rest = text.slice(1 + name.length);
  for (;;) {
    const [whole, own = '', double, single] = attributePattern.exec(rest) ?? [];
    if (whole === undefined) break;
    if (attributes.has(own)) broken(`${own}="…" ${own}="…"`);
    attributes.set(own, double ?? single ?? '');
    rest = rest.slice(whole.length);
  }
  const [end] = /^\s*\/?>/.exec(rest) ?? broken(text);
  return { name, attributes, isEmpty: end.includes('/'), rest: rest.slice(end.length) };
}

function after(text: string, end: string): string {
  const place = text.indexOf(end);
  return place < 0 ? broken(text) : text.slice(place + end.length);
}

function broken(text: string): never {
  const near = text.slice(0, 40);
  refuse(`यह SVG पूरा या सही नहीं है, यहाँ: ${near}`, `Expected well-formed SVG, got ${near}`);
}
