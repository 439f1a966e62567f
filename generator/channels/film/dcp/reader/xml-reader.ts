import { createHash } from 'node:crypto';
import { type Findings, Unreadable } from './findings.ts';
import type { PackageFiles } from './package-files-fs.ts';

export interface XmlElement {
  /** Without prefix. */
  name: string;
  nameSpace: string;
  attributes: ReadonlyMap<string, string>;
  children: readonly XmlElement[];
  /** Its own text, trimmed. */
  text: string;
}

const token =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

interface Open {
  element: XmlElement & { children: XmlElement[] };
  tag: string;
  scope: Scope;
}
type Scope = ReadonlyMap<string, string>;

/**
 * Reads a small XML file with its name spaces (XML 1.0, no DTD).
 * @throws Unreadable by rule `xml.well-formed`
 */
export function readXml(text: string): XmlElement {
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) throw malformed(text, at);
    const [all, closes, tag, attributes = '', empty, characters] = match;
    const above = open.at(-1);
    if (characters !== undefined) {
      if (above !== undefined) above.element.text += unescapeXml(characters);
      else if (characters.trim() !== '') throw malformed(text, at);
    } else if (tag !== undefined && closes === '/') {
      if (above?.tag !== tag) throw malformed(text, at);
      above.element.text = above.element.text.trim();
      open.pop();
    } else if (tag !== undefined) {
      if (above === undefined && root !== undefined) throw malformed(text, at);
      const opened = openElement(tag, attributes, above?.scope ?? new Map());
      above?.element.children.push(opened.element);
      root ??= opened.element;
      if (empty !== '/') open.push(opened);
    }
    at += all.length;
  }
  if (root === undefined || open.length > 0) throw malformed(text, text.length);
  return root;
}

function openElement(tag: string, said: string, above: Scope): Open {
  const pairs = [...said.matchAll(attribute)].map(
    ([, name = '', double, single]) => [name, unescapeXml(double ?? single ?? '')] as const,
  );
  const scope = new Map(above);
  for (const [name, value] of pairs) {
    if (name === 'xmlns') scope.set('', value);
    else if (name.startsWith('xmlns:')) scope.set(name.slice(6), value);
  }
  const [prefix, name] = tag.includes(':') ? (tag.split(':') as [string, string]) : ['', tag];
  const element = {
    name,
    nameSpace: scope.get(prefix) ?? '',
    attributes: new Map(pairs),
    children: [],
    text: '',
  };
  return { element, tag, scope };
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (_, decimal, hex, name) =>
    name === undefined
      ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
      : (entities[name] ?? ''),
  );
}

function malformed(text: string, at: number): Unreadable {
  const line = text.slice(0, at).split('\n').length;
  return new Unreadable('xml.well-formed', 'well-formed XML', `a fault in line ${line}`);
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((each) => each.name === name);
}

export function findChildren(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((each) => each.name === name) ?? [];
}

/** Text of a child, undefined where there is none. */
export function readText(element: XmlElement | undefined, ...path: string[]): string | undefined {
  return path.reduce<XmlElement | undefined>(child, element)?.text;
}

/** A file of the asset map. */
export interface MappedAsset {
  id: string;
  path: string;
  element: XmlElement;
  isPackingList: boolean;
}

/** Input of a rule. */
export interface Checking {
  files: PackageFiles;
  findings: Findings;
}

/** UUIDs as ST 429-7, 6.1 requires them: RFC 4122, with its urn. */
const urn = /^urn:uuid:([\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12})$/i;

/** The UUID of a URN, in lower case; null if it is not one. */
export function uuidOfUrn(text: string | undefined): string | null {
  return urn.exec(text ?? '')?.[1]?.toLowerCase() ?? null;
}

/** Reads an XML file; a fault becomes a finding. */
export function readXmlFile({ files, findings }: Checking, file: string): XmlElement | null {
  const bytes = files.files.get(file);
  if (bytes === undefined) return null;
  return unlessUnreadable(findings, file, () =>
    readXml(files.read(file, 0, bytes).toString('utf8')),
  );
}

/** Result of `read`; null where it stops as unreadable, which becomes a finding with its place. */
export function unlessUnreadable<Value>(
  findings: Findings,
  file: string,
  read: () => Value,
): Value | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) {
      const { rule, expected, found } = error;
      findings.add({ file, rule, expected, found });
      return null;
    }
    // A damaged length leads out of the file.
    if (error instanceof RangeError) {
      const found = error.message;
      findings.add({ file, rule: 'file.readable', expected: 'a whole file', found });
      return null;
    }
    throw error;
  }
}

const chunkBytes = 1 << 20;

/** SHA-1 in base 64. */
export function hashFile(files: PackageFiles, file: string): string {
  const hash = createHash('sha1');
  const bytes = files.files.get(file) ?? 0;
  for (let at = 0; at < bytes; at += chunkBytes) {
    hash.update(files.read(file, at, Math.min(chunkBytes, bytes - at)));
  }
  return hash.digest('base64');
}

/** Second and offset, as ST 429-7, 6.4 and its like ask. */
const dateTime = /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** Rules that asset map, packing list and playlist share: name space, id, date, no empty texts. */
export function checkText(
  findings: Findings,
  file: string,
  {
    root,
    part,
    name,
    nameSpace,
  }: { root: XmlElement; part: string; name: string; nameSpace: string },
): void {
  findings.same(
    { file, rule: `${part}.name-space` },
    `${name} of ${nameSpace}`,
    `${root.name} of ${root.nameSpace}`,
  );
  const id = readText(root, 'Id');
  if (uuidOfUrn(id) === null) {
    findings.add({
      file,
      rule: `${part}.id`,
      expected: 'urn:uuid: of RFC 4122',
      found: id ?? 'nothing',
    });
  }
  const date = readText(root, 'IssueDate');
  if (date === undefined || !dateTime.test(date) || Number.isNaN(Date.parse(date))) {
    const expected = 'a date like 2026-11-25T00:00:00+00:00';
    findings.add({ file, rule: `${part}.issue-date`, expected, found: date ?? 'nothing' });
  }
  for (const field of ['AnnotationText', 'Issuer', 'Creator']) {
    for (const { text } of findChildren(root, field)) {
      if (text === '') {
        findings.add({
          file,
          rule: `${part}.empty-text`,
          expected: `text in ${field}`,
          found: 'none',
        });
      }
    }
  }
}

/** Duplicate ids. */
export function twice(ids: readonly (string | null)[]): string[] {
  return ids.flatMap((id, at) => (id !== null && ids.indexOf(id) !== at ? [id] : []));
}
