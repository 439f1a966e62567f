import type { FastifyInstance } from 'fastify';
import { healthRoutes } from '../../contract/platform/health.ts';
import { isDiskFull } from '../process/disk-room.ts';
import type { Metrics } from '../process/metrics.ts';

/** Parts that the service cannot do its whole work without; each throws while it is not there. */
export type Checks = Readonly<Record<string, () => Promise<void>>>;

const checkLimitMs = 2000;

/** For the proxy, systemd and Prometheus. The proxy keeps `/metrics` and `/readyz` from the outside. */
export function registerHealth(app: FastifyInstance, checks: Checks, metrics: Metrics): void {
  const common = { config: { access: 'public' as const }, logLevel: 'warn' as const };
  app.route({
    ...healthRoutes.alive,
    ...common,
    handler: async () => ({ status: 'ok' as const }),
  });
  app.route({
    ...healthRoutes.ready,
    ...common,
    handler: async (_request, reply) => {
      const parts = Object.fromEntries(
        await Promise.all(
          Object.entries(checks).map(
            async ([name, check]) => [name, await runCheck(check)] as const,
          ),
        ),
      );
      const ready = Object.values(parts).every((state) => state === 'ok');
      return reply.code(ready ? 200 : 503).send({ ready, parts });
    },
  });
  app.route({
    ...healthRoutes.metrics,
    ...common,
    handler: async (_request, reply) =>
      reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  });
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
