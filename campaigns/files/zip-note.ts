import type { Campaign } from '../campaign.ts';
import type { Station } from '../directory/station.ts';
import { stripName } from '../directory/strip-name.ts';
import { openStores } from '../facts.ts';
import { officeSide } from '../language.ts';
import { findPrintingHold } from '../links/printing-hold.ts';

const hi = {
  files: (stations: number) =>
    `इस फ़ाइल में ${stations} थानों की छपाई फ़ाइलें हैं। हर फ़ाइल में उस थाने का अपना क्यूआर कोड है: एक थाने की फ़ाइल दूसरे थाने पर न लगाएँ।`,
  printer: 'प्रिंटर के लिए: PDF/X-4, CMYK, वास्तविक आकार (100 %), ब्लीड सहित; अक्षर रेखाओं में बदले हुए हैं।',
  hold: (host: string) => `अभी न छापें: लिंक का पता ${host} अभी पुष्ट नहीं हुआ है।`,
  lifted: (reason: string) => `मुख्यालय ने इन फ़ाइलों के लिए छपाई की रोक हटाई: ${reason}`,
  stores: (names: readonly string[]) => `अभी न छापें: इनकी पुष्टि शेष है: ${names.join(', ')}।`,
  check: 'छापने से पहले इन नामों को जाँचें:',
  unapproved: 'ये फ़ाइलें इस ZIP में नहीं हैं: जनपद ने इन्हें अभी छपाई के लिए स्वीकृत नहीं किया है।',
};

const en: typeof hi = {
  files: (stations) =>
    `Print files of ${stations} police stations. Each file has the QR code of its own station: do not put one station’s file up at another.`,
  printer: 'For the printer: PDF/X-4, CMYK, true size (100 %), with bleed; letters are outlines.',
  hold: (host) => `Not for print yet: the link host ${host} is not confirmed.`,
  lifted: (reason) => `HQ lifted its hold on printing for these files: ${reason}`,
  stores: (names) => `Not for print yet: not confirmed: ${names.join(', ')}.`,
  check: 'Check these names before printing:',
  unapproved: 'These files are not in the ZIP: the district has not approved them for print.',
};

/**
 * The page that is on top in a district's ZIP: what is in it, and what must be looked at before printing. In Hindi for
 * a campaign in Hindi, in English for every other.
 * @param about `unapproved` are names of files that are left out, since the district has not approved them; `lifted` is why
 *   HQ lets these be printed while it holds printing
 */
export function zipNote(
  campaign: Campaign,
  stations: readonly Station[],
  about: { unapproved?: readonly string[]; lifted?: string | undefined } = {},
): string {
  const { unapproved = [], lifted } = about;
  const side = officeSide('hi', campaign);
  const words = { hi, en }[side];
  const doubtful = stations.filter(({ needsCheck }) => needsCheck);
  const lines = [
    `${campaign.app.name}: ${campaign.name[side]}`,
    '',
    words.files(stations.length),
    words.printer,
    '',
  ];
  if (lifted !== undefined) lines.push(words.lifted(lifted), '');
  else lines.push(...holdLines(campaign, words));
  if (doubtful.length > 0) lines.push(words.check);
  for (const station of doubtful) {
    const notes = station.notes.map((note) => note[side]).join(' ');
    lines.push(`- ${stripName(station)} (${station.id})${notes === '' ? '' : `: ${notes}`}`);
  }
  if (unapproved.length > 0) {
    lines.push('', words.unapproved);
    for (const name of unapproved) lines.push(`- ${name}`);
  }
  return `${lines.join('\r\n')}\r\n`;
}

function holdLines(campaign: Campaign, words: typeof hi): string[] {
  const side = officeSide('hi', campaign);
  const hold = findPrintingHold(campaign);
  const stores = openStores(campaign).map(({ name }) => name[side]);
  return [
    ...(hold === null ? [] : [words.hold(hold.host), '']),
    ...(stores.length === 0 ? [] : [words.stores(stores), '']),
  ];
}
