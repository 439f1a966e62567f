import type { Campaign } from '../../../campaigns/campaign.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import type { ManifestFile } from '../../../campaigns/manifest.ts';
import { formatCount, formatDayShort } from '../../../campaigns/numbers.ts';
import { parcelState, spacedCode } from '../../../campaigns/print/purchase-orders/parcel.ts';
import { toDay } from '../../../campaigns/tracker/clock.ts';
import { artworkName } from '../../../campaigns/words/artwork-words.ts';
import {
  type PageLanguage,
  type VendorWords,
  vendorWords,
} from '../../../campaigns/words/vendor-words.ts';
import { html, type Markup } from '../../platform/http/html.ts';
import type { StoredParcel } from './orders-sql.ts';
import type { CheckFinding } from './press-checks-sql.ts';
import type { OrderLine, OrderSummary } from './purchase-orders-schemas.ts';

const none = html``;

/** A parcel in one row with its next mark; its files, preflight and hashes unfold. */
export function vendorParcel(
  view: VendorPage,
  { parcel, lines, open }: { parcel: StoredParcel; lines: readonly OrderLine[]; open: boolean },
): Markup {
  const { base, query, language } = view;
  const words = vendorWords[language];
  const [first] = lines;
  const name = (language === 'hi' ? first?.printed : first?.nameEn) ?? parcel.station;
  return html`<section class="parcel" id="${parcel.code}">
<details${open ? html` open` : none}>
<summary><h4>${name}</h4> ${rowTags(view, parcel, lines)}</summary>
<p class="detail">${words.parcel(spacedCode(parcel.code))}</p>
${lines.map((line) => renderLine(view, line, words))}
</details>
${vendorForm(`${base}/parcels/${parcel.code}`, parcel, { query, language, name })}
</section>`;
}

/** Marks that must be seen while the parcel is folded. */
function rowTags(
  { files, stamped, checks, language }: VendorPage,
  parcel: StoredParcel,
  lines: readonly OrderLine[],
): Markup {
  const words = vendorWords[language];
  const bad = (text: string) => html` <span class="tag bad">${text}</span>`;
  const isFaulty = lines.some(({ path }) =>
    checks.get(files.get(path)?.sha256 ?? '')?.some(({ severity }) => severity === 'fault'),
  );
  return html`${parcelState(parcel) === 'waiting' ? none : stateTag(parcel, words)}
${lines.some(({ reprint }) => reprint !== null) ? html` <span class="tag">${words.reprint}</span>` : none}
${lines.some(({ present }) => present !== null) ? bad(words.superseded) : none}
${lines.some(({ path }) => stamped.has(path)) ? bad(words.sampleTag) : none}
${isFaulty ? bad(words.faultTag) : none}`;
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
  { query, language, name }: { query: string; language: PageLanguage; name: string },
): Markup {
  const words = vendorWords[language];
  const state = parcelState(parcel);
  const form = (step: string, label: string, kind: string) =>
    html`<form method="post" action="${address}/${step}${query}" class="actions"><button class="${kind}" aria-label="${label}: ${name}">${label}</button></form>`;
  if (state === 'waiting') return form('dispatched', words.dispatch, '');
  // Only what the vendor marked, or an officer for the vendor, while nobody has received it.
  return state === 'dispatched' ? form('undo-dispatched', words.undo, 'quiet') : none;
}

function renderLine(view: VendorPage, line: OrderLine, words: VendorWords): Markup {
  const { base, files, previews, stamped, checks, taken, language } = view;
  const { path, artwork, quantity, place, reprint } = line;
  const file = files.get(path);
  const preview = previews.get(path);
  const what = html`${preview === undefined ? none : html`<img src="${preview}" alt="" loading="lazy" class="sheet">`}<p><strong>${artworkName(artwork, language)} × ${formatCount(quantity)}</strong>${place === '' ? '' : `, ${place}`}
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
${line.present === null ? none : html`<p>${words.supersededText}</p><details class="hash"><summary>${words.oldHash}</summary><code>${line.sha256}</code></details>`}
<p class="actions"><a class="button${isStamped ? ' quiet' : ''}" href="${base}/files/${path}">${label}</a></p>
<p class="detail">${size} · ${words.taken(formatCount(taken.get(`${path} ${sha256}`) ?? 0))} · ${checkTag(checks.get(sha256), words)}</p>
${findingList(checks.get(sha256) ?? [], words)}
<details class="hash"><summary>${words.hash}</summary><code>${sha256}</code></details>`;
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

export interface VendorOrder {
  order: OrderSummary;
  lines: readonly OrderLine[];
  parcels: readonly StoredParcel[];
}

export interface VendorPage {
  language: PageLanguage;
  /** Address of the link, without the host. */
  base: string;
  /** Goes behind addresses of this page: its language and what was searched. */
  query: string;
  /** Part of a station's name or of a parcel's code; parcels of other names are left out. */
  search: string;
  /** Order whose parcels are shown, in addition to those that are shown anyway. */
  openOrder: number | null;
  /** When the vendor marked many parcels at once, so that this can be taken back. */
  sentAt: number | null;
  campaign: Campaign;
  district: District;
  expiresAt: Date;
  orders: readonly VendorOrder[];
  /** Present files by their path. */
  files: ReadonlyMap<string, ManifestFile>;
  /** Addresses of small pictures, by the path of the file that they show. */
  previews: ReadonlyMap<string, string>;
  /** Paths of files that go out with the stamp. */
  stamped: ReadonlySet<string>;
  checks: ReadonlyMap<string, CheckFinding[]>;
  /** By path and hash. */
  taken: ReadonlyMap<string, number>;
  /** Path of the district's job ticket, where it is made. */
  ticket: string | undefined;
}
