import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { file } from '../../contract/route.ts';
import { isDiskFull } from '../process/disk-room.ts';
import { type Metrics, watchAsked } from '../process/metrics.ts';
import { addRoutes, serveRoute } from './serve-route.ts';

/** Parts that the service cannot do its whole work without; each throws while it is not there. */
export type Checks = Readonly<Record<string, () => Promise<void>>>;

/** Shorter than the figures wait for it. */
const checkLimitMs = 1500;

const readiness = z.object({
  ready: z.boolean(),
  parts: z.record(z.string(), z.enum(['ok', 'missing', 'full'])),
});

/** For the proxy, systemd and Prometheus. The proxy keeps `/metrics` and `/readyz` from the outside. */
export function registerHealth(app: FastifyInstance, checks: Checks, metrics: Metrics): void {
  watchAsked(
    metrics.registry,
    { name: 'part_ready', help: '1 while a part is there, else 0; as /readyz says', label: 'part' },
    async () => {
      const states = Object.entries(await runChecks(checks));
      return Object.fromEntries(states.map(([part, state]) => [part, state === 'ok' ? 1 : 0]));
    },
  );
  const common = { config: { access: 'public' as const }, logLevel: 'warn' as const };
  addRoutes(app, [
    serveRoute('GET /healthz', {
      summary: 'The process answers',
      response: { 200: z.object({ status: z.literal('ok') }) },
      ...common,
      handler: async () => ({ status: 'ok' as const }),
    }),
    serveRoute('GET /readyz', {
      summary: 'Every part is there; scans are answered even when one is missing',
      response: { 200: readiness, 503: readiness },
      ...common,
      handler: async (_request, reply) => {
        const parts = await runChecks(checks);
        const ready = Object.values(parts).every((state) => state === 'ok');
        return reply.code(ready ? 200 : 503).send({ ready, parts });
      },
    }),
    serveRoute('GET /metrics', {
      summary: 'Figures for Prometheus',
      response: { 200: file('text/plain', 'The figures in the exposition format') },
      ...common,
      handler: async (_request, reply) =>
        reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
    }),
  ]);
}

async function runChecks(checks: Checks) {
  const states = Object.entries(checks).map(
    async ([name, check]) => [name, await runCheck(check)] as const,
  );
  return Object.fromEntries(await Promise.all(states));
}

async function runCheck(check: () => Promise<void>): Promise<'ok' | 'missing' | 'full'> {
  const { promise: late, resolve } = Promise.withResolvers<'missing'>();
  const timer = setTimeout(() => resolve('missing'), checkLimitMs);
  try {
    return await Promise.race([check().then(() => 'ok' as const), late]);
  } catch (error) {
    return isDiskFull(error) ? 'full' : 'missing';
  } finally {
    clearTimeout(timer);
  }
}
