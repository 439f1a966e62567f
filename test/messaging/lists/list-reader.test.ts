import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { TableError } from '../../../campaigns/tables/table-error.ts';
import { createListReader } from '../../../messaging/lists/list-reader.ts';
import { zipOf } from '../../campaigns/tables/zip-of.ts';
import { threadMs } from '../../thread-ms.ts';

const folder = mkdtempSync(join(tmpdir(), 'lists-'));
afterAll(() => rmSync(folder, { recursive: true }));
const threads = {
  audience: 'audiences/audience-thread.ts',
  'do-not-disturb': 'numbers/do-not-disturb-thread.ts',
  bulk: 'activities/bulk-thread.ts',
  report: 'reports/report-thread.ts',
  deliveries: 'telecom-operators/delivery-thread.ts',
};
const thread = (name: keyof typeof threads) =>
  new URL(`../../../messaging/${threads[name]}`, import.meta.url);
const classify = { districts: [], defaultDistrict: null, defaultLanguage: 'hi' };
const longestStallMs = 200;

/** How much work this thread did without a pause while something was done, at most. */
async function stallDuring(
  work: () => Promise<unknown>,
): Promise<{ outcome: unknown; ms: number }> {
  let longest = 0;
  let before = threadMs();
  const look = () => {
    longest = Math.max(longest, threadMs() - before);
    before = threadMs();
  };
  const looking = setInterval(look, 2);
  const outcome = await work().catch((error: unknown) => error);
  clearInterval(looking);
  look();
  return { outcome, ms: longest };
}

function workbook(parts: Record<string, string | Uint8Array>): Uint8Array {
  const all = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': '<worksheet/>',
    ...parts,
  };
  return zipOf(all);
}

const far = Array.from(
  { length: 1000 },
  (_, n) => `<row r="${n + 1}"><c r="XFD${n + 1}"><v>1</v></c></row>`,
).join('');
const sheet = 'xl/worksheets/sheet1.xml';
const strings = 'xl/sharedStrings.xml';
const hostile = [
  { name: 'far.xlsx', what: '1,000 cells in column XFD', make: () => workbook({ [sheet]: far }) },
  {
    name: 'strings.xlsx',
    what: 'shared strings of 200 MB',
    make: () => workbook({ [strings]: '<si><t>a</t></si>'.repeat(12_000_000) }),
  },
  {
    name: 'tiny.xlsx',
    what: 'five million shared strings',
    make: () => workbook({ [strings]: '<si><t>a</t></si>'.repeat(5_000_000) }),
    // All lists read a workbook alike, and this one for seconds.
    lists: ['audience'] as const,
  },
  {
    name: 'bomb.xlsx',
    what: 'a zip bomb',
    make: () => workbook({ [sheet]: new Uint8Array(300 * 1024 ** 2) }),
  },
  { name: 'quotes.csv', what: '17 MB of quotes', make: () => Buffer.alloc(17_000_000, '"') },
  { name: 'line.csv', what: 'a line without end', make: () => Buffer.alloc(50_000_000, '9') },
];

const everyList = ['audience', 'do-not-disturb', 'bulk'] as const;

describe('a hostile list is refused in words, and holds up nothing else:', () => {
  test.each(hostile)('$what', async ({ name, make, lists: readBy = everyList }) => {
    const path = join(folder, name);
    writeFileSync(path, make());
    const lists = createListReader();
    const given = { path, name, id: 1, upload: 'u', classify, kind: 'board', stations: [] };
    for (const list of readBy) {
      const { outcome, ms } = await stallDuring(async () => {
        for await (const _ of lists.read<unknown, unknown>(thread(list), given));
        return lists.readWhole(thread(list), given);
      });
      if (list === 'bulk') expect(outcome).toMatchObject({ kind: 'faulty' });
      else expect(outcome).toBeInstanceOf(TableError);
      expect(ms, list).toBeLessThan(longestStallMs);
    }
  });

  test('a report that unpacks to far more than it may', async () => {
    const name = 'installs_in.gov.uppolice_201904_overview.csv';
    const path = join(folder, name);
    writeFileSync(path, gzipSync(Buffer.alloc(200 * 1024 ** 2, 'x'), { level: 1 }));
    const app = { playPackage: 'in.gov.uppolice', appStoreId: null, today: '2019-04-12' };
    const given = { path, name, app, readAt: '2019-04-12T00:00:00.000Z' };
    const { outcome, ms } = await stallDuring(() =>
      createListReader().readWhole(thread('report'), given),
    );
    expect(outcome).toMatchObject({ kind: 'faulty', place: { file: name } });
    expect(ms).toBeLessThan(longestStallMs);
  });

  test('an operator’s report with a broken quote', async () => {
    const given = {
      csv: 'day,district,channel,sent,delivered\n2019-04-12,"ag"ra,sms,1,1\n',
      districts: [],
    };
    expect(await createListReader().readWhole(thread('deliveries'), given)).toMatchObject({
      kind: 'faulty',
      faults: [
        { row: 2, column: 'district', value: '""ag"r"', hi: expect.stringContaining('उद्धरण') },
      ],
      faultCount: 1,
    });
  });
});

describe('the limits of a reader', () => {
  const slow = join(folder, 'slow.csv');
  writeFileSync(slow, `mobile\n${'9876543210\n'.repeat(200_000)}`);
  const given = { path: slow, name: 'slow.csv', id: 1, classify };
  const drain = async (lists: ReturnType<typeof createListReader>, file: object = given) => {
    for await (const _ of lists.read(thread('audience'), file));
  };

  test('of time end what takes longer', async () => {
    await expect(drain(createListReader({ turnMs: 1 }))).rejects.toMatchObject({
      name: 'TableError',
      en: expect.stringContaining('reasonable time'),
      hi: expect.stringContaining('समय'),
    });
  });

  test('of memory end what needs more, and the process goes on', async () => {
    const path = join(folder, 'heavy.xlsx');
    writeFileSync(path, workbook({ [strings]: '<si><t>a</t></si>'.repeat(3_000_000) }));
    const heavy = { ...given, path, name: 'heavy.xlsx' };
    await expect(drain(createListReader({ memoryMb: 24 }), heavy)).rejects.toMatchObject({
      name: 'TableError',
      hi: expect.stringContaining('मेमोरी'),
    });
  });

  test('of threads let the next one in when one ends, also by an error', async () => {
    const lists = createListReader({ atOnce: 1 });
    const missing = { ...given, path: join(folder, 'none.csv') };
    const outcomes = await Promise.allSettled([
      drain(lists, missing),
      drain(lists),
      drain(lists, missing),
      drain(lists),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });

  test('of batches keep a reader no further ahead than it was asked', async () => {
    const path = join(folder, 'long.csv');
    const file = createWriteStream(path);
    for (let n = 0; n < 20; n += 1) file.write('9876543210\n'.repeat(50_000));
    file.end();
    await once(file, 'finish');
    const batches = createListReader().read<Uint8Array, void>(thread('audience'), {
      ...given,
      path,
    });
    const before = process.memoryUsage().arrayBuffers;
    await batches.next();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * 1024 ** 2);
    await batches.return();
  });
});
