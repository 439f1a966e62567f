import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Metrics } from '../process/metrics.ts';

/** Parts that the service cannot do its whole work without; each throws while it is not there. */
export type Checks = Readonly<Record<string, () => Promise<void>>>;

const checkLimitMs = 2000;
const readiness = z.object({
  ready: z.boolean(),
  parts: z.record(z.string(), z.enum(['ok', 'missing'])),
});

/** For the proxy, systemd and Prometheus. The proxy keeps `/metrics` and `/readyz` from the outside. */
export function registerHealth(app: FastifyInstance, checks: Checks, metrics: Metrics): void {
  const common = { config: { access: 'public' as const }, logLevel: 'warn' as const };
  app.get(
    '/healthz',
    {
      ...common,
      schema: {
        summary: 'The process answers',
        response: { 200: z.object({ status: z.literal('ok') }) },
      },
    },
    async () => ({ status: 'ok' as const }),
  );
  app.get(
    '/readyz',
    {
      ...common,
      schema: {
        summary: 'Every part is there; scans are answered even when one is missing',
        response: { 200: readiness, 503: readiness },
      },
    },
    async (_request, reply) => {
      const parts = Object.fromEntries(
        await Promise.all(
          Object.entries(checks).map(
            async ([name, check]) => [name, await stateOf(check)] as const,
          ),
        ),
      );
      const ready = Object.values(parts).every((state) => state === 'ok');
      return reply.code(ready ? 200 : 503).send({ ready, parts });
    },
  );
  app.get(
    '/metrics',
    { ...common, schema: { summary: 'Figures for Prometheus' } },
    async (_request, reply) =>
      reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}

async function stateOf(check: () => Promise<void>): Promise<'ok' | 'missing'> {
  const { promise: late, resolve } = Promise.withResolvers<'missing'>();
  const timer = setTimeout(() => resolve('missing'), checkLimitMs);
  try {
    return await Promise.race([check().then(() => 'ok' as const), late]);
  } catch {
    return 'missing';
  } finally {
    clearTimeout(timer);
  }
}
