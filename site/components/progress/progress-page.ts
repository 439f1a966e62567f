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
  /** Places gained (or lost, below 0) since a week ago; null when nothing stood there then */
  moved: number | null;
};

type Standing = Pick<LeagueRow, 'name' | 'share' | 'perStation'>;

/** Nobody has reported anything: no figure of downloads, no board, no scan. */
export function isUntouched({ downloads, boards, scans }: ProgressProps['file']): boolean {
  return downloads.kind === 'none' && boards.up === 0 && scans.total === 0;
}

/** Districts in the order of the league: share of boards up, then scans per station, then name. */
export function leagueOf({ file, places, language }: ProgressProps): LeagueRow[] {
  const byId = new Map(file.districts.map((entry) => [entry.district, entry]));
  const rows = places.districts.flatMap((place) => {
    const entry = byId.get(place.id);
    if (entry === undefined) return [];
    const { boards, scans, scansPerStation: perStation } = entry;
    const name = language === 'hi' ? place.nameHi : place.nameEn;
    return [{ place, name, boards, share: shareOf(boards.up, boards.stations), scans, perStation }];
  });
  const order = standingOrder(language);
  const before = placesAWeekAgo(rows, byId, order);
  return rows.sort(order).map((row, at) => {
    const then = before?.get(row.place.id);
    return { ...row, moved: then === undefined ? null : then - at };
  });
}

/** Where each district stood seven days ago; null when no board hung and no code was scanned by then. */
function placesAWeekAgo(
  rows: readonly Omit<LeagueRow, 'moved'>[],
  byId: ReadonlyMap<string, ProgressFile['districts'][number]>,
  order: (a: Standing, b: Standing) => number,
): Map<string, number> | null {
  const then = rows.map(({ place, name, boards, scans }) => {
    const up = boards.up - (byId.get(place.id)?.boardsLast7 ?? 0);
    const scanned = scans.total - scans.last7;
    const [share, perStation] = [up, scanned].map((count) => shareOf(count, boards.stations));
    return {
      id: place.id,
      name,
      up,
      scanned,
      share: share ?? null,
      perStation: perStation ?? null,
    };
  });
  if (then.every(({ up, scanned }) => up === 0 && scanned === 0)) return null;
  return new Map(then.sort(order).map(({ id }, at) => [id, at]));
}

function standingOrder(language: Language): (a: Standing, b: Standing) => number {
  const { compare } = new Intl.Collator(language);
  return (a, b) =>
    (b.share ?? -1) - (a.share ?? -1) ||
    (b.perStation ?? -1) - (a.perStation ?? -1) ||
    compare(a.name, b.name);
}

function shareOf(count: number, stations: number): number | null {
  return stations === 0 ? null : count / stations;
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
