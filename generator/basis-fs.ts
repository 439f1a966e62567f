import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArtworkBase } from './base.ts';
import type { Target } from './job.ts';
import { fontPath } from './layout/fonts-fs.ts';
import { digest } from './plan.ts';

/** Folders whose code decides what a station adds to a file. */
const stampFolders = ['artwork', 'ink', 'layout', 'qr'] as const;
const kindFolders: Record<Target['kind'], readonly string[]> = {
  pdf: ['print'],
  preview: ['preview'],
};

/**
 * Hash of all that an artwork's files of a kind depend on beside the sign: the laid out base (so of template,
 * copy, palette, icons and emblem), the code that stamps it, and the fonts of the names.
 */
export function createBasis(
  bases: readonly ArtworkBase[],
): (artwork: string, kind: Target['kind']) => string {
  const fonts = digest(
    [700, 800].map((weight) => readFileSync(fontPath(weight as 700 | 800), 'latin1')),
  );
  const shared = digest([
    fonts,
    readCode('.', ['stamp.ts']),
    ...stampFolders.map((folder) => readCode(folder)),
  ]);
  const kinds = {
    pdf: digest([shared, ...kindFolders.pdf.map((folder) => readCode(folder))]),
    preview: digest([shared, ...kindFolders.preview.map((folder) => readCode(folder))]),
  };
  const byArtwork = new Map(bases.map((base) => [base.artwork, base.press.sha256]));
  return (artwork, kind) => {
    const base = byArtwork.get(artwork);
    if (base === undefined) throw new Error(`Expected a base of artwork "${artwork}", got none`);
    return `${base}${kinds[kind]}`;
  };
}

function readCode(folder: string, only?: readonly string[]): string {
  const path = join(import.meta.dirname, folder);
  const files = readdirSync(path).filter(
    (name) => name.endsWith('.ts') && (only?.includes(name) ?? true),
  );
  return digest(files.sort().map((name) => readFileSync(join(path, name), 'latin1')));
}
