import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { Campaign } from '../../campaigns/campaign.ts';
import { printFontBytes } from '../../campaigns/languages/typesetting/font-files-fs.ts';
import { findEmblemFile, type Published } from '../../campaigns/published-fs.ts';
import type { Artwork } from '../artwork/artwork.ts';
import { digest } from './digest.ts';
import type { TargetKind } from './job.ts';
import type { SharedLayout } from './shared-layout.ts';

/** Hashes source files with everything they import: files of the project, and packages by name and version. */
export type CodeReader = (sources: readonly string[]) => { hash: string; packages: string[] };

const importPattern = /\b(?:from|import)\s*\(?\s*'([^']+)'/g;
const packagePattern = /^(?:@[^/]+\/)?[^/]+/;

/**
 * Follows imports from the project's own files. What a package imports in turn is not read: the versions of all that
 * it depends on stand for its code, so that an upgrade below it, as of libvips under sharp, is seen too.
 */
export function createCodeReader(folder: string): CodeReader {
  const sourceOf = createSourceReader();
  const packages = createPackageReader();
  const read = (path: string, seen: Set<string>, used: Set<string>) => {
    if (seen.has(path)) return;
    seen.add(path);
    const source = sourceOf(path);
    for (const name of source.packages) packages(name, dirname(path), used);
    for (const next of source.files) read(next, seen, used);
  };
  return (sources) => {
    const seen = new Set<string>();
    const used = new Set<string>();
    for (const source of sources) read(join(folder, source), seen, used);
    const names = [...used].sort();
    const texts = [...seen]
      .sort((a, b) => (relative(folder, a) < relative(folder, b) ? -1 : 1))
      .map((path) => sourceOf(path).sha256);
    return { hash: digest([...texts, ...names]), packages: names };
  };
}

interface Source {
  sha256: string;
  files: readonly string[];
  packages: readonly string[];
}

/** Reads each source file once, with what it imports. */
function createSourceReader(): (path: string) => Source {
  const known = new Map<string, Source>();
  return (path) => {
    const kept = known.get(path);
    if (kept !== undefined) return kept;
    const text = readFileSync(path, 'utf8');
    const imports = [...text.matchAll(importPattern)].map(([, to = '']) => to);
    const source = {
      sha256: digest([text]),
      files: imports
        .filter((to) => to.startsWith('.') && to.endsWith('.ts'))
        .map((to) => join(dirname(path), to)),
      packages: imports.filter((to) => !to.startsWith('.') && !isBuiltin(to)),
    };
    known.set(path, source);
    return source;
  };
}

interface PackageFile {
  name: string;
  version: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Adds a package and all that it depends on to a set, as `name@version`; reads each package's file once. */
function createPackageReader(): (specifier: string, from: string, used: Set<string>) => void {
  const known = new Map<string, PackageFile>();
  const add = (specifier: string, from: string, used: Set<string>) => {
    const name = packagePattern.exec(specifier)?.[0] ?? specifier;
    const folder = findPackage(name, from);
    // Packages for other machines are optional, and not there.
    if (folder === undefined) return;
    const file =
      known.get(folder) ??
      (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile);
    known.set(folder, file);
    const entry = `${name}@${file.version}`;
    if (used.has(entry)) return;
    used.add(entry);
    for (const below of Object.keys({ ...file.dependencies, ...file.optionalDependencies })) {
      add(below, folder, used);
    }
  };
  return add;
}

/** Looks for a package as Node does: in `node_modules` here and in every folder above. */
function findPackage(name: string, from: string): string | undefined {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(from);
  return above === from ? undefined : findPackage(name, above);
}

/** Where the code of each kind of file begins. */
const kindSources: Record<TargetKind, string> = {
  pdf: 'print/press-file.ts',
  preview: 'preview/previewer.ts',
  tiff: 'raster/raster.ts',
  jpeg: 'raster/raster.ts',
  rgb: 'raster/rgb-jpeg.ts',
  proof: 'print/proof.ts',
};

export interface InputHashes {
  of(artwork: string, kind: TargetKind): string;
  ticket: string;
}

/**
 * Hashes of all that files depend on beside the imprint: the shared layout (so of template, copy, palette, icons and
 * emblem), the code that stamps it with the versions of its npm packages, and the fonts of the names. Code is followed
 * through its imports, so that a change of the pamphlet leaves the boards alone.
 */
export function createInputHashes(
  artworks: readonly Artwork[],
  layouts: readonly SharedLayout[],
  campaign: Pick<Campaign, 'languages'>,
): InputHashes {
  const fonts = digest(printFontBytes(campaign));
  const code = createCodeReader(join(import.meta.dirname, '..'));
  const known = new Map(
    artworks.map((artwork, index) => [
      artwork.id,
      { artwork, layout: layouts[index]?.press.sha256 ?? '' },
    ]),
  );
  const keys = new Map<string, string>();
  return {
    // Most runs make two kinds of the six: the code of the others is not followed.
    of(id, kind) {
      const kept = keys.get(`${id} ${kind}`);
      if (kept !== undefined) return kept;
      const found = known.get(id);
      if (found === undefined)
        throw new Error(`Expected a shared layout of artwork "${id}", got none`);
      const own = code([found.artwork.source, 'run/stamp.ts', kindSources[kind]]).hash;
      const key = digest([found.layout, fonts, own]);
      keys.set(`${id} ${kind}`, key);
      return key;
    },
    ticket: digest([fonts, code(['run/ticket.ts']).hash, JSON.stringify(campaign)]),
  };
}

/**
 * A hash of what drawn files depend on beside their own words: the code that makes them with all that it imports, fonts
 * and emblem.
 * @param sources below `generator/`
 */
export function drawnInputs(
  sources: readonly string[],
  { campaign, published }: { campaign: Pick<Campaign, 'languages'>; published: Published },
): string {
  const { hash } = createCodeReader(join(import.meta.dirname, '..'))(sources);
  const emblem = readFileSync(findEmblemFile(published), 'latin1');
  return digest([hash, emblem, ...printFontBytes(campaign)]);
}
