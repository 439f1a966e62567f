import { type Module, nothingToClose } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { type CodeShareDependencies, codeShareRoutes } from './routes.ts';

/** Shares of short codes. */
export function openCodeShares(options: CodeShareDependencies): Module {
  return {
    name: 'short codes',
    register: ({ api }) => addRoutes(api, codeShareRoutes(options)),
    close: nothingToClose,
  };
}
