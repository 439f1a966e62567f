import type { Social } from './social.ts';
import { type Report, reportLong, reportOpen, type SocialFault } from './social-fault.ts';

/** `link` as a phone makes it tappable; `station` as it stands on the wall. */
export type StationNames = { station: string; district: string; link: string };

/** Text that a station's admin pastes into the group. */
export function stationText({ station }: Pick<Social, 'station'>, names: StationNames): string {
  return station.text
    .replaceAll('{station}', names.station)
    .replaceAll('{district}', names.district)
    .replaceAll('{link}', names.link)
    .normalize('NFC');
}

/** Checks the length of a station's text, which depends on its names, too. */
export function checkStationText(
  social: Pick<Social, 'station'>,
  names: StationNames,
): SocialFault[] {
  const text = stationText(social, names);
  const faults: SocialFault[] = [];
  const report: Report = (part, rule, expected, found) =>
    faults.push({ at: `station.${part}`, rule, expected, found });
  reportLong(report, 'text', [...text].length, social.station.textLimit);
  reportOpen(report, 'text', text);
  if (!text.includes(names.link)) report('text', 'no-link', names.link, text);
  return faults;
}
