import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { packPaths } from '../../../campaigns/channels/social/card-paths.ts';
import { whatsappCut } from '../../../campaigns/channels/social/film-cut.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { readListing } from '../../../campaigns/files/listing-fs.ts';
import { shelfSchema } from '../../../campaigns/shelf.ts';
import { refusals } from '../../contract/route.ts';
import type { Identify } from '../../platform/http/access.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type FindWaiter, makeWaiter } from '../../platform/queue/work-queue.ts';
import type { MakePack } from './on-demand-generator.ts';
import { id, pack, type StationPack } from './station-pack-schemas.ts';

export interface StationPacks {
  printDir: string;
  campaign: Pick<Campaign, 'id'>;
  directory: Directory;
  makePack: MakePack;
  identify?: Identify | undefined;
}

/** A path below `/files/` that belongs to a station's pack. */
const packPath = /^social\/([a-z0-9-]+)\/([a-z0-9-]+)\/[a-z0-9-]+\.(?:png|txt|zip)$/;

/** Has the pack made that a file belongs to, where it is one of a station of the directory. */
export async function makePackFor(
  path: string,
  { directory, makePack }: Pick<StationPacks, 'directory' | 'makePack'>,
  waiter: FindWaiter,
): Promise<void> {
  const [, district, station] = packPath.exec(path) ?? [];
  if (district === undefined || station === undefined) return;
  if (isStation(directory, district, station)) await makePack(district, station, waiter);
}

/** Tells a page what a pack holds, so that it can be shown, copied and shared in one tap. */
export function stationPackRoutes(packs: StationPacks) {
  return [
    serveRoute('GET /api/station-pack', {
      summary: "A station's pack for its WhatsApp group; made when it is asked for first",
      querystring: z.object({ district: id, station: id }),
      response: { 200: pack, ...refusals(404, 429, 503) },
      config: { access: 'public' },
      async handler(request, reply) {
        const { district, station } = request.query;
        if (!isStation(packs.directory, district, station)) throw new Refusal('not-found');
        await packs.makePack(district, station, makeWaiter(request, reply, packs.identify));
        return readPack(packs.printDir, packPaths(packs.campaign.id, district, station));
      },
    }),
  ];
}

function isStation({ stations }: Directory, district: string, station: string): boolean {
  return stations.some((each) => each.district === district && each.id === station);
}

/** @throws when the campaign has no social media, so that nothing was made */
function readPack(printDir: string, paths: ReturnType<typeof packPaths>): StationPack {
  if (!existsSync(join(printDir, paths.zip))) throw new Refusal('not-found');
  const file = (path: string) => ({ path, bytes: statSync(join(printDir, path)).size });
  return {
    card: file(paths.card),
    zip: file(paths.zip),
    film: readFilm(printDir),
    text: readFileSync(join(printDir, paths.text), 'utf8').trimEnd(),
  };
}

/** The cut that the generator puts into the packs. */
function readFilm(printDir: string): StationPack['film'] {
  const files = readListing(join(printDir, 'film', 'shelf.json'), shelfSchema)?.files ?? [];
  const cut = whatsappCut(files.filter(({ path }) => existsSync(join(printDir, path))));
  return cut === undefined ? null : { path: cut.path, bytes: cut.bytes };
}
