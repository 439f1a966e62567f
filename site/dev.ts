import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { dev } from 'astro';
import { loadConfig } from './config.ts';
import { ofService } from './dev-addresses.ts';

/**
 * `npm run dev`: the service, restarted whenever its code changes, and Astro's own server with the pages as they are
 * being written; what the service answers is passed on, so that console, scans and files work as they will.
 */
const sitePort = 4321;

const root = join(import.meta.dirname, '..');
const config = loadConfig(process.env);
const service = new URL(config.publicUrl).port || '8080';
const child = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', join(root, 'messaging', 'main.ts')],
  // The pages' own address: a request from it is no other site's.
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PORT: service, PUBLIC_URL: `http://localhost:${sitePort}` },
  },
);
const server = await dev({
  root,
  server: { port: sitePort, host: '127.0.0.1' },
  // Else Astro answers 404 to each address without a last slash, before it is passed on.
  trailingSlash: 'ignore',
  vite: {
    server: {
      proxy: Object.fromEntries(ofService.map((path) => [path, `http://127.0.0.1:${service}`])),
    },
  },
});
child.once('exit', () => void server.stop().then(() => process.exit()));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
console.log(`Open http://localhost:${sitePort} (the service answers behind it on ${service})`);
