import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Metrics } from '../process/metrics.ts';

/** Between two looks; what holds the thread for less than two of them may be missed. */
const lookMs = 20;
/** From here on other requests wait long enough to be felt together. */
const limitMs = 50;
/** From here on one alone is felt by a person. Shorter ones are counted; a start has some dozen. */
const warnedMs = 200;

/**
 * Logs and counts whatever holds the main thread, so that all other requests wait for it: with the routes that were under way
 * then, or `none` for work behind the scenes. The processor time of the thread counts, not the clock's: a machine that is
 * busy with other programs holds nobody.
 */
export function watchMainThread(app: FastifyInstance, metrics: Metrics): void {
  const underWay = new Set<FastifyReply>();
  let answered: FastifyReply[] = [];
  app.addHook('onRequest', (_request, reply, done) => {
    underWay.add(reply);
    done();
  });
  app.addHook('onResponse', (_request, reply, done) => {
    if (underWay.delete(reply)) answered.push(reply);
    done();
  });

  function routesUnderWay(): string[] {
    // A stream stays open behind its answer and does nothing.
    const working = [...underWay].filter(({ sent }) => !sent);
    const routes = [...working, ...answered].map(({ request }) => request.routeOptions.url);
    return routes.length === 0 ? ['none'] : [...new Set(routes.map((route) => route ?? 'none'))];
  }

  let last = readClocks();
  const looking = setInterval(() => {
    const now = readClocks();
    const heldMs = Math.min(now.wallMs - last.wallMs, now.threadMs - last.threadMs);
    last = now;
    if (heldMs >= limitMs) {
      const routes = routesUnderWay();
      for (const route of routes) metrics.heldSeconds.observe({ route }, heldMs / 1000);
      const level = heldMs < warnedMs ? 'debug' : 'warn';
      app.log[level]({ heldMs: Math.round(heldMs), routes }, 'the main thread was held');
    }
    answered = [];
  }, lookMs);
  app.addHook('onClose', async () => clearInterval(looking));
}

function readClocks(): { wallMs: number; threadMs: number } {
  const { user, system } = process.threadCpuUsage();
  return { wallMs: performance.now(), threadMs: (user + system) / 1000 };
}
