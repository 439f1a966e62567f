import { pickName } from '../../../campaigns/directory/pick-name.ts';
import { officeSide, type Spoken } from '../../../campaigns/language.ts';
import { findPrintingHold } from '../../../campaigns/links/printing-hold.ts';
import { formatCount, formatDayShort } from '../../../campaigns/numbers.ts';
import { matchesParcel, parcelState } from '../../../campaigns/print/purchase-orders/parcel.ts';
import { orderPapers } from '../../../campaigns/print/purchase-orders/purchase-order.ts';
import { toDay } from '../../../campaigns/tracker/clock.ts';
import {
  type PageLanguage,
  type VendorWords,
  vendorWords,
} from '../../../campaigns/words/vendor-words.ts';
import { html, type Markup } from '../../platform/http/html.ts';
import type { StoredParcel } from './orders-sql.ts';
import type { OrderSummary } from './purchase-orders-schemas.ts';
import { type VendorOrder, type VendorPage, vendorParcel } from './vendor-parcel.ts';

const none = html``;

/** The page behind a vendor link: orders with their files, and which parcels left. */
export function vendorPage(view: VendorPage): { title: string; body: Markup } {
  const { language, base, campaign, district, expiresAt, orders, search } = view;
  const words = vendorWords[language];
  const title = words.title(pickName(district, language));
  const shown = orders.map((order) => ({ ...order, shown: findShown(order, search) }));
  const found = shown.filter((order) => search === '' || order.shown.length > 0);
  const body = html`${languageSwitch(base, language, campaign)}
<h1>${title}</h1>
<p class="detail">${words.until(formatDayShort(toDay(expiresAt)))}</p>
${orders.length === 0 ? html`<p>${words.none}</p>` : none}
${searchForm(view, shown)}
${found.map((order) => renderOrder(view, order, isUnfolded(view, order, found)))}`;
  return { title, body };
}

/** An order with those of its parcels that were searched for. */
interface FoundOrder extends VendorOrder {
  shown: readonly StoredParcel[];
}

/** Parcels of an order that a search finds; nothing typed finds all. */
export function findShown({ lines, parcels }: VendorOrder, search: string): StoredParcel[] {
  return parcels.filter(({ code }) => {
    const [first] = lines.filter(({ parcel }) => parcel === code);
    return matchesParcel(search, { code, names: [first?.nameHi, first?.nameEn, first?.printed] });
  });
}

/** The order that is asked for, what a search found, and the latest that has something to send. */
function isUnfolded(
  { openOrder, search }: VendorPage,
  { order: { id } }: FoundOrder,
  all: readonly FoundOrder[],
): boolean {
  const next = all.find(({ order }) => isOpen(order) && order.parcels.waiting > 0);
  return search !== '' || all.length === 1 || openOrder === id || next?.order.id === id;
}

/** A few parcels are seen at one glance. */
const fewParcels = 5;

function searchForm({ base, language, search }: VendorPage, orders: readonly FoundOrder[]): Markup {
  const words = vendorWords[language];
  const all = orders.flatMap(({ parcels }) => parcels).length;
  const found = orders.flatMap(({ shown }) => shown).length;
  if (all <= fewParcels && search === '') return none;
  return html`<form method="get" action="${base}#found" role="search" class="search">
<input type="hidden" name="lang" value="${language}">
<label for="q">${words.find}</label>
<input type="search" id="q" name="q" value="${search}" maxlength="60" autocomplete="off"> <button class="quiet">${words.search}</button>
</form>
${
  search === ''
    ? none
    : html`<p class="detail" id="found" role="status">${words.shown(formatCount(found), formatCount(all))} <a href="${base}?lang=${language}">${words.showAll}</a></p>`
}`;
}

/** The way to the same page in the other language, where the campaign has both. */
export function languageSwitch(address: string, language: PageLanguage, campaign: Spoken): Markup {
  const other = officeSide(language === 'hi' ? 'en' : 'hi', campaign);
  if (other === language) return none;
  return html`<p><a href="${address}?lang=${other}" lang="${other}">${vendorWords[language].other}</a></p>`;
}

/** Whether a printer may take files of an order and mark its parcels. */
export function isOpen({ held, cancelled }: Pick<OrderSummary, 'held' | 'cancelled'>): boolean {
  return held === null && cancelled === null;
}

function renderOrder(view: VendorPage, found: FoundOrder, unfolded: boolean): Markup {
  const { language, search } = view;
  const words = vendorWords[language];
  const { order, lines, shown } = found;
  const { id, reference, orderedOn, dueOn, held, cancelled } = order;
  const due = dueOn === null ? null : formatDayShort(dueOn);
  const facts = html`<p class="detail">${words.facts(formatDayShort(orderedOn), due)} · ${order.vendor}</p>`;
  const byParcel = Map.groupBy(lines, ({ parcel }) => parcel);
  const content =
    cancelled !== null
      ? html`<p class="notice">${words.cancelled}</p>`
      : held !== null
        ? html`<p class="notice">${words.held(held.reason)}</p>`
        : html`${holdNotice(view, order, words)}
${search === '' ? orderFiles(view, found) : none}
${allSent(view, found)}
<h3>${words.parcelsOf}</h3>
${shown.map((parcel) =>
  vendorParcel(view, {
    parcel,
    lines: byParcel.get(parcel.code) ?? [],
    open: shown.length === 1,
  }),
)}`;
  const { waiting, dispatched, received } = order.parcels;
  const counts = words.counts(formatCount(waiting), formatCount(dispatched), formatCount(received));
  return html`<details class="order" id="order-${id}"${unfolded ? html` open` : none}>
<summary><h2>${words.order(reference)}</h2> <span class="detail">${cancelled === null ? counts : none}</span></summary>
${search === '' ? facts : none}
${content}
</details>`;
}

function orderFiles(
  { base, ticket, language }: VendorPage,
  { order: { id }, lines }: FoundOrder,
): Markup {
  const words = vendorWords[language];
  return html`<p class="actions"><a class="button" href="${base}/orders/${id}/files.zip">${words.zip(formatCount(lines.length))}</a></p>
<ul class="links">
${orderPapers.map((paper) => html`<li><a href="${base}/orders/${id}/papers/${paper}">${words.papers[paper]}</a></li>`)}
${ticket === undefined ? none : html`<li><a href="${base}/files/${ticket}">${words.ticket}</a></li>`}
</ul>`;
}

/** Marks all that are shown as sent, after a second tap, and takes that back. */
function allSent(
  { base, query, search, sentAt, language }: VendorPage,
  { order: { id }, shown }: FoundOrder,
): Markup {
  const words = vendorWords[language];
  const address = `${base}/orders/${id}`;
  const sent = shown.filter(
    (parcel) => parcelState(parcel) === 'dispatched' && parcel.dispatchedAt?.getTime() === sentAt,
  ).length;
  const undo =
    sent === 0
      ? none
      : html`<div class="notice good" role="status">${words.sentMany(formatCount(sent))}
<form method="post" action="${address}/undo-dispatched${query}&at=${sentAt ?? 0}" class="actions"><button class="quiet">${words.undoMany}</button></form></div>`;
  const waiting = shown.filter((parcel) => parcelState(parcel) === 'waiting').length;
  if (waiting < 2) return undo;
  const count = formatCount(waiting);
  return html`${undo}
<details class="all"><summary class="button quiet">${search === '' ? words.allSent(count) : words.foundSent(count)}</summary>
<form method="post" action="${address}/dispatched${query}" class="actions"><button>${words.confirmSent(count)}</button></form>
</details>`;
}

/** HQ's hold on printing, or that HQ lifted it for this order. */
function holdNotice(
  { campaign }: VendorPage,
  { lifted }: OrderSummary,
  words: VendorWords,
): Markup {
  if (lifted !== null)
    return html`<p class="notice good">${words.lifted(lifted.by, lifted.reason)}</p>`;
  const hold = findPrintingHold(campaign);
  return hold === null ? none : html`<p class="notice">${words.hostOpen(hold.host)}</p>`;
}
