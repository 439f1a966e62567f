import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { describe, expect, test } from 'vitest';
import { openInstalledDatabase } from '../../messaging/platform/database/backup/back-up-before-migrating.ts';
import { listApplied, readMigrations } from '../../messaging/platform/database/migrations-fs.ts';
import { openFolder } from '../folders.ts';
import { freePort } from '../messaging/fixtures/postgres.ts';
import { startService } from '../messaging/fixtures/service.ts';
import { borrow } from '../servers/borrow.ts';
import { keptVersions, layOutKept } from './kept.ts';
import { compareKept, tryUpgraded } from './verify.ts';

const folder = openFolder('upgrade-');

describe.each(keptVersions)('data of version $version', (kept) => {
  test.each(['embedded', 'postgresql'])(
    'is whole after the upgrade, and runs (%s)',
    async (engine) => {
      const databaseUrl = engine === 'embedded' ? undefined : await borrow('empty-database');
      const place = { folder: join(folder, `${kept.version}-${engine}`), databaseUrl };
      const { dataDir, backup } = await layOutKept(kept, place);
      const told: string[] = [];
      const database = await openInstalledDatabase(
        { dataDir, databaseUrl, backupPassphrase: undefined },
        { tell: (where) => told.push(where) },
      );
      expect(await listApplied(database.pool)).toEqual(readMigrations().map(({ name }) => name));
      expect(await compareKept(database.pool, backup)).toEqual([]);
      expect(existsSync(join(dataDir, 'photos', 'kept.txt'))).toBe(true);
      // The way back.
      const isNewer = backup.migrations.length < readMigrations().length;
      expect(told.map((where) => existsSync(join(where, 'backup.json')))).toEqual(
        isNewer ? [true] : [],
      );
      if (databaseUrl !== undefined) await run(database.pool, { dataDir, databaseUrl });
      await database.close();
    },
  );
});

/** Starts the service on it, which the embedded database would not bear beside this process. */
async function run(pool: Pool, env: { dataDir: string; databaseUrl: string }): Promise<void> {
  const siteDir = join(env.dataDir, 'dist');
  mkdirSync(siteDir);
  writeFileSync(join(siteDir, 'index.html'), '<!doctype html>');
  const service = await startService({
    DATA_DIR: env.dataDir,
    SITE_DIR: siteDir,
    DATABASE_URL: env.databaseUrl,
    REDIS_URL: await borrow('redis'),
    EMULATOR_PORT: String(await freePort()),
    CAMPAIGN_TODAY: '2019-04-12',
  });
  await tryUpgraded(pool, service.url, 40);
  await service.stop();
}
