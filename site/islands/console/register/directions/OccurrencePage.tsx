import { useEffect } from 'react';
import { longestRemark } from '../../../../../campaigns/directions/limits.ts';
import { periodText, stateWords } from '../../../../../campaigns/words/direction-words.ts';
import type { OccurrenceDetail } from '../../../../../messaging/register/directions/directions-schemas.ts';
import { formatBytes } from '../../../../i18n/format.ts';
import { officeProgressWordsIn } from '../../../../i18n/progress-words.ts';
import { AskButton } from '../../ui/AskForm.tsx';
import { makeAddress } from '../../ui/address.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { FileField } from '../../ui/DayField.tsx';
import { DecisionForm } from '../../ui/DecisionForm.tsx';
import { BackLink, Fold } from '../../ui/lines.tsx';
import {
  Await,
  Button,
  ErrorNotice,
  Facts,
  List,
  Outcome,
  Section,
  UploadBar,
} from '../../ui/parts.tsx';
import { SecondPersonNote } from '../../ui/SecondPersonNote.tsx';
import { useLive, useUpload } from '../../ui/use-service.ts';
import { useStationNames } from '../use-station-names.ts';
import { DirectionHistory } from './DirectionCard.tsx';
import { directionWordsIn } from './direction-words.ts';
import { DueText, OccurrenceChips } from './OccurrenceState.tsx';
import { directionPath, type Named, owedPath, useRegister } from './register-context.ts';
import { PartsTable, StepHistory } from './StepHistory.tsx';
import { SubmissionForm } from './SubmissionForm.tsx';
import { type OnDone, useRounds } from './use-rounds.ts';

/** One occurrence: what is ordered, what was handed in, what the officer may do. */
export function OccurrencePage({ occurrenceKey }: { occurrenceKey: string }) {
  const { language, words } = useConsole(directionWordsIn);
  const { state, reload } = useLive(['direction', 'register'], 'GET /api/directions/occurrence', {
    query: { key: occurrenceKey },
  });
  return (
    <>
      <BackLink to={owedPath(language)}>{words.back}</BackLink>
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
            {decides && <Decide detail={forms} onDone={onDone} />}
            {isFolded && (
              <Fold className="on-behalf" title={words.submitFor}>
                {handIn}
              </Fold>
            )}
          </div>
          {!reviews && <StepHistory detail={latest} named={named} />}
        </div>
      </div>
    </>
  );
}

function Head({ detail, named }: { detail: OccurrenceDetail; named: Named }) {
  const { language, words, format } = useConsole(directionWordsIn);
  const { catalogue, officeName, paperText } = useRegister();
  const { occurrence } = detail;
  const { direction, obligation } = named;
  const paper = catalogue.papers.find(({ id }) => id === direction.paper);
  return (
    <Section
      id="direction-title"
      title={
        <>
          <a href={directionPath(language, direction.id)}>{direction.id}</a>
          {' · '}
          {direction.title[language]}
        </>
      }
    >
      <p className="direction-office">
        {officeName(occurrence.office)}
        {occurrence.period !== 'once' && occurrence.period !== 'standing' && (
          <> · {periodText(occurrence.period, language)}</>
        )}
      </p>
      <p>
        <OccurrenceChips occurrence={occurrence} />
      </p>
      <Facts
        className="direction-facts"
        facts={[
          [words.dueLabel, <DueText key="due" occurrence={occurrence} />],
          [
            words.when,
            <>
              {obligation.when[language]}
              {paper?.base != null && (
                <> · {words.baseMoved(format.day(paper.base), paper.baseReason)}</>
              )}
            </>,
          ],
          detail.event !== null && [words.event, <EventText key="event" event={detail.event} />],
          [words.pointOwed, obligation.owed[language]],
          [words.paper, `${paperText(direction.paper)} · ${direction.point[language]}`],
        ]}
      />
      <Fold open={detail.steps.length === 0} title={words.quote}>
        <blockquote lang="hi">{direction.quote}</blockquote>
        {direction.named !== null && (
          <p className="detail" lang="hi">
            {direction.named}
          </p>
        )}
      </Fold>
      <DirectionHistory
        history={direction.history.filter((each) => each.obligation === occurrence.obligation)}
      />
      <p className="sr-only">
        {words.stateLabel}: {stateWords[occurrence.state][language]}
      </p>
    </Section>
  );
}

function EventText({ event }: { event: NonNullable<OccurrenceDetail['event']> }) {
  const { language, format } = useConsole(directionWordsIn);
  const { catalogue } = useRegister();
  const districtName = useDistrictName();
  const { load, findNames } = useStationNames();
  const { kind, day, district, station } = event;
  useEffect(() => load(district === '' ? [] : [district]), [load, district]);
  return (
    <>
      {catalogue.events.find(({ id }) => id === kind)?.name[language] ?? kind}, {format.day(day)}
      {station !== '' && <>, {findNames(district, station).name}</>}
      {district !== '' && <> ({districtName(district)})</>}
    </>
  );
}

/** Counts of the tracker, which nobody types here. */
function Counted({ detail: { counts } }: { detail: OccurrenceDetail }) {
  const { language, words, format } = useConsole(directionWordsIn);
  const { measures } = officeProgressWordsIn(language);
  if (counts.length === 0) return null;
  const nameMeasure = (measure: string) =>
    measure === 'downloads' ? words.downloads : measures[measure as keyof typeof measures];
  return (
    <Section id="direction-counted" title={words.counted} level="h3" className="notice plain">
      <Facts
        className="direction-facts"
        facts={counts.map(({ measure, count, of }) => [
          nameMeasure(measure),
          <>
            <strong>{format.number(count)}</strong>
            {of !== null && ` / ${format.number(of)}`}
          </>,
        ])}
      />
      <p className="detail">{words.countedText}</p>
    </Section>
  );
}

interface PapersProps {
  detail: OccurrenceDetail;
  named: Named;
  onDone: OnDone;
}

/** Papers of an occurrence; they can be added and removed until it is handed in. */
function Papers({ detail, named, onDone }: PapersProps) {
  const { service, words } = useConsole(directionWordsIn);
  const { share, busy, error, upload: run } = useUpload();
  const { occurrence, files, may } = detail;
  const open = may.includes('save');
  if (files.length === 0 && (!open || !named.obligation.file)) return null;
  const { key, version } = occurrence;
  const add = (file: File) =>
    run(async (onShare) => {
      onShare(0);
      const query = { key, version };
      const upload = { file, onShare };
      onDone(await service.upload('POST /api/directions/files', { query }, upload), 'paper');
    });
  const remove = (id: number) =>
    run(async () => {
      const request = { params: { id }, body: { version } };
      onDone(await service.ask('POST /api/directions/files/:id/remove', request), 'paper');
    });
  return (
    <Section id="direction-papers" title={words.papers} level="h3">
      <List of={files} className="activities">
        {({ id, name, bytes }) => (
          <>
            <a href={makeAddress('GET /api/directions/files/:id', { params: { id } })} download>
              {name}
            </a>{' '}
            <span className="detail">{formatBytes(bytes)}</span>{' '}
            {open && (
              <Button look="link" disabled={busy} onClick={() => remove(id)}>
                {words.paperRemove(name)}
              </Button>
            )}
          </>
        )}
      </List>
      {open && (
        <FileField
          key={version}
          label={words.paperAdd}
          hint={words.papersHint}
          name="paper"
          accept=".pdf,.docx,.xlsx,.jpg,.jpeg,.png"
          onChoose={(file) => file && add(file)}
        />
      )}
      <UploadBar share={share} />
      <ErrorNotice error={error} />
    </Section>
  );
}

const decisions = ['accept', 'forward', 'return', 'set-aside', 'close', 'reopen'] as const;

/** The zone or headquarters decides; nobody accepts their own submission. */
function Decide({ detail, onDone }: { detail: OccurrenceDetail; onDone: OnDone }) {
  const { service, words } = useConsole(directionWordsIn);
  const { occurrence, may, second } = detail;
  const { key, version } = occurrence;
  const first = may.includes('accept') ? 'accept' : 'forward';
  const possible = decisions.filter(
    (action) =>
      may.includes(action) &&
      (second.bar === null || (action !== 'accept' && action !== 'forward')),
  );
  return (
    <Section id="direction-decision" title={words.decide}>
      {may.includes(first) && <SecondPersonNote second={second} />}
      <DecisionForm
        className="narrow"
        label={words.remark}
        hint={words.remarkHint}
        lines={2}
        maxLength={longestRemark}
        decisions={possible.map((action) => ({ action, button: words.actions[action] }))}
        usual={first}
        send={async (action, remark) => {
          const body = { key, version, action, remark };
          const answer = await service.ask('POST /api/directions/occurrence/decide', { body });
          onDone(answer, action);
          return answer;
        }}
      />
    </Section>
  );
}

/** An office takes back what it handed in, until somebody accepts it. */
function TakeBack({ detail, onDone }: { detail: OccurrenceDetail; onDone: OnDone }) {
  const { service, words } = useConsole(directionWordsIn);
  const { key, version } = detail.occurrence;
  const takeBack = async () => {
    const body = { key, version, action: 'withdraw' as const, remark: '' };
    onDone(await service.ask('POST /api/directions/occurrence/decide', { body }), 'withdraw');
  };
  return (
    <div className="notice plain">
      <p>{words.takeBackText}</p>
      <AskButton button={words.takeBack} send={takeBack} />
    </div>
  );
}
