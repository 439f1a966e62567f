import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import type { TestConsole } from '../fixtures/console.ts';

const root = join(import.meta.dirname, '../../..');
const sources = globSync('messaging/**/*.ts', { cwd: root })
  .filter((file) => !/^messaging\/(?:contract|kit|people\/held-acts)\//.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  .toSorted((one, other) => one.file.localeCompare(other.file));

/** Folder of the slice whose source has the first of these texts that any has. @throws where none has */
function findSlice(...texts: string[]): string {
  const [found] = texts.flatMap((each) => sources.find(({ text }) => text.includes(each)) ?? []);
  if (found === undefined) throw new Error(`Expected a slice with ${texts.join(' or ')}, got none`);
  return `${dirname(found.file)}/`;
}

/**
 * The list of what one officer alone does not do: by slice, whose folder has the rules that judge it.
 * @param doors routes that may answer that something waits, with the fields of theirs that the public reads
 */
export function printTwoOfficers(
  kinds: TestConsole['kinds'],
  doors: ReadonlyMap<string, readonly string[]>,
): string {
  const slices = Map.groupBy(kinds.values(), ({ kind }) =>
    findSlice(`kind: '${kind}'`, `Kind = '${kind}'`, `name: '${kind.split('.')[0]}',\n  path`),
  );
  const doorsOf = Map.groupBy(doors, ([route]) => {
    const [path = ''] = /(?<=\/api\/)[^/]+/.exec(route) ?? [];
    return findSlice(`'${route}'`, `path: '${path}'`, ` /api/${path}/`);
  });
  const lost = [...doorsOf.keys()].filter((slice) => !slices.has(slice));
  if (lost.length > 0) throw new Error(`Expected a kind in ${lost.join(', ')}, got a door only`);
  const sections = [...slices]
    .toSorted()
    .map(([slice, own]) => [
      `## \`${slice}\``,
      '',
      '| what waits | accepted by |',
      '|---|---|',
      ...own.map(({ title: [hi, en], may }) => `| ${en}<br>${hi} | ${rolesFor(may).join(', ')} |`),
      '',
      ...(doorsOf.get(slice) ?? []).map(
        ([route, words]) =>
          `- \`${route}\`${words.length > 0 ? `: the public reads ${words.join(', ')}` : ''}`,
      ),
      '',
    ]);
  return `${[...head, ...sections.flat()].join('\n').trimEnd()}\n`;
}

const head = [
  '# What one officer alone does not do',
  '',
  'Each section is a slice of the service, whose folder has the rules that judge what an act would change. Where they find something the act',
  'waits at `/console/held-acts/`, with the figures or words of before and after, until an officer of one of the named offices accepts it, who is',
  'another person than its maker and has a say in its district. Below are its doors: forms, files and lists that lead to it. A list of entries',
  'that is decided on (`POST /api/activities/decide`) says for each whether it waits.',
  '',
  'Written by a test from what the service opens: `npx vitest run --project service test/messaging/contract/public-words.test.ts -u`.',
  '',
];
