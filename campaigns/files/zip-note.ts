import type { Campaign } from '../campaign.ts';
import type { Station } from '../directory/station.ts';
import { stripName } from '../directory/strip-name.ts';
import { openStores } from '../facts.ts';
import { officeSide } from '../language.ts';

const hi = {
  files: (stations: number) =>
    `इस फ़ाइल में ${stations} थानों की छपाई फ़ाइलें हैं। हर फ़ाइल में उस थाने का अपना क्यूआर कोड है: एक थाने की फ़ाइल दूसरे थाने पर न लगाएँ।`,
  printer: 'प्रिंटर के लिए: PDF/X-4, CMYK, वास्तविक आकार (100 %), ब्लीड सहित; अक्षर रेखाओं में बदले हुए हैं।',
  hold: (host: string) => `अभी न छापें: लिंक का पता ${host} अभी पुष्ट नहीं हुआ है।`,
  stores: (names: readonly string[]) => `अभी न छापें: इनकी पुष्टि शेष है: ${names.join(', ')}।`,
  check: 'छापने से पहले इन नामों को जाँचें:',
  unapproved: 'ये फ़ाइलें इस ZIP में नहीं हैं: जनपद ने इन्हें अभी छपाई के लिए स्वीकृत नहीं किया है।',
};

const en: typeof hi = {
  files: (stations) =>
    `Print files of ${stations} police stations. Each file has the QR code of its own station: do not put one station’s file up at another.`,
  printer: 'For the printer: PDF/X-4, CMYK, true size (100 %), with bleed; letters are outlines.',
  hold: (host) => `Not for print yet: the link host ${host} is not confirmed.`,
  stores: (names) => `Not for print yet: not confirmed: ${names.join(', ')}.`,
  check: 'Check these names before printing:',
  unapproved: 'These files are not in the ZIP: the district has not approved them for print.',
};

/**
 * The page that lies on top in a district's ZIP: what is in it, and what must be looked at before printing. In Hindi for
 * a campaign in Hindi, in English for every other.
 * @param unapproved names of files that are left out, since the district has not approved them
 */
export function zipNote(
  campaign: Campaign,
  stations: readonly Station[],
  unapproved: readonly string[] = [],
): string {
  const side = officeSide('hi', campaign.languages[0]);
  const words = { hi, en }[side];
  const doubtful = stations.filter(({ needsCheck }) => needsCheck);
  const lines = [
    `${campaign.app.name}: ${campaign.name[side]}`,
    '',
    words.files(stations.length),
    words.printer,
    '',
  ];
  if (!campaign.links.confirmed) lines.push(words.hold(campaign.links.host), '');
  const stores = openStores(campaign);
  if (stores.length > 0) lines.push(words.stores(stores.map(({ name }) => name[side])), '');
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
