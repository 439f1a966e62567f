import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { Areas } from '../../../campaigns/directory/areas-schema.ts';
import { pickName } from '../../../campaigns/directory/pick-name.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import type { Period } from '../../../campaigns/figures/charts/burn-up.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import type { Language } from '../../i18n/language.ts';
import type { MapDistrict } from '../TileMap.tsx';
import { bandsMoved } from './bands-moved.ts';

/** Everything on the page but the figures; the browser gets it too, to draw newer figures. */
export interface ProgressPlaces {
  districts: readonly (MapDistrict & Pick<District, 'lat' | 'lon'>)[];
  zones: Areas['zones'];
  directions: readonly { id: string; title: Bilingual }[];
  /** Where each goal of the ladder is stated. */
  goalSources: { downloads: number; source: Bilingual }[];
  /** Every goal, in their order. */
  ladder: { downloads: number; endsOn: string; source: Bilingual }[];
  /** Totals that others stated. */
  milestones: { downloads: number; over: boolean; month: string; source: Bilingual }[];
}

export interface ProgressProps {
  file: ProgressFile;
  places: ProgressPlaces;
  language: Language;
  /** Of the charts; the whole campaign where it is left out. */
  period?: Period;
}

export interface LeagueRow {
  place: MapDistrict;
  name: string;
  boards: ProgressFile['districts'][number]['boards'];
  /** Part of the stations with a board; null without stations */
  share: number | null;
  scans: ProgressFile['districts'][number]['scans'];
  visitors: ProgressFile['districts'][number]['visitors'];
  /** null until the app reports any */
  installs: ProgressFile['districts'][number]['installs'];
  perStation: number | null;
  /** Visitors per lakh of people; null where the population is not known */
  perLakh: number | null;
  /** null while nobody has done anything */
  score: ProgressFile['districts'][number]['score'];
  /** Places, with a score bands, gained (or lost, below 0) since a week ago; null when nothing was there then */
  moved: number | null;
}

type Standing = Pick<LeagueRow, 'name' | 'share' | 'perStation'>;

/** Nobody has reported anything: no figure of downloads, no board, no scan. */
export function isUntouched({ downloads, boards, scans }: ProgressProps['file']): boolean {
  return downloads.kind === 'none' && boards.up === 0 && scans.total === 0;
}

/** Districts in the order of the league: by what was gained, those not compared last; while there is none, share of boards up, visitors per station, name. */
export function rankDistricts({ file, places, language }: ProgressProps): LeagueRow[] {
  const byId = new Map(file.districts.map((entry) => [entry.district, entry]));
  const rows = places.districts.flatMap((place) => {
    const entry = byId.get(place.id);
    if (entry === undefined) return [];
    const { boards, scans, visitors, installs, visitorsPerStation: perStation } = entry;
    const { visitorsPerLakh: perLakh, score } = entry;
    const name = pickName(place, language);
    const share = divide(boards.up, boards.stations);
    return [{ place, name, boards, share, scans, visitors, installs, perStation, perLakh, score }];
  });
  const order = standingOrder(language);
  if (rows.some(({ score }) => score !== null)) return byScore(rows, order);
  const before = placesAWeekAgo(rows, byId, order);
  return rows.sort(order).map((row, at) => {
    const then = before?.get(row.place.id);
    return { ...row, moved: then === undefined ? null : then - at };
  });
}

function byScore(
  rows: readonly Omit<LeagueRow, 'moved'>[],
  order: (a: Standing, b: Standing) => number,
): LeagueRow[] {
  return rows
    .map((row) => ({ ...row, moved: bandsMoved(row.score ?? {}) }))
    .sort(
      (a, b) =>
        Number(a.score?.band == null) - Number(b.score?.band == null) ||
        (b.score?.change?.points ?? 0) - (a.score?.change?.points ?? 0) ||
        order(a, b),
    );
}

/** Places of the districts seven days ago; null when no board was up and no code was scanned by then. */
function placesAWeekAgo(
  rows: readonly Omit<LeagueRow, 'moved'>[],
  byId: ReadonlyMap<string, ProgressFile['districts'][number]>,
  order: (a: Standing, b: Standing) => number,
): Map<string, number> | null {
  const then = rows.map(({ place, name, boards, visitors }) => {
    const up = boards.up - (byId.get(place.id)?.boardsLast7 ?? 0);
    const scanned = visitors.total - visitors.last7;
    const [share, perStation] = [up, scanned].map((count) => divide(count, boards.stations));
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

export function divide(count: number, stations: number): number | null {
  return stations === 0 ? null : count / stations;
}

/** Letter of the minutes as it is, paragraph of the letter by its number. */
export function directionMark(id: string): string {
  return id.replace('para-', '§');
}

/** A district's name in the language of the page; the id of one that the page does not know. */
export function nameDistrict(
  id: string,
  districts: readonly Pick<MapDistrict, 'id' | 'nameHi' | 'nameEn'>[],
  language: Language,
): string {
  const found = districts.find((district) => district.id === id);
  return found === undefined ? id : pickName(found, language);
}
