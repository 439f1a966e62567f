import { localPath } from '../../../i18n/language.ts';
import { useConsole } from './console-context.ts';
import { viewPath } from './views.ts';

/** Parts of a station's page, of which one is shown; the first where the address names none. */
export const stationParts = ['names', 'board', 'printing', 'record'] as const;
export type StationPart = (typeof stationParts)[number];

/** Address of a station's page, or of a part of it. */
export function useStationPath(): (
  district: string,
  station: string,
  part?: StationPart,
) => string {
  const { language } = useConsole();
  return (district, station, part = 'names') =>
    `${localPath(language, viewPath('stations'))}?district=${district}&station=${station}${
      part === 'names' ? '' : `&part=${part}`
    }`;
}
