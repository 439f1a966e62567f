import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { packPaths } from '../../../campaigns/channels/social/card-paths.ts';
import { whatsappCut } from '../../../campaigns/channels/social/film-cut.ts';
import type { Social } from '../../../campaigns/channels/social/social.ts';
import { describeFault } from '../../../campaigns/channels/social/social-fault.ts';
import {
  checkStationText,
  filmText,
  stationText,
} from '../../../campaigns/channels/social/station-text.ts';
import type { Station } from '../../../campaigns/directory/station.ts';
import { readListing } from '../../../campaigns/files/listing-fs.ts';
import { planZip } from '../../../campaigns/files/zip.ts';
import { type PlannedShelfFile, type ShelfFile, shelfSchema } from '../../../campaigns/shelf.ts';
import type { Imprint } from '../../artwork/artwork.ts';
import { drawnInputs } from '../../run/code-hash-fs.ts';
import { digest } from '../../run/digest.ts';
import { openSources } from '../../run/shared-layout.ts';
import { createImprints } from '../../run/station-imprints.ts';
import { inRoom, plainFile, type ShelfItem, type ShelfSources } from '../../shelf/item.ts';
import { tappable } from './links.ts';
import { openStationCard } from './station-card.ts';

/** Files for a station's WhatsApp admin: picture, text to paste, and both with the film in one ZIP. */
export function packItems(
  sources: ShelfSources,
  social: Social,
  stations: readonly Station[],
): ShelfItem[] {
  const { campaign, directory, registry, out } = sources;
  const film = readFilmCut(out, campaign.id);
  if (film !== undefined && film.bytes > social.station.filmMaxBytes) {
    throw new Error(
      `Expected at most ${social.station.filmMaxBytes} bytes for ${film.path}, got ${film.bytes}`,
    );
  }
  const imprintOf = createImprints(campaign, directory, registry);
  const drawn = digest([
    drawnInputs(['channels/social/station-pack.ts'], {
      campaign,
      published: sources.config.published,
    }),
    JSON.stringify([campaign.copy, campaign.app, campaign.serviceGroups, social.station]),
    film?.sha256 ?? '',
  ]);
  const draw = createDrawing(sources, social);
  return stations.map((station) =>
    packItem({
      campaign: campaign.id,
      out,
      social,
      imprint: imprintOf(station, { channel: 'social' }),
      film,
      drawn,
      draw,
    }),
  );
}

interface Pack {
  /** Its id. */
  campaign: string;
  out: string;
  social: Social;
  imprint: Imprint;
  film: ShelfFile | undefined;
  drawn: string;
  draw: (imprint: Imprint, name: string) => Promise<Buffer>;
}

function packItem({ campaign, out, social, imprint, film, drawn, draw }: Pack): ShelfItem {
  const { district, station, name, districtName, code, url } = imprint;
  const paths = packPaths(campaign, district, station);
  const own = { ...plainFile, language: 'hi', district, station, code } as const;
  const files: PlannedShelfFile[] = [
    { ...own, item: 'station-card', format: 'png', path: paths.card, px: social.station.px },
    { ...own, item: 'station-text', format: 'txt', path: paths.text },
    { ...own, item: 'station-pack', format: 'zip', path: paths.zip },
  ];
  return {
    files,
    inputs: digest([drawn, JSON.stringify(imprint)]),
    async make(room) {
      const names = { station: name, district: districtName, link: tappable(url) };
      const faults = checkStationText(social, names);
      if (faults.length > 0) throw new Error(faults.map(describeFault).join('; '));
      const card = await draw(imprint, paths.card);
      const text = Buffer.from(`${stationText(social, names)}\n`);
      const entries = [
        { name: basename(paths.card), content: card },
        { name: basename(paths.text), content: text },
        ...(film === undefined
          ? []
          : [
              { name: filmName(campaign), content: readFileSync(join(out, film.path)) },
              { name: filmTextName, content: Buffer.from(`${filmText(social, names)}\n`) },
            ]),
        {
          name: 'padhen.txt',
          content: Buffer.from(readMe(name, film === undefined ? null : filmName(campaign))),
        },
      ];
      writeFileSync(inRoom(room, paths.card), card);
      writeFileSync(inRoom(room, paths.text), text);
      writeFileSync(inRoom(room, paths.zip), zipEntries(entries));
    },
  };
}

function filmName(campaign: string): string {
  return `${campaign}-film.mp4`;
}

const filmTextName = 'film-sandesh.txt';

/** How the admin posts it; the page that is in the ZIP. */
function readMe(station: string, film: string | null): string {
  const lines = [
    `${station}: व्हाट्सऐप पैक`,
    '',
    '1. चित्र ग्रुप में भेजें।',
    '2. sandesh.txt का पूरा पाठ चित्र के नीचे (कैप्शन में) चिपकाएँ।',
    film !== null
      ? `3. उसके बाद ${film} (20 सेकंड) भेजें और ${filmTextName} का पाठ उसके नीचे चिपकाएँ: उसमें ऐप का लिंक है।`
      : '3. फ़िल्म अभी नहीं बनी है; बनने पर पैक दोबारा लें।',
    '',
    'चित्र में इसी थाने का नाम है और पाठ में इसी का लिंक: दूसरे थाने का पैक न भेजें।',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function zipEntries(entries: readonly { name: string; content: Buffer }[]): Buffer {
  const { pieces } = planZip(
    entries.map(({ name, content }) => ({ name, bytes: content.length, crc32: crc32(content) })),
  );
  return Buffer.concat(
    pieces.map((piece) =>
      piece.kind === 'frame' ? piece.data : (entries[piece.index]?.content ?? Buffer.alloc(0)),
    ),
  );
}

/** Lays the card out when the first one is drawn, once for all stations. */
function createDrawing({ campaign, config }: ShelfSources, social: Social): Pack['draw'] {
  const open = () => openStationCard(campaign, social, openSources(config.published));
  let opened: ReturnType<typeof open> | undefined;
  return async (imprint, name) => {
    opened ??= open();
    return (await opened)(imprint, name);
  };
}

/** The film's cut for WhatsApp, where this campaign's has been made and is there whole. */
export function readFilmCut(out: string, campaign: string): ShelfFile | undefined {
  const shelf = readListing(join(out, 'film', 'shelf.json'), shelfSchema);
  if (shelf?.campaign !== campaign) return undefined;
  return whatsappCut(
    shelf.files.filter(
      ({ path, bytes }) => statSync(join(out, path), { throwIfNoEntry: false })?.size === bytes,
    ),
  );
}
