import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { PartNews } from '../../../../../messaging/phone/gateways/gateway.ts';
import { closeAfterTest } from '../../close-after-test.ts';
import { until } from '../../sending/worker-fixture.ts';
import { sample } from '../conformance.ts';
import { openSmpp } from './smpp-fixture.ts';
import { type Smsc, startSmsc } from './smsc.ts';

const openSmsc = async (options: Parameters<typeof startSmsc>[0] = {}) =>
  closeAfterTest(await startSmsc(options));

const open = (smsc: Smsc, change: Parameters<typeof openSmpp>[1] = {}) =>
  closeAfterTest(openSmpp(smsc.port, change));

const short = { ...sample, body: 'UP COP', principalEntityId: '1101172974420810001' };
const deliveryFunction = '1101172974420830004';
const aggregator = '1101172974420820002';
/** By `printf 1101172974420810001,1101172974420830004 | sha256sum`, as the operator's manual has it. */
const hashes = {
  direct: 'c0c951afca257c5b87c3da535c09112080483f35b7e6faf35e2428b3b526b694',
  byOne: 'ba38bbe4ab3780a70aad6071c006e720eed8efc1ff70b00691d3b6844e6497e2',
};

describe('the chain of telemarketers', () => {
  it.each([
    { telemarketers: [deliveryFunction], form: 'sha256' as const, value: hashes.direct },
    { telemarketers: [aggregator, deliveryFunction], form: 'sha256' as const, value: hashes.byOne },
    { telemarketers: [aggregator], form: 'ids' as const, value: aggregator },
  ])('stands in each part as $value', async ({ telemarketers, form, value }) => {
    const smsc = await openSmsc();
    const gateway = open(smsc, {
      chain: { form, telemarketers },
      tags: { principalEntity: 0x1400, template: 0x1401, chain: 0x1407 },
    });
    await gateway.sendSms({ ...short, body: 'पुलिस '.repeat(20) });
    expect(smsc.taken).toHaveLength(2);
    for (const { tags } of smsc.taken) {
      expect(tags.get(0x1400)?.toString()).toBe(short.principalEntityId);
      expect(tags.get(0x1407)?.toString()).toBe(value);
    }
  });
  it('is left out where none is asked for', async () => {
    const smsc = await openSmsc();
    await open(smsc).sendSms(short);
    expect(smsc.taken[0]?.tags.has(0x1402)).toBe(false);
  });
});

it('an operator’s own TLVs stand in each submission, each in its kind', async () => {
  const smsc = await openSmsc();
  const gateway = open(smsc, {
    tlvs: [
      { tag: 0x1410, kind: 'text', value: 'ABC' },
      { tag: 0x1411, kind: 'ctext', value: 'ABC' },
      { tag: 0x1412, kind: 'int1', value: '7' },
      { tag: 0x1413, kind: 'int2', value: '258' },
      { tag: 0x1414, kind: 'int4', value: '258' },
      { tag: 0x1415, kind: 'hex', value: '00ff10' },
    ],
  });
  await gateway.sendSms(short);
  const { tags } = smsc.taken[0] ?? { tags: new Map<number, Buffer>() };
  const octets = Object.fromEntries(
    [...tags].flatMap(([tag, value]) =>
      tag < 0x1410 ? [] : [[tag - 0x1410, value.toString('hex')]],
    ),
  );
  expect(octets).toEqual({
    0: '414243',
    1: '41424300',
    2: '07',
    3: '0102',
    4: '00000102',
    5: '00ff10',
  });
});

it('kinds of the two addresses are those that the operator wants', async () => {
  const smsc = await openSmsc();
  await open(smsc).sendSms(short);
  const numbering = { source: { ton: 0, npi: 1 }, destination: { ton: 2, npi: 8 } };
  await open(smsc, { numbering }).sendSms(short);
  expect(smsc.taken.map(({ kinds }) => kinds)).toEqual([
    [5, 0, 1, 1],
    [0, 1, 2, 8],
  ]);
});

describe('binds of their own for each way', () => {
  it('submit on one and take receipts on the other', async () => {
    const smsc = await openSmsc({ receipt: () => ({ stat: 'DELIVRD', err: '000' }) });
    const gateway = open(smsc, { separate: true });
    const receipts: PartNews[] = [];
    gateway.receive?.({
      async receipt(news) {
        receipts.push(news);
        return true;
      },
      reply: async () => true,
    });
    const { providerId } = await gateway.sendSms(short);
    await until('the receipt', async () => receipts.length === 1);
    expect(receipts).toMatchObject([{ partId: providerId, status: 'delivered' }]);
    await gateway.probe?.();
  });
});

describe('a second host', () => {
  /** A port where nobody listens. */
  async function findDeadPort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
  const at = (port: number) => ({ host: '127.0.0.1', port, tls: false });

  it('takes over while the first is away, and no message fails for it', async () => {
    const second = await openSmsc();
    const gateway = open(second, { addresses: [at(await findDeadPort()), at(second.port)] });
    await gateway.sendSms(short);
    expect(second.taken).toHaveLength(1);
  });
  it('carries on when the link to the first ends, and gives back when its own does', async () => {
    const first = await openSmsc();
    const second = await openSmsc();
    const gateway = open(first, { addresses: [at(first.port), at(second.port)] });
    await gateway.sendSms(short);
    first.drop(60_000);
    await until('the second host', async () => second.binds() === 1);
    await gateway.sendSms(short);
    expect([first.taken.length, second.taken.length]).toEqual([1, 1]);
    first.drop(0);
    second.drop(60_000);
    await until('the first host', async () => first.binds() === 1);
    await gateway.sendSms(short);
    expect([first.taken.length, second.taken.length]).toEqual([2, 1]);
  });
});
