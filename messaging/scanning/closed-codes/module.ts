import { type Module, nothingToClose } from '../../platform/http/module.ts';
import type { ClosedCodeOptions } from './closed-codes.ts';
import { registerClosedCodes } from './routes.ts';

/** Offices close codes and open them again; what a scan of one answers is the scans' own. */
export function openClosedCodeRoutes(options: ClosedCodeOptions): Module {
  return {
    name: 'closed codes',
    register: ({ api }) => registerClosedCodes(api, options),
    close: nothingToClose,
  };
}
