import type { Campaign } from '../../../campaigns/campaign.ts';
import { pickName } from '../../../campaigns/directory/pick-name.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import { officeSide } from '../../../campaigns/language.ts';
import { findPrintingHold } from '../../../campaigns/links/printing-hold.ts';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import { formatCount, formatDayShort } from '../../../campaigns/numbers.ts';
import { parcelState, spacedCode } from '../../../campaigns/purchase-orders/parcel.ts';
import { orderPapers } from '../../../campaigns/purchase-orders/purchase-order.ts';
import { toDay } from '../../../campaigns/tracker/clock.ts';
import { artworkName } from '../../../campaigns/words/artwork-words.ts';
import {
  type PageLanguage,
  type VendorWords,
  vendorWords,
} from '../../../campaigns/words/vendor-words.ts';
import type { OrderLine, OrderSummary } from '../../contract/print/purchase-orders.ts';
import { html, type Markup } from '../../platform/http/html.ts';
import type { StoredParcel } from './orders-sql.ts';
import type { CheckFinding } from './press-checks-sql.ts';

export interface VendorOrder {
  order: OrderSummary;
  lines: readonly OrderLine[];
  parcels: readonly StoredParcel[];
}

export interface VendorPage {
  language: PageLanguage;
  /** Address of the link, without the host. */
  base: string;
  campaign: Campaign;
  district: District;
  expiresAt: Date;
  orders: readonly VendorOrder[];
  /** Present files by their path. */
  files: ReadonlyMap<string, ManifestFile>;
  /** Paths of files that go out with the stamp. */
  stamped: ReadonlySet<string>;
  checks: ReadonlyMap<string, CheckFinding[]>;
  /** By path and hash. */
  taken: ReadonlyMap<string, number>;
  /** Path of the district's job ticket, where it is made. */
  ticket: string | undefined;
}

const none = html``;

/** The page behind a vendor link: orders, files with preflight's findings, and which parcels left. */
export function vendorPage(view: VendorPage): { title: string; body: Markup } {
  const { language, base, campaign, district, expiresAt, orders } = view;
  const words = vendorWords[language];
  const title = words.title(pickName(district, language));
  const body = html`${languageSwitch(base, language, campaign)}
<h1>${title}</h1>
<p class="detail">${words.until(formatDayShort(toDay(expiresAt)))}</p>
${orders.length === 0 ? html`<p>${words.none}</p>` : none}
${orders.map((order) => renderOrder(view, order, words))}`;
  return { title, body };
}

/** The way to the same page in the other language, where the campaign has both. */
export function languageSwitch(
  address: string,
  language: PageLanguage,
  { languages }: Pick<Campaign, 'languages'>,
): Markup {
  const other = officeSide(language === 'hi' ? 'en' : 'hi', languages[0]);
  if (other === language) return none;
  return html`<p><a href="${address}?lang=${other}" lang="${other}">${vendorWords[language].other}</a></p>`;
}

/** Whether a printer may take files of an order and mark its parcels. */
export function isOpen({ held, cancelled }: Pick<OrderSummary, 'held' | 'cancelled'>): boolean {
  return held === null && cancelled === null;
}

function renderOrder(view: VendorPage, vendorOrder: VendorOrder, words: VendorWords): Markup {
  const { base, ticket, language } = view;
  const { order, lines, parcels } = vendorOrder;
  const { id, reference, orderedOn, dueOn, held, cancelled } = order;
  const due = dueOn === null ? null : formatDayShort(dueOn);
  const head = html`<h2 id="order-${id}">${words.order(reference)}</h2>
<p class="detail">${words.facts(formatDayShort(orderedOn), due)} · ${order.vendor}</p>`;
  if (cancelled !== null) return html`${head}<p class="notice">${words.cancelled}</p>`;
  if (held !== null) return html`${head}<p class="notice">${words.held(held.reason)}</p>`;
  const byParcel = Map.groupBy(lines, ({ parcel }) => parcel);
  return html`${head}
${holdNotice(view, order, words)}
<p class="actions"><a class="button" href="${base}/orders/${id}/files.zip">${words.zip(formatCount(lines.length))}</a></p>
<ul class="list">
${orderPapers.map((paper) => html`<li><a href="${base}/orders/${id}/papers/${paper}">${words.papers[paper]}</a></li>`)}
${ticket === undefined ? none : html`<li><a href="${base}/files/${ticket}">${words.ticket}</a></li>`}
</ul>
${parcels.map((parcel) => {
  const inside = byParcel.get(parcel.code) ?? [];
  const [first] = inside;
  const name = (language === 'hi' ? first?.printed : first?.nameEn) ?? parcel.station;
  return html`<section class="parcel" id="${parcel.code}">
<h3>${name}</h3>
<p class="detail">${words.parcel(spacedCode(parcel.code))} · ${stateTag(parcel, words)}</p>
${inside.map((line) => renderLine(view, line, words))}
${vendorForm(`${base}/parcels/${parcel.code}`, parcel, { words, language })}
</section>`;
})}`;
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

export function stateTag(parcel: StoredParcel, words: VendorWords): Markup {
  const state = parcelState(parcel);
  const at = parcel.receivedAt ?? parcel.dispatchedAt;
  const day = at === null ? '' : ` ${formatDayShort(toDay(at))}`;
  return html`<span class="tag${state === 'waiting' ? '' : ' good'}">${words.states[state]}${day}</span>`;
}

/** A button for the mark that the vendor may set or take back now. */
export function vendorForm(
  address: string,
  parcel: StoredParcel,
  { words, language }: { words: VendorWords; language: PageLanguage },
): Markup {
  const state = parcelState(parcel);
  const form = (step: string, name: string, kind: string) =>
    html`<form method="post" action="${address}/${step}?lang=${language}" class="actions"><button class="${kind}">${name}</button></form>`;
  if (state === 'waiting') return form('dispatched', words.dispatch, '');
  // Only what the vendor marked, or an officer for the vendor, while nobody has received it.
  return state === 'dispatched' ? form('undo-dispatched', words.undo, 'quiet') : none;
}

function renderLine(view: VendorPage, line: OrderLine, words: VendorWords): Markup {
  const { base, files, stamped, checks, taken, language } = view;
  const { path, artwork, quantity, place, reprint } = line;
  const file = files.get(path);
  const what = html`<p><strong>${artworkName(artwork, language)} × ${formatCount(quantity)}</strong>${place === '' ? '' : `, ${place}`}
${reprint === null ? none : html` <span class="tag">${words.reprint}</span>`}
${line.present === null ? none : html` <span class="tag bad">${words.superseded}</span>`}</p>`;
  if (file === undefined) return html`${what}<p class="detail">${words.missing}</p>`;
  const { widthMm, heightMm, sha256 } = file;
  const size =
    widthMm === null || heightMm === null
      ? ''
      : words.size(formatSize(widthMm), formatSize(heightMm));
  const isStamped = stamped.has(path);
  const label = isStamped
    ? words.sample
    : line.present === null
      ? words.download
      : words.downloadNew;
  return html`${what}
${line.present === null ? none : html`<p class="hash">${words.supersededText} <code>${line.sha256}</code></p>`}
<p class="actions"><a class="button${isStamped ? ' quiet' : ''}" href="${base}/files/${path}">${label}</a></p>
<p class="detail">${size} · ${words.taken(formatCount(taken.get(`${path} ${sha256}`) ?? 0))} · ${checkTag(checks.get(sha256), words)}</p>
${findingList(checks.get(sha256) ?? [], words)}
<p class="hash detail">${words.hash} <code>${sha256}</code></p>`;
}

/** 2438.4, 148 */
function formatSize(mm: number): string {
  return formatCount(mm, { fractionDigits: Number.isInteger(mm) ? 0 : 1 });
}

function checkTag(findings: readonly CheckFinding[] | undefined, words: VendorWords): Markup {
  if (findings === undefined) return html`${words.checking}`;
  const faults = findings.filter(({ severity }) => severity === 'fault').length;
  if (faults > 0) return html`<span class="tag bad">${words.failed(formatCount(faults))}</span>`;
  const text = findings.length === 0 ? words.passed : words.warned(formatCount(findings.length));
  return html`<span class="tag good">${text}</span>`;
}

function findingList(findings: readonly CheckFinding[], words: VendorWords): Markup {
  if (findings.length === 0) return none;
  return html`<ul class="detail" lang="en">
${findings.map(
  ({ rule, expected, found }) =>
    html`<li>${rule}: ${words.expected} ${expected}; ${words.found} ${found}</li>`,
)}
</ul>`;
}
