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
import {
  type Answers,
  type Described,
  type Made,
  type Route,
  type RouteName,
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

/** A route in one place: its name and schemas, who may call it, and what it does. Clients infer their types from it. */
export function serveRoute<
  const Name extends RouteName,
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  const Response extends Answers = Answers,
>(
  name: Name,
  given: Described<Params, Query, Body, Response> &
    Omit<Served<Made<Name, Params, Query, Body, Response>['schema']>, 'method' | 'url' | 'schema'>,
): Made<Name, Params, Query, Body, Response> {
  const { summary, params, querystring, body, response, ...served } = given;
  const made = route(name, { summary, params, querystring, body, response });
  return { ...served, ...made } as Made<Name, Params, Query, Body, Response>;
}

/** @param routes made by `serveRoute` */
export function addRoutes(app: FastifyInstance, routes: readonly Route[]): void {
  for (const each of routes) app.route(each as RouteOptions);
}
