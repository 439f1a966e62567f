import { campaignIds } from '../campaigns/campaign-folder-fs.ts';
import { loadCampaign } from '../campaigns/campaign-fs.ts';

/** What else is one campaign's alone: short names of its state, its places, offices and help lines, as they are written. */
const more: Readonly<Record<string, string>> = {
  'up-cop':
    'UP[- ]?(?:COP|Police|1\\d\\d)|U\\.P\\.|(?<![A-Za-z])UP(?![A-Za-z-])|ITECCS|आईटेक्स|आई०टी०ई०सी०|यूपी(?!आई)|(?:27|30)\\.03\\.2019|(?:March|मार्च) 2019|यू०पी०|यू पी|उ[०0]प्र[०0]|लखनऊ|Lucknow|तकनीकी सेवा|Technical Services|(?<!\\d)1090(?!\\d)',
};

/** Words of a campaign that no other one may say: its app, its state and force, and the list above. */
export function campaignWords(id: string): RegExp {
  const { app, areas, copy } = loadCampaign(id);
  const { state } = areas;
  const names = [app.name, app.nameHi, state.hi, state.en, copy.state.hi, copy.state.en];
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // Gujarati is a language, Gujarat a campaign's state.
  const whole = [...new Set(escaped)].map((name) => `(?<![\\p{L}\\p{M}])${name}(?![\\p{L}\\p{M}])`);
  return new RegExp([...whole, ...(more[id] === undefined ? [] : [more[id]])].join('|'), 'u');
}

const wordsOfAll = new Map(campaignIds().map((id) => [id, campaignWords(id)]));

/** The first word of another campaign in a text, or null. */
export function strangeWord(text: string, own: string): string | null {
  for (const [id, words] of wordsOfAll) {
    const found = id === own ? null : words.exec(text);
    if (found !== null) return `${found[0]} (of ${id})`;
  }
  return null;
}
