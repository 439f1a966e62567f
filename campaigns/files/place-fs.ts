import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { WrongUse } from '../command/run-command.ts';

/** Of /proc, by statfs(2). No folder can be made in it, and Node's `recursive` tries for ever. */
const procfs = 0x9fa0;

/** Whether files may be made at a path; what else keeps one from it is said when it is tried. */
export function isPlace(path: string): boolean {
  let there = resolve(path);
  while (!existsSync(there)) there = dirname(there);
  return statfsSync(there).type !== procfs;
}

/** @throws WrongUse where an argument names a place in which nothing can be made */
export function expectPlace(path: string): string {
  if (!isPlace(path))
    throw new WrongUse(`Expected a folder in which files can be made, got ${path}`);
  return resolve(path);
}
