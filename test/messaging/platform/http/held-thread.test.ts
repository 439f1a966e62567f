import { setTimeout as wait } from 'node:timers/promises';
import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import { watchMainThread } from '../../../../messaging/platform/http/held-thread.ts';
import { createMetrics } from '../../../../messaging/platform/process/metrics.ts';
import { threadMs } from '../../../thread-ms.ts';

function work(ms: number): void {
  const end = threadMs() + ms;
  while (threadMs() < end);
}

async function held(metrics: ReturnType<typeof createMetrics>): Promise<string[]> {
  const { values } = await metrics.heldSeconds.get();
  return values.flatMap(({ metricName, labels: { route } }) =>
    metricName?.endsWith('_count') ? [String(route)] : [],
  );
}

test('a route that holds the main thread is counted, and logged where somebody feels it', async () => {
  const lines: string[] = [];
  const app = fastify({ logger: { level: 'warn', stream: { write: (line) => lines.push(line) } } });
  const metrics = createMetrics();
  watchMainThread(app, metrics);
  app.get('/at-once/:id', async () => work(220));
  app.get('/later', async () => {
    await wait(30);
    work(220);
  });
  // Counted alone: a start has dozens of them.
  app.get('/felt-together', async () => work(80));
  app.get('/short', async () => work(5));
  for (const url of ['/short', '/at-once/1', '/felt-together', '/later', '/short']) {
    await app.inject(url);
    await wait(60);
  }
  // A busy machine may hold the thread as well, for no route.
  const isRoute = (route: string) => route !== 'none';
  expect((await held(metrics)).filter(isRoute)).toEqual([
    '/at-once/:id',
    '/felt-together',
    '/later',
  ]);
  const told = lines.map((line) => JSON.parse(line));
  expect(told.filter(({ routes }) => routes.some(isRoute))).toMatchObject([
    { routes: ['/at-once/:id'], heldMs: expect.any(Number) },
    { routes: ['/later'] },
  ]);
  await app.close();
});

test('work that no request asked for is counted too', async () => {
  const app = fastify();
  const metrics = createMetrics();
  watchMainThread(app, metrics);
  await app.ready();
  await wait(30);
  work(80);
  await expect.poll(() => held(metrics)).toEqual(['none']);
  await app.close();
});
