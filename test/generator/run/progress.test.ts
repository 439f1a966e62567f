import { describe, expect, test } from 'vitest';
import { createProgress } from '../../../generator/run/progress.ts';

function show(isTTY: boolean): string {
  let shown = '';
  let clock = 0;
  const write = (text: string) => {
    shown += text;
    return true;
  };
  const stream = { isTTY, write };
  const progress = createProgress(40, stream, () => clock);
  for (let file = 0; file < 40; file += 1) {
    clock += 250;
    progress.advance(1);
  }
  progress.end();
  return shown;
}

describe('progress', () => {
  test('on a terminal it is one bar drawn over and over, full at the end', () => {
    const last = show(true).split('\r').at(-1) ?? '';
    expect(last).toContain('█'.repeat(28));
    expect(last).toContain('40/40');
    expect(show(true).match(/\n/g)).toHaveLength(1);
  });

  test('elsewhere it is a plain line every tenth, without control characters', () => {
    const lines = show(false).trim().split('\n');
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('4/40 files (4 files/s, 9 s left)');
    expect(lines.join('')).not.toContain('\x1b');
  });
});
