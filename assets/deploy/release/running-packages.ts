import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.ts';

interface LockedPackage {
  version?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
  optional?: boolean;
}

/** A package that an installation runs. */
export interface RunningPackage {
  /** In the project, as `node_modules/a/node_modules/b`. */
  path: string;
  name: string;
  version: string;
  /** Of another system, or left out where it cannot be had. */
  optional: boolean;
}

/**
 * Every package that is reached from the project's dependencies. Not what npm calls production: it counts the optional
 * peers of a package, test runners among them, where something else has them installed.
 */
export function runningPackages(): RunningPackage[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const found = new Map<string, RunningPackage>();
  const waiting = [''];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    for (const name of namesNeeded(lock.packages[from] ?? {})) {
      const path = resolveFrom(from, name, lock.packages);
      if (path === undefined || found.has(path)) continue;
      const { version = '', optional = false } = lock.packages[path] ?? {};
      found.set(path, { path, name, version, optional });
      waiting.push(path);
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function namesNeeded(locked: LockedPackage): string[] {
  const { peerDependencies = {}, peerDependenciesMeta = {} } = locked;
  const peers = Object.keys(peerDependencies).filter(
    (name) => peerDependenciesMeta[name]?.optional !== true,
  );
  return [
    ...Object.keys(locked.dependencies ?? {}),
    ...Object.keys(locked.optionalDependencies ?? {}),
    ...peers,
  ];
}

/** As Node looks a package up. */
function resolveFrom(
  from: string,
  name: string,
  packages: Readonly<Record<string, LockedPackage>>,
): string | undefined {
  for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const path = join(folder, 'node_modules', name);
    if (path in packages) return path;
    if (folder === '') return undefined;
  }
}
