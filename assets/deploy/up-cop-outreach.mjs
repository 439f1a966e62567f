#!/usr/bin/env node
// The program by whatever Node there is: it goes on with the one that setup installs, as older ones read no TypeScript.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const program = join(here, 'program.ts');
const own = join(here, '..', '..', 'node_modules', '.bin', 'node');
const args = ['--disable-warning=ExperimentalWarning', program, ...process.argv.slice(2)];
const child = spawn(own, args, { stdio: 'inherit' });
child.on('error', () => {
  console.error(`Expected Node at ${own}, got none: npm run setup installs it`);
  process.exitCode = 1;
});
// The terminal tells both of Ctrl-C; a SIGTERM to this process is meant for the program.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
});
