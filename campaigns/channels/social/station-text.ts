import type { Social } from './social.ts';
import { type Report, reportLong, reportOpen, type SocialFault } from './social-fault.ts';

/** `link` as a phone makes it tappable; `station` as written on the wall. */
export interface StationNames {
  station: string;
  district: string;
  link: string;
}

type Texts = Pick<Social, 'station'>;

/** Text that a station's admin pastes into the group. */
export function stationText({ station }: Texts, names: StationNames): string {
  return station.text
    .replaceAll('{station}', names.station)
    .replaceAll('{district}', names.district)
    .replaceAll('{link}', names.link)
    .normalize('NFC');
}

/** Text that goes into a group with the film. */
export function filmText({ station }: Texts, { link }: Pick<StationNames, 'link'>): string {
  return station.filmText.replaceAll('{link}', link).normalize('NFC');
}

/** Checks the length of a station's texts, which depends on its names, too. */
export function checkStationText(social: Texts, names: StationNames): SocialFault[] {
  const faults: SocialFault[] = [];
  const report: Report = (part, rule, expected, found) =>
    faults.push({ at: `station.${part}`, rule, expected, found });
  const texts = { text: stationText(social, names), filmText: filmText(social, names) };
  for (const [part, text] of Object.entries(texts)) {
    reportLong(report, part, [...text].length, social.station.textLimit);
    reportOpen(report, part, text);
    if (!text.includes(names.link)) report(part, 'no-link', names.link, text);
  }
  return faults;
}
