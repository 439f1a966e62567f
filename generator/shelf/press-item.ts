import { writeFileSync } from 'node:fs';
import type { PlannedShelfFile } from '../../campaigns/shelf.ts';
import type { Artwork, Imprint } from '../artwork/artwork.ts';
import { createPreviewer } from '../preview/previewer.ts';
import { type OfficeSheet, officeFile } from '../print/office-file.ts';
import { drawnInputs } from '../run/code-hash-fs.ts';
import { digest } from '../run/digest.ts';
import {
  layOutShared,
  openSources,
  type SharedLayout,
  type Sources,
} from '../run/shared-layout.ts';
import { createStamper } from '../run/stamp.ts';
import { inRoom, plainFile, type ShelfItem, type ShelfSources } from './item.ts';

/** Makes press files and what goes with them for a channel; fonts are opened and artworks laid out when they are needed. */
export interface PressRoom {
  /** Day of the campaign's version, YYYY-MM-DD. */
  date: string;
  /** Fonts, pictures and the intent of coated stock. */
  sources(): Sources;
  /** A PDF/X-4 file and a picture of it, both named by `base`, which is relative to the print folder. */
  item(work: PressWork): ShelfItem;
  /** Hash of all that a paper of the channel depends on, beside what is given. */
  inputs(parts: readonly unknown[]): string;
}

export interface PressWork {
  artwork: Artwork;
  imprint: Imprint;
  base: string;
  district: string | null;
}

/** @param maker file below `generator/` where the code of the channel begins */
export function openPressRoom(
  { campaign, config }: Pick<ShelfSources, 'campaign' | 'config'>,
  maker: string,
): PressRoom {
  let opened: Sources | undefined;
  const sources = () => {
    opened ??= openSources(config.published);
    return opened;
  };
  const laid = new Map<string, Promise<SharedLayout>>();
  const layOut = (artwork: Artwork) => {
    const key = JSON.stringify([artwork.id, artwork.format]);
    const layout =
      laid.get(key) ??
      layOutShared([artwork], campaign, sources()).then(([one]) => one as SharedLayout);
    laid.set(key, layout);
    return layout;
  };
  let common: string | undefined;
  const inputs = (parts: readonly unknown[]) => {
    common ??= drawnInputs([maker, 'run/stamp.ts', 'run/shared-layout.ts'], {
      campaign,
      published: config.published,
    });
    return digest([common, JSON.stringify([campaign, parts])]);
  };

  return {
    date: campaign.versionDate,
    sources,
    inputs,
    item({ artwork, imprint, base, district }) {
      const { trimMm } = artwork.format;
      const [widthPx = 480] = artwork.previewWidthsPx;
      const shared = { ...plainFile, item: artwork.id, mm: trimMm, district } as const;
      const { code: short, url } = imprint;
      const picture: PlannedShelfFile = {
        ...shared,
        format: 'png',
        path: `${base}.png`,
        px: { width: widthPx, height: Math.round((widthPx * trimMm.height) / trimMm.width) },
        code: short,
        url,
      };
      const press: PlannedShelfFile = {
        ...shared,
        format: 'pdf',
        path: `${base}.pdf`,
        code: short,
        url,
        preview: picture.path,
      };
      return {
        files: [press, picture],
        inputs: inputs([artwork, imprint]),
        async make(room) {
          const layout = await layOut(artwork);
          const { fonts } = sources();
          const stamper = createStamper(artwork, layout, { campaign, fonts });
          const shapes = stamper.shapes(imprint);
          const [side] = layout.sides;
          const [stamped = []] = shapes;
          if (side === undefined) throw new Error(`Expected a side of ${artwork.id}, got none`);
          const [preview] = createPreviewer(artwork, side).render(stamped);
          const file = stamper.pressFile(imprint, shapes);
          writeFileSync(inRoom(room, press.path), Buffer.concat(file.parts));
          if (preview !== undefined) writeFileSync(inRoom(room, picture.path), preview.png);
        },
      };
    },
  };
}

/** An office paper on a channel's shelf: a job ticket, a measuring sheet. */
export function officeItem(
  room: PressRoom,
  paper: {
    item: string;
    /** Relative to the print folder. */
    path: string;
    district: string | null;
    title: string;
    /** Its own input, in addition to all that the channel depends on. */
    about: readonly unknown[];
    draw(sources: ReturnType<PressRoom['sources']>): readonly OfficeSheet[];
    mm?: { width: number; height: number };
  },
): ShelfItem {
  const { item, path, district, title, about, draw, mm = null } = paper;
  return {
    files: [{ ...plainFile, item, format: 'pdf', path, district, mm, language: 'hi' }],
    inputs: room.inputs([item, ...about]),
    async make(folder) {
      const sources = room.sources();
      const file = officeFile(draw(sources), { title, date: room.date }, sources);
      writeFileSync(inRoom(folder, path), Buffer.concat(file.parts));
    },
  };
}
