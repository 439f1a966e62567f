import type { Answer } from '../../../../../messaging/contract/contract.ts';
import { formatChance, formatDay, formatNumber, formatShare } from '../../../../i18n/format.ts';
import { homeWordsIn } from '../../../../i18n/home-words.ts';
import { localPath } from '../../../../i18n/language.ts';
import { progressWordsIn } from '../../../../i18n/progress-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';

type File = Answer<'GET /api/progress'>;

/** Headquarters' own figures: downloads against the goal, the pace, scans, boards, and each channel. */
export function StateFigures({ file }: { file: File }) {
  const { language, words } = useConsole(homeWordsIn);
  const { progress, goal, downloads, forecast, scans, boards } = file;
  const number = (value: number) => formatNumber(Math.round(value), language);
  const figures: [string, string | null][] = [
    [
      progress.requiredFrom === null
        ? words.required
        : words.requiredFrom(formatDay(progress.requiredFrom, language)),
      progress.requiredPerDay === null ? null : number(progress.requiredPerDay),
    ],
    [words.rate7, progress.rate7 === null ? null : number(progress.rate7.perDay)],
    [words.chance, forecast.kind === 'forecast' ? formatChance(forecast.probability) : null],
    [words.daysLeft, number(progress.daysLeft)],
    [words.scans, number(scans.total)],
    [words.scansWeek, number(scans.last7)],
  ];
  return (
    <section className="state-figures" aria-labelledby="figures">
      <h2 id="figures">{words.figures}</h2>
      {progress.total === null ? (
        <p>{words.noFigures}</p>
      ) : (
        <>
          <p className="headline">
            <strong>{number(progress.total)}</strong>{' '}
            {words.goal(number(goal.downloads), formatShare(progress.share ?? 0))}
          </p>
          <progress
            max={goal.downloads}
            value={Math.min(goal.downloads, progress.total)}
            aria-label={words.goal(number(goal.downloads), formatShare(progress.share ?? 0))}
          />
        </>
      )}
      {downloads.kind === 'counted' && (
        <p className="detail">{words.asOf(formatDay(downloads.asOf, language))}</p>
      )}
      <dl className="small-figures">
        {figures.map(
          ([label, value]) =>
            value !== null && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <p>
        {words.boards(number(boards.up), number(boards.stations))},{' '}
        {words.verified(number(boards.verified))}
      </p>
      <Channels file={file} />
      <p>
        <a href={localPath(language, '/progress/')}>{words.more}</a>
      </p>
    </section>
  );
}

function Channels({ file }: { file: File }) {
  const { language, words } = useConsole(homeWordsIn);
  const names = progressWordsIn(language).channels;
  const busy = file.channels.filter(({ total }) => total > 0).toSorted((a, b) => b.total - a.total);
  if (busy.length === 0) return null;
  return (
    <FigureTable
      caption={words.channels}
      rows={busy}
      keyOf={({ channel }) => channel}
      columns={[
        [words.channel, ({ channel }) => names[channel]],
        [words.scans, ({ total }) => formatNumber(total, language)],
        [words.scansWeek, ({ last7 }) => formatNumber(last7, language)],
      ]}
    />
  );
}
