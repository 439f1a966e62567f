import type { Campaign } from '../../../campaigns/campaign.ts';
import { districtNamed } from '../../../campaigns/directory/areas.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import { formatCount, formatDayShort } from '../../../campaigns/numbers.ts';
import { marksFor, parcelState, spacedCode } from '../../../campaigns/purchase-orders/parcel.ts';
import { toDay, toTime } from '../../../campaigns/tracker/clock.ts';
import { artworkName } from '../../../campaigns/words/artwork-words.ts';
import { type PageLanguage, vendorWords } from '../../../campaigns/words/vendor-words.ts';
import { html, type Markup } from '../../platform/http/html.ts';
import type { StationNames } from './order-view.ts';
import type { StoredLine, StoredParcel } from './orders-sql.ts';
import { languageSwitch } from './vendor-page.ts';
import { stateTag, vendorForm } from './vendor-parcel.ts';

/** Its printer, an officer who may receive it, or anybody who scans the label. */
export type ParcelViewer = 'vendor' | 'officer' | 'anybody';

export interface ParcelPage {
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
