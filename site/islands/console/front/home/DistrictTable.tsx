import { useMemo, useState } from 'react';
import { perStationText } from '../../../../../campaigns/charts/shades.ts';
import { type AreaName, rangeName, zoneName } from '../../../../../campaigns/directory/areas.ts';
import { sheetCsv } from '../../../../../campaigns/tables/csv-writer.ts';
import { boardPace, lateDistricts } from '../../../../../campaigns/tracker/late-districts.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { Moved } from '../../../../components/progress/Moved.tsx';
import { formatNumber, formatShare } from '../../../../i18n/format.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { localPath } from '../../../../i18n/language.ts';
import { scoreWordsIn } from '../../../../i18n/score-words.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { ListBar, type ListFilter, MoreRows } from '../../ui/list/ListBar.tsx';
import { SortHead } from '../../ui/list/SortHead.tsx';
import { type ListSpec, useList } from '../../ui/list/use-list.ts';
import { saveText } from '../../ui/save-text.ts';
import { useHashPlace } from '../../ui/use-hash-place.ts';
import type { DistrictRow } from './district-row.ts';
import { Reminder } from './Reminder.tsx';

type File = Answer<'GET /api/progress'>;

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
type FigureColumn = (typeof figureColumns)[number];
/** On a phone those that say where the work is. */
const onPhone: readonly FigureColumn[] = ['up', 'left', 'score'];

/** Where a column shows: the share follows from boards and stations, and waits for the widest screen. */
function widthOf(column: FigureColumn): string | undefined {
  if (column === 'share') return 'wide-only roomy-only';
  return onPhone.includes(column) ? undefined : 'wide-only';
}

/** Districts of the office's area, the one with most left first. */
export function DistrictTable({ file }: { file: File }) {
  const { language, areas, words: console } = useConsole();
  const words = homeWordsIn(language);
  const me = useMe();
  useHashPlace('districts');
  const rows = useRows(file);
  const spec = useMemo(() => specOf(language), [language]);
  // Without the people of the census there is no figure for each lakh of them.
  const isCounted = rows.some(({ perLakh }) => perLakh !== null);
  const columns = figureColumns.filter((column) => column !== 'perLakh' || isCounted);
  const list = useList(rows, spec);
  const [writing, setWriting] = useState(false);
  const late = list.found.filter((row) => row.late);
  const number = (value: number) => formatNumber(value, language);
  const choices = (field: 'zone' | 'range', nameOf: (id: string) => AreaName) =>
    [...new Set(rows.map((row) => row[field]))]
      .map((value) => ({ value, label: nameOf(value)[language] }))
      .toSorted((a, b) => a.label.localeCompare(b.label, language));
  const filters: ListFilter[] = [
    {
      name: 'state',
      label: words.state,
      choices: (['left', 'behind'] as const).map((value) => ({
        value,
        label: words.states[value],
      })),
    },
    ...(me.role === 'hq'
      ? [{ name: 'zone', label: words.zone, choices: choices('zone', (id) => zoneName(areas, id)) }]
      : []),
    ...(me.role === 'range'
      ? []
      : [
          {
            name: 'range',
            label: words.range,
            choices: choices('range', (id) => rangeName(areas, id)),
          },
        ]),
  ];
  const save = () => {
    const head = ['name', ...columns] as const;
    const cells = list.found.map((row) => [
      row.name,
      ...columns.map((column) =>
        column === 'share' ? Math.round(row.share * 100) : sheetFigure(row[column]),
      ),
    ]);
    const csv = sheetCsv([
      ...(file.sample ? [[console.sample]] : []),
      head.map((column) => words.columns[column]),
      ...cells,
    ]);
    saveText(`${words.csvName}-${file.today}.csv`, csv, 'text/csv');
  };
  if (writing) return <Reminder rows={late} file={file} onBack={() => setWriting(false)} />;
  return (
    <section className="district-table" aria-labelledby="districts">
      <h2 id="districts">
        {words.mostLeft} {file.sample && <span className="tag">{console.sample}</span>}
      </h2>
      <p className="detail">
        {words.pace(formatShare(boardPace(file.goal, file.today)))}{' '}
        <a href={localPath(language, '/progress/score/')}>{scoreWordsIn(language).howItIsMade}</a>
      </p>
      <ListBar list={list} filters={filters}>
        <button type="button" className="link" onClick={save}>
          {words.csv}
        </button>
        {late.length > 0 && (
          <button type="button" className="link" onClick={() => setWriting(true)}>
            {words.reminder(number(late.length))}
          </button>
        )}
      </ListBar>
      <table className="figures-table sorted">
        <caption className="sr-only">{words.districts}</caption>
        <thead>
          <tr>
            <SortHead list={list} column="name" label={words.columns.name} />
            {columns.map((column) => (
              <SortHead
                key={column}
                list={list}
                column={column}
                label={words.columns[column]}
                className={widthOf(column)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {list.shown.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={`${localPath(language, '/console/')}?district=${row.id}`}>{row.name}</a>
                {row.late && <span className="state rejected late">{words.behind}</span>}
              </th>
              {columns.map((column) => (
                <td key={column} className={widthOf(column)}>
                  {figureText(row, column, language)}
                  {column === 'score' && (
                    <>
                      {' '}
                      <Moved by={row.moved} language={language} />
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows list={list} />
    </section>
  );
}

function useRows(file: File): DistrictRow[] {
  const { districts, language } = useConsole();
  const { role, area } = useMe();
  return useMemo(() => {
    const late = new Set(lateDistricts(file).map(({ district }) => district));
    const figures = new Map(file.districts.map((own) => [own.district, own]));
    return districts
      .filter(({ zone, range }) =>
        role === 'zone' ? zone === area : role === 'range' ? range === area : true,
      )
      .flatMap(({ id, nameHi, nameEn, zone, range }) => {
        const own = figures.get(id);
        if (own === undefined) return [];
        const { stations, up, verified } = own.boards;
        return {
          ...{ id, zone, range, stations, up, verified },
          name: language === 'hi' ? nameHi : nameEn,
          texts: [nameHi, nameEn],
          left: stations - up,
          share: stations === 0 ? 1 : up / stations,
          scans: own.scans.total,
          score: own.score?.value ?? null,
          moved: movedOf(own.score),
          perStation: own.scansPerStation,
          perLakh: own.scansPerLakh ?? null,
          late: late.has(id),
        };
      });
  }, [file, districts, language, role, area]);
}

function figureText(row: DistrictRow, column: FigureColumn, language: 'hi' | 'en'): string {
  if (column === 'share') return formatShare(row.share);
  if (column === 'score') return row.score === null ? '–' : row.score.toFixed(2);
  if (column === 'perStation' || column === 'perLakh') return perStationText(row[column]);
  return formatNumber(row[column], language);
}

/** A figure for a spreadsheet; empty where there is none. */
function sheetFigure(figure: number | null): number | string {
  return figure === null ? '' : Math.round(figure * 100) / 100;
}

function movedOf(score: File['districts'][number]['score']): number | null {
  const { rank = null, before = null } = score ?? {};
  return rank === null || before === null ? null : before - rank;
}

function specOf(language: 'hi' | 'en'): ListSpec<DistrictRow> {
  const collator = new Intl.Collator(language);
  const byName = (a: DistrictRow, b: DistrictRow) => collator.compare(a.name, b.name);
  // What is equal stands by its name, upwards, whichever way the column runs.
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
