import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Artwork } from '../artwork/artwork.ts';
import { fontPath } from '../layout/fonts-fs.ts';
import { digest } from './digest.ts';
import type { TargetKind } from './job.ts';
import type { SharedLayout } from './shared-layout.ts';

/** Where the code of each kind of file begins. */
const kindSources: Record<TargetKind, string> = {
  pdf: 'print/press-file.ts',
  preview: 'preview/previewer.ts',
  tiff: 'raster/raster.ts',
  jpeg: 'raster/raster.ts',
  rgb: 'raster/rgb-jpeg.ts',
  svg: 'raster/editable-svg.ts',
  eps: 'print/eps-fs.ts',
  proof: 'print/proof.ts',
};

export type InputHashes = {
  of(artwork: string, kind: TargetKind): string;
  ticket: string;
};

/**
 * Hashes of all that files depend on beside the imprint: the shared layout (so of template, copy, palette, icons and
 * emblem), the code that stamps it, and the fonts of the names. Code is followed through its imports, so that a
 * change of the pamphlet leaves the boards alone.
 */
export function createInputHashes(
  artworks: readonly Artwork[],
  layouts: readonly SharedLayout[],
  campaign: unknown,
): InputHashes {
  const fonts = digest(
    ([500, 700, 800] as const).map((weight) => readFileSync(fontPath(weight), 'latin1')),
  );
  const code = createCodeReader();
  const keys = new Map<string, string>();
  for (const [index, artwork] of artworks.entries()) {
    const layout = layouts[index]?.press.sha256 ?? '';
    for (const [kind, source] of Object.entries(kindSources)) {
      const own = code([artwork.source, 'run/stamp.ts', source]);
      keys.set(`${artwork.id} ${kind}`, digest([layout, fonts, own]));
    }
  }
  return {
    of(artwork, kind) {
      const key = keys.get(`${artwork} ${kind}`);
      if (key === undefined)
        throw new Error(`Expected a shared layout of artwork "${artwork}", got none`);
      return key;
    },
    ticket: digest([fonts, code(['run/ticket.ts']), JSON.stringify(campaign)]),
  };
}

/** Hashes source files with everything they import from the project. */
function createCodeReader(): (sources: readonly string[]) => string {
  const files = new Map<string, string>();
  const read = (path: string, seen: Set<string>) => {
    if (seen.has(path)) return;
    seen.add(path);
    const text = files.get(path) ?? readFileSync(path, 'utf8');
    files.set(path, text);
    for (const [, to] of text.matchAll(/(?:from|import) '(\.[^']+\.ts)'/g)) {
      read(join(dirname(path), to as string), seen);
    }
  };
  return (sources) => {
    const seen = new Set<string>();
    for (const source of sources) read(join(import.meta.dirname, '..', source), seen);
    return digest([...seen].sort().map((path) => files.get(path) as string));
  };
}
