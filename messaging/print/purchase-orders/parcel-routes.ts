import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { districtNamed } from '../../../campaigns/directory/areas.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import { formatCount, formatDayShort } from '../../../campaigns/numbers.ts';
import { can } from '../../../campaigns/offices/permission.ts';
import {
  marksFor,
  parcelState,
  readParcelCode,
  spacedCode,
} from '../../../campaigns/print/purchase-orders/parcel.ts';
import { toDay, toTime } from '../../../campaigns/tracker/clock.ts';
import { artworkName } from '../../../campaigns/words/artwork-words.ts';
import { type PageLanguage, vendorWords } from '../../../campaigns/words/vendor-words.ts';
import type { House } from '../../kit/house.ts';
import type { Identify } from '../../platform/http/access.ts';
import { tryOnce } from '../../platform/http/attempts.ts';
import { html, type Markup, page } from '../../platform/http/html.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type StationNames, stationNames } from './order-view.ts';
import {
  findOrder,
  findParcel,
  readLines,
  type StoredLine,
  type StoredParcel,
} from './orders-sql.ts';
import { type Marker, markParcel } from './parcel-marks.ts';
import { openLink, type VendorLinks } from './vendor-links.ts';
import { isMarked, pickLanguage, sendNotice } from './vendor-notices.ts';
import { languageSwitch } from './vendor-page.ts';
import { stateTag, vendorForm } from './vendor-parcel.ts';
import { readVendorToken } from './vendor-token.ts';

export interface ParcelPages extends VendorLinks, Pick<House, 'campaign' | 'directory'> {
  identify: Identify;
}

interface Visit {
  request: FastifyRequest<{ Params: { code: string; step: string } }>;
  reply: FastifyReply;
  parcel: StoredParcel;
}

const config = {
  config: { access: 'public', answers: 'own-page', tries: ['parcel-code', 'vendor-link'] },
  schema: { hide: true },
} as const;

/** Pages behind the codes of labels: a printer marks its parcel as sent there, an officer of the district as received. */
export function registerParcelPages(app: FastifyInstance, pages: ParcelPages): void {
  const { campaign, database } = pages;
  const forParcel =
    (answer: (pages: ParcelPages, visit: Visit) => Promise<FastifyReply>) =>
    async (request: Visit['request'], reply: FastifyReply) => {
      const tried = { request };
      const parcel = await tryOnce(database.pool, 'parcel-code', tried, async () => {
        const code = readParcelCode(request.params.code);
        return code === undefined ? undefined : findParcel(database.pool, code);
      });
      if (parcel !== undefined) return answer(pages, { request, reply, parcel });
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
  const opened = token === undefined ? undefined : await openLink(pages, request, token);
  if (opened?.kind !== 'open') return undefined;
  const { id, district: linked, order } = opened.link;
  const isOwn = linked === parcel.district && (order === null || order === parcel.orderId);
  return isOwn ? { vendorLink: id } : undefined;
}

/** Its printer, an officer who may receive it, or anybody who scans the label. */
type ParcelViewer = 'vendor' | 'officer' | 'anybody';

interface ParcelPage {
  language: PageLanguage;
  campaign: Pick<Campaign, 'areas' | 'languages'>;
  parcel: StoredParcel;
  lines: readonly StoredLine[];
  names: StationNames;
  district: District;
  reference: string;
  /** Its order is neither held nor cancelled. */
  open: boolean;
  viewer: ParcelViewer;
}

const none = html``;

/** The page behind a label's code: where the parcel belongs, how far it is, and the next mark. */
export function parcelPage(view: ParcelPage): { title: string; body: Markup } {
  const { language, campaign, parcel, lines, names, district, reference, open } = view;
  const words = vendorWords[language];
  const { code } = parcel;
  const title = words.parcel(spacedCode(code));
  const station = language === 'hi' ? names.printed : names.nameEn;
  const place = `${station}, ${districtNamed(campaign.areas, district)[language]}`;
  const dates = [
    [words.states.dispatched, parcel.dispatchedAt],
    [words.states.received, parcel.receivedAt],
  ] as const;
  const body = html`${languageSwitch(`/p/${code}`, language, campaign)}
<h1>${place}</h1>
<p>${title} · ${words.order(reference)} · ${stateTag(parcel, words)}</p>
<ul class="list">
${lines.map(({ artwork, quantity, place: where }) => html`<li><strong>${artworkName(artwork, language)} × ${formatCount(quantity)}</strong>${where === '' ? '' : `, ${where}`}</li>`)}
</ul>
<ul class="list">
${dates.map(([name, at]) => html`<li>${name}: ${at === null ? '–' : moment(at)}</li>`)}
${parcel.hungOn === null ? none : html`<li>${words.hung}: ${formatDayShort(parcel.hungOn)}</li>`}
</ul>
${open ? marks(view) : html`<p class="notice">${words.refusedText}</p>`}`;
  return { title, body };
}

function marks({ parcel, viewer, names, language }: ParcelPage): Markup {
  const words = vendorWords[language];
  const station = language === 'hi' ? names.printed : names.nameEn;
  const address = `/p/${parcel.code}`;
  if (viewer === 'vendor')
    return vendorForm(address, parcel, { query: `?lang=${language}`, language, name: station });
  if (viewer === 'anybody')
    return html`<p><a class="button" href="/console/orders/">${words.signIn}</a></p>
<p class="detail">${words.vendorHint}</p>`;
  const state = parcelState(parcel);
  const form = (step: string, name: string, kind: string) =>
    html`<form method="post" action="${address}/${step}?lang=${language}" class="actions"><button class="${kind}">${name}</button></form>`;
  if (marksFor(state).includes('received')) return form('received', words.receive, '');
  return form('undo-received', words.undo, 'quiet');
}

/** 25.11.2026 14:05 in India. */
function moment(at: Date): string {
  return `${formatDayShort(toDay(at))} ${toTime(at)}`;
}
