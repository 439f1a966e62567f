import { existsSync } from 'node:fs';
import { asCalledHere } from './called-here-fs.ts';

/** Errors of the program itself, with their place for the developer. */
const defects = [TypeError, ReferenceError, RangeError, SyntaxError];

/** Why a program could not start or go on, for the one who started it: what was expected and what was found. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (syscall === 'listen' || syscall === 'bind' || syscall === 'getaddrinfo')
    return explainListen(error);
  // The site's builder tells it in words alone.
  if (code === 'ENOSPC' || code === 'EDQUOT' || /No space left on device/.test(error.message))
    return `Expected room on the disk${path === undefined ? '' : ` for ${path}`}, got none: make room`;
  if (path !== undefined && code !== undefined) {
    return `Expected to be able to ${syscall ?? 'use'} ${path}, got ${code}`;
  }
  // With `code` alone: an AggregateError of several addresses has no words.
  if (error.message === '') return code ?? error.name;
  const isDefect = code === undefined && defects.some((kind) => error instanceof kind);
  return isDefect ? (error.stack ?? error.message) : error.message;
}

function explainListen(error: NodeJS.ErrnoException): string {
  const { code, address, port, hostname } = error as NodeJS.ErrnoException & {
    address?: string;
    port?: number;
    hostname?: string;
  };
  if (code === 'EADDRINUSE') {
    return `Expected port ${port} on ${address} to be free, got another program on it: stop that one or set \`PORT\``;
  }
  if (code === 'EACCES') {
    return `Expected to be allowed to listen on port ${port}, got EACCES: set \`PORT\` to 1024 or above`;
  }
  return `Expected an address of this machine for \`HOST\`, got ${address ?? hostname} (${code})`;
}

/** Wrong arguments; repeating the same call cannot help. */
export class WrongUse extends Error {}

/** @throws WrongUse where an argument names what is not there */
export function expectFile(path: string): void {
  if (!existsSync(path)) throw new WrongUse(`Expected a file at ${path}, got nothing there`);
}

/**
 * Runs a command: what goes wrong is said in a sentence on stderr. Exit code 0 done, 1 could not be done, 2 wrong use, or
 * what the command returns.
 */
export async function runCommand(work: () => Promise<unknown>): Promise<void> {
  try {
    const code = await work();
    if (typeof code === 'number') process.exitCode = code;
  } catch (error) {
    process.stderr.write(`${asCalledHere(explain(error))}\n`);
    process.exitCode = toExitCode(error);
  }
}

/** 2 where the call was wrong, else 1. */
export function toExitCode(error: unknown): number {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return error instanceof WrongUse || code?.startsWith('ERR_PARSE_ARGS') ? 2 : 1;
}
