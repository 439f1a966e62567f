import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { compressSite } from './compress-fs.ts';
import { loadConfig } from './config.ts';
import { expectWhole } from './kit-fs.ts';

/** `npm run build [-- --with-files]`: the static site; with the print files beside it for a plain web server. */
const { values } = parseArgs({ options: { 'with-files': { type: 'boolean', default: false } } });
const config = loadConfig(process.env);
if (values['with-files']) expectWhole(config.printDir, config.campaign);
await build({
  root: join(import.meta.dirname, '..'),
  logLevel: 'warn',
  // On a plain web server nothing answers /api/progress: the pages then do not ask.
  vite: { define: { 'import.meta.env.HAS_SERVICE': JSON.stringify(!values['with-files']) } },
});
await compressSite(config.siteDir);
if (values['with-files']) {
  cpSync(config.printDir, join(config.siteDir, 'files'), { recursive: true });
}
