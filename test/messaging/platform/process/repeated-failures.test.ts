import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { countRepeats } from '../../../../messaging/platform/process/log.ts';

test('the same failure is written once with its stack, then counted each minute until it is over', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const lines: Record<string, unknown>[] = [];
  const log = pino(
    { base: null, timestamp: false, hooks: { logMethod: countRepeats() } },
    { write: (line) => void lines.push(JSON.parse(line)) },
  );
  const fail = (message: string) => log.error(new Error(message), 'scans cannot be stored');
  const take = () => lines.splice(0).map(({ msg, times, failure }) => [msg, failure, times]);
  for (let one = 0; one < 900; one += 1) fail('ENOSPC');
  fail('EIO');
  log.warn({ part: 'a', err: new Error('ENOSPC') }, 'did not end well');
  log.warn({ part: 'b', err: new Error('ENOSPC') }, 'did not end well');
  for (const id of [1, 2]) log.error({ err: new Error('ENOSPC'), req: { id } }, 'failed');
  log.info('goes on');
  log.info('goes on');
  expect(lines[0]).toMatchObject({ err: { message: 'ENOSPC', stack: expect.any(String) } });
  expect(take().map(([msg]) => msg)).toEqual([
    'scans cannot be stored',
    'scans cannot be stored',
    'did not end well',
    'did not end well',
    'failed',
    'failed',
    'goes on',
    'goes on',
  ]);
  vi.advanceTimersByTime(60_000);
  expect(take()).toEqual([['scans cannot be stored: the same again', 'ENOSPC', 899]]);
  fail('ENOSPC');
  expect(take()).toEqual([]);
  vi.advanceTimersByTime(60_000);
  expect(take()).toEqual([['scans cannot be stored: the same again', 'ENOSPC', 1]]);
  vi.advanceTimersByTime(60_000);
  expect(take()).toEqual([]);
  fail('ENOSPC');
  expect(take()).toHaveLength(1);
});
