import { useEffect } from 'react';
import { periodText, stateWords } from '../../../../../campaigns/words/direction-words.ts';
import type { OccurrenceDetail } from '../../../../../messaging/register/directions/directions-schemas.ts';
import { formatDay } from '../../../../i18n/format.ts';
import { progressWordsIn } from '../../../../i18n/progress-words.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { Await, Button, Outcome } from '../../ui/parts.tsx';
import { useChanges } from '../../ui/use-changes.ts';
import { useLoad } from '../../ui/use-service.ts';
import { useStationNames } from '../use-station-names.ts';
import { DecisionForm, decisions, TakeBack } from './DecisionForm.tsx';
import { DirectionHistory } from './DirectionCard.tsx';
import { directionPath, owedPath } from './direction-paths.ts';
import { directionWordsIn } from './direction-words.ts';
import { DueText, OccurrenceChips, useNumber } from './OccurrenceState.tsx';
import { Papers } from './Papers.tsx';
import { type Named, useRegister } from './register-context.ts';
import { PartsTable, StepHistory } from './StepHistory.tsx';
import { SubmissionForm } from './SubmissionForm.tsx';
import { useRounds } from './use-rounds.ts';

/** One occurrence: what is ordered, what was handed in, what the officer may do. */
export function OccurrencePage({ occurrenceKey }: { occurrenceKey: string }) {
  const { language, words } = useConsole(directionWordsIn);
  const { state, reload } = useLoad('GET /api/directions/occurrence', {
    query: { key: occurrenceKey },
  });
  useChanges(['direction', 'register'], reload);
  return (
    <>
      <p>
        <a href={owedPath(language)}>← {words.back}</a>
      </p>
      <Await state={state} retry={reload}>
        {(loaded) => <Whole loaded={loaded} />}
      </Await>
    </>
  );
}

function Whole({ loaded }: { loaded: OccurrenceDetail }) {
  const { words } = useConsole(directionWordsIn);
  const { find } = useRegister();
  const { latest, forms, round, said, isBehind, catchUp, onTyped, onDone } = useRounds(loaded);
  const named = find(latest.occurrence.obligation);
  if (named === undefined) return null;
  const { may } = forms;
  const decides = decisions.some((action) => may.includes(action));
  const submits = may.includes('submit');
  const reviews = !submits || forms.onBehalf;
  const handIn = (
    <>
      {submits && <SubmissionForm detail={forms} named={named} onDone={onDone} />}
      <Papers detail={forms} named={named} onDone={onDone} />
    </>
  );
  const isFolded = submits && forms.onBehalf;
  return (
    <>
      {said !== null && said !== 'changed' && (
        <Outcome key={forms.occurrence.version} tone="good">
          {words.told[said]}
        </Outcome>
      )}
      <p role="status" className={said === 'changed' ? 'notice plain' : undefined}>
        {said === 'changed' && words.changed}
      </p>
      <div className="direction-page">
        <div>
          <Head detail={latest} named={named} />
          <Counted detail={latest} />
          {latest.parts.length > 0 && <PartsTable detail={latest} named={named} />}
        </div>
        <div>
          {isBehind && (
            <div className="notice" role="alert">
              <p>{words.behind}</p>
              <Button onClick={catchUp}>{words.catchUp}</Button>
            </div>
          )}
          {/* Who decides reads first what was handed in; whose turn it is to hand in begins with the form. */}
          {reviews && <StepHistory detail={latest} named={named} />}
          <div key={round} onInput={onTyped}>
            {!isFolded && handIn}
            {may.includes('withdraw') && <TakeBack detail={forms} onDone={onDone} />}
            {decides && <DecisionForm detail={forms} onDone={onDone} />}
            {isFolded && (
              <details className="on-behalf">
                <summary>{words.submitFor}</summary>
                {handIn}
              </details>
            )}
          </div>
          {!reviews && <StepHistory detail={latest} named={named} />}
        </div>
      </div>
    </>
  );
}

function Head({ detail, named }: { detail: OccurrenceDetail; named: Named }) {
  const { language, words } = useConsole(directionWordsIn);
  const { catalogue, officeName, paperText } = useRegister();
  const { occurrence } = detail;
  const { direction, obligation } = named;
  const paper = catalogue.papers.find(({ id }) => id === direction.paper);
  return (
    <section aria-labelledby="direction-title">
      <h2 id="direction-title">
        <a href={directionPath(language, direction.id)}>{direction.id}</a> ·{' '}
        {direction.title[language]}
      </h2>
      <p className="direction-office">
        {officeName(occurrence.office)}
        {occurrence.period !== 'once' && occurrence.period !== 'standing' && (
          <> · {periodText(occurrence.period, language)}</>
        )}
      </p>
      <p>
        <OccurrenceChips occurrence={occurrence} />
      </p>
      <dl className="direction-facts">
        <dt>{words.dueLabel}</dt>
        <dd>
          <DueText occurrence={occurrence} />
        </dd>
        <dt>{words.when}</dt>
        <dd>
          {obligation.when[language]}
          {paper?.base != null && (
            <> · {words.baseMoved(formatDay(paper.base, language), paper.baseReason)}</>
          )}
        </dd>
        <EventFact detail={detail} />
        <dt>{words.pointOwed}</dt>
        <dd>{obligation.owed[language]}</dd>
        <dt>{words.paper}</dt>
        <dd>
          {paperText(direction.paper)} · {direction.point[language]}
        </dd>
      </dl>
      <details open={detail.steps.length === 0}>
        <summary>{words.quote}</summary>
        <blockquote lang="hi">{direction.quote}</blockquote>
        {direction.named !== null && (
          <p className="detail" lang="hi">
            {direction.named}
          </p>
        )}
      </details>
      <DirectionHistory
        history={direction.history.filter((each) => each.obligation === occurrence.obligation)}
      />
      <p className="sr-only">
        {words.stateLabel}: {stateWords[occurrence.state][language]}
      </p>
    </section>
  );
}

function EventFact({ detail: { event } }: { detail: OccurrenceDetail }) {
  const { language, words } = useConsole(directionWordsIn);
  const { catalogue } = useRegister();
  const districtName = useDistrictName();
  const { load, findNames } = useStationNames();
  const district = event?.district ?? '';
  useEffect(() => load(district === '' ? [] : [district]), [load, district]);
  if (event === null) return null;
  const kind = catalogue.events.find(({ id }) => id === event.kind);
  return (
    <>
      <dt>{words.event}</dt>
      <dd>
        {kind?.name[language] ?? event.kind}, {formatDay(event.day, language)}
        {event.station !== '' && <>, {findNames(event.district, event.station).name}</>}
        {event.district !== '' && <> ({districtName(event.district)})</>}
      </dd>
    </>
  );
}

/** Counts of the tracker, which nobody types here. */
function Counted({ detail: { counts } }: { detail: OccurrenceDetail }) {
  const { language, words } = useConsole(directionWordsIn);
  const { measures } = progressWordsIn(language);
  const number = useNumber();
  if (counts.length === 0) return null;
  const nameMeasure = (measure: string) =>
    measure === 'downloads' ? words.downloads : measures[measure as keyof typeof measures];
  return (
    <section aria-labelledby="direction-counted" className="notice plain">
      <h3 id="direction-counted">{words.counted}</h3>
      <dl className="direction-facts">
        {counts.map(({ measure, count, of }) => (
          <div key={measure}>
            <dt>{nameMeasure(measure)}</dt>
            <dd>
              <strong>{number(count)}</strong>
              {of !== null && ` / ${number(of)}`}
            </dd>
          </div>
        ))}
      </dl>
      <p className="detail">{words.countedText}</p>
    </section>
  );
}
