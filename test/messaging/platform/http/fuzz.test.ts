import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../../messaging/platform/database/database.ts';
import { borrow } from '../../../servers/borrow.ts';
import { fuzz } from '../../fixtures/fuzz-run.ts';
import { publicUrl } from '../../fixtures/http-officer.ts';
import { startService } from '../../fixtures/service.ts';

test('requests made from the contract are answered in words, and the audit log stays whole', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const url = await borrow('database');
  const service = await startService({
    DATA_DIR: dataDir,
    DATABASE_URL: url,
    REDIS_URL: await borrow('redis'),
    PUBLIC_URL: publicUrl,
  });
  const database = await openDatabase({ url, dataDir });
  onTestFinished(async () => {
    await service.kill();
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const findings = await fuzz({ service, database }, { seed: 1, goOn: (sent) => sent === 0 });
  // What held the main thread for long is judged by the fault run: here other tests keep the processors busy.
  expect(findings).toMatchObject({ failed: [], audit: { kind: 'whole' } });
  expect(findings.sent).toBe(2400);
});
