import { openPdf, streamData } from '../../../generator/preflight/reader/document.ts';
import { isStream } from '../../../generator/preflight/reader/value.ts';

/** Replaces text of the file by text of the same length, so that every offset stays true. */
export function overwrite(bytes: Buffer, from: string | RegExp, to: string): Buffer {
  const text = bytes.toString('latin1');
  const found = typeof from === 'string' ? from : (from.exec(text)?.[0] ?? '');
  if (found === '' || !text.includes(found)) throw new Error(`Expected ${from} in the file`);
  if (found.length !== to.length) throw new Error(`Expected ${found.length} imprints, got "${to}"`);
  return Buffer.from(
    text.replace(found, () => to),
    'latin1',
  );
}

/** Appends objects as an incremental update; a number that the file has already is replaced. */
export function append(
  bytes: Buffer,
  objects: Readonly<Record<number, string>>,
  trailer = '',
): Buffer {
  const chunks = [bytes];
  let length = bytes.length;
  const push = (text: string) => {
    const chunk = Buffer.from(text, 'latin1');
    chunks.push(chunk);
    length += chunk.length;
  };
  let table = 'xref\n';
  for (const [number, body] of Object.entries(objects)) {
    table += `${number} 1\n${String(length).padStart(10, '0')} 00000 n \n`;
    push(`${number} 0 obj\n${body}\nendobj\n`);
  }
  const text = bytes.toString('latin1');
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1];
  const old = /trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(text.slice(Number(previous)))?.[1] ?? '';
  const size = Math.max(...Object.keys(objects).map(Number), ...openPdf(bytes).numbers) + 1;
  const start = length;
  push(
    `${table}trailer\n<<${old.replace(/\/Size \d+/, `/Size ${size}`)}/Prev ${previous}${trailer}>>\nstartxref\n${start}\n%%EOF\n`,
  );
  return Buffer.concat(chunks);
}

/** Edits the stream whose decoded text holds `mark`; its dictionary stays but for length and filter. */
export function editStream(bytes: Buffer, mark: string, edit: (text: string) => string): Buffer {
  const document = openPdf(bytes);
  for (const number of document.numbers) {
    const value = document.resolve({ kind: 'reference', number });
    if (!isStream(value)) continue;
    const text = Buffer.from(streamData(document, value)).toString('latin1');
    if (!text.includes(mark)) continue;
    const edited = edit(text);
    if (edited === text) throw new Error(`Expected an edit that changes the stream of ${mark}`);
    const head = new RegExp(`(?:^|\\n)${number} 0 obj\\n<<([\\s\\S]*?)>>\\nstream\\n`);
    const entries = (head.exec(bytes.toString('latin1'))?.[1] ?? '')
      .replace(/\/Length \d+/, '')
      .replace('/Filter/FlateDecode', '');
    const body = `<<${entries}/Length ${edited.length}>>\nstream\n${edited}\nendstream`;
    return append(bytes, { [number]: body });
  }
  throw new Error(`Expected a stream with ${mark}`);
}

/** Number of the object whose text holds `mark`. */
export function objectWith(bytes: Buffer, mark: string): { number: number; body: string } {
  const text = bytes.toString('latin1');
  for (const [, number, body] of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    if (body?.includes(mark)) return { number: Number(number), body };
  }
  throw new Error(`Expected an object with ${mark}`);
}
