// Run by `npm run check`: each regular expression of the service and its core matches in time linear to the text, so that
// nobody can hold the main thread with a long one. Literals are read from the code, built ones are recorded as their
// modules load. Each must stand in linear-regexps.txt, which `--write` (`npm run regexps`) writes once all are shown linear.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';
import { check } from 'recheck';
import { threadMs } from '../thread-ms.ts';

interface Place {
  /** `file:line` */
  at: string;
  source: string;
  flags: string;
}

type Attack = Extract<Awaited<ReturnType<typeof check>>, { status: 'vulnerable' }>['attack'];

const root = join(import.meta.dirname, '..', '..');
const list = join(import.meta.dirname, 'linear-regexps.txt');
const atOnce = 2;
/** Of one expression; a checker that needs longer says `unknown`. */
const limitMs = 120_000;
/** Of the processor, for a million characters. */
const slowMs = 400;

const literals: Place[] = [];
const builders = new Map<string, Set<string>>();
for (const file of sourceFiles()) readExpressions(file);
const built = await recordBuilt([...builders.keys()]);
const recorded = new Set(built.map(({ at }) => at));
const faults = [...builders.values()]
  .flatMap((places) => [...places])
  .filter((at) => !recorded.has(at))
  .map(
    (at) =>
      `${at} builds a regular expression while it runs: expected it at the top of its module, where it is checked`,
  );
const expressions = new Map([...literals, ...built].map((place) => [lineFor(place), place]));
const listed = new Set(readFileSync(list, 'utf8').split('\n'));
const unlisted = [...expressions].filter(([line]) => !listed.has(line)).map(([, place]) => place);
const writes = process.argv.includes('--write');
// A checker takes seconds of a processor for one: it runs once, not in each run of the tests.
if (writes) await Promise.all(Array.from({ length: atOnce }, checkNext));
else
  for (const { at, source } of unlisted)
    faults.push(`${at} /${source}/: expected to be shown linear once, by npm run regexps`);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else {
  console.log(`regular expressions: ${expressions.size}, all linear`);
  if (writes) writeFileSync(list, `${[...expressions.keys()].sort().join('\n')}\n`);
}
// The checker leaves a process of its own behind.
process.exit();

function lineFor({ source, flags }: Place): string {
  return `/${source}/${flags}`;
}

function sourceFiles(): string[] {
  return ['campaigns', 'messaging'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
}

function readExpressions(file: string): void {
  const text = readFileSync(file, 'utf8');
  const at = (start: number) =>
    `${relative(root, file)}:${text.slice(0, start).split('\n').length}`;
  new Visitor({
    Literal(node) {
      if (!('regex' in node)) return;
      literals.push({ at: at(node.start), source: node.regex.pattern, flags: node.regex.flags });
    },
    NewExpression(node) {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'RegExp') return;
      builders.set(file, (builders.get(file) ?? new Set()).add(at(node.start)));
    },
  }).visit(parseSync(file, text).program);
}

/** Loads the modules and notes each `new RegExp` with the place that called it. */
async function recordBuilt(files: readonly string[]): Promise<Place[]> {
  const found: Place[] = [];
  const native = globalThis.RegExp;
  globalThis.RegExp = new Proxy(native, {
    construct(target, args, newTarget) {
      const made = Reflect.construct(target, args, newTarget) as RegExp;
      found.push({ at: callerPlace(), source: made.source, flags: made.flags });
      return made;
    },
  });
  for (const file of files) await import(file);
  globalThis.RegExp = native;
  return found;
}

function callerPlace(): string {
  const [, url = '', line = ''] =
    /(file:\/\/[^)]*?):(\d+):\d+\)?$/.exec(new Error().stack?.split('\n')[3] ?? '') ?? [];
  return url === '' ? '' : `${relative(root, fileURLToPath(url))}:${line}`;
}

async function checkNext(): Promise<void> {
  for (let next = unlisted.pop(); next !== undefined; next = unlisted.pop()) {
    const { at, source, flags } = next;
    const result = await check(source, flags, { timeout: limitMs });
    if (result.status === 'safe') continue;
    if (result.status === 'unknown') {
      faults.push(`${at} /${source}/${flags} is not checked: ${result.error.kind}`);
    } else if (isSlow(new RegExp(source, flags), result.attack)) {
      faults.push(
        `${at} /${source}/${flags} is not linear: ${result.complexity.summary} on ${result.attack.pattern}`,
      );
    }
  }
}

/** Tries an attack on Node's own engine: the checker takes some expressions with long but bounded parts for slow ones. */
function isSlow(expression: RegExp, { pumps, suffix }: Attack): boolean {
  for (let length = 1000; length <= 1_000_000; length *= 2) {
    const parts = pumps.map(({ prefix, pump }) => {
      const times = Math.ceil(length / pumps.length / Math.max(1, pump.length));
      return prefix + pump.repeat(times);
    });
    const text = parts.join('') + suffix;
    expression.lastIndex = 0;
    const before = threadMs();
    expression.test(text);
    if (threadMs() - before > slowMs) return true;
  }
  return false;
}
