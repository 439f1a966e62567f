import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Role } from '../campaigns/offices/role.ts';

/** Who may call a route: everybody, or the roles named. */
export type Access = 'public' | readonly Role[];

/** One route with its rule, as the server knows it. */
export interface RouteRule {
  method: string;
  url: string;
  access: Access;
}

/** Finds out who sends a request; null for nobody. Accounts give the service its own. */
export type Identify = (request: FastifyRequest) => Promise<{ role: Role } | null>;

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyInstance {
    routeRules: RouteRule[];
  }
}

/**
 * Keeps every route to the rule in its `config.access`. A route without one stops the server from
 * starting, so that none is open by accident. Call it before any route is added.
 */
export function enforceAccess(app: FastifyInstance, identify: Identify): void {
  app.decorate('routeRules', []);
  app.addHook('onRoute', (route) => {
    const access = route.config?.access;
    const methods = [route.method].flat();
    if (access === undefined) {
      throw new Error(
        `Expected \`config.access\` for ${methods.join(', ')} ${route.url}, got nothing`,
      );
    }
    for (const method of methods) app.routeRules.push({ method, url: route.url, access });
    if (access !== 'public') {
      const guard = (request: FastifyRequest, reply: FastifyReply) =>
        admit(access, identify, request, reply);
      route.onRequest = [guard, ...[route.onRequest ?? []].flat()];
    }
  });
}

async function admit(
  allowed: readonly Role[],
  identify: Identify,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const caller = await identify(request);
  if (caller === null) return reply.code(401).send({ error: 'sign-in-required' });
  if (!allowed.includes(caller.role)) return reply.code(403).send({ error: 'not-allowed' });
  return undefined;
}
