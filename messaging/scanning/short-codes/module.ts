import { type Module, nothingToClose } from '../../platform/http/module.ts';
import { type CodeShareDependencies, registerCodeShares } from './routes.ts';

/** Shares of short codes. */
export function openCodeShares(options: CodeShareDependencies): Module {
  return {
    name: 'short codes',
    register: ({ api }) => registerCodeShares(api, options),
    close: nothingToClose,
  };
}
