import { join } from 'node:path';
import { printFontBytes } from '../../campaigns/typesetting/font-files-fs.ts';
import type { Artwork } from '../artwork/artwork.ts';
import { createCodeReader } from './code-hash-fs.ts';
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
  campaign: unknown,
): InputHashes {
  const fonts = digest(printFontBytes());
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
