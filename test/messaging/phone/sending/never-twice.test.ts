import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../../messaging/platform/database/database.ts';
import { borrow } from '../../../servers/borrow.ts';
import { sendThroughModels } from './model-run.ts';

// More of them: MODELLED_PROVIDERS=200 MODEL_SEED=7; the long runs are test/faults/never-twice.ts.
const providers = Number(process.env['MODELLED_PROVIDERS'] ?? 30);
const seed = Number(process.env['MODEL_SEED'] ?? 20190330);
const folder = mkdtempSync(join(tmpdir(), 'never-twice-'));
let database: Database;

beforeAll(async () => {
  database = await openDatabase({ url: await borrow('database'), dataDir: folder });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

it('sends to nobody twice and loses nobody, whatever the provider does', async () => {
  const { pool } = database;
  const breaches = await sendThroughModels({
    pool,
    seed,
    providers,
    recipients: 12,
    stormMs: 5000,
    limitMs: 60_000,
  });
  expect(breaches).toEqual([]);
});
