import { expect, test } from 'vitest';
import { openDatabase } from '../../../../messaging/platform/database/database.ts';
import { openFolder } from '../../../folders.ts';
import { borrow } from '../../../servers/borrow.ts';
import { placeTestDatabase } from '../../fixtures/databases.ts';
import { phone, scanPaths } from '../../fixtures/scans.ts';
import { startService } from '../../fixtures/service.ts';

const redisUrl = await borrow('redis');
const dataDir = openFolder('embedded-');
await placeTestDatabase(dataDir);

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
