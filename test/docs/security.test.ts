import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keptPairs, listKept } from '../../campaigns/privacy/kept-data.ts';
import { pairs } from '../../campaigns/words/pairs.ts';
import { type AnswerKind, answerHeaders } from '../../messaging/platform/http/headers.ts';

const paper = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'security.md'), 'utf8');

/** Requirements of levels 1 and 2 of OWASP ASVS 5.0.0: sections with the numbers that these levels have. */
const asked = `
V1.1:1-2 V1.2:1-9 V1.3:1-11 V1.4:1-3 V1.5:1-2 V2.1:1-3 V2.2:1-3 V2.3:1-4 V2.4:1 V3.2:1-2
  V3.3:1-4 V3.4:1-6 V3.5:1-5 V3.7:1-2 V4.1:1-3 V4.2:1 V4.3:1-2 V4.4:1-4 V5.1:1 V5.2:1-3 V5.3:1-2
  V5.4:1-3 V6.1:1-3 V6.2:1-12 V6.3:1-4 V6.4:1-4 V6.5:1-5 V6.6:1-3 V6.8:1-4 V7.1:1-3 V7.2:1-4
  V7.3:1-2 V7.4:1-5 V7.5:1-2 V7.6:1-2 V8.1:1-2 V8.2:1-3 V8.3:1 V8.4:1 V9.1:1-3 V9.2:1-4 V10.1:1-2
  V10.2:1-2 V10.3:1-4 V10.4:1-11 V10.5:1-5 V10.6:1-2 V10.7:1-3 V11.1:1-2 V11.2:1-3 V11.3:1-3
  V11.4:1-4 V11.5:1 V11.6:1 V12.1:1-3 V12.2:1-2 V12.3:1-4 V13.1:1 V13.2:1-5 V13.3:1-2 V13.4:1-5
  V14.1:1-2 V14.2:1-4 V14.3:1-3 V15.1:1-3 V15.2:1-3 V15.3:1-7 V16.1:1 V16.2:1-5 V16.3:1-4
  V16.4:1-3 V16.5:1-3 V17.1:1 V17.2:1-4 V17.3:1-2
`;
const requirements = asked
  .trim()
  .split(/\s+/)
  .flatMap((text) => {
    const [section = '', numbers = ''] = text.split(':');
    return numbers.split(',').flatMap((range) => {
      const [first = 0, last = first] = range.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => `${section}.${first + index}`);
    });
  });

interface Row {
  ids: string[];
  state: string;
  where: string;
  tested: string;
}
const rows: Row[] = [
  ...paper.matchAll(/^\| (V\d[^|]*) \|[^|]*\| ([^|]*) \|([^|]*)\|([^|]*)\|$/gm),
].map(([, ids = '', state = '', where = '', tested = '']) => ({
  ids: ids.split(', '),
  state,
  where: where.trim(),
  tested: tested.trim(),
}));

const { hi, en } = pairs(keptPairs);
const keptData = listKept(hi, en);

test('each requirement of levels 1 and 2 is answered once', () => {
  expect(requirements).toHaveLength(253);
  expect(rows.flatMap(({ ids }) => ids).toSorted()).toEqual(requirements.toSorted());
});

test('what is kept names a file, and a test or that there is none', () => {
  const kept = rows.filter(({ state }) => state === 'kept' || state === 'in part');
  for (const { ids, where, tested } of kept) {
    expect([ids, where]).toEqual([ids, expect.stringMatching(/^`[\w./@-]+`( `[\w./@-]+`)*$/)]);
    expect([ids, tested]).toEqual([
      ids,
      expect.stringMatching(/^(not tested|`test\/[\w./-]+`( `test\/[\w./-]+`)*)$/),
    ]);
  }
  const others = new Set(rows.filter((row) => !kept.includes(row)).map(({ state }) => state));
  expect(others).toEqual(new Set(['not kept', 'does not apply']));
});

test('the sum at the head of the table is the sum of its rows', () => {
  const count = (state: string) =>
    rows.filter((row) => row.state === state).reduce((sum, { ids }) => sum + ids.length, 0);
  const states = ['kept', 'in part', 'not kept', 'does not apply'].map(count);
  expect(paper).toContain(
    `Of ${requirements.length} requirements ${states[0]} are kept, ${states[1]} in part, ${states[2]} are not, ${states[3]} do not apply.`,
  );
});

test('the terms of personal data are those by which it is deleted', () => {
  const written = [...paper.matchAll(/^\| ([^|]+) \| ([^|]+) \| (?:low|middle|high) \|$/gm)];
  expect(written.map(([, what, until]) => [what, until])).toEqual(
    keptData.map(({ what, until }) => [what.en, until.en]),
  );
});

test('the headers are those that the service sends', () => {
  const named = [...paper.matchAll(/^\| `([\w-]+)` \| (.*) \|$/gm)].flatMap(
    ([, kind, headers = '']) =>
      [...headers.matchAll(/`([\w-]+): ([^`]+)`/g)].map(([, name, value]) => ({
        kind,
        name,
        value,
      })),
  );
  expect(named.length).toBeGreaterThan(10);
  for (const { kind, name, value } of named)
    expect([kind, name, answerHeaders[kind as AnswerKind]?.[name ?? '']]).toEqual([
      kind,
      name,
      value,
    ]);
});
