import { useState } from 'react';
import type { Answer } from '../../../../messaging/contract/contract.ts';
import { annotationWordsIn } from '../../../i18n/annotation-words.ts';
import { formatDay, formatNumber } from '../../../i18n/format.ts';
import { localPath } from '../../../i18n/language.ts';
import { useConsole, useDistrictName } from '../ui/console-context.ts';
import { formatMoment } from '../ui/format-moment.ts';
import { Await, Outcome } from '../ui/parts.tsx';
import { useAction, useLoad } from '../ui/use-service.ts';
import { EventForm } from './EventForm.tsx';
import { OutcomeForm } from './OutcomeForm.tsx';

type Entries = Answer<'GET /api/annotations'>;

/** Events on the curve and service outcomes: entered here, shown to the public. */
export function Annotations() {
  const { language } = useConsole();
  const words = annotationWordsIn(language);
  const { state, reload } = useLoad('GET /api/annotations');
  const [saved, setSaved] = useState(0);
  const onSaved = () => {
    setSaved((last) => last + 1);
    void reload();
  };
  return (
    <section className="annotations" aria-labelledby="annotations">
      <h2 id="annotations">{words.manage}</h2>
      <p>
        {words.manageLead} <a href={localPath(language, '/progress/#events')}>{words.events}</a>
      </p>
      {saved > 0 && (
        <Outcome key={saved} tone="good">
          <p>{words.saved}</p>
        </Outcome>
      )}
      <div className="two">
        <div>
          <h3>{words.addEvent}</h3>
          <EventForm key={saved} onSaved={onSaved} />
          <Await state={state} retry={reload}>
            {({ events }) => <EventList events={events} onRemoved={reload} />}
          </Await>
        </div>
        <div>
          <h3>{words.addOutcome}</h3>
          <OutcomeForm key={saved} onSaved={onSaved} />
          <Await state={state} retry={reload}>
            {({ outcomes }) => <OutcomeList outcomes={outcomes} onRemoved={reload} />}
          </Await>
        </div>
      </div>
    </section>
  );
}

function EventList(props: { events: Entries['events']; onRemoved: () => void }) {
  const { language } = useConsole();
  const words = annotationWordsIn(language);
  const nameDistrict = useDistrictName();
  if (props.events.length === 0) return <p role="status">{words.noEvents}</p>;
  return (
    <ul className="plain activities">
      {props.events.map(({ id, day, kind, titleHi, titleEn, district, enteredBy, enteredAt }) => (
        <li key={id}>
          <p>
            <strong>{language === 'hi' ? titleHi : titleEn}</strong>
          </p>
          <p className="detail">
            {[
              formatDay(day, language),
              words.kinds[kind],
              nameDistrict(district ?? ''),
              words.by(enteredBy, formatMoment(enteredAt, language)),
            ].join(' · ')}
          </p>
          <Removal name="POST /api/curve-events/:id/delete" id={id} onDone={props.onRemoved} />
        </li>
      ))}
    </ul>
  );
}

function OutcomeList(props: { outcomes: Entries['outcomes']; onRemoved: () => void }) {
  const { language } = useConsole();
  const words = annotationWordsIn(language);
  if (props.outcomes.length === 0) return <p role="status">{words.noOutcomes}</p>;
  return (
    <ul className="plain activities">
      {props.outcomes.map(({ id, name, count, asOf, source, enteredBy, enteredAt }) => (
        <li key={id}>
          <p>
            <strong>
              {name[language]}: {formatNumber(count, language)}
            </strong>
          </p>
          <p className="detail">
            {[
              `${words.asOf} ${formatDay(asOf, language)}`,
              source,
              words.by(enteredBy, formatMoment(enteredAt, language)),
            ].join(' · ')}
          </p>
          <Removal name="POST /api/service-outcomes/:id/delete" id={id} onDone={props.onRemoved} />
        </li>
      ))}
    </ul>
  );
}

interface RemovalProps {
  name: 'POST /api/curve-events/:id/delete' | 'POST /api/service-outcomes/:id/delete';
  id: number;
  onDone: () => void;
}

/** Two taps, so that nothing is removed from the public page by mistake. */
function Removal({ name, id, onDone }: RemovalProps) {
  const { service, language } = useConsole();
  const words = annotationWordsIn(language);
  const [isSure, setSure] = useState(false);
  const { busy, run } = useAction();
  const remove = () =>
    run(async () => {
      await service.ask(name, { params: { id } });
      onDone();
    });
  return (
    <button
      type="button"
      className="link"
      disabled={busy}
      onClick={isSure ? remove : () => setSure(true)}
    >
      {isSure ? words.removeSure : words.remove}
    </button>
  );
}
