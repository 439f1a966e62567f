import type { Bilingual } from '../../../campaigns/campaign.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import type { Language } from '../../i18n/language.ts';
import type { MapDistrict } from '../TileMap.tsx';

/** What the page needs beside the figures; the browser gets it too, to draw newer figures. */
export type ProgressPlaces = {
  districts: readonly MapDistrict[];
  directions: readonly { id: string; title: Bilingual }[];
  /** Where each goal of the ladder is stated. */
  goalSources: { downloads: number; source: Bilingual }[];
};

export type ProgressProps = { file: ProgressFile; places: ProgressPlaces; language: Language };

export type LeagueRow = {
  place: MapDistrict;
  name: string;
  boards: ProgressFile['districts'][number]['boards'];
  /** Part of the stations with a board; null without stations */
  share: number | null;
  scans: ProgressFile['districts'][number]['scans'];
  perStation: number | null;
};

/** Districts in the order of the league: share of boards up, then scans per station, then name. */
export function leagueOf({ file, places, language }: ProgressProps): LeagueRow[] {
  const byId = new Map(file.districts.map((entry) => [entry.district, entry]));
  return places.districts
    .flatMap((place) => {
      const entry = byId.get(place.id);
      if (entry === undefined) return [];
      const { boards, scans, scansPerStation: perStation } = entry;
      const share = boards.stations === 0 ? null : boards.up / boards.stations;
      return [
        {
          place,
          name: language === 'hi' ? place.nameHi : place.nameEn,
          boards,
          share,
          scans,
          perStation,
        },
      ];
    })
    .sort(
      (a, b) =>
        (b.share ?? -1) - (a.share ?? -1) ||
        (b.perStation ?? -1) - (a.perStation ?? -1) ||
        a.name.localeCompare(b.name, language),
    );
}

/** Letter of the minutes as it is, paragraph of the letter by its number. */
export function directionMark(id: string): string {
  return id.replace('para-', '§');
}

/** Upper ends of the shades 1 to 4 of a map; above the last one is shade 5. */
export const boardSteps = [0.2, 0.4, 0.6, 0.8] as const;

/** Five steps for scans per station that divide the districts that have any evenly. */
export function scanSteps(rows: readonly LeagueRow[]): number[] {
  const values = rows
    .flatMap(({ perStation }) => (perStation ? [perStation] : []))
    .sort((a, b) => a - b);
  const at = (share: number) => Math.ceil(values[Math.floor(share * (values.length - 1))] ?? 0);
  return [...new Set([0.2, 0.4, 0.6, 0.8].map(at))];
}

/** Shade 0 for nothing, else the step in which the value lies. */
export function shadeOf(value: number | null, steps: readonly number[]): number {
  if (value === null || value === 0) return 0;
  const at = steps.findIndex((step) => value <= step);
  return at === -1 ? steps.length + 1 : at + 1;
}
