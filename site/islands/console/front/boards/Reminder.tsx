import { useEffect, useRef, useState } from 'react';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { officeSide } from '../../../../../campaigns/language.ts';
import { reminderLetter } from '../../../../../campaigns/words/reminder-letter.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { MailingPanel } from '../../mail/MailingPanel.tsx';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { BatchBar } from '../../ui/list/BatchBar.tsx';
import { type Selection, useSelection } from '../../ui/list/use-selection.ts';
import { Outcome } from '../../ui/parts.tsx';
import type { DistrictRow } from './district-row.ts';

interface ReminderProps {
  /** Districts that are behind. */
  rows: readonly DistrictRow[];
  file: Pick<Answer<'GET /api/progress'>, 'goal' | 'today' | 'sample'>;
  onBack: () => void;
}

/** The letter to those that are late: to all of them by e-mail, or chosen ones on paper. */
export function Reminder({ rows, file, onBack }: ReminderProps) {
  const { language } = useConsole();
  const words = homeWordsIn(language);
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
        <h2 id="reminder">{words.reminder(formatNumber(chosen.length, language))}</h2>
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
        {copied > 0 && (
          <Outcome key={copied} tone="good">
            <p>{words.copied}</p>
          </Outcome>
        )}
      </div>
      <BatchBar selection={selection} ids={ids}>
        <button
          type="button"
          className="button"
          disabled={chosen.length === 0}
          onClick={() => void copy()}
        >
          {words.copy}
        </button>
        <button
          type="button"
          className="button quiet"
          disabled={chosen.length === 0}
          onClick={() => window.print()}
        >
          {words.print}
        </button>
        <button type="button" className="link" onClick={onBack}>
          {words.back}
        </button>
      </BatchBar>
    </section>
  );
}

function DistrictChoices({
  rows,
  selection,
}: Pick<ReminderProps, 'rows'> & { selection: Selection }) {
  const { language } = useConsole();
  return (
    <ul className="plain recipients">
      {rows.map(({ id, name, left, stations }) => (
        <li key={id}>
          <label>
            <input
              type="checkbox"
              checked={selection.chosen.has(id)}
              onChange={() => selection.toggle(id)}
            />
            <span>{name}</span>
            <span className="detail">
              {homeWordsIn(language).columns.left} {formatNumber(left, language)} /{' '}
              {formatNumber(stations, language)}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

function useLetter(chosen: readonly DistrictRow[], file: ReminderProps['file']) {
  const { districts, campaign } = useConsole();
  // Letters of the department are Hindi, whichever language the page has; where nobody reads Hindi they are English.
  const language = officeSide('hi', campaign.own);
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
