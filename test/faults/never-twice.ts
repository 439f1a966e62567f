// More modelled providers than `npm test` has, round after round: node test/faults/never-twice.ts [seed]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../messaging/platform/database/database.ts';
import { startOwnPostgres } from '../messaging/fixtures/postgres.ts';
import { sendThroughModels } from '../messaging/phone/sending/model-run.ts';

const rounds = 5;
const providers = 120;
const first = Number(process.argv[2] ?? Date.now() % 1_000_000);
const dataDir = mkdtempSync(join(tmpdir(), 'never-twice-'));
const postgres = await startOwnPostgres();
let breaches = 0;
try {
  for (let round = 0; round < rounds; round += 1) {
    const seed = first + round;
    const database = await openDatabase({ url: await postgres.createDatabase(), dataDir });
    const found = await sendThroughModels({
      pool: database.pool,
      seed,
      providers,
      recipients: 25,
      stormMs: 15_000,
      limitMs: 180_000,
    });
    await database.close();
    console.log(`seed ${seed}: ${providers} providers, ${found.length} promises broken`);
    for (const breach of found.slice(0, 5)) console.log(JSON.stringify(breach));
    breaches += found.length;
  }
} finally {
  await postgres.dispose();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(breaches === 0 ? 0 : 1);
