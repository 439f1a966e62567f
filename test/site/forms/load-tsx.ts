// Setup of the project `forms`: Node strips types from .ts alone, and the console's components are .tsx.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'oxc-transform';

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context);
    const path = fileURLToPath(url);
    const { code, errors } = transformSync(path, readFileSync(path, 'utf8'), {
      jsx: { runtime: 'automatic' },
    });
    const [error] = errors;
    if (error !== undefined) throw new Error(`Expected ${path} to compile: ${error.message}`);
    return { format: 'module', source: code, shortCircuit: true };
  },
});
