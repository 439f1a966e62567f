import { perStationText } from '../../../../../campaigns/charts/shades.ts';
import { boardPace } from '../../../../../campaigns/tracker/late-districts.ts';
import { Moved } from '../../../../components/progress/Moved.tsx';
import { formatNumber, formatShare } from '../../../../i18n/format.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { localPath } from '../../../../i18n/language.ts';
import { scoreWordsIn } from '../../../../i18n/score-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { ListBar, MoreRows } from '../../ui/list/ListBar.tsx';
import { SortHead } from '../../ui/list/SortHead.tsx';
import { useInAddress } from '../../ui/use-in-address.ts';
import { viewPath } from '../../ui/views.ts';
import type { DistrictRow } from './district-row.ts';
import { Reminder } from './Reminder.tsx';
import { type FigureColumn, type ProgressFile, useDistrictTable } from './use-district-table.ts';

/** Columns on a phone: those that show where work is left. */
const onPhone: readonly FigureColumn[] = ['up', 'left', 'score'];

/** Widths at which a column shows; the share follows from boards and stations, so it needs the widest screen. */
function pickWidth(column: FigureColumn): string | undefined {
  if (column === 'share') return 'wide-only roomy-only';
  return onPhone.includes(column) ? undefined : 'wide-only';
}

/** Districts of the office's area, the one with most left first. */
export function DistrictTable({ file }: { file: ProgressFile }) {
  const { language } = useConsole();
  const words = homeWordsIn(language);
  const { list, columns, filters, save } = useDistrictTable(file);
  const writing = useInAddress('write');
  const late = list.found.filter((row) => row.late);
  if (writing.value !== null)
    return <Reminder rows={late} file={file} onBack={() => writing.open(null)} />;
  return (
    <section className="district-table" aria-labelledby="districts">
      <h2 id="districts">{words.mostLeft}</h2>
      <p className="detail">
        {words.pace(formatShare(boardPace(file.goal, file.today)))}{' '}
        <a href={localPath(language, '/progress/score/')}>{scoreWordsIn(language).howItIsMade}</a>
      </p>
      <ListBar list={list} filters={filters}>
        <button type="button" className="link" onClick={save}>
          {words.csv}
        </button>
        {late.length > 0 && (
          <button type="button" className="link" onClick={() => writing.open('reminder')}>
            {words.reminder(formatNumber(late.length, language))}
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
                className={pickWidth(column)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {list.shown.map((row) => (
            <TableRow key={row.id} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
      <MoreRows list={list} />
    </section>
  );
}

function TableRow({ row, columns }: { row: DistrictRow; columns: readonly FigureColumn[] }) {
  const { language } = useConsole();
  return (
    <tr>
      <th scope="row">
        <a href={`${localPath(language, viewPath('boards'))}?district=${row.id}`}>{row.name}</a>
        {row.late && <span className="state rejected late">{homeWordsIn(language).behind}</span>}
      </th>
      {columns.map((column) => (
        <td key={column} className={pickWidth(column)}>
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
  );
}

function figureText(row: DistrictRow, column: FigureColumn, language: 'hi' | 'en'): string {
  if (column === 'share') return formatShare(row.share);
  if (column === 'score') return row.score === null ? '–' : row.score.toFixed(2);
  if (column === 'perStation' || column === 'perLakh') return perStationText(row[column]);
  return formatNumber(row[column], language);
}
