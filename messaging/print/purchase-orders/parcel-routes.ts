import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { can } from '../../../campaigns/offices/permission.ts';
import { readParcelCode } from '../../../campaigns/purchase-orders/parcel.ts';
import type { Identify } from '../../platform/http/access.ts';
import type { AttemptLimit } from '../../platform/http/attempt-limit.ts';
import { identifyClient } from '../../platform/http/client.ts';
import { page } from '../../platform/http/html.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { stationNames } from './order-view.ts';
import { findOrder, findParcel, readLines, type StoredParcel } from './orders-sql.ts';
import { type Marker, markParcel } from './parcel-marks.ts';
import { parcelPage } from './parcel-page.ts';
import { readVendorToken } from './vendor-cookie.ts';
import { openLink, type VendorLinks } from './vendor-links.ts';
import { isMarked, pickLanguage, sendNotice } from './vendor-notices.ts';

export interface ParcelPages extends VendorLinks {
  campaign: Campaign;
  directory: Directory;
  identify: Identify;
  /** Codes that nobody gave, from one client. */
  wrongCodes: AttemptLimit;
}

interface Visit {
  request: FastifyRequest<{ Params: { code: string; step: string } }>;
  reply: FastifyReply;
  parcel: StoredParcel;
}

const config = {
  config: { access: 'public', answers: 'own-page' },
  schema: { hide: true },
} as const;

/** Pages behind the codes of labels: a printer marks its parcel as sent there, an officer of the district as received. */
export function registerParcelPages(app: FastifyInstance, pages: ParcelPages): void {
  const { campaign, database, wrongCodes } = pages;
  const forParcel =
    (answer: (pages: ParcelPages, visit: Visit) => Promise<FastifyReply>) =>
    async (request: Visit['request'], reply: FastifyReply) => {
      if (wrongCodes.isOver(identifyClient(request))) {
        reply.header('retry-after', '60');
        return sendNotice('often', { request, reply, campaign });
      }
      const code = readParcelCode(request.params.code);
      const parcel = code === undefined ? undefined : await findParcel(database.pool, code);
      if (parcel !== undefined) return answer(pages, { request, reply, parcel });
      wrongCodes.note(identifyClient(request));
      return sendNotice('noParcel', { request, reply, campaign });
    };
  app.get('/p/:code', config, forParcel(sendPage));
  app.post('/p/:code/:step', config, forParcel(takeMark));
}

async function sendPage(pages: ParcelPages, { request, reply, parcel }: Visit) {
  const { campaign, directory, database } = pages;
  const order = await findOrder(database.pool, parcel.orderId);
  const district = directory.districts.find(({ id }) => id === parcel.district);
  if (order === undefined || district === undefined) throw new Refusal('not-found');
  const marker = await findMarker(pages, { request, parcel });
  const language = pickLanguage(request, campaign);
  const lines = await readLines(database.pool, [order.id]);
  const { title, body } = parcelPage({
    language,
    campaign,
    parcel,
    district,
    lines: lines.filter((line) => line.parcel === parcel.code),
    names: stationNames(directory, parcel.district)(parcel.station),
    reference: order.reference,
    open: order.held === null && order.cancelled === null,
    viewer: marker === undefined ? 'anybody' : 'actor' in marker ? 'officer' : 'vendor',
  });
  return reply.type('text/html; charset=utf-8').send(page(title, campaign, body, language));
}

async function takeMark(pages: ParcelPages, { request, reply, parcel }: Visit) {
  const { campaign } = pages;
  const { step } = request.params;
  const { code } = parcel;
  const marker = await findMarker(pages, { request, parcel });
  if (marker === undefined) return sendNotice('notHere', { request, reply, campaign });
  const mark = 'actor' in marker ? 'received' : 'dispatched';
  if (step !== mark && step !== `undo-${mark}`)
    return sendNotice('notHere', { request, reply, campaign });
  const marking = { mark, undo: step !== mark } as const;
  if (!(await isMarked(markParcel(pages, code, marking, { marker, requestId: request.id }))))
    return sendNotice('refused', { request, reply, campaign });
  return reply.redirect(`/p/${code}?lang=${pickLanguage(request, campaign)}`, 303);
}

/** The officer or printer who sent the request and may mark this parcel. */
async function findMarker(
  pages: ParcelPages,
  { request, parcel }: Omit<Visit, 'reply'>,
): Promise<Marker | undefined> {
  const identity = await pages.identify(request);
  const district = pages.directory.districts.find(({ id }) => id === parcel.district);
  if (identity !== null && !identity.secondFactorMissing && district !== undefined) {
    const { actor } = identity;
    if (can(actor, 'parcel.receive', district)) return { actor };
  }
  const token = readVendorToken(request);
  const opened = token === undefined ? undefined : await openLink(pages, token);
  if (opened?.kind !== 'open') return undefined;
  const { id, district: linked, order } = opened.link;
  const isOwn = linked === parcel.district && (order === null || order === parcel.orderId);
  return isOwn ? { vendorLink: id } : undefined;
}
