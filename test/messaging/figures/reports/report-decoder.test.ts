import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { decode } from '../../../../messaging/figures/reports/report-decoder.ts';
import { folderForTest } from '../../../folders.ts';

test('a file that is refused by its name may be deleted as soon as the answer is there', async () => {
  const folder = folderForTest('report-');
  const late: unknown[] = [];
  const note = (error: unknown) => late.push(error);
  process.on('uncaughtException', note);
  onTestFinished(() => void process.off('uncaughtException', note));
  const names = { districts: {}, stations: {}, services: {} };
  const app = { playPackage: 'in.example', appStoreId: '1', today: '2019-04-12', names };
  for (let file = 0; file < 200; file += 1) {
    const path = join(folder, `upload-${file}`);
    writeFileSync(path, 'x');
    const answer = decode({ path, name: 'board.png', app, readAt: '2019-04-12T06:00:00Z' });
    // As the service does, at the moment when the answer is there.
    expect(await answer).toMatchObject({ kind: 'faulty' });
    rmSync(path);
    await setImmediate();
  }
  expect(late).toEqual([]);
});
