import { useMemo } from 'react';
import { type AreaName, rangeName, zoneName } from '../../../../../campaigns/directory/areas.ts';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { sheetCsv } from '../../../../../campaigns/tables/csv-writer.ts';
import { lateDistricts } from '../../../../../campaigns/tracker/late-districts.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { bandsMoved } from '../../../../components/progress/bands-moved.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import type { ListFilter } from '../../ui/list/ListBar.tsx';
import { type ListSpec, useList } from '../../ui/list/use-list.ts';
import { saveText } from '../../ui/save-text.ts';

export type ProgressFile = Answer<'GET /api/progress'>;

const figureColumns = [
  'stations',
  'up',
  'verified',
  'left',
  'share',
  'score',
  'scans',
  'perStation',
  'perLakh',
] as const;
export type FigureColumn = (typeof figureColumns)[number];

/** The districts of the office's area as they are found, sorted and saved. */
export function useDistrictTable(file: ProgressFile) {
  const { language, words: console } = useConsole();
  const words = homeWordsIn(language);
  const rows = useRows(file);
  const spec = useMemo(() => createListSpec(language), [language]);
  const list = useList(rows, spec);
  // Without the people of the census there is no figure for each lakh of them.
  const isCounted = rows.some(({ perLakh }) => perLakh !== null);
  const columns = figureColumns.filter((column) => column !== 'perLakh' || isCounted);
  const save = () => {
    const csv = sheetCsv([
      ...(file.sample ? [[console.sample]] : []),
      (['name', ...columns] as const).map((column) => words.columns[column]),
      ...list.found.map((row) => [
        row.name,
        ...columns.map((column) => toSheetFigure(row, column)),
      ]),
    ]);
    saveText(`${words.csvName}-${file.today}.csv`, csv, 'text/csv');
  };
  return { list, columns, filters: useFilters(rows), save };
}

function useFilters(rows: readonly DistrictRow[]): ListFilter[] {
  const { language, areas, words } = useConsole(homeWordsIn);
  const { role } = useMe();
  const listChoices = (field: 'zone' | 'range', nameArea: (id: string) => AreaName) =>
    [...new Set(rows.map((row) => row[field]))]
      .map((value) => [value, nameArea(value)[language]] as const)
      .toSorted(([, a], [, b]) => a.localeCompare(b, language));
  const state = {
    name: 'state',
    label: words.state,
    choices: (['left', 'behind'] as const).map((value) => [value, words.states[value]] as const),
  };
  const zone = {
    name: 'zone',
    label: words.zone,
    choices: listChoices('zone', (id) => zoneName(areas, id)),
  };
  const range = {
    name: 'range',
    label: words.range,
    choices: listChoices('range', (id) => rangeName(areas, id)),
  };
  return [state, ...(role === 'hq' ? [zone] : []), ...(role === 'range' ? [] : [range])];
}

function useRows(file: ProgressFile): DistrictRow[] {
  const { districts, language } = useConsole();
  const { role, area } = useMe();
  return useMemo(() => {
    const late = new Set(lateDistricts(file).map(({ district }) => district));
    const figures = new Map(file.districts.map((entry) => [entry.district, entry]));
    return districts
      .filter(({ zone, range }) =>
        role === 'zone' ? zone === area : role === 'range' ? range === area : true,
      )
      .flatMap((district) => {
        const { id, nameHi, nameEn, zone, range } = district;
        const entry = figures.get(id);
        if (entry === undefined) return [];
        const { stations, up, verified } = entry.boards;
        return {
          id,
          zone,
          range,
          stations,
          up,
          verified,
          name: pickName(district, language),
          texts: [nameHi, nameEn],
          left: stations - up,
          share: stations === 0 ? 1 : up / stations,
          scans: entry.scans.total,
          score: entry.score?.value ?? null,
          moved: bandsMoved(entry.score ?? {}),
          perStation: entry.visitorsPerStation ?? null,
          perLakh: entry.visitorsPerLakh ?? null,
          late: late.has(id),
        };
      });
  }, [file, districts, language, role, area]);
}

/** A figure for a spreadsheet; empty where there is none. */
function toSheetFigure(row: DistrictRow, column: FigureColumn): number | string {
  const figure = row[column];
  if (figure === null) return '';
  return column === 'share' ? Math.round(figure * 100) : Math.round(figure * 100) / 100;
}

function createListSpec(language: 'hi' | 'en'): ListSpec<DistrictRow> {
  const collator = new Intl.Collator(language);
  const byName = (a: DistrictRow, b: DistrictRow) => collator.compare(a.name, b.name);
  // Equal figures are sorted by name, upwards, whichever way the column is sorted.
  const by = (column: FigureColumn) => (a: DistrictRow, b: DistrictRow) =>
    (a[column] ?? -1) - (b[column] ?? -1) || byName(b, a);
  return {
    texts: ({ texts }) => texts,
    filters: {
      state: (row, value) => (value === 'behind' ? row.late : row.left > 0),
      zone: (row, value) => row.zone === value,
      range: (row, value) => row.range === value,
    },
    sorts: {
      name: byName,
      ...Object.fromEntries(figureColumns.map((column) => [column, by(column)])),
    },
    sort: '-left',
    upward: ['name'],
    pageRows: 25,
  };
}

/** A district of the table, with its figures. */
export interface DistrictRow {
  id: string;
  name: string;
  texts: readonly string[];
  zone: string;
  range: string;
  stations: number;
  up: number;
  verified: number;
  left: number;
  share: number;
  scans: number;
  /** Out of 10; null while nobody has done anything. */
  score: number | null;
  /** Places gained, or lost below 0, since a week ago. */
  moved: number | null;
  perStation: number | null;
  perLakh: number | null;
  late: boolean;
}
