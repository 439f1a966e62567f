// The peer: a Bull job for each recipient, whose processor posts to the same emulator through the same client and
// keeps no ledger. Prints one line of JSON: seconds and Redis bytes a job.
import Bull from 'bull';
import { Redis } from 'ioredis';
import { createTwilioGateway } from '../../../messaging/phone/gateways/twilio.ts';

const [redisUrl = '', emulatorUrl = '', size = '1000', concurrency = '128'] = process.argv.slice(2);
const gateway = createTwilioGateway({
  name: 'emulator',
  accountSid: `AC${'0'.repeat(32)}`,
  authToken: 'training-token',
  messagingServiceSid: `MG${'0'.repeat(32)}`,
  from: undefined,
  callFrom: undefined,
  baseUrl: emulatorUrl,
  publicUrl: 'http://127.0.0.1:9',
  requestTimeoutMs: 5000,
  listingLagMs: 0,
  sockets: Number(concurrency),
});
const redis = new Redis(redisUrl);
const usedBytes = async () =>
  Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1] ?? 0);
const queue = new Bull<{ to: string; body: string }>('per-recipient', redisUrl, {
  defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
});
await queue.isReady();
const before = await usedBytes();
for (let at = 0; at < Number(size); at += 1000) {
  await queue.addBulk(
    Array.from({ length: Math.min(1000, Number(size) - at) }, (_, index) => ({
      data: { to: `+91500${String(at + index).padStart(7, '0')}`, body: 'UP COP ऐप पाएँ' },
    })),
  );
}
const bytes = (await usedBytes()) - before;
let left = Number(size);
const startedAt = performance.now();
await new Promise<void>((resolve, reject) => {
  queue
    .process(Number(concurrency), async ({ id, data }) => {
      await gateway.sendSms({
        reference: String(id),
        ...data,
        validitySeconds: 36_000,
        templateId: null,
        principalEntityId: null,
        header: 'UPPOLC',
        category: 'government',
      });
      left -= 1;
      if (left === 0) resolve();
    })
    .catch(reject);
});
const seconds = (performance.now() - startedAt) / 1000;
console.log(JSON.stringify({ seconds, bytes }));
process.exit(0);
