import { useMemo, useState } from 'react';
import { rangeName, zoneName } from '../../../../campaigns/directory/areas.ts';
import { sheetCsv } from '../../../../campaigns/tables/csv-writer.ts';
import { boardPace, lateDistricts } from '../../../../campaigns/tracker/late-districts.ts';
import type { Answer } from '../../../../messaging/contract/contract.ts';
import { formatNumber, formatShare } from '../../../i18n/format.ts';
import { homeWordsIn } from '../../../i18n/home-words.ts';
import { localPath } from '../../../i18n/language.ts';
import { useConsole, useMe } from '../console-context.ts';
import { ListBar, type ListFilter, MoreRows } from '../list/ListBar.tsx';
import { SortHead } from '../list/SortHead.tsx';
import { type ListSpec, useList } from '../list/use-list.ts';
import { saveText } from '../save-text.ts';
import { useHashPlace } from '../use-hash-place.ts';
import type { DistrictRow } from './district-row.ts';
import { Reminder } from './Reminder.tsx';

type File = Answer<'GET /api/progress'>;

const figureColumns = ['stations', 'up', 'verified', 'left', 'share', 'scans'] as const;
/** On a phone the four that say where the work is. */
const onPhone: readonly string[] = ['up', 'left'];

/** Districts of the office's area, the one with most left first. */
export function DistrictTable({ file }: { file: File }) {
  const { language, words: console } = useConsole();
  const words = homeWordsIn(language);
  const me = useMe();
  useHashPlace('districts');
  const rows = useRows(file);
  const spec = useMemo(() => specOf(language), [language]);
  const list = useList(rows, spec);
  const [writing, setWriting] = useState(false);
  const late = list.found.filter((row) => row.late);
  const number = (value: number) => formatNumber(value, language);
  const choices = (field: 'zone' | 'range', nameOf: typeof zoneName) =>
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
      ? [{ name: 'zone', label: words.zone, choices: choices('zone', zoneName) }]
      : []),
    ...(me.role === 'range'
      ? []
      : [{ name: 'range', label: words.range, choices: choices('range', rangeName) }]),
  ];
  const save = () => {
    const head = ['name', ...figureColumns] as const;
    const cells = list.found.map((row) => [
      row.name,
      ...figureColumns.map((column) =>
        column === 'share' ? Math.round(row.share * 100) : row[column],
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
      <p className="detail">{words.pace(formatShare(boardPace(file.goal, file.today)))}</p>
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
            {figureColumns.map((column) => (
              <SortHead
                key={column}
                list={list}
                column={column}
                label={words.columns[column]}
                className={onPhone.includes(column) ? undefined : 'wide-only'}
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
              {figureColumns.map((column) => (
                <td key={column} className={onPhone.includes(column) ? undefined : 'wide-only'}>
                  {column === 'share' ? formatShare(row.share) : number(row[column])}
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
          late: late.has(id),
        };
      });
  }, [file, districts, language, role, area]);
}

function specOf(language: 'hi' | 'en'): ListSpec<DistrictRow> {
  const collator = new Intl.Collator(language);
  const byName = (a: DistrictRow, b: DistrictRow) => collator.compare(a.name, b.name);
  // What is equal stands by its name, upwards, whichever way the column runs.
  const by = (column: (typeof figureColumns)[number]) => (a: DistrictRow, b: DistrictRow) =>
    a[column] - b[column] || byName(b, a);
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
