import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { alertSentence } from '../../../../campaigns/words/alert-words.ts';
import { findUnmatched } from '../../../../messaging/mail/alerts/module.ts';
import { countSelected } from '../../../../messaging/phone/blasts/plan-sql.ts';
import { openWorkerReceipts } from '../../../../messaging/phone/callbacks/callback-spool.ts';
import type { Gateway } from '../../../../messaging/phone/gateways/gateway.ts';
import { closeAfterTest } from '../close-after-test.ts';
import { openSmpp } from '../gateways/smpp/smpp-fixture.ts';
import { arrived, type Smsc, type SmscBehaviour, startSmsc } from '../gateways/smpp/smsc.ts';
import { openSending } from './sending-fixture.ts';
import { until } from './worker-fixture.ts';

const { stores, folder, startWorker, makeBlast, reached, answered, read, count, command } =
  openSending();

const texts = {
  hi: { templateId: '1234567890123456789', header: 'UPPOLC', body: 'UP COP', segments: 1 },
};
const long = {
  hi: {
    ...texts.hi,
    body: 'घर बैठे पुलिस सेवाएँ पाएँ – UP COP ऐप अभी डाउनलोड करें: uppolice.gov.in/q/BCDFGH',
    segments: 2,
  },
};
const makeShort = (size: number) => makeBlast(size, { gateway: 'smpp', texts });
const makeLong = (size: number) => makeBlast(size, { gateway: 'smpp', texts: long });

/** A worker with its receipts, beside an SMSC of another make. */
async function open(
  options: Partial<SmscBehaviour>,
  change: Parameters<typeof openSmpp>[1] = {},
): Promise<{ smsc: Smsc; gateway: Gateway }> {
  const smsc = closeAfterTest(await startSmsc(options));
  const gateway = closeAfterTest(openSmpp(smsc.port, { requestTimeoutMs: 1600, ...change }));
  const receipts = await openWorkerReceipts({
    pool: stores.pool,
    spoolDir: mkdtempSync(join(folder, 'spool-')),
    gateways: { smpp: gateway },
    log: pino({ level: 'silent' }),
  });
  onTestFinished(async () => receipts?.close());
  startWorker(gateway);
  return { smsc, gateway };
}

describe('a status that no table knows', () => {
  it('stops the blast at a submission, burns nobody, and all are reached once it is mended', async () => {
    let mended = false;
    const { smsc } = await open({ judge: () => (mended ? 'take' : 0x401), latencyMs: 5 });
    const blast = await makeShort(300);
    const { pauseReason, haltingCode } = await reached(blast, 'paused', 30_000);
    await answered(blast);
    await until('all to wait', async () => (await count(blast))['planned'] === 300, 5000);
    expect([pauseReason, haltingCode]).toEqual(['halting-code', 'smpp-401']);
    mended = true;
    await command(blast, { kind: 'resume' });
    await reached(blast, 'finished', 30_000);
    expect(new Set(smsc.taken.map(({ to }) => to)).size).toBe(300);
    expect(smsc.taken).toHaveLength(300);
  });

  it('stops the blast in receipts, and a retry reaches those whom it burnt', async () => {
    const { smsc, gateway } = await open({
      receipt: () => ({ stat: 'REJECTD', err: '719' }),
      // Receipts are read about once a second.
      latencyMs: 200,
    });
    const blast = await makeShort(300);
    const { pauseReason, haltingCode } = await reached(blast, 'paused', 30_000);
    await answered(blast);
    expect([pauseReason, haltingCode]).toEqual(['halting-code', '719']);
    const sent = smsc.taken.length;
    expect(sent).toBeLessThan(200);
    await until('all receipts', async () => (await count(blast))['failed'] === sent);
    await command(blast, { kind: 'stop' });
    const retry = { ...(await read(blast)), parentId: blast.id };
    const { languages } = await countSelected(stores.pool, retry, { smpp: gateway });
    expect(languages.get('hi')).toBe(sent);
  });

  it('stops no blast that arrives, whose late receipts all say the same', async () => {
    const late: Parameters<Smsc['report']>[0][] = [];
    let held = true;
    const { smsc } = await open({
      // One that waits keeps the blast running.
      judge: ({ to }) => (held && to.endsWith('599') ? 0x58 : 'take'),
      receipt(part) {
        if (!part.to.endsWith('7')) return arrived;
        late.push(part);
        return null;
      },
      latencyMs: 10,
    });
    const blast = await makeShort(600);
    await until('all but one to arrive', async () => {
      const { delivered = 0 } = await count(blast);
      return delivered + late.length === 599;
    });
    for (const part of late) void smsc.report(part, { stat: 'UNDELIV', err: '719' });
    await until('the late ones', async () => {
      const { undelivered = 0 } = await count(blast);
      return undelivered === late.length;
    });
    held = false;
    await reached(blast, 'finished', 30_000);
    expect(late).toHaveLength(60);
    expect((await read(blast)).haltingCode).toBeNull();
  });
});

describe('the rest of a message', () => {
  it.each([
    // Refused for now, and before it may go again all links end, and the next attempts to bind.
    { awayMs: 400, requestTimeoutMs: 4000 },
    // Longer than any submission waits.
    { awayMs: 5000, requestTimeoutMs: 1600 },
  ])(
    'follows once the links are back after $awayMs ms, so that nobody has half of it',
    async ({ awayMs, requestTimeoutMs }) => {
      const refused = new Set<string>();
      const { smsc } = await open(
        {
          judge({ to, part }) {
            if (part === 1 || refused.has(to) || !to.endsWith('25')) return 'take';
            refused.add(to);
            setTimeout(() => smsc.drop(awayMs), 30);
            return 0x58;
          },
          receipt: () => arrived,
          latencyMs: 2,
        },
        { requestTimeoutMs },
      );
      const blast = await makeLong(60);
      await until('the rest', async () => {
        const { delivered = 0, unknown = 0 } = await count(blast);
        return delivered + unknown === 60;
      });
      expect(refused.size).toBe(1);
      const parts = smsc.taken.filter(({ to }) => refused.has(to));
      expect(parts.map(({ part }) => part)).toEqual([1, 2]);
      expect(new Set(parts.map(({ group }) => group)).size).toBe(1);
      expect(smsc.taken.length).toBe(
        new Set(smsc.taken.map(({ to, part }) => `${to} ${part}`)).size,
      );
      const { rows } = await stores.pool.query(
        'SELECT status, attempt FROM blast_recipient WHERE blast_id = $1 AND msisdn = $2',
        [blast.id, [...refused][0]],
      );
      expect(rows).toMatchObject([{ status: 'delivered' }]);
      expect(rows[0].attempt > 1).toBe(awayMs > requestTimeoutMs);
    },
  );
});

describe('a receipt whose id nobody knows', () => {
  it('settles what its own reference proves, and never what a stranger’s number fits', async () => {
    const { smsc } = await open(
      {
        // Of each ten one is taken and one is not, and neither is answered.
        judge: ({ to }) =>
          to.endsWith('3') ? 'take-and-drop' : to.endsWith('7') ? 'drop' : 'take',
        receipt: () => arrived,
        repeatsReference: true,
        latencyMs: 5,
      },
      { window: 1 },
    );
    const size = 60;
    const blast = await makeShort(size);
    await until('six of each kind in doubt', async () => {
      const { planned = 0, unknown = 0, delivered = 0 } = await count(blast);
      return planned === 0 && delivered + unknown === size && unknown <= 12;
    });
    const [mark] = smsc.taken;
    for (const end of ['07', '17', '27', '37', '47', '57']) {
      const to = `9150000000${end}`;
      const tags = new Map([[0x0204, Buffer.from([0x12, 0x34])]]);
      // From the same header, as another system of the same account sends.
      const from = mark?.from ?? '';
      void smsc.report({ id: `FE${end}`, to, from, tags }, arrived);
      void smsc.report({ id: `FF${end}`, to, from, tags: new Map() }, arrived);
    }
    // Longer than an answer may take.
    await until('those to settle that were taken', async () => {
      const { delivered = 0 } = await count(blast);
      return delivered >= size - 6;
    });
    await new Promise((resolve) => setTimeout(resolve, 6000));
    expect(await count(blast)).toEqual({ delivered: size - 6, unknown: 6 });
    expect(new Set(smsc.taken.map(({ to }) => to)).size).toBe(smsc.taken.length);
  });
});

describe('receipts whose ids are read in the wrong form', () => {
  it('say by which setting they would match', async () => {
    const { pool } = stores;
    await pool.query('DELETE FROM message_part');
    const { gateway } = await open({
      receipt: () => arrived,
      writeId: (id) => BigInt(`0x${id}`).toString().padStart(12, '0'),
      latencyMs: 5,
    });
    const blast = await makeShort(60);
    const countUnmatched = async () => {
      const { rows } = await pool.query<{ n: number }>(
        'SELECT count(*)::integer AS n FROM message_part WHERE recipient_id IS NULL',
      );
      return rows[0]?.n;
    };
    await until('all receipts', async () => (await countUnmatched()) === 60);
    await reached(blast, 'finished', 30_000);
    expect(await count(blast)).toEqual({ accepted: 60 });
    expect(await findUnmatched(pool, { smpp: gateway })).toEqual([]);
    await pool.query(`UPDATE message_part SET at = at - interval '2 minutes'`);
    const setting = 'SMPP_ANSWER_IDS=hex SMPP_RECEIPT_IDS=decimal';
    expect(await findUnmatched(pool, { smpp: gateway })).toEqual([{ gateway: 'smpp', setting }]);
    const words = { kind: 'receipts-unmatched', subject: 'smpp', detail: setting } as const;
    expect(alertSentence(words).en).toContain(setting);
    // Fewer than fifty are nothing to be told of, and a stranger's match by no setting.
    await pool.query(
      `DELETE FROM message_part WHERE recipient_id IS NULL AND part_id IN (
         SELECT part_id FROM message_part WHERE recipient_id IS NULL LIMIT 11)`,
    );
    expect(await findUnmatched(pool, { smpp: gateway })).toEqual([]);
    await pool.query(
      `INSERT INTO message_part (gateway, part_id, status, at)
       SELECT 'smpp', 'stranger-' || n, 'delivered', now() - interval '2 minutes' FROM generate_series(1, 100) AS n`,
    );
    expect(await findUnmatched(pool, { smpp: gateway })).toEqual([
      { gateway: 'smpp', setting: null },
    ]);
  });
});
