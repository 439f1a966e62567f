import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../../../messaging/platform/database/database.ts';
import { borrow } from '../../../servers/borrow.ts';
import { placeTestDatabase } from '../../fixtures/databases.ts';
import { phone, scanPaths } from '../../fixtures/scans.ts';
import { startService } from '../../fixtures/service.ts';

let redisUrl: string;
let dataDir: string;
beforeAll(async () => {
  redisUrl = await borrow('redis');
  dataDir = mkdtempSync(join(tmpdir(), 'embedded-'));
  await placeTestDatabase(dataDir);
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test('with the embedded database, a kill loses no scan either', async () => {
  const paths = scanPaths(20);
  let received = 0;
  for (let round = 0; round < 2; round += 1) {
    const service = await startService({ DATA_DIR: dataDir, REDIS_URL: redisUrl });
    for (let index = 0; index < 300; index += 1) {
      const answer = await fetch(`${service.url}${paths[index % paths.length]}`, {
        redirect: 'manual',
        headers: { 'user-agent': phone.android },
      });
      if (answer.status === 302) received += 1;
    }
    await service.kill();
  }
  const last = await startService({ DATA_DIR: dataDir, REDIS_URL: redisUrl });
  await last.stop();
  const database = await openDatabase({ dataDir });
  const { rows } = await database.pool.query(
    `SELECT (SELECT count(*)::int FROM scan) AS scans,
      (SELECT sum(scans)::int FROM scan_by_code) AS counted`,
  );
  await database.close();
  expect(received).toBe(600);
  expect(rows).toEqual([{ scans: 600, counted: 600 }]);
});
