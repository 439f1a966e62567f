import type { Bilingual } from '../../campaigns/campaign.ts';
import type { Channel } from '../../campaigns/channel.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import { stripName, stripNameEn } from '../../campaigns/directory/strip-name.ts';
import type { OwnedCode } from '../../campaigns/links/registry.ts';
import { normalizeCode } from '../../campaigns/links/short-code.ts';
import { html, type Markup } from '../http/html.ts';

const channelNames: Record<Channel, Bilingual> = {
  board: { hi: 'बोर्ड', en: 'board' },
  pamphlet: { hi: 'पम्पलेट', en: 'pamphlet' },
  vehicle: { hi: 'वाहन', en: 'vehicle' },
  newspaper: { hi: 'समाचार-पत्र', en: 'newspaper' },
  film: { hi: 'फिल्म', en: 'film' },
  radio: { hi: 'रेडियो', en: 'radio' },
  social: { hi: 'सोशल मीडिया', en: 'social media' },
  sms: { hi: 'एसएमएस', en: 'SMS' },
  ivr: { hi: 'फोन कॉल', en: 'phone call' },
  event: { hi: 'कार्यक्रम', en: 'event' },
};

const shownLimit = 8;

/** What a code that nobody registered is answered with: the codes that were perhaps meant, and the way on. */
export function unknownCode(
  typed: string,
  nearest: readonly OwnedCode[],
  directory: Directory,
): { title: string; body: Markup } {
  const title = 'यह कोड नहीं मिला';
  const code = shorten(normalizeCode(typed));
  const items = nearest.slice(0, shownLimit).map((owned) => {
    const { hi, en } = ownerName(owned, directory);
    const channel = channelNames[owned.channel];
    return html`<li><a href="/q/${owned.code}">${hi}</a> <span class="detail">${channel.hi} · <code>${owned.code}</code></span><br>
<span class="detail" lang="en">${en} (${channel.en})</span></li>`;
  });
  const suggestions =
    items.length === 0
      ? html`<p>कोड में छह अंक या अंग्रेज़ी अक्षर होते हैं। बोर्ड या पम्पलेट पर छपा कोड एक बार फिर देख लें।<br>
<span lang="en" class="detail">A code has six digits or letters. Please check the one on the board or pamphlet again.</span></p>`
      : html`<h2>क्या आप इनमें से कोई कोड डालना चाहते थे? <span lang="en" class="detail">Did you mean one of these?</span></h2>
<ul class="list">${items}</ul>`;
  return {
    title,
    body: html`<h1>${title}${code === '' ? html`` : html`: <code>${code}</code>`}</h1>
<p lang="en" class="detail">This code is not registered.</p>
<form action="/q/" method="get"><label for="c">कोड फिर से लिखें <span lang="en" class="detail">Type the code again</span></label>
<input id="c" name="c" value="${code}" maxlength="24" autocomplete="off" autocapitalize="characters" spellcheck="false" required>
<button>खोलें</button></form>
${suggestions}
<p><a href="/get/">सीधे UP COP ऐप पाएँ</a><br><a lang="en" class="detail" href="/get/">Get the UP COP app directly</a></p>`,
  };
}

const longestShown = 16;

function shorten(code: string): string {
  return code.length > longestShown ? `${code.slice(0, longestShown)}…` : code;
}

function ownerName({ owner }: OwnedCode, directory: Directory): Bilingual {
  if (owner.scope === 'state') return { hi: 'उत्तर प्रदेश', en: 'Uttar Pradesh' };
  if (owner.scope === 'outlet')
    return { hi: `उत्तर प्रदेश · ${owner.id}`, en: `Uttar Pradesh · ${owner.id}` };
  if (owner.scope === 'blast') return { hi: 'मोबाइल पर भेजा गया संदेश', en: 'Message sent to phones' };
  const district = directory.districts.find(({ id }) => id === owner.district);
  const inDistrict = {
    hi: `जनपद ${district?.nameHi ?? owner.district}`,
    en: `${district?.nameEn ?? owner.district} district`,
  };
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
