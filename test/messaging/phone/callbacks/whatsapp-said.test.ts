import { expect, test } from 'vitest';
import { decodeLinkRecord } from '../../../../messaging/phone/callbacks/link-record.ts';
import { keepSaid } from '../../../../messaging/phone/callbacks/whatsapp-said.ts';

const isStop = (word: string) => word === 'STOP';

/** What was kept of a message, if anything. */
async function listKept(words: readonly string[], isLate: boolean) {
  const kept: unknown[] = [];
  const spool = {
    append: async (record: Buffer) => {
      kept.push(decodeLinkRecord(record));
      return true;
    },
  };
  const saidAt = new Date(Date.now() - (isLate ? 25 : 23) * 3_600_000);
  const message = { gateway: 'meta', number: '+919876543210', words, sid: 'wamid.1', saidAt };
  expect(await keepSaid(spool, message as Parameters<typeof keepSaid>[1], isStop)).toBe(true);
  return kept;
}

test.each([
  { words: ['STOP'], said: 'stop' },
  { words: ['बस', 'STOP'], said: 'stop' },
  { words: ['Start!'], said: 'start' },
])('$words by WhatsApp counts however late it comes, as $said', async ({ words, said }) => {
  for (const isLate of [false, true])
    expect(await listKept(words, isLate)).toEqual([
      expect.objectContaining({
        kind: 'whatsapp',
        said,
        number: '919876543210',
        saidAt: expect.any(Date),
      }),
    ]);
});

test('anything else is kept to be answered, and dropped when it is too late for an answer', async () => {
  expect(await listKept(['2'], false)).toEqual([
    expect.objectContaining({ said: 'other', input: '2' }),
  ]);
  expect(await listKept(['2'], true)).toEqual([]);
});
