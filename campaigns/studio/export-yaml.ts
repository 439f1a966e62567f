import { isMap, isScalar, isSeq, type Node, parse, parseDocument, stringify } from 'yaml';
import { same } from './changes.ts';

/** A place in the text that is rewritten. */
interface Edit {
  from: number;
  to: number;
  text: string;
}

/**
 * The text of a YAML file with other values in its top-level fields. A single value is changed in its place, so that a diff
 * shows that line and comments stay; a field whose lists or keys differ is rewritten whole, and the comments
 * within it are lost.
 * @param values of the fields that the file has or is to have
 */
export function editYaml(text: string, values: Readonly<Record<string, unknown>>): string {
  const document = parseDocument(text);
  if (!isMap(document.contents))
    throw new Error('Expected fields at the top of the YAML, got none');
  const edits: Edit[] = [];
  let added = '';
  for (const [field, value] of Object.entries(values)) {
    const pair = document.contents.items.find(
      (item) => isScalar(item.key) && item.key.value === field,
    );
    if (pair === undefined) {
      added += `\n${stringify({ [field]: value })}`;
      continue;
    }
    const node = pair.value as Node;
    if (same(node.toJS(document), value)) continue;
    const scalars = scalarEdits(node, value, text);
    if (scalars !== null) edits.push(...scalars);
    else {
      const from = (pair.key as Node).range?.[0] ?? 0;
      const to = node.range?.[1] ?? text.length;
      edits.push({ from, to, text: stringify({ [field]: value }).trimEnd() + trailing(text, to) });
    }
  }
  let edited = text;
  for (const { from, to, text: own } of edits.sort((one, other) => other.from - one.from))
    edited = edited.slice(0, from) + own + edited.slice(to);
  edited += added;
  const read = parse(edited);
  for (const [field, value] of Object.entries(values)) {
    if (!same(read[field], value))
      throw new Error(`Expected \`${field}\` to be read as it was written, got another value`);
  }
  return edited;
}

/** A block's range may take the break of its last line along. */
function trailing(text: string, to: number): string {
  return text[to - 1] === '\n' ? '\n' : '';
}

/** Edits of single values; null where the node has another shape than the value. */
function scalarEdits(node: Node, value: unknown, text: string): Edit[] | null {
  if (isMap(node)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    const row = value as Record<string, unknown>;
    const names = node.items.map(({ key }) => String(isScalar(key) ? key.value : key));
    const wanted = Object.keys(row).filter((name) => row[name] !== undefined);
    if (!same([...names].sort(), [...wanted].sort())) return null;
    return collect(
      node.items.map((item, place) => [item.value as Node, row[names[place] ?? '']]),
      text,
    );
  }
  if (isSeq(node)) {
    if (!Array.isArray(value) || value.length !== node.items.length) return null;
    return collect(
      node.items.map((item, place) => [item as Node, value[place]]),
      text,
    );
  }
  if (!isScalar(node) || (typeof value === 'object' && value !== null)) return null;
  if (same(node.value, value)) return [];
  const [from, to] = node.range ?? [0, 0];
  // A value over several lines is rewritten with its field.
  if (text.slice(from, to).includes('\n')) return null;
  return [{ from, to, text: written(value, node.type ?? 'PLAIN') }];
}

function collect(pairs: readonly [Node, unknown][], text: string): Edit[] | null {
  const edits: Edit[] = [];
  for (const [node, value] of pairs) {
    const own = scalarEdits(node, value, text);
    if (own === null) return null;
    edits.push(...own);
  }
  return edits;
}

/** As the file writes it, where that can be read again inside braces too; in quotes otherwise. */
function written(value: unknown, type: string): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const isPlain =
    type === 'PLAIN' &&
    /^[^\s,[\]{}#&*!|>'"%@`?:-][^,[\]{}#:\n]*$/.test(value) &&
    value === value.trim();
  return isPlain && parse(value) === value ? value : JSON.stringify(value);
}
