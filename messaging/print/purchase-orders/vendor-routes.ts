import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { zipNote } from '../../../campaigns/files/zip-note.ts';
import { officeSide } from '../../../campaigns/language.ts';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import { type OrderPaper, orderPapers } from '../../../campaigns/purchase-orders/purchase-order.ts';
import type { Database } from '../../platform/database/database.ts';
import type { PaperPress } from '../../platform/documents/papers.ts';
import type { AttemptLimit } from '../../platform/http/attempt-limit.ts';
import { identifyClient } from '../../platform/http/client.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { html, page } from '../../platform/http/html.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { makeWaiter } from '../../platform/queue/work-queue.ts';
import { districtZip } from '../print-files/district-zip.ts';
import type { Kit } from '../print-files/kit-fs.ts';
import { type Stamps, sendZip } from '../print-files/routes.ts';
import { writePaper } from './order-papers.ts';
import { lineView, stationNames, summariseOrder } from './order-view.ts';
import { findOrder, listOrders, readLines, readParcels } from './orders-sql.ts';
import type { ParcelMarks } from './parcel-marks.ts';
import type { PressChecks } from './press-checks.ts';
import { vendorCookie } from './vendor-cookie.ts';
import type { VendorLinks } from './vendor-links.ts';
import { countDownloads, readDownloads, type StoredVendorLink } from './vendor-links-sql.ts';
import { isOpen, type VendorOrder, vendorPage } from './vendor-page.ts';
import { type PageLanguage, vendorWords } from './vendor-words.ts';

export interface VendorPageDependencies {
  database: Pick<Database, 'pool'>;
  printDir: string;
  publicUrl: string;
  campaign: Campaign;
  directory: Directory;
  kit: Kit;
  stamps: Stamps;
  checks: PressChecks;
  links: VendorLinks;
  marks: ParcelMarks;
  decoders: PaperPress;
  /** Wrong secrets from one client. */
  wrongLinks: AttemptLimit;
}

type Params = { token: string; id: string; paper: string; code: string; step: string; '*': string };
type VendorRequest = FastifyRequest<{ Params: Params; Querystring: { lang?: string } }>;

const mostOrders = 50;
const pageConfig = {
  config: { access: 'public', answers: 'own-page' },
  schema: { hide: true },
} as const;
const fileConfig = {
  config: { access: 'public', answers: 'own-file' },
  schema: { hide: true },
} as const;

/** As it was asked for; a campaign in neither language has these pages in English. */
export function findLanguage(
  { query }: { query: unknown },
  { languages }: Pick<Campaign, 'languages'>,
): PageLanguage {
  return officeSide((query as { lang?: unknown }).lang === 'en' ? 'en' : 'hi', languages[0]);
}

/** A page of words only, in the colours of the others. */
export function sendWords(
  reply: FastifyReply,
  { status, language, campaign }: { status: number; language: PageLanguage; campaign: Campaign },
  [title, text]: readonly [string, string],
): FastifyReply {
  reply.kind = 'own-page';
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(page(title, campaign, html`<h1>${title}</h1><p>${text}</p>`, language));
}

/** Pages of vendor links: files, papers and marks for whoever holds the secret. */
export function registerVendorPages(
  app: FastifyInstance,
  dependencies: VendorPageDependencies,
): void {
  const { database, printDir, publicUrl, campaign, directory, kit, decoders } = dependencies;
  const { stamps, checks, links, marks, wrongLinks } = dependencies;
  const { pool } = database;

  /** The link, or undefined once the answer is sent. A revoked one is not told from one that never was. */
  async function openLink(request: VendorRequest, reply: FastifyReply) {
    const language = findLanguage(request, campaign);
    const words = vendorWords[language];
    const opened = await links.open(request.params.token);
    if (opened.kind === 'open') return opened.link;
    if (opened.kind === 'expired') {
      sendWords(reply, { status: 410, language, campaign }, [words.expired, words.expiredText]);
    } else if (wrongLinks.note(identifyClient(request))) {
      sendWords(reply, { status: 404, language, campaign }, [words.gone, words.goneText]);
    } else {
      reply.header('retry-after', '300');
      sendWords(reply, { status: 429, language, campaign }, [words.often, words.oftenText]);
    }
    return undefined;
  }

  function districtOf(link: StoredVendorLink) {
    const district = directory.districts.find(({ id }) => id === link.district);
    if (district === undefined) throw new Refusal('not-found');
    return district;
  }

  async function ordersOf(link: StoredVendorLink): Promise<VendorOrder[]> {
    const one = link.order === null ? undefined : await findOrder(pool, link.order);
    const orders =
      link.order === null
        ? await listOrders(pool, [link.district], mostOrders)
        : [one].filter((order) => order !== undefined);
    const ids = orders.map(({ id }) => id);
    const lines = Map.groupBy(await readLines(pool, ids), ({ orderId }) => orderId);
    const parcels = Map.groupBy(await readParcels(pool, ids), ({ orderId }) => orderId);
    const names = stationNames(directory, link.district);
    return orders.map((order) => {
      const own = lines.get(order.id) ?? [];
      const sent = parcels.get(order.id) ?? [];
      return {
        order: summariseOrder(order, own, sent),
        lines: own.map((line) => lineView(line, names, kit)),
        parcels: sent,
      };
    });
  }

  /** Present files of what may be printed now, by their path. */
  function filesOf(orders: readonly VendorOrder[]): Map<string, ManifestFile> {
    const paths = orders
      .filter(({ order }) => isOpen(order))
      .flatMap(({ lines }) => lines.map(({ path }) => path));
    const found = [...new Set(paths)].flatMap((path) => kit.made().get(path) ?? []);
    return new Map(found.map((file) => [file.path, file]));
  }

  function ticketOf(district: string): ManifestFile | undefined {
    const path = `${district}/${district}-job-ticket.pdf`;
    return kit.made().get(path);
  }

  /** A download that begins anew; what goes on where it broke off, or is asked whether it changed, is none. */
  function isNewDownload({ method, headers }: FastifyRequest): boolean {
    const { range, 'if-none-match': known } = headers;
    return (
      method === 'GET' && known === undefined && (range === undefined || /^bytes=0-/.test(range))
    );
  }

  app.get<{ Params: Params }>('/v/:token', pageConfig, async (request, reply) => {
    const link = await openLink(request as VendorRequest, reply);
    if (link === undefined) return reply;
    const language = findLanguage(request, campaign);
    const { token } = request.params;
    const orders = await ordersOf(link);
    const files = filesOf(orders);
    const present = [...files.values()];
    const taken = await readDownloads(pool, [link.id]);
    const { title, body } = vendorPage({
      ...{ language, campaign, orders, files },
      base: `/v/${token}`,
      district: districtOf(link),
      expiresAt: link.expiresAt,
      stamped: await stamps.stampedOf(present),
      checks: await checks.of(present),
      taken: new Map(taken.map(({ path, sha256, count }) => [`${path} ${sha256}`, count])),
      ticket: ticketOf(link.district)?.path,
    });
    // So that the codes on labels know this phone as the vendor's.
    reply.header('set-cookie', vendorCookie(token, { until: link.expiresAt, publicUrl }));
    return reply.type('text/html; charset=utf-8').send(page(title, campaign, body, language));
  });

  app.get<{ Params: Params }>('/v/:token/files/*', fileConfig, async (request, reply) => {
    const link = await openLink(request as VendorRequest, reply);
    if (link === undefined) return reply;
    const path = request.params['*'];
    const ticket = ticketOf(link.district);
    const file = path === ticket?.path ? ticket : filesOf(await ordersOf(link)).get(path);
    if (file === undefined || !existsSync(join(printDir, file.path))) return reply.callNotFound();
    const stamped = (await stamps.stampedOf([file])).has(path);
    const name = stamped ? await stamps.stamp(file, makeWaiter(request, reply)) : path;
    const title = `${stamped ? 'NAMUNA-' : ''}${basename(path)}`;
    reply.header('content-disposition', `attachment; filename="${title}"`);
    if (!stamped && isNewDownload(request)) await countDownloads(pool, link.id, [file]);
    return reply.sendFile(name, stamped ? stamps.folder : printDir, {
      index: false,
      dotfiles: 'ignore',
      cacheControl: false,
    });
  });

  app.get<{ Params: Params }>(
    '/v/:token/orders/:id/files.zip',
    fileConfig,
    async (request, reply) => {
      const link = await openLink(request as VendorRequest, reply);
      if (link === undefined) return reply;
      const own = (await ordersOf(link)).filter(
        ({ order }) => String(order.id) === request.params.id,
      );
      const all = [...filesOf(own).values()].filter(
        (file) => file.crc32 !== undefined && existsSync(join(printDir, file.path)),
      );
      if (all.length === 0) return reply.callNotFound();
      const stamped = await stamps.stampedOf(all);
      const press = all.filter(({ path }) => !stamped.has(path));
      const ticket = ticketOf(link.district);
      const files = ticket?.crc32 === undefined ? press : [...press, ticket];
      const withFiles = new Set(press.map(({ station }) => station));
      const stations = directory.stations.filter(
        ({ district, id }) => district === link.district && withFiles.has(id),
      );
      const left = all.filter(({ path }) => stamped.has(path)).map(({ path }) => basename(path));
      const zip = districtZip(printDir, files, zipNote(campaign, stations, left));
      if (isNewDownload(request)) await countDownloads(pool, link.id, press);
      const name = `${link.district}-order-${own[0]?.order.reference.replace('/', '-')}.zip`;
      reply.header('content-disposition', `attachment; filename="${name}"`);
      return sendZip(request, reply, zip);
    },
  );

  app.get<{ Params: Params }>(
    '/v/:token/orders/:id/papers/:paper',
    fileConfig,
    async (request, reply) => {
      const link = await openLink(request as VendorRequest, reply);
      if (link === undefined) return reply;
      const { id, paper } = request.params;
      const found = (await ordersOf(link)).find(({ order }) => String(order.id) === id);
      if (found === undefined || !isPaper(paper)) return reply.callNotFound();
      const order = { ...found, district: districtOf(link), campaign, publicUrl };
      const account = `vendor-link ${link.id}`;
      const written = await writePaper(decoders, { paper, format: 'pdf', order, account });
      if (written === undefined) return reply.callNotFound();
      return sendDownload(reply, written.name, written.bytes);
    },
  );

  app.post<{ Params: Params }>(
    '/v/:token/parcels/:code/:step',
    pageConfig,
    async (request, reply) => {
      const link = await openLink(request as VendorRequest, reply);
      if (link === undefined) return reply;
      const { token, code, step } = request.params;
      const language = findLanguage(request, campaign);
      const words = vendorWords[language];
      const found = (await ordersOf(link)).some(({ parcels }) =>
        parcels.some((parcel) => parcel.code === code),
      );
      const asked = { marker: { vendorLink: link.id }, requestId: request.id };
      if (!found || !(step === 'dispatched' || step === 'undo-dispatched'))
        return sendWords(reply, { status: 404, language, campaign }, [words.gone, words.goneText]);
      try {
        if (step === 'dispatched') await marks.mark(code, 'dispatched', asked);
        else await marks.undo(code, 'dispatched', asked);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return sendWords(reply, { status: 409, language, campaign }, [
          words.refused,
          words.refusedText,
        ]);
      }
      return reply.redirect(`/v/${token}?lang=${language}#${code}`, 303);
    },
  );
}

function isPaper(name: string): name is OrderPaper {
  return orderPapers.some((paper) => paper === name);
}
