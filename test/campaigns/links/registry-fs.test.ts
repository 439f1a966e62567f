import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { campaignFolder } from '../../../campaigns/campaign-fs.ts';
import { tryFileLock } from '../../../campaigns/files/file-lock-fs.ts';
import type { Owner } from '../../../campaigns/links/registry.ts';
import { growRegistry, loadRegistry } from '../../../campaigns/links/registry-fs.ts';
import { listBlocks, serialAt } from '../../../campaigns/links/serials.ts';
import { openFolder } from '../../folders.ts';

const root = openFolder('codes-');
const committedFolder = campaignFolder('up-cop');

const blocks = listBlocks(1);

let files = 0;
function freshFile(): string {
  files += 1;
  return join(root, String(files), 'data', 'codes.csv');
}

function blasts(count: number, name: string): Owner[] {
  return Array.from({ length: count }, (_, n) => ({ scope: 'blast', id: `${name}-${n}` }));
}

describe('loading', () => {
  test('works without a grown file', () => {
    const registry = loadRegistry({ campaignFolder: committedFolder, grownFile: freshFile() });
    expect(registry.assignments.length).toBeGreaterThanOrEqual(1_805);
  });

  test('lays the grown file over the committed one', async () => {
    const grownFile = freshFile();
    const owner: Owner = { scope: 'station', district: 'agra', station: 'new-one' };
    await growRegistry(grownFile, [owner], { blocks });
    const registry = loadRegistry({ campaignFolder: committedFolder, grownFile });
    expect(registry.ownerOf(registry.codeFor(owner, 'board'))?.owner).toEqual(owner);
    expect(registry.has({ scope: 'state' })).toBe(true);
  });

  test('names the file that is wrong', () => {
    const grownFile = join(root, 'wrong.csv');
    writeFileSync(grownFile, 'nonsense\n');
    expect(() => loadRegistry({ campaignFolder: committedFolder, grownFile })).toThrow(
      'wrong.csv:1',
    );
  });

  test('pulls in neither zod nor a csv reader', () => {
    const script = `
      import { registerHooks } from 'node:module';
      registerHooks({ load: (url, context, next) => { console.log(url); return next(url, context); } });
      await import(${JSON.stringify(join(import.meta.dirname, '../../../campaigns/links/registry-fs.ts'))});`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout).toContain('registry-fs.ts');
    expect(stdout).not.toContain('node_modules');
  });
});

describe('growing', () => {
  test('gives each owner one serial, however often it is asked', async () => {
    const file = freshFile();
    const first = await growRegistry(file, blasts(2, 'a'), { blocks });
    const second = await growRegistry(file, blasts(3, 'a'), { blocks });
    expect(first.map(({ serial }) => serial)).toEqual([serialAt(10_000), serialAt(10_001)]);
    expect(second.slice(0, 2)).toEqual(first);
    expect(second[2]?.serial).toBe(serialAt(10_002));
  });

  test('keeps the lines that stand and leaves no other file behind but its lock', async () => {
    const file = freshFile();
    await growRegistry(file, blasts(2, 'a'), { blocks });
    const before = readFileSync(file, 'utf8');
    await growRegistry(file, blasts(2, 'b'), { blocks });
    expect(readFileSync(file, 'utf8').startsWith(before)).toBe(true);
    expect(readdirSync(join(file, '..'))).toEqual(['codes.csv', 'codes.csv.lock']);
  });

  test('many at once in several processes never share a serial', async () => {
    const file = freshFile();
    const module = join(import.meta.dirname, '../../../campaigns/links/registry-fs.ts');
    const run = (name: string) =>
      new Promise<number | null>((resolve) => {
        const script = `
          import { growRegistry } from ${JSON.stringify(module)};
          await Promise.all(Array.from({ length: 20 }, (_, n) =>
            growRegistry(${JSON.stringify(file)}, [{ scope: 'blast', id: '${name}-' + n }], { blocks: [0] })));`;
        spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' }).on(
          'exit',
          resolve,
        );
      });
    expect(await Promise.all(['p', 'q', 'r'].map(run))).toEqual([0, 0, 0]);
    const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
    const serials = lines.map((line) => Number(line.split(',')[0]));
    expect(serials).toEqual(Array.from({ length: 60 }, (_, n) => serialAt(10_000 + n)));
  });

  test('takes over the lock of a process that is gone', async () => {
    const file = freshFile();
    await growRegistry(file, blasts(1, 'a'), { blocks });
    const module = join(import.meta.dirname, '../../../campaigns/files/file-lock-fs.ts');
    const script = `
      import { tryFileLock } from ${JSON.stringify(module)};
      globalThis.lock = tryFileLock(${JSON.stringify(`${file}.lock`)});
      console.log(lock === null ? 'busy' : 'held');
      setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script]);
    const [said] = await once(holder.stdout, 'data');
    expect(String(said).trim()).toBe('held');
    expect(tryFileLock(`${file}.lock`)).toBeNull();
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(await growRegistry(file, blasts(1, 'b'), { blocks })).toHaveLength(1);
  });

  test('a broken file is refused and left as it is', async () => {
    const file = freshFile();
    await growRegistry(file, blasts(1, 'a'), { blocks });
    const broken = `${readFileSync(file, 'utf8')}half a li`;
    writeFileSync(file, broken);
    await expect(growRegistry(file, blasts(1, 'b'), { blocks })).rejects.toThrow(
      'codes.csv:3: Expected a serial',
    );
    expect(readFileSync(file, 'utf8')).toBe(broken);
  });
});
