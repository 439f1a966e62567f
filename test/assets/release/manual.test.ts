import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeManual } from '../../../assets/deploy/release/manual.ts';
import { folderForTest } from '../../folders.ts';
import { buildLimitMs, emptySite } from '../../site/site-fixture.ts';

test(
  'the manual is a tagged A4 paper with its pictures, one page a card, and the same bytes twice',
  async () => {
    const { folder } = await emptySite();
    const out = folderForTest('manual-');
    const write = (name: string) =>
      writeManual({ siteDir: folder, out: join(out, name), epoch: 1_795_900_000 }, [
        'branch',
        'card',
      ]);
    await write('one');
    await write('other');
    const pages = (file: string) =>
      Number(execFileSync('qpdf', ['--show-npages', join(out, 'one', file)], { encoding: 'utf8' }));
    expect([pages('branch-hi.pdf'), pages('card-hi.pdf')]).toEqual([2, 1]);
    for (const file of ['branch-hi.pdf', 'branch-en.pdf', 'card-hi.pdf', 'card-en.pdf']) {
      const [one, other] = ['one', 'other'].map((name) => readFileSync(join(out, name, file)));
      expect(one?.equals(other as Buffer), file).toBe(true);
      expect(one?.toString('latin1'), file).toContain('/MarkInfo');
      execFileSync('qpdf', ['--check', join(out, 'one', file)]);
    }
    const text = readFileSync(join(out, 'one', 'branch-hi.pdf'), 'latin1');
    expect(text.match(/\/Subtype \/Image/g)?.length).toBeGreaterThan(1);
  },
  buildLimitMs,
);
