import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import smpp from 'smpp';
import type { OutgoingSms } from '../../messaging/phone/gateways/gateway.ts';
import { openSmpp } from '../messaging/phone/gateways/smpp/smpp-fixture.ts';
import { median, report } from './report.ts';

// One link with the same window for both; the SMSC is a process of its own.
const size = 20_000;
const rounds = 5;
const windowSize = 50;
const message: OutgoingSms = {
  reference: '1',
  to: '+919876543210',
  body: 'UP COP ऐप: uppolice.gov.in/q/BCDFGH',
  validitySeconds: 3600,
  templateId: '1234567890123456789',
  principalEntityId: '9876543210987654321',
  header: 'UPPOLC',
  category: 'government',
};

const smsc = fork(join(import.meta.dirname, 'peers', 'smsc.ts'));
const [{ port }] = (await once(smsc, 'message')) as [{ port: number }];

/** Asks the SMSC, so that nothing counts that did not arrive. */
async function expectTaken(): Promise<void> {
  smsc.send('count');
  const [{ taken }] = (await once(smsc, 'message')) as [{ taken: number }];
  if (taken !== size) throw new Error(`Expected ${size} submissions, the SMSC took ${taken}`);
}

/** Submissions a second, `windowSize` at once. */
async function rateOf(submit: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  let left = size;
  const lanes = Array.from({ length: windowSize }, async () => {
    while (left > 0) {
      left -= 1;
      await submit();
    }
  });
  await Promise.all(lanes);
  const perSecond = size / ((performance.now() - began) / 1000);
  await expectTaken();
  return perSecond;
}

const gateway = openSmpp(port, { window: windowSize, requestTimeoutMs: 30_000 });
await gateway.probe?.();

const bare = smpp.connect({ host: '127.0.0.1', port });
await once(bare, 'connect');
bare.socket.setNoDelay(true);
await new Promise((resolve) => bare.send(new smpp.PDU('bind_transceiver', {}), resolve));
const short_message = Buffer.from(message.body, 'utf16le').swap16();

const ours: number[] = [];
const peers: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  peers.push(
    await rateOf(
      () =>
        new Promise((resolve) => {
          // The same octets as ours; the gateway has made the names of the operator's tags known.
          const fields = {
            source_addr_ton: 5,
            source_addr: message.header,
            dest_addr_ton: 1,
            dest_addr_npi: 1,
            destination_addr: message.to.slice(1),
            registered_delivery: 1,
            validity_period: '000000010000000R',
            operator_1400: message.principalEntityId,
            operator_1401: message.templateId,
            data_coding: 8,
            short_message,
          };
          bare.send(new smpp.PDU('submit_sm', fields), resolve);
        }),
    ),
  );
  ours.push(await rateOf(() => gateway.sendSms(message)));
}
await gateway.close();
bare.destroy();
smsc.disconnect();
const ratio = median(ours.map((perSecond, round) => perSecond / (peers[round] ?? 1)));
report('smpp', [
  {
    what: 'the bare client: the same text, cut and encoded once',
    value: median(peers),
    unit: '/s',
  },
  { what: 'our gateway', value: median(ours), unit: '/s' },
  { what: 'ratio', value: ratio, digits: 2, least: 0.5 },
]);
