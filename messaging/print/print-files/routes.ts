import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { boardStations, stationsOf } from '../../../campaigns/directory/station.ts';
import { zipNote } from '../../../campaigns/files/zip-note.ts';
import type { ManifestFile, PlannedFile } from '../../../campaigns/manifest.ts';
import { sentName } from '../../../campaigns/print/paths.ts';
import { reference } from '../../../campaigns/text-types.ts';
import type { House } from '../../kit/house.ts';
import { pickRange } from '../../platform/files/send-stored.ts';
import type { Identify } from '../../platform/http/access.ts';
import { addRoutes, serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type FindWaiter, makeWaiter } from '../../platform/queue/work-queue.ts';
import { type DistrictZip, districtZip } from './district-zip.ts';
import { findPressFile, type Kit } from './kit-fs.ts';
import type { OnDemandGenerator, PrintPlace } from './on-demand-generator.ts';
import { isOrderedPrint, type SharedPrints } from './shared-prints-fs.ts';
import { makePackFor, type StationPacks, stationPackRoutes } from './station-packs.ts';

export interface PrintFiles extends Pick<House, 'campaign' | 'directory'> {
  printDir: string;
  onDemand: OnDemandGenerator;
  /** Ordered prints that other machines made. */
  prints?: SharedPrints | undefined;
  kit: Kit;
  /** Tells officers, who wait less, from visitors. */
  identify?: Identify | undefined;
  /** Without it every file goes out as it is. */
  stamps?: Stamps | undefined;
}

/** Stamped samples in place of files that nobody approved. */
export interface Stamps {
  /** Paths of those files that go out with the stamp only. */
  stampedOf(files: readonly ManifestFile[]): Promise<ReadonlySet<string>>;
  /** Folder of the samples. */
  folder: string;
  /** Has a file's sample made in its turn, and says what it is called there. */
  stamp(file: ManifestFile, waiter: FindWaiter): Promise<string>;
}

/** Not public: it names vehicles by their registration. */
const shelfList = /^[a-z]+\/shelf\.json$/;

/**
 * Serves the print folder at `/files/`: ranges, ETag and Last-Modified by @fastify/static, no listing, nothing outside
 * of the folder, no dotfiles (the generator's partial files). A file of the kit that is not there yet is made while
 * its reader waits; a district's ZIP is put together as it is read.
 */
export function registerPrintFiles(app: FastifyInstance, options: PrintFiles): void {
  const { printDir, campaign, directory, onDemand, kit, identify } = options;
  const packs = { printDir, campaign, directory, makePack: onDemand.makePack, identify };
  addRoutes(app, stationPackRoutes(packs));
  app.get<{ Params: { '*': string } }>(
    '/files/*',
    { config: { access: 'public', answers: 'file' }, schema: { hide: true } },
    (request, reply) => sendPrintFile({ ...options, packs }, request, reply),
  );
  addRoutes(app, printKitRoutes({ kit, onDemand }));
}

export function printKitRoutes({ kit, onDemand }: Pick<PrintFiles, 'kit' | 'onDemand'>) {
  return [
    serveRoute('GET /api/print-kit', {
      summary: 'How far the print files are, and the sizes of those of a district',
      querystring: z.object({ district: reference({ max: 64 }).optional() }),
      response: {
        200: z.object({
          state: z.enum(['none', 'making', 'incomplete', 'complete']),
          made: z.int(),
          total: z.int(),
          bytes: z
            .record(z.string(), z.int())
            .describe('Of the files of `district` that are made, by path'),
        }),
      },
      config: { access: 'public' },
      handler: async ({ query }) => ({
        ...(await findProgress(kit, onDemand)),
        bytes: listSizes(kit, query.district),
      }),
    }),
  ];
}

async function sendPrintFile(
  files: PrintFiles & { packs: StationPacks },
  request: FastifyRequest<{ Params: { '*': string } }>,
  reply: FastifyReply,
) {
  const { printDir, kit, identify, stamps } = files;
  const path = request.params['*'];
  if (shelfList.test(path)) return reply.callNotFound();
  const waiter = makeWaiter(request, reply, identify);
  const district = /^([a-z0-9-]+)\/\1\.zip$/.exec(path)?.[1];
  if (district !== undefined) {
    const zip = await makeZip(district, waiter, files);
    if (zip !== undefined) return sendZip(request, reply, zip);
  }
  await makeMissing(files, path, waiter);
  const press = findPressFile(path, kit.made());
  if (press !== undefined && stamps !== undefined) {
    const stamped = await stamps.stampedOf([press]);
    if (stamped.has(press.path)) {
      // In place of a press file its sample; pictures and drawings of the same artwork have none.
      if (press.path !== path) throw new Refusal('not-approved');
      const name = await stamps.stamp(press, waiter);
      reply.header('content-disposition', `inline; filename="NAMUNA-${basename(path)}"`);
      return reply.sendFile(name, stamps.folder, { index: false, cacheControl: false });
    }
  }
  if (press?.path === path)
    reply.header('content-disposition', `inline; filename="${sentName(path)}"`);
  return reply.sendFile(path, printDir, { index: false, dotfiles: 'ignore', cacheControl: false });
}

/** Has a file made, or brought from another machine, where it can be and is not there. */
async function makeMissing(
  { printDir, kit, onDemand, prints, packs }: PrintFiles & { packs: StationPacks },
  path: string,
  waiter: FindWaiter,
): Promise<void> {
  const isMissing = () => !existsSync(join(printDir, path));
  const planned = kit.planned().get(path);
  if (planned !== undefined && isMissing()) kit.add(await onDemand.make(toPlace(planned), waiter));
  else if (isOrderedPrint(path) && isMissing()) await prints?.bring(path);
  else await makePackFor(path, packs, waiter);
}

/** A ticket speaks of all stations, so that it comes with its district. */
function toPlace({ district, station, format, artwork, onDemand }: PlannedFile): PrintPlace {
  if (station === null) return { district };
  if (onDemand) return { district, station: { id: station, kind: 'pdf', artwork } };
  return { district, station: { id: station, kind: format === 'pdf' ? 'pdf' : 'preview' } };
}

async function findProgress(kit: Kit, onDemand: OnDemandGenerator) {
  const run = await onDemand.progress();
  if (run !== null) return { state: 'making' as const, ...run };
  const planned = [...kit.planned().values()].filter((file) => !file.onDemand);
  const made = planned.filter(({ path }) => kit.made().has(path)).length;
  const total = planned.length;
  const state = total === 0 ? 'none' : made < total ? 'incomplete' : 'complete';
  return { state, made, total } as const;
}

function listSizes(kit: Kit, district: string | undefined): Record<string, number> {
  const files = [...kit.made().values()].filter((file) => file.district === district);
  return Object.fromEntries(files.map(({ path, bytes }) => [path, bytes]));
}

/** undefined for a district without planned press files, or one of which nothing can be made. */
async function makeZip(
  district: string,
  waiter: FindWaiter,
  { printDir, campaign, directory, onDemand, kit, stamps }: PrintFiles,
): Promise<DistrictZip | undefined> {
  const planned = [...kit.planned().values()].filter(
    (file) => file.district === district && file.format === 'pdf' && !file.onDemand,
  );
  if (planned.length === 0) return undefined;
  const made = (): ManifestFile[] =>
    planned.flatMap(({ path }) => {
      const file = kit.made().get(path);
      return file?.crc32 === undefined || !existsSync(join(printDir, path)) ? [] : [file];
    });
  if (made().length < planned.length) kit.add(await onDemand.make({ district }, waiter));
  const all = made();
  if (all.length < planned.length) return undefined;
  // What would carry the stamp stays out: a printer's archive holds nothing that must not be printed.
  const stamped = (await stamps?.stampedOf(all)) ?? new Set();
  const files = all.filter(({ path }) => !stamped.has(path));
  const withFiles = new Set(files.map(({ station }) => station));
  const stations = boardStations(directory).filter(({ id }) => withFiles.has(id));
  return districtZip(
    printDir,
    files,
    zipNote(campaign, stationsOf({ ...directory, stations }, district), {
      unapproved: all.filter(({ path }) => stamped.has(path)).map(({ path }) => sentName(path)),
    }),
  );
}

/** An archive with ranges and its tag. */
export function sendZip(
  request: FastifyRequest,
  reply: FastifyReply,
  zip: DistrictZip,
): FastifyReply {
  const range = pickRange(request, reply, zip);
  if (range === undefined) return reply;
  const { start, end } = range;
  reply.type('application/zip');
  // An empty stream: without a body Fastify would send a length of 0.
  return reply.send(request.method === 'HEAD' ? zip.read(0, -1) : zip.read(start, end));
}
