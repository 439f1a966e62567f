import { statSync } from 'node:fs';
import type { OwnedCode, Registry } from '../../campaigns/links/registry.ts';
import { loadRegistry } from '../../campaigns/links/registry-fs.ts';

/** The codes that are registered now: blasts and new stations are added while the service runs. */
export interface RegistrySource {
  current(): Registry;
  /** Owner of a code as it was scanned; a registered one is remembered. */
  ownerOf(code: string): OwnedCode | undefined;
  /** Reads the files again when they have changed; true when they had. */
  refresh(): boolean;
}

const shortestPauseMs = 1000;
/** Every code in some ways of writing it. */
const rememberedLimit = 100_000;

export function openRegistrySource(files: {
  campaignFolder: string;
  grownFile: string;
}): RegistrySource {
  let registry = loadRegistry(files);
  let version = versionOf(files.grownFile);
  let lookedAt = performance.now();
  const remembered = new Map<string, OwnedCode>();
  return {
    current: () => registry,
    ownerOf(code) {
      const known = remembered.get(code);
      if (known !== undefined) return known;
      const owned = registry.ownerOf(code);
      if (owned !== undefined && remembered.size < rememberedLimit) remembered.set(code, owned);
      return owned;
    },
    refresh() {
      if (performance.now() - lookedAt < shortestPauseMs) return false;
      lookedAt = performance.now();
      const latest = versionOf(files.grownFile);
      if (latest === version) return false;
      registry = loadRegistry(files);
      version = latest;
      remembered.clear();
      return true;
    },
  };
}

function versionOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? 'none' : `${found.mtimeMs} ${found.size} ${found.ino}`;
}
