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
import type { Route } from '../../contract/route.ts';

type Served<Schema extends Route['schema']> = RouteOptions<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  RouteGenericInterface,
  ContextConfigDefault,
  Schema,
  ZodTypeProvider
>;

/** A route in one place: its address and schemas, who may call it, and what it does. Clients infer their types from it. */
export function serveRoute<
  const Method extends Route['method'],
  const Url extends string,
  const Schema extends Route['schema'],
>(
  given: Omit<Served<Schema>, 'method' | 'url' | 'schema'> & {
    method: Method;
    url: Url;
    schema: Schema;
  },
): { method: Method; url: Url; schema: Schema } {
  return given;
}

/** @param routes made by `serveRoute` */
export function addRoutes(app: FastifyInstance, routes: readonly Route[]): void {
  for (const each of routes) app.route(each as RouteOptions);
}
