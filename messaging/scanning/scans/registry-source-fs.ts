import { statSync } from 'node:fs';
import {
  buildRegistry,
  campaignBlocks,
  type OwnedCode,
  type Registry,
} from '../../../campaigns/links/registry.ts';
import { loadRegistry } from '../../../campaigns/links/registry-fs.ts';
import { isWithin, rangesIn, toOrdinal } from '../../../campaigns/links/serials.ts';
import { parseCode } from '../../../campaigns/links/short-code.ts';
import type { SharedCodes } from '../short-codes/shared-codes.ts';
import type { KeptCodes } from './kept-codes-fs.ts';
import { cacheAnswers } from './visitor-kind.ts';

/** The codes that are registered now: blasts and new stations are added while the service runs. */
export interface RegistrySource {
  /** Of the campaign. */
  blocks: readonly number[];
  /** All that this process knows. */
  current(): Registry;
  /** Owner of a code as it was scanned, as far as this process knows it; a registered one is remembered. */
  ownerOf(code: string): OwnedCode | undefined;
  /**
   * The same, after a look at what was added meanwhile, here or on another machine.
   * @throws when only the database could say, and it does not
   */
  find(code: string): Promise<OwnedCode | undefined>;
  /** Reads what was added to the files, and shares it with the other machines. */
  keepUp(): Promise<void>;
}

const shortestPauseMs = 1000;
/** Every code in some ways of writing it. */
const rememberedLimit = 100_000;

export interface RegistryFiles {
  campaignFolder: string;
  grownFile: string;
}

/** The committed registry first, then this machine's grown file, then what the machines share. */
export function openRegistrySource(files: RegistryFiles, shared?: SharedCodes): RegistrySource {
  let ofFiles = loadRegistry(files);
  let version = versionOf(files.grownFile);
  let lookedAt = performance.now();
  let joined = { registry: ofFiles, ofFiles, shared: 0 };
  const remembered = new Map<string, OwnedCode>();
  const blocks = campaignBlocks(ofFiles.assignments);
  const isShareable = findShareable(blocks);

  function current(): Registry {
    const count = shared?.known.size ?? 0;
    if (joined.ofFiles !== ofFiles || joined.shared !== count) {
      joined = {
        registry: withShared(ofFiles, shared?.known ?? new Map()),
        ofFiles,
        shared: count,
      };
    }
    return joined.registry;
  }

  function ownerOf(code: string): OwnedCode | undefined {
    const known = remembered.get(code);
    if (known !== undefined) return known;
    const owned = current().ownerOf(code);
    if (owned !== undefined && remembered.size < rememberedLimit) remembered.set(code, owned);
    return owned;
  }

  /** Reads the files again when they have changed; true when they had. */
  function refresh(): boolean {
    if (performance.now() - lookedAt < shortestPauseMs) return false;
    lookedAt = performance.now();
    const latest = versionOf(files.grownFile);
    if (latest === version) return false;
    ofFiles = loadRegistry(files);
    version = latest;
    remembered.clear();
    return true;
  }

  async function keepUp(): Promise<void> {
    refresh();
    await shared?.keepUp(ofFiles.assignments.filter(({ serial }) => isShareable(serial)));
  }

  return {
    blocks,
    current,
    ownerOf,
    keepUp,
    async find(code) {
      let owned = ownerOf(code);
      if (owned === undefined && refresh()) {
        owned = ownerOf(code);
        // The caller that runs it by the clock reports a database that is unreachable.
        void keepUp().catch(() => {});
      }
      if (owned !== undefined || shared === undefined) return owned;
      const parsed = parseCode(code);
      if (parsed.kind !== 'valid' || !isShareable(parsed.serial)) return undefined;
      return (await shared.find(parsed.serial)) && ownerOf(code);
    },
  };
}

/** The registry as it was last known, until the files are read. */
export function openKeptRegistry({
  assignments,
  blocks,
}: Pick<KeptCodes, 'assignments' | 'blocks'>): Pick<
  RegistrySource,
  'current' | 'ownerOf' | 'find'
> {
  const registry = buildRegistry(assignments);
  const isShareable = findShareable(blocks);
  return {
    current: () => registry,
    ownerOf: cacheAnswers(registry.ownerOf),
    async find(code) {
      const parsed = parseCode(code);
      if (parsed.kind === 'valid' && isShareable(parsed.serial))
        throw new Error(`Nobody knows yet whose ${code} is`);
      return registry.ownerOf(code);
    },
  };
}

/** Serials that machines could share; all others are in the committed registry or nowhere. */
export function findShareable(blocks: readonly number[]): (serial: number) => boolean {
  const all = [0, ...blocks];
  const shareable = [...rangesIn('grown', all), ...rangesIn('drawn', all)];
  return (serial) => isWithin(shareable, toOrdinal(serial));
}

/** The files have the last word, also where another machine says something else. */
function withShared(ofFiles: Registry, known: SharedCodes['known']): Registry {
  const filed = new Set(ofFiles.assignments.map(({ serial }) => serial));
  const others = [...known].map(([serial, owner]) => ({ serial, owner }));
  return buildRegistry(
    others.filter(({ serial }) => !filed.has(serial)),
    ofFiles.assignments,
  );
}

function versionOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? 'none' : `${found.mtimeMs} ${found.size} ${found.ino}`;
}
