import { expect, it } from 'vitest';
import type { Figures } from '../../../../messaging/contract/values.ts';
import { readFigures } from '../../../../messaging/phone/ledger/tallies-sql.ts';
import { insertAudience } from '../blasts/blast-fixture.ts';
import { openSending } from './sending-fixture.ts';
import { approveTrial, codes, countBodies, host, reachChoice, tried } from './trial-fixture.ts';
import { until } from './worker-fixture.ts';

const { stores, open, reached, count, command, startWorker } = openSending();

it('gives each number exactly one text over lost answers, pauses and workers that end', async () => {
  const size = 3000;
  const { emulator, gateway, workers } = await open(
    { shareLostAnswers: 0.01, listingDelayMs: 100 },
    { requestTimeoutMs: 3000 },
  );
  const id = await approveTrial(stores.pool, tried(await insertAudience(stores.pool, size)));
  const sent = (least: number) =>
    until(`${least} to be sent`, async () => emulator.store.size('sms') >= least);
  await sent(200);
  await command({ id }, { kind: 'pause', reason: 'officer' });
  await workers[0]?.stop();
  await command({ id }, { kind: 'resume' });
  const second = startWorker(gateway);
  await reachChoice(stores.pool, id);
  const { bodies, most } = countBodies(emulator);
  const ofA = bodies[`पहला ${host}${codes.a}`] ?? 0;
  const ofB = bodies[`दूसरा ${host}${codes.b}`] ?? 0;
  expect([Object.keys(bodies).length, most]).toEqual([2, 1]);
  // Four standard deviations of a lot of one in five.
  for (const number of [ofA, ofB]) expect(Math.abs(number - 600)).toBeLessThan(88);
  expect((await count({ id }))['planned']).toBe(size - ofA - ofB);
  expect(await command({ id }, { kind: 'resume' })).toMatchObject({ refusal: 'trial-undecided' });
  await command({ id }, { kind: 'decide-trial', text: 'b' });
  await sent(ofA + ofB + 300);
  await second.stop();
  startWorker(gateway);
  await reached({ id }, 'finished');
  expect(countBodies(emulator)).toEqual({
    bodies: { ...bodies, [`दूसरा ${host}${codes.shortCode}`]: size - ofA - ofB },
    most: 1,
  });
  const live = await readFigures(stores.pool, id);
  // What the gateway's listing settles is known to have arrived.
  const taken = ({ accepted, delivered }: Figures) => accepted + delivered;
  expect([live.all, live.byLot.a, live.byLot.b].map(taken)).toEqual([size, ofA, ofB]);
  expect(live.segmentsSent).toBe(2 * ofA + (size - ofA));
});
