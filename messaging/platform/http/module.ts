import type { FastifyInstance } from 'fastify';
import type { Route } from '../../contract/route.ts';

/** Where a module puts its routes. */
export interface RouteScopes {
  /** Called by scanned codes and providers' machines: nothing measured by route. */
  direct: FastifyInstance;
  /** Pages and public answers. */
  pages: FastifyInstance;
  /** Called by officers. */
  api: FastifyInstance;
  /** Below `api`, for routes that also take a form with a file. */
  forms: FastifyInstance;
}

/** A feature of the service: what it answers, and what it keeps running until it is closed. */
export interface Module {
  name: string;
  /** Routes of the scopes of the same name. */
  api?: readonly Route[];
  pages?: readonly Route[];
  forms?: readonly Route[];
  /** Routes that need more of the server than that. */
  register?(scopes: RouteScopes): Promise<void> | void;
  close?(): Promise<void>;
}

/** A module that keeps something running. */
export interface RunningModule extends Module {
  close(): Promise<void>;
}
