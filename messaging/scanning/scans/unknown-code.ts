import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { districtNamed } from '../../../campaigns/directory/areas.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { stripName, stripNameEn } from '../../../campaigns/directory/strip-name.ts';
import type { UnknownCodeWords } from '../../../campaigns/languages/service/service-words.ts';
import { serviceWordsIn } from '../../../campaigns/languages/service-words-fs.ts';
import type { OwnedCode } from '../../../campaigns/links/registry.ts';
import { normalizeCode } from '../../../campaigns/links/short-code.ts';
import { html, type Markup } from '../../platform/http/html.ts';

/** Shown with the campaign's own language on the page for a code that nobody registered. */
const en: UnknownCodeWords = {
  title: 'This code is not registered.',
  again: 'Type the code again',
  open: 'Open',
  hint: 'A code has six digits or letters. Please check the one on the board or pamphlet again.',
  near: 'Did you mean one of these?',
  get: (app) => `Get the ${app} app directly`,
  blast: 'Message sent to phones',
  channels: {
    board: 'board',
    pamphlet: 'pamphlet',
    vehicle: 'vehicle',
    newspaper: 'newspaper',
    film: 'film',
    radio: 'radio',
    social: 'social media',
    sms: 'SMS',
    ivr: 'phone call',
    event: 'event',
  },
};

interface Places {
  campaign: Pick<Campaign, 'app' | 'areas' | 'languages' | 'fallback'>;
  directory: Directory;
}

const shownLimit = 8;

/** The page for a code that nobody registered: the codes that were perhaps meant, and the way on. */
export function unknownCode(
  typed: string,
  nearest: readonly OwnedCode[],
  places: Places,
): { title: string; body: Markup } {
  const { app } = places.campaign;
  const words = serviceWordsIn(places.campaign).unknownCode;
  const { title } = words;
  const code = shorten(normalizeCode(typed));
  const items = nearest.slice(0, shownLimit).map((owned) => {
    const name = ownerName(owned, places);
    const { channel } = owned;
    return html`<li><a href="/q/${owned.code}">${name.hi}</a> <span class="detail">${words.channels[channel]} · <code>${owned.code}</code></span><br>
<span class="detail" lang="en">${name.en} (${en.channels[channel]})</span></li>`;
  });
  const suggestions =
    items.length === 0
      ? html`<p>${words.hint}<br>
<span lang="en" class="detail">${en.hint}</span></p>`
      : html`<h2>${words.near} <span lang="en" class="detail">${en.near}</span></h2>
<ul class="list">${items}</ul>`;
  return {
    title,
    body: html`<h1>${title}${code === '' ? html`` : html`: <code>${code}</code>`}</h1>
<p lang="en" class="detail">${en.title}</p>
<form action="/q/" method="get"><label for="c">${words.again} <span lang="en" class="detail">${en.again}</span></label>
<input id="c" name="c" value="${code}" maxlength="24" autocomplete="off" autocapitalize="characters" spellcheck="false" required>
<button>${words.open}</button></form>
${suggestions}
<p><a href="/get/">${words.get(app.name)}</a><br><a lang="en" class="detail" href="/get/">${en.get(app.name)}</a></p>`,
  };
}

const longestShown = 16;

function shorten(code: string): string {
  return code.length > longestShown ? `${code.slice(0, longestShown)}…` : code;
}

function ownerName({ owner }: OwnedCode, { campaign, directory }: Places): Bilingual {
  const { areas } = campaign;
  const { state } = areas;
  if (owner.scope === 'state') return state;
  if (owner.scope === 'outlet')
    return { hi: `${state.hi} · ${owner.id}`, en: `${state.en} · ${owner.id}` };
  if (owner.scope === 'blast')
    return { hi: serviceWordsIn(campaign).unknownCode.blast, en: en.blast };
  const district = directory.districts.find(({ id }) => id === owner.district);
  const inDistrict = districtNamed(
    areas,
    district ?? { nameHi: owner.district, nameEn: owner.district },
  );
  if (owner.scope === 'district' || owner.scope === 'vehicle') return inDistrict;
  const station = directory.stations.find(
    ({ id, district: its }) => id === owner.station && its === owner.district,
  );
  if (station === undefined) return inDistrict;
  return {
    hi: `${stripName(station)}, ${inDistrict.hi}`,
    en: `${stripNameEn(station)}, ${inDistrict.en}`,
  };
}
