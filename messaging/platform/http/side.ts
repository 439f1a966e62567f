import type { FastifyInstance } from 'fastify';
import { Refusal } from '../process/refusal.ts';

/**
 * Citizens' side and officers' side: they may run in separate processes, so that one survives failures of the
 * other.
 */
export const sides = ['public', 'console', 'both'] as const;
export type Side = (typeof sides)[number];

/** The built site, of which pages of both sides are made, and what looks after a process. */
const either = /^\/(\*|service\/.*|voice\/takes\/.*|healthz|readyz|metrics)?$/;
const publicApi = /^\/api\/(public|progress|installs|print-kit|station-pack|radio)(\/|$)/;
/** With what gateways, vendors and the programs of officers call. */
const officers = /^\/(api|v|p|calendar|webhooks|voice)\//;

/**
 * Finds the side that answers a route. nginx tells them apart by the same addresses (`assets/deploy/nginx-site.conf`).
 */
function findSide(url: string): Side {
  if (either.test(url)) return 'both';
  return officers.test(url) && !publicApi.test(url) ? 'console' : 'public';
}

/**
 * Has a process refuse what the other side answers, whether or not it knows the route. Call it before any route is
 * added.
 */
export function keepToSide(app: FastifyInstance, only: Side): void {
  app.addHook('onRoute', ({ url, config }) => {
    if (findSide(url) !== 'console' && config?.access !== 'public') {
      throw new Error(`Expected a route for officers on their side, got ${url}`);
    }
  });
  if (only === 'both') return;
  app.addHook('onRequest', async ({ routeOptions, url }) => {
    // A file of the site, or a route of a module that is not opened here.
    const isOpen = routeOptions.url === undefined || routeOptions.url === '/*';
    const side = findSide(isOpen ? url : (routeOptions.url ?? url));
    const isOther = isOpen
      ? side === 'console' && only === 'public'
      : side !== 'both' && side !== only;
    if (isOther) throw new Refusal('other-side');
  });
}
