import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shareOnlyPublic } from '../../../../messaging/platform/process/data-dir-fs.ts';
import { folderForTest } from '../../../folders.ts';

test('a data folder opens print files and sites, closes all else, and makes the cache closed', () => {
  const dataDir = folderForTest('data-dir-');
  for (const name of ['site', 'site.old', 'photos'])
    mkdirSync(join(dataDir, name), { mode: 0o750 });
  writeFileSync(join(dataDir, 'installation.json'), '{}', { mode: 0o644 });
  const troubles: Error[] = [];
  shareOnlyPublic(dataDir, (error) => troubles.push(error));
  const modes = ['print', 'site', 'site.old', 'cache', 'photos', 'installation.json'].map((name) =>
    (statSync(join(dataDir, name)).mode & 0o777).toString(8),
  );
  expect([modes, troubles]).toEqual([['755', '755', '755', '700', '700', '600'], []]);
});
