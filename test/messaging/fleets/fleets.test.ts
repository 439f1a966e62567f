import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaignFolder } from '../../../campaigns/campaign-fs.ts';
import { grownFileName, loadRegistry } from '../../../campaigns/links/registry-fs.ts';
import type { FleetAnswer, FleetView } from '../../../messaging/contract/fleets.ts';
import { readAudit } from '../../../messaging/database/audit-log-sql.ts';
import { type Database, openDatabase } from '../../../messaging/database/database.ts';
import { inTransaction } from '../../../messaging/database/transaction.ts';
import { createFleetCodes } from '../../../messaging/fleets/fleet-codes.ts';
import type { Generate } from '../../../messaging/fleets/panel-maker.ts';
import { runGenerator } from '../../../messaging/print-orders/run-generator.ts';
import { workbookOf } from '../../campaigns/tables/workbooks.ts';
import { borrow } from '../../servers/borrow.ts';
import { createTestConsole, type Officer, type TestConsole } from '../fixtures/console.ts';

const folder = mkdtempSync(join(tmpdir(), 'fleets-'));
const dataDir = join(folder, 'data');
let service: TestConsole;
let database: Database;
let agra: Officer;
/** What the generator was called for, by the lines of its list. */
const runs: string[][] = [];
let generate: Generate;
beforeAll(async () => {
  database = await openDatabase({ url: await borrow('database'), dataDir: folder });
  service = await createTestConsole(database, {
    dataDir,
    generate: (args, signal) => {
      runs.push(
        readFileSync(args[3] ?? '', 'utf8')
          .trim()
          .split('\n')
          .slice(1),
      );
      return generate(args, signal);
    },
  });
  agra = await service.officer('district', 'agra');
});
afterAll(async () => {
  await service.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

function handIn(officer: Officer, content: string | Uint8Array, step: 'check' | 'make') {
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="fleet"\r\n\r\n';
  return officer.send({
    method: 'POST',
    url: `/api/fleets?step=${step}`,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n--x--\r\n')]),
  });
}

async function fleetOf(officer: Officer): Promise<FleetView> {
  return (await officer.get('/api/fleets')).json();
}

async function settled(officer: Officer): Promise<FleetView> {
  await expect
    .poll(async () => (await fleetOf(officer)).counts.waiting, { timeout: 60_000 })
    .toBe(0);
  return fleetOf(officer);
}

const codeOf = (id: string, machine = dataDir) =>
  loadRegistry({
    campaignFolder: campaignFolder('up-cop'),
    grownFile: join(machine, grownFileName),
  }).codeFor({ scope: 'vehicle', district: 'agra', id }, 'vehicle');

test('a list is checked without a trace; made, its panels are whole and its codes stay the same', async () => {
  generate = (args, signal) =>
    runGenerator(
      args,
      { printDir: join(dataDir, 'print'), env: { ...process.env, DATA_DIR: dataDir } },
      { signal },
    );
  const list =
    'district,vehicle,model\nagra,UP80 G 1,pulsar\nlucknow,UP32 G 2,pulsar\nagra,9876543210,pulsar\n';
  const checked = await handIn(agra, list, 'check');
  expect(checked.statusCode).toBe(200);
  const { vehicles, faults, newCodes } = checked.json<FleetAnswer>();
  expect([vehicles.map(({ vehicle }) => vehicle), newCodes]).toEqual([['up80g1'], null]);
  expect(faults[1]?.found).not.toContain('9876543210');
  expect(faults.slice(0, 1)).toEqual([
    {
      row: 3,
      field: 'district',
      expected: { hi: 'अपना जनपद (आगरा)', en: 'the own district (agra)' },
      found: '"lucknow"',
    },
  ]);
  expect(existsSync(join(dataDir, grownFileName))).toBe(false);
  expect((await fleetOf(agra)).vehicles).toEqual([]);

  const made = await handIn(agra, list, 'make');
  expect([made.statusCode, made.json<FleetAnswer>().newCodes]).toEqual([202, 1]);
  const code = codeOf('up80g1');
  const [vehicle] = (await settled(agra)).vehicles;
  expect(vehicle).toMatchObject({ vehicle: 'up80g1', state: 'made' });
  const urls = vehicle?.panels.flatMap(({ pdf, preview }) => [pdf, preview]) ?? [];
  expect(urls).toHaveLength(2);
  for (const url of [...urls, vehicle?.ticket ?? '']) {
    expect((await agra.get(url)).statusCode, url).toBe(200);
  }
  // What names all vehicles is not for the public.
  expect(existsSync(join(dataDir, 'print/vehicle/shelf.json'))).toBe(true);
  expect((await service.browser().get('/files/vehicle/shelf.json')).statusCode).toBe(404);

  generate = async () => {};
  const again = await handIn(agra, list, 'make');
  expect(again.json<FleetAnswer>().newCodes).toBe(0);
  expect((await settled(agra)).counts).toEqual({ waiting: 0, made: 1, failed: 0 });
  expect(codeOf('up80g1')).toBe(code);
  const entries = await readAudit(database.pool, { subject: 'fleet/agra' }, 10);
  expect(entries.map(({ action, district }) => [action, district])).toEqual([
    ['fleet.make', 'agra'],
    ['fleet.make', 'agra'],
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/up80/i);
});

test('one vehicle that fails leaves the others; another district sees none of them', async () => {
  generate = async () => {
    if (runs.at(-1)?.some((line) => line.includes('up80bad'))) throw new Error('no ink');
  };
  runs.length = 0;
  const sheet = workbookOf([
    {
      name: 'सूची',
      rows: [
        ['जनपद', 'वाहन', 'मॉडल'],
        ['आगरा', 'UP80 BAD', 'पल्सर 150'],
        ['आगरा', 'UP80 GOOD', 'इनोवा'],
      ],
    },
  ]);
  expect((await handIn(agra, sheet, 'make')).statusCode).toBe(202);
  const { vehicles } = await settled(agra);
  const states = vehicles.map(({ vehicle, state }) => [vehicle, state]);
  expect(states).toContainEqual(['up80bad', 'failed']);
  expect(states).toContainEqual(['up80good', 'made']);
  expect(runs.map((lines) => lines.length)).toEqual([2, 1, 1]);
  const lucknow = await service.officer('district', 'lucknow');
  expect((await fleetOf(lucknow)).vehicles).toEqual([]);
  expect((await lucknow.get('/api/fleets?district=agra')).statusCode).toBe(403);
  const hq = await service.officer('hq');
  expect((await fleetOf(hq)).counts).toEqual({ waiting: 0, made: 2, failed: 1 });
});

test('what a process left that died in the middle is made by the next one', async () => {
  generate = async () => {};
  await database.pool.query(
    `UPDATE fleet_vehicle SET state = 'making', claimed_until = now() - interval '1 second'
     WHERE vehicle = 'up80bad'`,
  );
  expect((await fleetOf(agra)).counts.waiting).toBe(1);
  await handIn(agra, 'district,vehicle,model\nagra,UP80 NEXT,pulsar\n', 'make');
  expect((await settled(agra)).counts).toEqual({ waiting: 0, made: 4, failed: 0 });
});

test('two machines give one vehicle one code, and no code to two vehicles', async () => {
  const other = join(folder, 'other');
  const give = (machine: string, ids: readonly string[]) =>
    inTransaction(database.pool, (tx) =>
      createFleetCodes({ campaign: 'up-cop', dataDir: machine })(
        tx,
        ids.map((vehicle) => ({ district: 'agra', vehicle, model: 'innova' })),
      ),
    );
  expect(await give(dataDir, ['up80m1'])).toBe(1);
  expect(await give(other, ['up80m2', 'up80m1'])).toBe(1);
  expect(await give(dataDir, ['up80m3'])).toBe(1);
  expect(codeOf('up80m1', other)).toBe(codeOf('up80m1'));
  const codes = [codeOf('up80m1'), codeOf('up80m2', other), codeOf('up80m3')];
  expect(new Set(codes).size).toBe(3);
});
