import { type Module, nothingToClose } from '../../platform/http/module.ts';
import type { Objections } from './objections.ts';
import { registerObjections } from './routes.ts';

/** Objections of districts to their figures. */
export function openObjections(options: Objections): Module {
  return {
    name: 'objections',
    register: ({ api }) => registerObjections(api, options),
    close: nothingToClose,
  };
}
