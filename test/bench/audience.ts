import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { takeUpload } from '../../messaging/phone/audiences/audiences.ts';
import { classified } from '../../messaging/phone/audiences/classify.ts';
import { randomNumbers } from '../../messaging/phone/gateways/emulator-behaviour.ts';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { createDecoders } from '../../messaging/platform/decoding/decoders.ts';
import { csvRows } from '../../messaging/platform/lists/rows.ts';
import { startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import { median, report } from './report.ts';

const size = 500_000;
const rounds = 5;
const work = mkdtempSync(join(tmpdir(), 'bench-audience-'));
const file = join(work, 'list.csv');
const random = randomNumbers(20190330);
const numbers = Array.from(
  { length: size },
  () => 6_000_000_000 + Math.floor(random() * 3_999_999_999),
);
const districts = ['agra', 'lucknow', 'kanpur-nagar'];
writeFileSync(
  file,
  `mobile,district,language\n${numbers.map((number, index) => `${index % 3 === 0 ? '+91 ' : ''}${number},${districts[index % 3]},hi`).join('\n')}\n`,
);
const classify = {
  findDistrict: (name: string) => name,
  findStation: () => undefined,
  defaultDistrict: null,
  defaultLanguage: 'hi' as const,
};

async function parseAll(): Promise<{ perSecond: number; members: number; growthMb: number }> {
  const before = process.memoryUsage().rss;
  let rss = before;
  let members = 0;
  const startedAt = performance.now();
  for await (const batch of classified(csvRows(createReadStream(file)), classify)) {
    for (const { kind } of batch) if (kind === 'member') members += 1;
    rss = Math.max(rss, process.memoryUsage.rss());
  }
  const perSecond = size / ((performance.now() - startedAt) / 1000);
  return { perSecond, members, growthMb: (rss - before) / 1e6 };
}

/** What libphonenumber-js alone does with the same numbers, without reading a file. */
function libraryAlone(): number {
  const some = numbers.slice(0, 100_000);
  const startedAt = performance.now();
  let valid = 0;
  for (const number of some)
    if (parsePhoneNumberFromString(String(number), 'IN')?.isValid() === true) valid += 1;
  if (valid === 0) throw new Error('Expected valid numbers');
  return some.length / ((performance.now() - startedAt) / 1000);
}

const parsed: number[] = [];
const library: number[] = [];
let growthMb = 0;
for (let round = 0; round < rounds; round += 1) {
  const run = await parseAll();
  if (round > 0) growthMb = Math.max(growthMb, run.growthMb);
  parsed.push(run.perSecond);
  library.push(libraryAlone());
}

const postgres = await startOwnPostgres();
const database = await openDatabase({ url: await postgres.createDatabase(), dataDir: work });
const stored: number[] = [];
const decoders = createDecoders();
const named = districts.map((id) => ({ id, nameHi: id, nameEn: id }));
try {
  for (let round = 0; round < 3; round += 1) {
    const startedAt = performance.now();
    const audience = await takeUpload(
      { pools: database, decoders },
      {
        path: file,
        name: 'list.csv',
        classify: { defaultDistrict: null, defaultLanguage: 'hi', districts: named, stations: [] },
      },
      {
        details: {
          name: `Bench ${round}`,
          consentBasis: 'public-duty',
          source: 'invented',
          retainUntil: '2099-01-01',
          district: null,
          createdBy: 'bench',
        },
      },
    );
    stored.push(size / ((performance.now() - startedAt) / 1000));
    if (audience.rowsRead !== size)
      throw new Error(`Expected ${size} rows, got ${audience.rowsRead}`);
  }
} finally {
  await database.close();
  await postgres.dispose();
  rmSync(work, { recursive: true, force: true });
}
const ours = median(parsed);
report('audience', [
  { what: 'libphonenumber-js alone', value: median(library), unit: 'numbers/s' },
  { what: 'csv parsed and classified', value: ours, unit: 'rows/s', least: 100_000 },
  { what: 'memory that grows over the file', value: growthMb, unit: 'MB' },
  { what: 'stored, from file to list', value: median(stored), unit: 'rows/s', least: 25_000 },
]);
