import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadBaseDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { boardStations } from '../../../campaigns/directory/station.ts';
import { tryFileLock } from '../../../campaigns/files/file-lock-fs.ts';
import { readManifest, removeFolder, runGenerator, temporaryFolder } from '../fixture.ts';
import { counts, expectWhole, pressFilesBelow } from './made-files.ts';

const boards = ['--artwork', 'board', '--format', 'pdf'];
let folder: string;
let out: string;
beforeEach(() => {
  folder = temporaryFolder();
  out = join(folder, 'print');
});
afterEach(() => removeFolder(folder));

describe('a run that is cut off', () => {
  // Enough to be cut off in its middle, when some districts are done.
  const directory = loadBaseDirectory();
  const districts = directory.districts.slice(0, 30).map(({ id }) => id);
  const some = ['--district', districts.join(','), ...boards];
  const stations = boardStations(directory).filter(({ district }) => districts.includes(district));

  /** Runs until the signal came in its middle: on a busy machine a run may end before the signal is sent. */
  async function cutOff(signal: 'SIGKILL' | 'SIGINT'): Promise<number | null> {
    for (let tries = 0; tries < 10; tries += 1) {
      let signalled = false;
      const { code } = await runGenerator([...some, '--out', out], {
        onOutput: (text, kill) => {
          const [, made = 0] = /^(\d+)\/\d+ files/m.exec(text) ?? [];
          // By a third some districts are whole. A second signal would end an interrupted run at once.
          if (signalled || Number(made) < stations.length / 3) return;
          signalled = true;
          kill(signal);
        },
      });
      if (code !== 0 && pressFilesBelow(out).length < stations.length) return code;
      rmSync(out, { recursive: true });
    }
    throw new Error('Expected to cut off one of ten runs');
  }

  test('a killed run leaves whole files only, and the next run goes on', async () => {
    expect(await cutOff('SIGKILL')).toBe(null);
    const left = pressFilesBelow(out);
    expect(left.length).toBeGreaterThan(10);
    expect(left.length).toBeLessThan(stations.length);
    for (const name of left) expectWhole(join(out, name));
    const ended = await runGenerator([...some, '--out', out]);
    expect(ended.code).toBe(0);
    expect(counts(ended.stdout).unchanged).toBeGreaterThan(0);
    expect(
      existsSync(join(out, '.unfinished')) ? readdirSync(join(out, '.unfinished')) : [],
    ).toEqual([]);
    const { files } = readManifest(out);
    expect(files).toHaveLength(stations.length);
    for (const file of files) {
      const bytes = readFileSync(join(out, file.path));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
    }
  });

  test('after a power cut changed files are made again, lists too', async () => {
    const small = ['--station', 'agra/etmaddaula,agra/jagdishpura', ...boards, '--out', out];
    await runGenerator(small);
    const [first = '', ...others] = pressFilesBelow(out);
    const whole = readFileSync(join(out, first));
    // As a disk may leave it: the length is there, the content is not, and nobody has looked since the machine started.
    writeFileSync(join(out, first), Buffer.alloc(whole.length));
    rmSync(join(out, '.made.boot'), { force: true });
    for (const list of ['manifest.json', 'plan.json']) writeFileSync(join(out, list), '');
    const mended = await runGenerator(small);
    expect(mended.code).toBe(0);
    expect(counts(mended.stdout)).toMatchObject({ made: 1, unchanged: others.length });
    expect(readFileSync(join(out, first))).toEqual(whole);
    expect(readManifest(out).files).toHaveLength(2);
  });

  test('an interrupted run lists what it made and says so by its exit code', async () => {
    expect(await cutOff('SIGINT')).toBe(130);
    const { files } = readManifest(out);
    expect(files.length).toBe(pressFilesBelow(out).length);
    for (const { path } of files) expectWhole(join(out, path));
  });

  test('a run that is ended before it makes a file is gone at once', async () => {
    const { code, stderr } = await runGenerator(['--district', 'agra', '--out', out], {
      onStart: async (kill) => {
        await expect.poll(() => existsSync(join(out, '.run.lock')), { interval: 5 }).toBe(true);
        kill('SIGTERM');
      },
    });
    expect([code, stderr]).toEqual([null, '']);
  });

  test('a second run in the same folder waits its turn', async () => {
    const lock = tryFileLock(join(out, '.run.lock'));
    const args = ['--station', 'shamli/kairana', ...boards, '--out', out];
    const refused = await runGenerator(args);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(`Another run is writing into ${out}`);
    lock?.release();
    expect((await runGenerator(args)).code).toBe(0);
  });
});
