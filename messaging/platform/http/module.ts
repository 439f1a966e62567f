import type { FastifyInstance } from 'fastify';

/** Where a module puts its routes. */
export interface RouteScopes {
  /** Called by scanned codes and providers' machines: nothing measured by route. */
  direct: FastifyInstance;
  /** Pages and public answers. */
  pages: FastifyInstance;
  /** Called by officers. */
  api: FastifyInstance;
}

/** A feature of the service: what it answers, and what it keeps running until it is closed. */
export interface Module {
  name: string;
  /** A module that only works in the background has no routes. */
  register?(scopes: RouteScopes): Promise<void> | void;
  close(): Promise<void>;
}

/** For modules that keep nothing running. */
export async function nothingToClose(): Promise<void> {}
