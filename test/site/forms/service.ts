import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../messaging/platform/database/database.ts';
import { createClock } from '../../../messaging/platform/process/clock.ts';
import {
  createTestConsole,
  type TestConsole,
  type TestConsoleOptions,
} from '../../messaging/fixtures/console.ts';
import { borrow } from '../../servers/borrow.ts';

/** The service's day. */
export const today = '2019-04-12';

/** The service behind the forms of one file, on a database of its own. */
export async function openFormService(options: TestConsoleOptions = {}): Promise<TestConsole> {
  const folder = mkdtempSync(join(tmpdir(), 'forms-'));
  const database = await openDatabase({ url: await borrow('database'), dataDir: folder });
  const service = await createTestConsole(database, {
    clock: createClock(() => today),
    ...options,
  });
  return {
    ...service,
    async close() {
      await service.close();
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
