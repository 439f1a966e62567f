import { pino } from 'pino';
import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import {
  createOutcomeStore,
  type SubmissionResult,
} from '../../../../messaging/phone/sending/outcome-recorder.ts';
import { toOutcome } from '../../../../messaging/phone/sending/submit.ts';
import { isLostConnection } from '../../../../messaging/platform/database/connection-error.ts';
import { watchOutcomes } from '../../../../messaging/platform/process/metrics.ts';

const coded = (code: string) => Object.assign(new Error('said by the database'), { code });
const away = () => new Error('Connection terminated unexpectedly');

function openStore(write: (ids: readonly string[]) => Promise<void>) {
  const lines: { level: number; msg: string; outcome?: { id: string } }[] = [];
  const log = pino({}, { write: (line) => void lines.push(JSON.parse(line)) });
  const store = createOutcomeStore((group) => write(group.map(({ outcome }) => outcome.id)), log);
  return { store, lines };
}

function results(count: number): SubmissionResult[] {
  return Array.from({ length: count }, (_, index) => ({
    blastId: 1,
    gateway: 'emulator',
    outcome: toOutcome({ id: String(index), attempt: 1 }, null, 0),
  }));
}

describe('the outcome store', () => {
  it('leaves a group as it is while the ledger is away, and writes it once it is back', async () => {
    const written: string[] = [];
    let failures = 1;
    const { store, lines } = openStore(async (ids) => {
      failures -= 1;
      if (failures >= 0) throw away();
      written.push(...ids);
    });
    const all = results(300);
    await expect(store.write(all)).rejects.toThrow('Connection terminated');
    expect(await store.write(all)).toEqual(all);
    expect(written).toEqual(all.map(({ outcome }) => outcome.id));
    expect([store.parkedCount(), lines]).toEqual([0, []]);
  });

  it('parks what the ledger refuses, and writes the rest', async () => {
    const refused = new Set(['7', '300', '301', '999']);
    const written: string[] = [];
    let writes = 0;
    const { store, lines } = openStore(async (ids) => {
      writes += 1;
      if (ids.some((id) => refused.has(id))) throw coded('22021');
      written.push(...ids);
    });
    const all = results(1000);
    const taken = await store.write(all);
    const others = all.map(({ outcome }) => outcome.id).filter((id) => !refused.has(id));
    expect(written).toEqual(others);
    expect(taken.map(({ outcome }) => outcome.id)).toEqual(others);
    expect(writes).toBeLessThan(4 * 2 * 10);
    expect(store.parkedCount()).toBe(4);
    expect(store.parked().map(({ id }) => id)).toEqual([...refused]);
    expect(lines.map(({ outcome }) => outcome?.id)).toEqual([...refused]);
  });

  it('keeps the last of what was refused, however much that is', async () => {
    const { store } = openStore(async () => {
      throw coded('22003');
    });
    await store.write(results(1500));
    expect(store.parkedCount()).toBe(1500);
    expect(store.parked()).toHaveLength(1000);
    expect(store.parked().at(-1)?.id).toBe('1499');
  });

  it('is shown in the figures of the service', async () => {
    const registry = new Registry();
    watchOutcomes(registry, () => ({ waiting: 12, parked: 3 }));
    const figures = await registry.metrics();
    expect(figures).toContain('\noutcomes_waiting 12\n');
    expect(figures).toContain('\noutcomes_parked 3\n');
  });
});

describe('a lost connection', () => {
  it.each<[boolean, string, Error]>([
    [true, 'a refused connection', coded('ECONNREFUSED')],
    [true, 'a reset connection', coded('ECONNRESET')],
    [true, 'a socket that is gone', Object.assign(coded('ENOENT'), { syscall: 'connect' })],
    [false, 'a file that is gone', Object.assign(coded('ENOENT'), { syscall: 'open' })],
    [true, 'a connection that ended', away()],
    [true, 'a full pool', new Error('timeout exceeded when trying to connect')],
    [true, 'a shutdown', coded('57P01')],
    [true, 'a crash', coded('57P02')],
    [true, 'a start', coded('57P03')],
    [true, 'too many connections', coded('53300')],
    [true, 'a full disk', coded('53100')],
    [true, 'a failed connection', coded('08006')],
    [true, 'a deadlock', coded('40P01')],
    [true, 'a changed password', coded('28P01')],
    [true, 'one inside another error', new Error('Failed query', { cause: coded('57P01') })],
    [false, 'a NUL in a text', coded('22021')],
    [false, 'a number out of range', coded('22003')],
    [false, 'a missing table', coded('42P01')],
    [false, 'a violated check', coded('23514')],
    [false, 'a fault of ours', new TypeError('undefined is not a function')],
  ])('%s: %s', (lost, _label, error) => {
    expect(isLostConnection(error)).toBe(lost);
  });
});
