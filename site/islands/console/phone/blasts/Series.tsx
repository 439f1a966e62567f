import { useState } from 'react';
import type { BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import type { SeriesDetail } from '../../../../../messaging/phone/blasts/series-schemas.ts';
import { AskButton } from '../../ui/AskForm.tsx';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { ErrorNotice, Facts, List, Section } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { blastPath } from './blast-paths.ts';
import { StatusChip } from './NextStep.tsx';
import { StopButton } from './RunControls.tsx';
import { seriesWordsIn } from './series-words.ts';

interface SeriesProps {
  detail: BlastDetail;
  reload: () => Promise<void>;
}

/** Rounds that are shown before the list of all is opened. */
const shownRounds = 6;

/** The days of a series, what was approved for all of them, and skipping and stopping them. */
export function Series({ detail, reload }: SeriesProps) {
  const { words } = useConsole(seriesWordsIn);
  const { series, blast } = detail;
  if (series === null) return null;
  const own = series.rounds.find(({ blastId }) => blastId === blast.id);
  return (
    <Section id="series" title={words.title} level="h3">
      {own !== undefined && own.number > 1 ? (
        <OwnRound detail={detail} series={series} own={own} />
      ) : (
        <Whole detail={detail} series={series} reload={reload} />
      )}
    </Section>
  );
}

type Round = SeriesDetail['rounds'][number];

interface PartProps extends SeriesProps {
  series: SeriesDetail;
}

/** The place of a round in its series, and why it waits. */
function OwnRound({ detail, series, own }: Omit<PartProps, 'reload'> & { own: Round }) {
  const { language, words } = useConsole(seriesWordsIn);
  return (
    <>
      <p>
        {words.roundOf(own.number, series.rounds.length)}{' '}
        <a href={blastPath(language, series.id)}>{words.first}</a>
      </p>
      {own.status === 'held' && detail.blast.approvedAt === null && (
        <div className="notice bad" role="status">
          <p>{words.held}</p>
          <Reasons reasons={own.reasons} />
        </div>
      )}
    </>
  );
}

/** On the page of the first round: what is approved for all, and all days. */
function Whole(props: PartProps) {
  const { rounds, most } = props.series;
  const { words, format } = useConsole(seriesWordsIn);
  const next = rounds.findIndex(({ status }) => status === 'waiting');
  const from = Math.max(
    0,
    Math.min(next < 0 ? rounds.length : next - 2, rounds.length - shownRounds),
  );
  return (
    <>
      {most !== null && (
        <>
          <Facts
            className="facts"
            facts={[
              [words.mostPeople, words.people(most.recipients)],
              [words.mostMessages, format.number(most.messages)],
              [words.mostCost, format.rupees(most.paise)],
            ]}
          />
          <p className="detail">{words.margin}</p>
        </>
      )}
      <Rounds {...props} rounds={rounds.slice(from, from + shownRounds)} />
      {rounds.length > shownRounds && (
        <details>
          <summary>{words.all(rounds.length)}</summary>
          <Rounds {...props} rounds={rounds} />
        </details>
      )}
      <StopSeries {...props} />
    </>
  );
}

function Reasons({ reasons }: Pick<Round, 'reasons'>) {
  const { language } = useConsole();
  return (
    <ul>
      {reasons.map((reason) => (
        <li key={reason.en}>{reason[language]}</li>
      ))}
    </ul>
  );
}

function Rounds({ rounds, ...shared }: PartProps & { rounds: readonly Round[] }) {
  return (
    <List of={rounds} as="ol" className="series-rounds" keyOf={({ number }) => number}>
      {(round) => <OneRound round={round} {...shared} />}
    </List>
  );
}

function OneRound({ round, detail, series, reload }: PartProps & { round: Round }) {
  const { language, service, words, format } = useConsole(seriesWordsIn);
  const may = useMay();
  const { blast } = detail;
  const { number, at, status, blastId, blastStatus, reasons } = round;
  const later = blast.repeat?.texts[number - 2]?.texts;
  const moment = format.moment(at);
  const skip = () =>
    service
      .ask('POST /api/blasts/:id/series/skip', { params: { id: series.id }, body: { number } })
      .finally(reload);
  return (
    <>
      <p>
        <strong>{number}.</strong>{' '}
        {blastId === null || blastId === blast.id ? (
          moment
        ) : (
          <a href={blastPath(language, blastId)}>{moment}</a>
        )}{' '}
        {blastStatus === null || status === 'held' ? (
          <span className={`state ${looks[status]}`}>{words.statuses[status]}</span>
        ) : (
          <StatusChip blast={{ status: blastStatus, gateway: '' }} />
        )}
      </p>
      {status === 'held' && blastId !== blast.id && <Reasons reasons={reasons} />}
      {Object.entries(later ?? {}).map(([language, { body }]) => (
        <p key={language} className="detail" lang={language}>
          {body}
        </p>
      ))}
      {status === 'waiting' && isApproved(detail) && may('blast.run') && (
        <AskButton look="link" button={words.skip} label={`${words.skip}: ${moment}`} send={skip} />
      )}
    </>
  );
}

const looks: Record<Round['status'], string> = {
  waiting: '',
  begun: 'verified',
  held: 'waiting',
  missed: 'rejected',
  skipped: '',
  stopped: 'rejected',
};

const isApproved = ({ blast }: BlastDetail) => blast.round !== null;

/** Stops what waits and what goes on, after a yes. */
function StopSeries({ detail, series, reload }: PartProps) {
  const { service, words } = useConsole(seriesWordsIn);
  const may = useMay();
  const [asked, setAsked] = useState(false);
  const { busy, error, run } = useAction();
  const waits = series.rounds.some(({ status }) => status === 'waiting');
  if (!waits || !isApproved(detail) || !may('blast.run')) return null;
  const stop = () =>
    run(async () => {
      await service
        .ask('POST /api/blasts/:id/series/stop', { params: { id: series.id } })
        .finally(reload);
      setAsked(false);
    });
  return (
    <>
      <ErrorNotice error={error} />
      <StopButton words={words} stopping={asked} busy={busy} onAsk={setAsked} onStop={stop} />
    </>
  );
}
