import type { ReactNode } from 'react';
import { messageLanguages } from '../../../../../campaigns/messages/message-language.ts';
import type { BlastEntry } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { Await, Facts, Section } from '../../ui/parts.tsx';
import { useChanges } from '../../ui/use-changes.ts';
import { useLoad, usePoll } from '../../ui/use-service.ts';
import { audiencesPath, blastPath, newPath } from './blast-paths.ts';
import { blastWordsIn, figureWords } from './blast-words.ts';
import { isActive, summarise } from './figures.ts';
import { StatusChip } from './NextStep.tsx';
import { groupSeries } from './series-groups.ts';
import { seriesWordsIn } from './series-words.ts';

const hasActive = (entries: readonly BlastEntry[]) =>
  entries.some(({ blast }) => isActive(blast.status));

/** Blasts, the newest first; those that wait for HQ come first. */
export function BlastList() {
  const { language, words } = useConsole(blastWordsIn);
  const may = useMay();
  const { state, reload } = usePoll(hasActive, 'GET /api/blasts');
  useChanges(['blast'], reload);
  const mayDraft = may('blast.draft');
  const approves = may('blast.approve');
  return (
    <>
      <EmulatorBanner />
      {mayDraft && (
        <p className="row">
          <a className="button" href={newPath(language)}>
            {words.list.new}
          </a>
        </p>
      )}
      <Await state={state} retry={() => void reload()}>
        {(entries) => {
          const waiting = approves
            ? entries.filter(({ blast, bar }) => blast.status === 'submitted' && bar === null)
            : [];
          const others = entries.filter((entry) => !waiting.includes(entry));
          if (entries.length === 0) return <Empty mayDraft={mayDraft} />;
          return (
            <>
              {waiting.length > 0 && (
                <Section
                  id="waiting"
                  title={
                    <>
                      {words.list.waiting}
                      <span className="tally">{waiting.length}</span>
                    </>
                  }
                >
                  <Rows entries={waiting} />
                </Section>
              )}
              {others.length > 0 && (
                <Section id="all" title={words.list.all}>
                  <Rows entries={others} />
                </Section>
              )}
            </>
          );
        }}
      </Await>
    </>
  );
}

function Empty({ mayDraft }: { mayDraft: boolean }) {
  const { language, words } = useConsole(blastWordsIn);
  return (
    <div className="notice plain first-steps">
      <p>
        <strong>{words.list.none}</strong>
      </p>
      {mayDraft && (
        <ol>
          <li>
            {words.list.howList} <a href={audiencesPath(language)}>{words.list.howListLink}</a>
          </li>
          <li>{words.list.howDraft}</li>
          <li>{words.list.howApproval}</li>
        </ol>
      )}
    </div>
  );
}

function Rows({ entries }: { entries: readonly BlastEntry[] }) {
  return (
    <ul className="plain blast-rows">
      {groupSeries(entries).map(({ entry, rounds }) => (
        <Row key={entry.blast.id} {...entry}>
          <SeriesRow series={entry.series} rounds={rounds} />
        </Row>
      ))}
    </ul>
  );
}

interface SeriesRowProps extends Pick<BlastEntry, 'series'> {
  rounds: readonly BlastEntry[];
}

/** How far a series is; opened, its later rounds. */
function SeriesRow({ series, rounds }: SeriesRowProps) {
  const { words, format } = useConsole(seriesWordsIn);
  if (series === null) return null;
  const held = rounds.filter(({ blast }) => blast.status === 'draft').length;
  const line = [
    words.row(rounds.length + 1, series.rounds),
    series.nextAt !== null && words.next(format.moment(series.nextAt)),
  ];
  return (
    <div className="series-row">
      <p className="detail">
        {line.filter(Boolean).join(' · ')}{' '}
        {held > 0 && <span className="state waiting">{words.waitsFor(held)}</span>}
      </p>
      {rounds.length > 0 && (
        <details>
          <summary>{words.rounds}</summary>
          <ul className="plain blast-rows">
            {rounds.map((entry) => (
              <Row key={entry.blast.id} {...entry} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Row({ blast, figures, costSoFarPaise, children }: BlastEntry & { children?: ReactNode }) {
  const { language, words, format } = useConsole(blastWordsIn);
  const { all, sent, delivered } = summarise(figures);
  const names = figureWords(words, blast.channel);
  const spoken = messageLanguages.filter((name) => blast.texts[name] !== undefined);
  const count = format.number;
  return (
    <li>
      <div>
        <h3>
          <a className="name" href={blastPath(language, blast.id)}>
            {blast.name}
          </a>
        </h3>
        <p className="detail">
          <StatusChip blast={blast} /> {words.channels[blast.channel]}
          {blast.channel === 'sms' &&
            ` · ${spoken.map((name) => words.languages[name]).join(', ')}`}
          {' · '}
          {describeWhen(blast, words, (moment) => format.moment(moment))}
        </p>
      </div>
      {all > 0 && (
        <Facts
          facts={[
            [names.sent, words.list.of(count(sent), count(all))],
            [names.delivered, count(delivered)],
            [names.cost, format.rupees(costSoFarPaise)],
          ]}
        />
      )}
      {children}
    </li>
  );
}

function describeWhen(
  blast: BlastEntry['blast'],
  words: ReturnType<typeof blastWordsIn>,
  format: (moment: string) => string,
): string {
  const { endedAt, startedAt, startsAt, submittedAt, createdAt, status } = blast;
  if (endedAt !== null) return words.list.when.ended(format(endedAt));
  if (startedAt !== null) return words.list.when.started(format(startedAt));
  if (isActive(status) && startsAt !== null) return words.list.when.starts(format(startsAt));
  if (status === 'submitted' && submittedAt !== null) {
    return words.list.when.submitted(format(submittedAt));
  }
  return words.list.when.created(format(createdAt));
}

/** Says that nothing reaches anybody while only the training emulator is set up. */
export function EmulatorBanner() {
  const { words } = useConsole(blastWordsIn);
  const { state } = useLoad('GET /api/gateways');
  if (state.kind !== 'loaded' || !state.value.emulatorOnly) return null;
  return (
    <p className="emulator">
      <span className="tag">{words.emulator.tag}</span> {words.emulator.text}
    </p>
  );
}
