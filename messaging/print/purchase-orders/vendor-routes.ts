import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { zipNote } from '../../../campaigns/files/zip-note.ts';
import { sentName } from '../../../campaigns/print/paths.ts';
import {
  type OrderPaper,
  orderPapers,
} from '../../../campaigns/print/purchase-orders/purchase-order.ts';
import type { PaperPress } from '../../platform/documents/papers.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { page } from '../../platform/http/html.ts';
import { makeWaiter } from '../../platform/queue/work-queue.ts';
import { districtZip } from '../print-files/district-zip.ts';
import { type Stamps, sendZip } from '../print-files/routes.ts';
import { writeOrderPaper } from './order-papers.ts';
import { markParcel, markParcels } from './parcel-marks.ts';
import type { PressChecks } from './press-checks.ts';
import { openLink, type VendorLinks } from './vendor-links.ts';
import { countDownloads, readDownloads, type StoredVendorLink } from './vendor-links-sql.ts';
import { isMarked, pickLanguage, sendNotice } from './vendor-notices.ts';
import {
  findFiles,
  findLinkDistrict,
  findPreviews,
  findTicket,
  listVendorOrders,
  type VendorOrders,
} from './vendor-orders.ts';
import { findShown, vendorPage } from './vendor-page.ts';
import { vendorCookie } from './vendor-token.ts';

export interface VendorPages extends VendorLinks, VendorOrders {
  campaign: Campaign;
  printDir: string;
  stamps: Stamps;
  checks: PressChecks;
  decoders: PaperPress;
}

/** A request with the secret of a link. */
interface Visit {
  request: FastifyRequest<{ Params: Params }>;
  reply: FastifyReply;
  link: StoredVendorLink;
}

interface Params {
  token: string;
  id: string;
  paper: string;
  code: string;
  step: string;
  '*': string;
}

const tries = ['vendor-link'] as const;
const pageConfig = {
  config: { access: 'public', answers: 'own-page', tries },
  schema: { hide: true },
} as const;
const fileConfig = {
  config: { access: 'public', answers: 'own-file', tries },
  schema: { hide: true },
} as const;

/** Pages of vendor links: files, papers and marks for the holder of the secret. */
export function registerVendorPages(app: FastifyInstance, pages: VendorPages): void {
  const forHolder =
    (answer: (pages: VendorPages, visit: Visit) => Promise<FastifyReply>) =>
    async (request: Visit['request'], reply: FastifyReply) => {
      const opened = await openLink(pages, request, request.params.token);
      const { campaign } = pages;
      if (opened.kind === 'expired') return sendNotice('expired', { request, reply, campaign });
      // A revoked link is not told from one that never was.
      if (opened.kind === 'unknown') return sendNotice('gone', { request, reply, campaign });
      return answer(pages, { request, reply, link: opened.link });
    };
  app.get('/v/:token', pageConfig, forHolder(sendPage));
  app.get('/v/:token/files/*', fileConfig, forHolder(sendFile));
  app.get('/v/:token/orders/:id/files.zip', fileConfig, forHolder(sendOrderZip));
  app.get('/v/:token/orders/:id/papers/:paper', fileConfig, forHolder(sendPaper));
  app.post('/v/:token/parcels/:code/:step', pageConfig, forHolder(takeMark));
  app.post('/v/:token/orders/:id/:step', pageConfig, forHolder(takeManyMarks));
}

async function sendPage(pages: VendorPages, { request, reply, link }: Visit) {
  const { campaign, kit, directory, stamps, checks, database, publicUrl } = pages;
  const language = pickLanguage(request, campaign);
  const { token } = request.params;
  const orders = await listVendorOrders(pages, link);
  const files = findFiles(kit, orders);
  const present = [...files.values()];
  const taken = await readDownloads(database.pool, [link.id]);
  const { open, sent } = request.query as Record<string, unknown>;
  const search = readSearch(request);
  const { title, body } = vendorPage({
    language,
    search,
    query: writeQuery({ language, search }),
    openOrder: Number(open) || null,
    sentAt: Number(sent) || null,
    campaign,
    orders,
    files,
    previews: findPreviews(kit, files),
    base: `/v/${token}`,
    district: findLinkDistrict(directory, link),
    expiresAt: link.expiresAt,
    stamped: await stamps.stampedOf(present),
    checks: await checks.read(present),
    taken: new Map(taken.map(({ path, sha256, count }) => [`${path} ${sha256}`, count])),
    ticket: findTicket(kit, link)?.path,
  });
  // So that the codes on labels know this phone as the vendor's.
  reply.header('set-cookie', vendorCookie(token, { until: link.expiresAt, publicUrl }));
  return reply.type('text/html; charset=utf-8').send(page(title, campaign, body, language));
}

async function sendFile(pages: VendorPages, { request, reply, link }: Visit) {
  const { kit, printDir, stamps, database, clock } = pages;
  const path = request.params['*'];
  const ticket = findTicket(kit, link);
  const file =
    path === ticket?.path ? ticket : findFiles(kit, await listVendorOrders(pages, link)).get(path);
  if (file === undefined || !existsSync(join(printDir, file.path))) return callNotFound(reply);
  const stamped = (await stamps.stampedOf([file])).has(path);
  const name = stamped ? await stamps.stamp(file, makeWaiter(request, reply)) : path;
  const title = stamped ? `NAMUNA-${basename(path)}` : sentName(path);
  reply.header('content-disposition', `attachment; filename="${title}"`);
  if (!stamped && isNewDownload(request))
    await countDownloads(database.pool, { link: link.id, at: clock.now() }, [file]);
  return reply.sendFile(name, stamped ? stamps.folder : printDir, {
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
  });
}

/** A name or a code; a longer text is not a search. */
const longestSearch = 60;

function readSearch({ query }: Pick<FastifyRequest, 'query'>): string {
  const { q } = query as { q?: unknown };
  return typeof q === 'string' ? q.trim().slice(0, longestSearch) : '';
}

function writeQuery({ language, search }: { language: string; search: string }): string {
  return `?lang=${language}${search === '' ? '' : `&q=${encodeURIComponent(search)}`}`;
}

/** Files that may be printed from, and the job ticket; unapproved ones are named in the note instead. */
async function sendOrderZip(pages: VendorPages, { request, reply, link }: Visit) {
  const { campaign, kit, directory, printDir, stamps, database, clock } = pages;
  const order = await findVisitedOrder(pages, { request, link });
  const made = [...findFiles(kit, order === undefined ? [] : [order]).values()].filter(
    (file) => file.crc32 !== undefined && existsSync(join(printDir, file.path)),
  );
  if (order === undefined || made.length === 0) return callNotFound(reply);
  const stamped = await stamps.stampedOf(made);
  const press = made.filter(({ path }) => !stamped.has(path));
  const ticket = findTicket(kit, link);
  const files = ticket?.crc32 === undefined ? press : [...press, ticket];
  const withFiles = new Set(press.map(({ station }) => station));
  const stations = directory.stations.filter(
    ({ district, id }) => district === link.district && withFiles.has(id),
  );
  const unapproved = made.filter(({ path }) => stamped.has(path)).map(({ path }) => sentName(path));
  const lifted = order.order.lifted?.reason;
  const zip = districtZip(printDir, files, zipNote(campaign, stations, { unapproved, lifted }));
  if (isNewDownload(request))
    await countDownloads(database.pool, { link: link.id, at: clock.now() }, press);
  const name = `${link.district}-order-${order.order.reference.replace('/', '-')}.zip`;
  reply.header('content-disposition', `attachment; filename="${name}"`);
  return sendZip(request, reply, zip);
}

async function sendPaper(pages: VendorPages, { request, reply, link }: Visit) {
  const { campaign, directory, publicUrl, decoders } = pages;
  const { paper } = request.params;
  const found = await findVisitedOrder(pages, { request, link });
  if (found === undefined || !isPaper(paper)) return callNotFound(reply);
  const order = { ...found, district: findLinkDistrict(directory, link), campaign, publicUrl };
  const account = `vendor-link ${link.id}`;
  const written = await writeOrderPaper(decoders, { paper, format: 'pdf', order, account });
  if (written === undefined) return callNotFound(reply);
  return sendDownload(reply, written.name, written.bytes);
}

async function takeMark(pages: VendorPages, { request, reply, link }: Visit) {
  const { campaign } = pages;
  const { code, step } = request.params;
  const own = (await listVendorOrders(pages, link)).find(({ parcels }) =>
    parcels.some((parcel) => parcel.code === code),
  );
  if (own === undefined || !isStep(step)) return sendNotice('gone', { request, reply, campaign });
  const caller = { marker: { vendorLink: link.id }, requestId: request.id };
  if (!(await isMarked(markParcel(pages, code, toMarking(step), caller))))
    return sendNotice('refused', { request, reply, campaign });
  return reply.redirect(`${backTo(pages, request)}&open=${own.order.id}#${code}`, 303);
}

/** All parcels of an order that the page showed: sent, or what was sent at one moment taken back. */
async function takeManyMarks(pages: VendorPages, { request, reply, link }: Visit) {
  const { campaign } = pages;
  const { step } = request.params;
  const found = await findVisitedOrder(pages, { request, link });
  if (found === undefined || !isStep(step)) return sendNotice('gone', { request, reply, campaign });
  const { at } = request.query as { at?: string };
  const undone = found.parcels.filter(({ dispatchedAt }) => dispatchedAt?.getTime() === Number(at));
  const chosen = step === 'dispatched' ? findShown(found, readSearch(request)) : undone;
  const caller = { marker: { vendorLink: link.id }, requestId: request.id };
  const codes = chosen.map(({ code }) => code);
  const marking = markParcels(pages, codes, toMarking(step), caller);
  if (!(await isMarked(marking))) return sendNotice('refused', { request, reply, campaign });
  const sent = step === 'dispatched' ? `&sent=${(await marking).getTime()}` : '';
  const { id } = found.order;
  return reply.redirect(`${backTo(pages, request)}&open=${id}${sent}#order-${id}`, 303);
}

type Step = 'dispatched' | 'undo-dispatched';

function isStep(step: string): step is Step {
  return step === 'dispatched' || step === 'undo-dispatched';
}

function toMarking(step: Step) {
  return { mark: 'dispatched', undo: step !== 'dispatched' } as const;
}

/** The page as it was: in its language, with what was searched. */
function backTo({ campaign }: VendorPages, request: Visit['request']): string {
  const language = pickLanguage(request, campaign);
  return `/v/${request.params.token}${writeQuery({ language, search: readSearch(request) })}`;
}

async function findVisitedOrder(pages: VendorPages, { request, link }: Omit<Visit, 'reply'>) {
  const orders = await listVendorOrders(pages, link);
  return orders.find(({ order }) => String(order.id) === request.params.id);
}

function callNotFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}

/** A download from its beginning: neither one that is resumed, nor a question whether the file changed. */
function isNewDownload({ method, headers }: FastifyRequest): boolean {
  const { range, 'if-none-match': known } = headers;
  return (
    method === 'GET' && known === undefined && (range === undefined || /^bytes=0-/.test(range))
  );
}

function isPaper(name: string): name is OrderPaper {
  return orderPapers.some((paper) => paper === name);
}
