import type { Artwork, Limits } from '../artwork.ts';
import { standee } from '../standee.ts';
import { sticker } from '../sticker.ts';
import { tent } from '../tent.ts';
import { urduPage } from './urdu-page.ts';

/** A piece whose signs keep clear of each other by their ink in every script: in Urdu it is the same, mirrored, and read from nearer. */
function inUrduToo(artwork: Artwork, readFromM: Limits['readFromM']): Artwork {
  const { format, pages } = artwork;
  return {
    ...artwork,
    source: 'artwork/urdu/pieces-urdu.ts',
    language: 'ur',
    format: { ...format, mirrored: true },
    limits: { ...artwork.limits, readFromM: { ...artwork.limits.readFromM, ...readFromM } },
    pages: pages.map((page) => urduPage(page, format.trimMm.width)),
  };
}

export const standeeUrdu = inUrduToo(standee, { scan: 4.6, service: 3.2, rest: 1.4 });
export const stickerUrdu = inUrduToo(sticker, { 'scan-near': 0.265, rest: 0.21 });
export const tentUrdu = inUrduToo(tent, { scan: 0.58, rest: 0.24 });
