import type { Campaign } from '../campaign.ts';
import type { Station } from '../directory/station.ts';
import { stripName } from '../directory/strip-name.ts';

/**
 * The page that lies on top in a district's ZIP: what is in it, and what must be looked at before printing.
 * @param unapproved names of files that are left out, since the district has not approved them
 */
export function zipNote(
  campaign: Campaign,
  stations: readonly Station[],
  unapproved: readonly string[] = [],
): string {
  const doubtful = stations.filter(({ needsCheck }) => needsCheck);
  const lines = [
    `${campaign.app.name}: ${campaign.name.hi}`,
    '',
    `इस फ़ाइल में ${stations.length} थानों की छपाई फ़ाइलें हैं। हर फ़ाइल में उस थाने का अपना क्यूआर कोड है: एक थाने की फ़ाइल दूसरे थाने पर न लगाएँ।`,
    'प्रिंटर के लिए: PDF/X-4, CMYK, वास्तविक आकार (100 %), ब्लीड सहित; अक्षर रेखाओं में बदले हुए हैं।',
    '',
  ];
  if (!campaign.links.confirmed) {
    lines.push(`अभी न छापें: लिंक का पता ${campaign.links.host} अभी पुष्ट नहीं हुआ है।`, '');
  }
  if (doubtful.length > 0) lines.push('छापने से पहले इन नामों को जाँचें:');
  for (const station of doubtful) {
    const notes = station.notes.map(({ hi }) => hi).join(' ');
    lines.push(`- ${stripName(station)} (${station.id})${notes === '' ? '' : `: ${notes}`}`);
  }
  if (unapproved.length > 0) {
    lines.push('', 'ये फ़ाइलें इस ZIP में नहीं हैं: जनपद ने इन्हें अभी छपाई के लिए स्वीकृत नहीं किया है।');
    for (const name of unapproved) lines.push(`- ${name}`);
  }
  return `${lines.join('\r\n')}\r\n`;
}
