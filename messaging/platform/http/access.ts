import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { type Action, can, covers, type Place } from '../../../campaigns/offices/permission.ts';
import type { Role } from '../../../campaigns/offices/role.ts';
import type { Caller } from '../process/caller.ts';
import { Refusal } from '../process/refusal.ts';
import { isForeign } from './origin.ts';

/** The callers of a route: everybody, or the roles named (`rolesFor(action)`). */
type Access = 'public' | readonly Role[];

/** One route with its rule, as the server knows it. */
export interface RouteRule {
  method: string;
  url: string;
  access: Access;
  schema: unknown;
  /** Secrets that it may try. */
  tries: readonly string[];
}

/** An account that signed in. */
interface Identity {
  actor: Actor;
  /** The role needs a second factor, and none is set up yet. */
  secondFactorMissing: boolean;
}

/** Finds out who sends a request; null for nobody. Accounts give the service its own. */
export type Identify = (request: FastifyRequest) => Promise<Identity | null>;

export interface AccessOptions {
  identify: Identify;
  /** The district with this id, or nothing. */
  findDistrict(id: string): Exclude<Place, 'state'> | undefined;
  /** Origins whose pages may change something. */
  origins: readonly string[];
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** Open to an officer whose second factor is still missing: only what sets it up. */
    withoutSecondFactor?: boolean;
  }
  interface FastifyInstance {
    routeRules: RouteRule[];
  }
  interface FastifyRequest {
    /** The officer; throws on a public route, where nobody was asked for. */
    actor: Actor;
    /** The same with the request's id; throws on a public route, too. */
    caller: Caller;
    /** Refuses with 403 unless the officer may do it at the place: a district's id, or the whole state. */
    require(action: Action, place: string): void;
  }
}

/**
 * Keeps every route to the rule in its `config.access`: 401 without a session, 403 for another role. Where
 * the path or the query names a `district`, it must lie in the officer's area; what is in a body
 * or in a row is checked by the route with `request.require`. A route without a rule stops the server
 * from starting, so that none is open by accident. Call it before any route is added.
 */
export function enforceAccess(app: FastifyInstance, options: AccessOptions): void {
  const actors = new WeakMap<FastifyRequest, Actor>();
  app.decorate('routeRules', []);
  app.decorateRequest('actor', {
    getter(this: FastifyRequest) {
      const actor = actors.get(this);
      if (actor === undefined) {
        throw new Error(`Expected an officer for ${this.routeOptions.url}, got a public route`);
      }
      return actor;
    },
  });
  app.decorateRequest('caller', {
    getter(this: FastifyRequest) {
      return { actor: this.actor, requestId: this.id };
    },
  });
  app.decorateRequest('require', function (this: FastifyRequest, action: Action, id: string) {
    const place = id === 'state' ? 'state' : options.findDistrict(id);
    if (place === undefined || !covers(this.actor, place)) {
      throw deny(this, this.actor, 'outside-area');
    }
    if (!can(this.actor, action, place)) throw deny(this, this.actor, 'not-allowed');
  });
  app.addHook('onRoute', (route) => {
    const access = route.config?.access;
    const methods = [route.method].flat();
    if (access === undefined) {
      throw new Error(
        `Expected \`config.access\` for ${methods.join(', ')} ${route.url}, got nothing`,
      );
    }
    for (const method of methods) {
      const { url, schema } = route;
      app.routeRules.push({ method, url, access, schema, tries: route.config?.tries ?? [] });
    }
    const guard = async (request: FastifyRequest, _reply: FastifyReply): Promise<void> => {
      if (isForeign(request, options.origins)) throw new Refusal('foreign-origin');
      if (access === 'public') return;
      const identity = await options.identify(request);
      if (identity === null) throw new Refusal('sign-in-required');
      const { actor } = identity;
      if (!access.includes(actor.role)) throw deny(request, actor, 'not-allowed');
      if (identity.secondFactorMissing && route.config?.withoutSecondFactor !== true) {
        throw new Refusal('second-factor-missing');
      }
      for (const id of namedDistricts(request)) {
        const place = options.findDistrict(id);
        if (place === undefined || !covers(actor, place))
          throw deny(request, actor, 'outside-area');
      }
      actors.set(request, actor);
    };
    const reading = methods.every((method) => method === 'GET' || method === 'HEAD');
    if (access === 'public' && reading) return;
    route.onRequest = [guard, ...[route.onRequest ?? []].flat()];
  });
}

/** The console offers nothing that its officer may not do, so such a request is worth a log line. */
function deny(
  request: FastifyRequest,
  { id, role }: Actor,
  refusal: 'not-allowed' | 'outside-area',
): Refusal {
  const { method, url: route } = request.routeOptions;
  request.log.warn({ officer: id, role, method, route, refusal }, 'not allowed');
  return new Refusal(refusal);
}

function namedDistricts(request: FastifyRequest): string[] {
  return [request.params, request.query].flatMap((source) => {
    const named = (source as { district?: unknown } | null)?.district;
    return named === undefined || named === '' ? [] : [named].flat().map(String);
  });
}
