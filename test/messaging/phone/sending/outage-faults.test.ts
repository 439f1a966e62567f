import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../../messaging/phone/blasts/policy.ts';
import { closeAfterTest } from '../close-after-test.ts';
import { openSmpp } from '../gateways/smpp/smpp-fixture.ts';
import { startSmsc } from '../gateways/smpp/smsc.ts';
import { expectOnceEach, openSending } from './sending-fixture.ts';
import { until } from './worker-fixture.ts';

const { makeBlast, open, reached, read, count, startWorker, command } = openSending();
const policy = { ...defaultPolicy, canarySize: 0, laterPauseMs: 1500 };

describe('a gateway without sure answers', () => {
  it('puts a handful of a list in doubt, and the rest goes once it answers again', async () => {
    let refuses = true;
    const smsc = closeAfterTest(
      await startSmsc({ judge: () => (refuses ? 0x08 : 'take'), latencyMs: 2 }),
    );
    startWorker(closeAfterTest(openSmpp(smsc.port)));
    const text = { templateId: null, header: 'UPPOLC', body: 'UP COP', segments: 1 };
    const blast = await makeBlast(600, { gateway: 'smpp', texts: { hi: text } });
    const gave = async () => (await read(blast)).gateways[0]?.laterSinceMs ?? null;
    let figures: Awaited<ReturnType<typeof count>> = {};
    await until('the gateway to be paused, and what was under way to be written down', async () => {
      figures = await count(blast);
      return (await gave()) !== null && !figures['submitting'];
    });
    const { unknown = 0, planned = 0, claimed = 0 } = figures;
    expect(unknown).toBeLessThanOrEqual(10);
    expect(unknown + planned + claimed).toBe(600);
    refuses = false;
    await until('the rest', async () => ((await count(blast))['accepted'] ?? 0) >= 585);
    expect(await gave()).toBeNull();
    expect(new Set(smsc.taken.map(({ to }) => to)).size).toBe(smsc.taken.length);
  });

  it('pauses its blast after a while, and lets it go on by itself when it takes a message again', async () => {
    const { emulator, workers } = await open({ share429: 1, retryAfterSeconds: 0 });
    const blast = await makeBlast(60, { policy });
    const { pauseReason } = await reached(blast, 'paused');
    expect(pauseReason).toBe('gateway-busy');
    emulator.behave({ share429: 0 });
    await reached(blast, 'finished');
    expectOnceEach(emulator, 60);
    expect(workers[0]?.audit.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      'service blast.plan',
      'service blast.start',
      'service blast.pause',
      'service blast.resume',
      'service blast.finish',
    ]);
  });

  it('is tried no more once an officer pauses or stops the blast that waits for it', async () => {
    const { emulator } = await open({ share429: 1, retryAfterSeconds: 0 });
    const blast = await makeBlast(60, { policy });
    await reached(blast, 'paused');
    await command(blast, { kind: 'stop' });
    emulator.behave({ share429: 0 });
    const other = await makeBlast(5, { policy });
    await reached(other, 'finished');
    expect(emulator.store.size('sms')).toBe(5);
  });
});
