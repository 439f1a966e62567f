import type {
  ContextConfigDefault,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
  RouteGenericInterface,
  RouteOptions,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { type Action, rolesFor } from '../../../campaigns/offices/permission.ts';
import {
  type Answers,
  type Described,
  type Made,
  type Route,
  type RouteName,
  refusals,
  route,
} from '../../contract/route.ts';

type Served<Schema extends object> = RouteOptions<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  RouteGenericInterface,
  ContextConfigDefault,
  Schema,
  ZodTypeProvider
>;

/**
 * A route in one place: its name and schemas, who may call it, and what it does. Clients infer their types from it. One
 * for officers may answer 400, 401 and 403 without saying so.
 */
export function serveRoute<
  const Name extends RouteName,
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  const Response extends Answers = Answers,
>(
  name: Name,
  given: Described<Params, Query, Body, Response> &
    Omit<Served<Made<Name, Params, Query, Body, Response>['schema']>, keyof Route> & {
      /** Permission for it, in place of an `access` in `config`. */
      may?: Action;
    },
): Made<Name, Params, Query, Body, Response> {
  const { summary, params, querystring, body, response, may, ...served } = given;
  const config = may === undefined ? served.config : { ...served.config, access: rolesFor(may) };
  const takesNothing = name.startsWith('GET') && params === undefined && querystring === undefined;
  const forOfficers = takesNothing ? refusals(401, 403) : refusals(400, 401, 403);
  const answers = config?.access === 'public' ? response : { ...forOfficers, ...response };
  const made = route(name, { summary, params, querystring, body, response: answers });
  const handler = withStatus(served.handler as RouteOptions['handler'], response);
  return { ...served, ...made, config, handler } as Made<Name, Params, Query, Body, Response>;
}

/**
 * Answers with the one status that a route has for what was done, beside 202 for what waits; a handler with several says
 * which.
 */
function withStatus(handler: RouteOptions['handler'], response: Answers): RouteOptions['handler'] {
  const good = Object.keys(response).filter((each) => Number(each) < 300);
  const [status, ...others] = good.length === 1 ? good : good.filter((each) => each !== '202');
  if (status === undefined || others.length > 0) return handler;
  return function (request, reply) {
    return handler.call(this, request, reply.code(Number(status)));
  };
}

/** @param routes made by `serveRoute` */
export function addRoutes(app: FastifyInstance, routes: readonly Route[]): void {
  for (const each of routes) app.route(each as RouteOptions);
}
