import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readListedLines, readListing } from '../../../campaigns/files/listing-fs.ts';
import { openFolder } from '../../folders.ts';

const file = z.strictObject({ path: z.string(), name: z.string() });
const path = join(openFolder('listing-'), 'list.json');
const write = (...files: object[]) =>
  writeFileSync(
    path,
    `{\n  "campaign": "one",\n  "files": [\n${files.map((each) => `    ${JSON.stringify(each)}`).join(',\n')}\n  ]\n}\n`,
  );
const agra = { path: 'agra.pdf', name: 'आगरा, "सदर"' };
const mathura = { path: 'mathura.pdf', name: 'मथुरा' };

test('of a list that is read again only lines that changed are parsed', () => {
  write(agra, mathura);
  const first = readListedLines(path, file, new Map()) ?? new Map();
  expect([...first.values()]).toEqual([agra, mathura]);
  write(agra, { ...mathura, name: 'मथुरा सदर' });
  const [kept, changed] = [...(readListedLines(path, file, first) ?? new Map()).values()];
  expect(kept).toBe([...first.values()][0]);
  expect(changed).toEqual({ ...mathura, name: 'मथुरा सदर' });
  write();
  expect(readListedLines(path, file, first)?.size).toBe(0);
});

test.each<[string, () => void]>([
  ['cut off', () => writeFileSync(path, '{\n  "campaign": "one",\n  "files": [\n    {"path": "x')],
  ['of another form', () => write({ ...agra, more: 1 })],
  ['of half a line', () => writeFileSync(path, '{\n  "files": [\n    {"path": \n  ]\n}\n')],
  ['of one line', () => writeFileSync(path, JSON.stringify({ campaign: 'one', files: [agra] }))],
])('a list that is %s is not read by its lines', (_label, lay) => {
  lay();
  expect(readListedLines(path, file, new Map())).toBeUndefined();
});

test('a list that is not there is none', () => {
  const none = join(path, '..', 'none.json');
  expect(readListedLines(none, file, new Map())).toBeUndefined();
  expect(readListing(none, file)).toBeUndefined();
});
