import { useEffect, useRef, useState } from 'react';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { perStationText } from '../../../../../campaigns/figures/charts/shades.ts';
import { boardPace } from '../../../../../campaigns/tracker/late-districts.ts';
import { reminderLetter } from '../../../../../campaigns/words/reminder-letter.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { Moved } from '../../../../components/progress/Moved.tsx';
import { formatNumber, formatShare } from '../../../../i18n/format.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { localPath } from '../../../../i18n/language.ts';
import { wordsSide } from '../../../../i18n/own-language.ts';
import { scoreWordsIn } from '../../../../i18n/score-words.ts';
import { MailingPanel } from '../../mail/MailingPanel.tsx';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { useInAddress } from '../../ui/in-address.ts';
import { Good } from '../../ui/lines.tsx';
import {
  BatchBar,
  ListBar,
  MoreRows,
  type Selection,
  SortHead,
  useSelection,
} from '../../ui/list/ListBar.tsx';
import { Button, List, Section } from '../../ui/parts.tsx';
import { viewPath } from '../../ui/views.ts';
import {
  type DistrictRow,
  type FigureColumn,
  type ProgressFile,
  useDistrictTable,
} from './use-district-table.ts';

/** Columns on a phone: those that show where work is left. */
const onPhone: readonly FigureColumn[] = ['up', 'left', 'score'];

/** Widths at which a column shows; the share follows from boards and stations, so it needs the widest screen. */
function pickWidth(column: FigureColumn): string | undefined {
  if (column === 'share') return 'wide-only roomy-only';
  return onPhone.includes(column) ? undefined : 'wide-only';
}

/** Districts of the office's area, the one with most left first. */
export function DistrictTable({ file }: { file: ProgressFile }) {
  const { language, words, format } = useConsole(homeWordsIn);
  const { list, columns, filters, save } = useDistrictTable(file);
  const writing = useInAddress('write');
  const late = list.found.filter((row) => row.late);
  if (writing.value !== null)
    return <Reminder rows={late} file={file} onBack={() => writing.open(null)} />;
  return (
    <Section className="district-table" id="districts" title={words.mostLeft}>
      <ListBar folded list={list} filters={filters}>
        <Button look="link" onClick={save}>
          {words.csv}
        </Button>
        {late.length > 0 && (
          <Button look="link" onClick={() => writing.open('reminder')}>
            {words.reminder(format.number(late.length))}
          </Button>
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
      <p className="detail">
        {words.pace(formatShare(boardPace(file.goal, file.today)))}{' '}
        <a href={localPath(language, '/progress/score/')}>{scoreWordsIn(language).howItIsMade}</a>
      </p>
    </Section>
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
              <Moved by={row.moved} of="bands" language={language} />
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

interface ReminderProps {
  /** Districts that are behind. */
  rows: readonly DistrictRow[];
  file: Pick<Answer<'GET /api/progress'>, 'goal' | 'today' | 'sample'>;
  onBack: () => void;
}

/** The letter to those that are late: to all of them by e-mail, or chosen ones on paper. */
function Reminder({ rows, file, onBack }: ReminderProps) {
  const { words, format } = useConsole(homeWordsIn);
  const ids = rows.map(({ id }) => id);
  const may = useMay();
  const selection = useSelection(ids, ids);
  const [copied, setCopied] = useState(0);
  // It replaces a longer table, in whose middle the reader may have been.
  const head = useRef<HTMLElement>(null);
  // In a block: newer browsers answer with a promise, which is no clean-up.
  useEffect(() => {
    head.current?.scrollIntoView({ block: 'start' });
  }, []);
  const chosen = rows.filter(({ id }) => selection.chosen.has(id));
  const letter = useLetter(chosen, file);
  const copy = async () => {
    await navigator.clipboard.writeText(letter.text);
    setCopied((last) => last + 1);
  };
  return (
    <section ref={head} className="reminder two" aria-labelledby="reminder">
      <div>
        <h2 id="reminder">{words.reminder(format.number(chosen.length))}</h2>
        {may('mail.send') && <MailingPanel kind="reminder" title={words.byMail} />}
        <h3>{words.onPaper}</h3>
        <p>{words.reminderLead}</p>
        <DistrictChoices rows={rows} selection={selection} />
      </div>
      <div>
        <h3>{words.reminderText}</h3>
        <pre className="letter" lang={letter.language}>
          {letter.text}
        </pre>
        {copied > 0 && <Good key={copied}>{words.copied}</Good>}
      </div>
      <BatchBar selection={selection} ids={ids}>
        <Button look="button" disabled={chosen.length === 0} onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Button disabled={chosen.length === 0} onClick={() => window.print()}>
          {words.print}
        </Button>
        <Button look="link" onClick={onBack}>
          {words.back}
        </Button>
      </BatchBar>
    </section>
  );
}

function DistrictChoices({
  rows,
  selection,
}: Pick<ReminderProps, 'rows'> & { selection: Selection }) {
  const { language, format } = useConsole();
  return (
    <List of={rows} className="recipients">
      {({ id, name, left, stations }) => (
        <label>
          <input
            type="checkbox"
            checked={selection.chosen.has(id)}
            onChange={() => selection.toggle(id)}
          />
          <span>{name}</span>
          <span className="detail">
            {homeWordsIn(language).columns.left} {format.number(left)} / {format.number(stations)}
          </span>
        </label>
      )}
    </List>
  );
}

function useLetter(chosen: readonly DistrictRow[], file: ReminderProps['file']) {
  const { districts, campaign } = useConsole();
  // Letters of the department are Hindi, whichever language the page has; where nobody reads Hindi they are English.
  const language = wordsSide('hi');
  const names = new Map(districts.map((district) => [district.id, pickName(district, language)]));
  const text = reminderLetter({
    ...file,
    language,
    app: campaign.app,
    citation: campaign.citations?.boards,
    office: campaign.office[language].replace(/ \([^)]*\)$/, ''),
    districts: chosen.map(({ id, stations, up, left }) => ({
      name: names.get(id) ?? id,
      stations,
      up,
      left,
    })),
  });
  return { language, text };
}
