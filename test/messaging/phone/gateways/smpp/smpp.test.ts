import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type {
  Gateway,
  PartNews,
  PhoneReply,
} from '../../../../../messaging/phone/gateways/gateway.ts';
import type { SendError } from '../../../../../messaging/phone/gateways/send-error.ts';
import type { SmppOptions } from '../../../../../messaging/phone/gateways/smpp/smpp.ts';
import { folderForTest } from '../../../../folders.ts';
import { closeAfterTest } from '../../close-after-test.ts';
import { until } from '../../sending/worker-fixture.ts';
import type { Mode } from '../check-server.ts';
import { gatewayConformance, sample } from '../conformance.ts';
import { openSmpp } from './smpp-fixture.ts';
import {
  arrived,
  byLot,
  joinMessages,
  type SmscBehaviour,
  startSmsc,
  type Verdict,
  type WireReceipt,
  writeDecimal,
} from './smsc.ts';

async function open(
  behaviour: Partial<SmscBehaviour> = {},
  options: Parameters<typeof openSmpp>[1] = {},
  server?: Parameters<typeof startSmsc>[1],
) {
  const smsc = closeAfterTest(await startSmsc(behaviour, server));
  const gateway = closeAfterTest(openSmpp(smsc.port, options));
  return { smsc, gateway };
}

/** Keeps what comes over the links of a gateway, while `keeps` is true. */
function openInbox(gateway: Gateway) {
  const kept = { receipts: [] as PartNews[], replies: [] as PhoneReply[], keeps: true };
  gateway.receive?.({
    async receipt(news) {
      if (kept.keeps) kept.receipts.push(news);
      return kept.keeps;
    },
    async reply(reply) {
      if (kept.keeps) kept.replies.push(reply);
      return kept.keeps;
    },
  });
  return kept;
}

const modes: Record<Mode, Partial<SmscBehaviour>> = {
  ok: { judge: () => 'take' },
  'refuse-login': { bindStatus: 0x0e },
  busy: { judge: () => 0x58 },
  broken: { judge: () => 0x08 },
  silent: { judge: () => 'take-silently' },
  'drop-after': { judge: () => 'take-and-drop' },
};

gatewayConformance('smpp', async (timing) => {
  const smsc = await startSmsc();
  const gateway = openSmpp(smsc.port, { throttleMs: 7000, ...timing });
  let stopped = false;
  const stop = async () => {
    if (!stopped) await smsc.close();
    stopped = true;
  };
  return {
    gateway,
    set(mode) {
      smsc.behave({ ...modes.ok, ...modes[mode] });
    },
    received: () => joinMessages(smsc.taken).map(({ to, body }) => ({ to, body })),
    faults: () =>
      smsc.taken.flatMap(({ tags, from, kinds, wantsReceipt }) => [
        ...(String(tags.get(0x1400)) === sample.principalEntityId ? [] : ['principal entity']),
        ...(String(tags.get(0x1401)) === sample.templateId ? [] : ['template']),
        ...(from === sample.header ? [] : ['header']),
        ...(kinds[0] === 5 && wantsReceipt ? [] : ['kind']),
      ]),
    stopProvider: stop,
    close: stop,
  };
});

const hindi = 'घर बैठे पुलिस सेवाएँ पाएँ – UP COP ऐप अभी डाउनलोड करें: uppolice.gov.in/q/BCDFGH ';
const long = { ...sample, body: hindi.repeat(3) };
const laterParts =
  (verdict: Verdict): SmscBehaviour['judge'] =>
  ({ part }) =>
    part < 2 ? 'take' : verdict;

describe('an SMSC that misbehaves', () => {
  it.each([
    [0x0b, 'permanent'],
    [0x14, 'later'],
    [0x58, 'later'],
    [0x0a, 'halt'],
    [0x0d, 'halt'],
    [0x0f, 'halt'],
    [0x45, 'unlisted'],
    [0x401, 'unlisted'],
    [0x08, 'ambiguous'],
  ])('answers the first part with %i: %s, and no part follows', async (status, expected) => {
    const { smsc, gateway } = await open({ judge: () => status });
    await expect(gateway.sendSms(long)).rejects.toMatchObject({ class: expected });
    expect(smsc.taken).toEqual([]);
  });
  it.each([0x0d, 0x0e, 0x0f, 0x0a])('refuses the bind with %i: halt', async (bindStatus) => {
    const { gateway } = await open({ bindStatus });
    await expect(gateway.sendSms(sample)).rejects.toMatchObject({ class: 'halt' });
    await expect(gateway.probe?.()).rejects.toMatchObject({ class: 'halt' });
  });
  it('halts on a code that the operator calls halting', async () => {
    const { gateway } = await open({ judge: () => 0x401 }, { haltingCodes: ['smpp-401', '651'] });
    await expect(gateway.sendSms(sample)).rejects.toMatchObject({ class: 'halt' });
    expect(gateway.receipts?.classify('651')).toBe('halt');
  });
  it.each([
    { code: '719', class: 'unlisted' },
    { code: 'rejectd', class: 'unlisted' },
    { code: '633', class: 'halt' },
    { code: '650', class: 'permanent' },
    { code: 'undeliv', class: 'later' },
    // The same number means another thing at another operator.
    { code: '027', class: 'unlisted' },
    { code: '027', codeTable: 'kaleyra' as const, class: 'halt' },
    { code: '013', codeTable: 'kaleyra' as const, class: 'later' },
  ])('reads err:$code of a receipt as $class by the table $codeTable', async (each) => {
    const { gateway } = await open({}, { codeTable: each.codeTable });
    expect(gateway.receipts?.classify(each.code)).toBe(each.class);
    expect(gateway.retryableCodes.includes(each.code)).toBe(each.class === 'later');
  });
  it('answers with a status of the operator’s own table', async () => {
    const { gateway } = await open({ judge: () => 0x4a1 }, { codeTable: 'infobip' });
    await expect(gateway.sendSms(sample)).rejects.toMatchObject({ class: 'halt' });
  });
  it('sees all parts of a message before it has answered the first', async () => {
    const { smsc, gateway } = await open({ latencyMs: 300 });
    const sending = gateway.sendSms(long);
    await until('the first part', async () => smsc.taken.length > 0);
    expect(joinMessages(smsc.taken)).toMatchObject([{ whole: true }]);
    await sending;
    expect(smsc.taken).toHaveLength(4);
  });
  it('sees no more parts at once than its window has places, and all in the end', async () => {
    const { smsc, gateway } = await open({ latencyMs: 50 }, { window: 3 });
    await gateway.sendSms(long);
    expect(joinMessages(smsc.taken)).toMatchObject([{ whole: true }]);
    expect(smsc.taken).toHaveLength(4);
    expect(smsc.mostWaiting()).toBe(3);
  });
  it('refuses a later part: unknown with the reason, and no part goes again', async () => {
    const { smsc, gateway } = await open({ judge: laterParts(0x0b) });
    await expect(gateway.sendSms(long)).rejects.toMatchObject({
      class: 'ambiguous',
      code: 'smpp-0b-part-2',
      parts: { total: 4 },
    });
    expect(smsc.taken).toHaveLength(1);
  });
  it('refuses a later part by a halting status: the rest waits until the blast goes on', async () => {
    const { smsc, gateway } = await open({ judge: laterParts(0x0d) });
    const fault = await gateway.sendSms(long).catch((error: SendError) => error);
    expect(fault).toMatchObject({ class: 'halt', code: 'smpp-0d' });
    smsc.behave({ judge: () => 'take' });
    const { rest } = fault as SendError;
    await gateway.sendSms({ ...long, rest });
    expect(joinMessages(smsc.taken)).toMatchObject([{ whole: true }]);
    expect(smsc.taken).toHaveLength(4);
  });
  it('loses the answer to a later part: unknown, with the ids of the others', async () => {
    const { smsc, gateway } = await open({ judge: laterParts('take-silently') });
    const fault = await gateway.sendSms(long).catch((error: SendError) => error);
    expect(fault).toMatchObject({
      class: 'ambiguous',
      code: 'timeout-part-2',
      parts: { ids: [smsc.taken[0]?.id], total: 4 },
    });
    expect(joinMessages(smsc.taken)).toMatchObject([{ whole: true }]);
  });
  it('loses the answers to all parts: unknown, and none goes again', async () => {
    const { smsc, gateway } = await open({ judge: () => 'take-and-drop' });
    await expect(gateway.sendSms(long)).rejects.toMatchObject({
      class: 'ambiguous',
      code: 'link-lost-part-1',
      parts: { total: 4 },
    });
    const places = smsc.taken.map(({ part }) => part);
    expect(new Set(places).size).toBe(places.length);
  });
  it('throttles: each part waits and goes once in the end, and the links hold back', async () => {
    const { smsc, gateway } = await open(
      { judge: byLot([[0x58, 0.3]], 7) },
      { requestTimeoutMs: 10_000 },
    );
    const sent = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        gateway.sendSms({ ...long, to: `+91500000${String(index).padStart(4, '0')}` }),
      ),
    );
    const taken = joinMessages(smsc.taken);
    expect(taken).not.toHaveLength(0);
    expect(taken.filter(({ whole }) => !whole)).toEqual([]);
    expect(taken).toHaveLength(sent.filter(({ status }) => status === 'fulfilled').length);
    for (const one of sent) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ class: 'later' });
    }
  });
  it('keeps to its window', async () => {
    const { smsc, gateway } = await open({ latencyMs: 300 }, { window: 3, binds: 2 });
    await gateway.probe?.();
    await until('both binds', async () => smsc.binds() === 2);
    const short = { ...sample, body: 'UP COP' };
    const sending = Array.from({ length: 20 }, () => gateway.sendSms(short));
    await until('the windows to be full', async () => smsc.taken.length >= 6);
    expect(smsc.taken).toHaveLength(6);
    // What found no place in time was surely not sent.
    const ends = await Promise.allSettled(sending);
    const later = ends.filter((end) => end.status === 'rejected');
    expect(smsc.taken).toHaveLength(20 - later.length);
    for (const end of later) expect(end.reason).toMatchObject({ class: 'later', code: 'no-room' });
  });
  it('ends links: bound again, and what had no answer is ambiguous', async () => {
    const { smsc, gateway } = await open();
    await gateway.sendSms(sample);
    smsc.drop();
    await until('a new bind', async () => smsc.bindsInAll() === 2);
    await gateway.sendSms({ ...sample, to: '+915000000001' });
    expect(joinMessages(smsc.taken).map(({ whole }) => whole)).toEqual([true, true]);
  });
  it('falls deaf: the link is given up after an unanswered enquire_link, and unbind times out', async () => {
    const { smsc, gateway } = await open({}, { enquireMs: 100, requestTimeoutMs: 400 });
    await gateway.sendSms(sample);
    smsc.behave({ deaf: true });
    await expect.poll(() => smsc.bindsInAll()).toBeGreaterThanOrEqual(2);
    await gateway.close();
  });
});

describe('receipts over the link', () => {
  const reference = Number(sample.reference) % 0x10000;
  const news = { number: '919876543210', code: null, reference };
  const reporting = { receipt: () => arrived, repeatsReference: true };
  it.each<{ label: string; behaviour: Partial<SmscBehaviour>; options: Partial<SmppOptions> }>([
    { label: 'by TLV', behaviour: { receiptForm: 'tags' }, options: {} },
    { label: 'as text', behaviour: {}, options: {} },
    {
      label: 'as text with decimal ids after hexadecimal ones',
      behaviour: { writeId: writeDecimal },
      options: { idForms: { answers: 'hex', receipts: 'decimal' } },
    },
  ])('$label name the part as its answer did, doubled and first', async (each) => {
    const { smsc, gateway } = await open(
      { ...reporting, ...each.behaviour, receiptCopies: 2, receiptsFirst: true },
      each.options,
    );
    const kept = openInbox(gateway);
    const { parts, segments } = await gateway.sendSms(long);
    expect(segments).toBe(4);
    expect(parts?.ids).toHaveLength(4);
    await until('all receipts', async () => kept.receipts.length === 8);
    for (const partId of parts?.ids ?? []) {
      const own = kept.receipts.filter((one) => one.partId === partId);
      expect(own).toEqual([
        { ...news, partId, status: 'delivered' },
        { ...news, partId, status: 'delivered' },
      ]);
    }
    expect(smsc.taken).toHaveLength(4);
  });
  it.each<WireReceipt & Pick<PartNews, 'status' | 'code'>>([
    { stat: 'UNDELIV', err: '027', status: 'undelivered', code: '027' },
    { stat: 'EXPIRED', err: '000', status: 'undelivered', code: 'expired' },
    { stat: 'REJECTD', err: '651', status: 'failed', code: '651' },
    { stat: 'ACCEPTD', err: '000', status: 'accepted', code: null },
  ])('say $stat', async ({ stat, err, status, code }) => {
    const { gateway } = await open({ receipt: () => ({ stat, err }) });
    const kept = openInbox(gateway);
    await gateway.sendSms({ ...sample, body: 'UP COP' });
    await until('the receipt', async () => kept.receipts.length === 1);
    expect(kept.receipts[0]).toMatchObject({ status, code });
  });
  it('are acknowledged only once they are kept', async () => {
    const { smsc, gateway } = await open();
    await gateway.sendSms({ ...sample, body: 'UP COP' });
    const receipt = () => Promise.all(smsc.taken.map((part) => smsc.reportOnce(part, arrived)));
    // Nobody takes them yet.
    expect(await receipt()).toEqual([0x64]);
    const kept = openInbox(gateway);
    kept.keeps = false;
    expect(await receipt()).toEqual([0x64]);
    kept.keeps = true;
    expect(await receipt()).toEqual([0]);
    expect(kept.receipts).toHaveLength(1);
  });
  it('cannot be forged by a message of a phone', async () => {
    const { smsc, gateway } = await open();
    const kept = openInbox(gateway);
    await until('the bind', async () => smsc.binds() === 1);
    const body = 'id:ABC0 stat:DELIVRD err:000';
    expect(await smsc.reply('9876543210', 0, Buffer.from(body))).toBe(0);
    expect(kept).toMatchObject({ receipts: [], replies: [{ number: '919876543210', body }] });
  });
  it('come beside replies in Hindi', async () => {
    const { smsc, gateway } = await open();
    const kept = openInbox(gateway);
    await until('the bind', async () => smsc.binds() === 1);
    await smsc.reply('+919876543210', 8, Buffer.from('बंद', 'utf16le').swap16());
    expect(kept.replies).toEqual([{ number: '919876543210', body: 'बंद' }]);
  });
  it('can be asked for where the SMSC answers query_sm', async () => {
    const { gateway } = await open(
      { receipt: () => ({ stat: 'UNDELIV', err: '27' }), receiptCopies: 0 },
      { query: true, idForms: { answers: 'hex', receipts: 'decimal' } },
    );
    const { providerId } = await gateway.sendSms({ ...sample, body: 'UP COP' });
    expect(await gateway.queryPart?.(providerId, sample.header)).toEqual({
      status: 'undelivered',
      code: '27',
    });
    expect((await open()).gateway.queryPart).toBeUndefined();
  });
});

it('a link by TLS carries messages, and one to a stranger is refused', async () => {
  const folder = folderForTest('smpp-tls-');
  const keyFile = join(folder, 'key.pem');
  const certFile = join(folder, 'cert.pem');
  const request = ['req', '-x509', '-nodes', '-days', '2', '-newkey', 'ec', '-pkeyopt'];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const files = ['ec_paramgen_curve:P-256', '-keyout', keyFile, '-out', certFile];
  execFileSync('openssl', [...request, ...files, ...name], { stdio: 'ignore' });
  const cert = readFileSync(certFile, 'utf8');
  const server = { key: readFileSync(keyFile, 'utf8'), cert };
  const { smsc, gateway } = await open({}, { tls: true, ca: cert }, server);
  await gateway.sendSms(sample);
  expect(joinMessages(smsc.taken)).toMatchObject([{ body: sample.body, whole: true }]);
  const distrustful = await open({}, { tls: true }, server);
  await expect(distrustful.gateway.sendSms(sample)).rejects.toMatchObject({ class: 'later' });
  expect(distrustful.smsc.taken).toEqual([]);
});

describe('a text over SMPP', () => {
  const gsm = 'UP COP: [FIR] {copy} @ uppolice.gov.in/q/BCDFGH_1 €';
  it.each<{ split: SmppOptions['split']; body: string; pdus: number }>([
    { split: 'udh8', body: hindi.repeat(3), pdus: 4 },
    { split: 'udh16', body: hindi.repeat(3), pdus: 4 },
    { split: 'sar', body: hindi.repeat(3), pdus: 4 },
    { split: 'payload', body: hindi.repeat(3), pdus: 1 },
    { split: 'udh8', body: gsm.repeat(4), pdus: 2 },
    { split: 'udh16', body: gsm.repeat(4), pdus: 2 },
    { split: 'udh8', body: gsm, pdus: 1 },
  ])(
    'of $body.length units arrives whole by $split in $pdus parts',
    async ({ split, body, pdus }) => {
      const { smsc, gateway } = await open({}, { split });
      await gateway.sendSms({ ...sample, body });
      expect(smsc.taken).toHaveLength(pdus);
      expect(joinMessages(smsc.taken)).toEqual([{ to: sample.to, body, whole: true }]);
      for (const { octets } of smsc.taken)
        if (split !== 'payload') expect(octets).toBeLessThan(161);
    },
  );
  it('is valid until the window ends', async () => {
    const { smsc, gateway } = await open();
    await gateway.sendSms({ ...sample, validitySeconds: 5400 });
    expect(smsc.taken[0]?.validity).toBe('000000013000000R');
  });
});
