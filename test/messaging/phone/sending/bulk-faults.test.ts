import { expect, it } from 'vitest';
import { closeAfterTest } from '../close-after-test.ts';
import { openCdacGateway, startCdacServer } from '../gateways/cdac-server.ts';
import { openSending } from './sending-fixture.ts';
import { until } from './worker-fixture.ts';

const { startWorker, makeBlast, count, read } = openSending();

it('leaves all of a request in doubt whose answer was lost, and sends none of them again', async () => {
  const text = { templateId: '1234567890123456789', header: 'UPPOLC', body: 'UP COP', segments: 1 };
  const blast = await makeBlast(300, { gateway: 'cdac', texts: { hi: text } });
  const server = closeAfterTest(await startCdacServer());
  startWorker(closeAfterTest(openCdacGateway(server.url)));
  let lost = 0;
  server.modeOf = (request) => {
    if (request % 3 !== 2) return request % 5 === 4 ? 'busy' : 'ok';
    lost += 1;
    return 'drop-after';
  };
  await until('all to be begun', async () => {
    const { accepted = 0, unknown = 0 } = await count(blast);
    return accepted + unknown === 300;
  });
  expect(server.faults).toEqual([]);
  expect(server.received).toHaveLength(300);
  expect(new Set(server.received.map(({ to }) => to)).size).toBe(300);
  const { unknown = 0 } = await count(blast);
  expect(lost).toBeGreaterThan(0);
  expect(unknown).toBeGreaterThan(lost);
  expect((await read(blast)).status).toBe('running');
});
