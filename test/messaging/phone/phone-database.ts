import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { beforeAll } from 'vitest';
import { type Database, openDatabase } from '../../../messaging/platform/database/database.ts';
import { borrow } from '../../servers/borrow.ts';

export interface PhoneDatabase {
  folder: string;
  /** Both are there from the first test on. */
  database: Database;
  pool: Pool;
}

/** An empty, migrated database and a folder, for the tests of a file or of the `describe` that asks. */
export function openPhoneDatabase(): PhoneDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'phone-'));
  const opened = { folder } as PhoneDatabase;
  beforeAll(async () => {
    opened.database = await openDatabase({ url: await borrow('database'), dataDir: folder });
    opened.pool = opened.database.pool;
    return async () => {
      await opened.database.close();
      rmSync(folder, { recursive: true, force: true });
    };
  });
  return opened;
}
