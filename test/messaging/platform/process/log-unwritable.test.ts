import { spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { expect, test } from 'vitest';

test.each(['createLog(level)', 'createLog(level, await openText())'])(
  'where %s cannot write, as on a full disk, the program goes on',
  (log) => {
    const file = new URL('../../../../messaging/platform/process/log.ts', import.meta.url).href;
    const program = `
      import { createLog, openText } from '${file}';
      const level = 'info';
      const log = ${log};
      log.info('nobody can read this');
      setTimeout(() => console.error('still here'), 50);
    `;
    const { stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(stderr).toBe('still here\n');
  },
);

test('without a terminal a line is short, for people and without marks of a terminal', () => {
  const file = new URL('../../../../messaging/platform/process/log.ts', import.meta.url).href;
  const program = `
    import { createLog, openText } from '${file}';
    createLog('info', await openText()).info({ blast: 17 }, 'planned');
  `;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\] INFO: planned \{"blast":17\}\n$/);
});
