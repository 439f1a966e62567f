import { formatChance, formatDay, formatNumber, formatShare } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { progressSide, progressWordsIn } from '../../i18n/progress-words.ts';
import { FiguresDay } from './FiguresDay.tsx';
import type { ProgressProps } from './progress-page.ts';

type File = ProgressProps['file'];
interface Figure {
  id: string;
  value: string | null;
  label: string;
  note: string;
  /** The part of the page that it is read from. */
  from: string;
}

/** The campaign's progress, in figures large enough to be read across a table. */
export function Figures({ file, places, language }: ProgressProps) {
  const words = progressWordsIn(language);
  const { progress, downloads, goal } = file;
  const number = (value: number) => formatNumber(value, language);
  const isAtLeast = downloads.kind === 'counted' && downloads.atLeast;
  return (
    <div className="standing">
      <FiguresDay file={file} language={language} />
      <p className={`status ${progress.status}`}>
        {progress.daysPast > 0 && `${words.past(formatDay(goal.endsOn, progressSide(language)))} `}
        {words.status[progress.status]}
      </p>
      <p className="total">
        {progress.total === null ? (
          <span className="unknown">{words.noTotal}</span>
        ) : (
          <>
            <strong>
              <a className="evidence" href="#sources">
                {number(progress.total)}
              </a>
            </strong>{' '}
            <span>{isAtLeast ? `${words.actualLine}, ${words.atLeast}` : words.actualLine}</span>
          </>
        )}{' '}
        {file.sample && <span className="tag">{words.sample}</span>}
      </p>
      <Bar share={progress.share ?? 0} />
      <p className="goal-line">
        {words.of(number(goal.downloads))}
        {progress.share !== null && ` · ${formatShare(progress.share)}`}
      </p>
      {downloads.kind === 'counted' && downloads.basis.kind === 'since' && (
        <p className="detail">
          {words.since(formatDay(downloads.basis.date, progressSide(language)))}
        </p>
      )}
      <p className="detail">
        {places.goalSources.find((each) => each.downloads === goal.downloads)?.source[language]}
      </p>
      {file.earlier !== undefined && (
        <ul className="plain detail">
          {file.earlier.map((earlier) => (
            <li key={earlier.downloads}>
              {words[earlier.reached ? 'earlierReached' : 'earlierOver'](
                number(earlier.downloads),
                formatDay(earlier.endsOn, progressSide(language)),
              )}
            </li>
          ))}
        </ul>
      )}
      <FigureList file={file} language={language} />
    </div>
  );
}

/** Figures below the total, of what is known; those that lead to the goal go with its last day. */
function FigureList({ file, language }: Pick<ProgressProps, 'file' | 'language'>) {
  const words = progressWordsIn(language);
  const figures = listFigures(file, language).filter(
    ({ id, value }) =>
      (file.progress.total !== null || value !== null) &&
      (file.progress.daysPast <= 0 || !['days', 'required', 'probability'].includes(id)),
  );
  if (figures.length === 0) return null;
  return (
    <dl className={`figures ${file.progress.status}`}>
      {figures.map(({ id, value, label, note, from }) => (
        <div key={id} data-figure={id}>
          <dt>{label}</dt>
          <dd className={value === null ? 'value unknown' : 'value'}>
            {value === null ? (
              words.unknown
            ) : (
              <a className="evidence" href={from}>
                {value}
              </a>
            )}
          </dd>
          <dd className="detail">
            {note} {file.sample && <span className="tag">{words.sample}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect className="all" width="100" height="4" />
      <rect className="done" width={Math.min(100, Math.round(share * 1000) / 10)} height="4" />
    </svg>
  );
}

function listFigures(file: File, language: Language): Figure[] {
  const words = progressWordsIn(language);
  const { progress, goal, forecast } = file;
  const number = (value: number) => formatNumber(Math.round(value), language);
  const day = (value: string) => formatDay(value, progressSide(language));
  const rateFigure = (id: 'rate7' | 'rate14'): Figure => {
    const rate = progress[id];
    const note =
      rate === null
        ? ''
        : rate.basis === 'days'
          ? words.reportedDays(rate.reportedDays)
          : words.fromTotals;
    return { id, value: rate && number(rate.perDay), label: words[id], note, from: '#days' };
  };
  return [
    {
      id: 'days',
      // The same days by which the next figure is reckoned: the one times the other reaches the goal.
      value: number(progress.daysToCount ?? progress.daysLeft),
      label: progress.daysToCount === null ? words.daysLeft : words.daysToCount,
      note:
        progress.requiredFrom === null
          ? words.lastDay(day(goal.endsOn))
          : words.fromTo(day(progress.requiredFrom), day(goal.endsOn)),
      from: '#ladder',
    },
    {
      id: 'required',
      value: progress.requiredPerDay === null ? null : number(progress.requiredPerDay),
      label: words.required,
      note: progress.requiredFrom === null ? words.noRequired : words.requiredNote,
      from: '#chart',
    },
    rateFigure('rate7'),
    rateFigure('rate14'),
    {
      id: 'probability',
      value: forecast.kind === 'forecast' ? formatChance(forecast.probability) : null,
      label: words.probability,
      note:
        forecast.kind === 'forecast' ? words.probabilityNote : words.noForecast[forecast.reason],
      from: '#forecast',
    },
  ];
}
