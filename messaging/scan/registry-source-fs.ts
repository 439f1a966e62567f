import { statSync } from 'node:fs';
import type { Registry } from '../../campaigns/links/registry.ts';
import { loadRegistry } from '../../campaigns/links/registry-fs.ts';

/** The codes that are registered now: blasts and new stations are added while the service runs. */
export interface RegistrySource {
  current(): Registry;
  /** Reads the files again when they have changed; true when they had. */
  refresh(): boolean;
}

const shortestPauseMs = 1000;

export function openRegistrySource(files: {
  campaignFolder: string;
  grownFile: string;
}): RegistrySource {
  let registry = loadRegistry(files);
  let version = versionOf(files.grownFile);
  let lookedAt = performance.now();
  return {
    current: () => registry,
    refresh() {
      if (performance.now() - lookedAt < shortestPauseMs) return false;
      lookedAt = performance.now();
      const latest = versionOf(files.grownFile);
      if (latest === version) return false;
      registry = loadRegistry(files);
      version = latest;
      return true;
    },
  };
}

function versionOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? 'none' : `${found.mtimeMs} ${found.size} ${found.ino}`;
}
