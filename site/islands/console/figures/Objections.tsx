import { useEffect, useRef, useState } from 'react';
import { objectionFigures } from '../../../../campaigns/tracker/objections.ts';
import type { Answer } from '../../../../messaging/contract/contract.ts';
import { longestObjection } from '../../../../messaging/contract/figures/objections.ts';
import { ObjectionText } from '../../../components/progress/ObjectionText.tsx';
import { objectionWordsIn } from '../../../i18n/objection-words.ts';
import { useConsole, useDistrictName } from '../ui/console-context.ts';
import { Form } from '../ui/Form.tsx';
import { readText } from '../ui/form-text.ts';
import { Await, ErrorNotice, Field, Outcome, SelectField } from '../ui/parts.tsx';
import { useAction, useLoad } from '../ui/use-service.ts';

type Entry = Answer<'GET /api/objections'>[number];

/** Objections to public figures: a district makes its own, headquarters answers those of all. */
export function Objections({ may }: { may: 'make' | 'answer' }) {
  const { language } = useConsole();
  const words = objectionWordsIn(language);
  const nameDistrict = useDistrictName();
  const { state, reload } = useLoad('GET /api/objections');
  const place = useRef<HTMLElement>(null);
  const isLoaded = state.kind === 'loaded';
  // The browser looked for the address' place before there was one.
  useEffect(() => {
    if (isLoaded && location.hash === '#objections') place.current?.scrollIntoView();
  }, [isLoaded]);
  return (
    <section ref={place} className="objections" aria-labelledby="objections">
      <h2 id="objections">{words.heading}</h2>
      <p>{may === 'make' ? words.lead : words.answerLead}</p>
      {may === 'make' && <ObjectionForm onSaved={reload} />}
      <Await state={state} retry={reload}>
        {(entries) =>
          entries.length === 0 ? (
            <p role="status">{words.none}</p>
          ) : (
            <ul className="plain activities">
              {entries.map((entry) => (
                <li key={entry.id}>
                  {may === 'answer' && <strong>{nameDistrict(entry.district)}</strong>}
                  <ObjectionText objection={entry} language={language} />
                  {may === 'answer' && entry.answer === null && (
                    <AnswerForm entry={entry} onSaved={reload} />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Await>
    </section>
  );
}

function ObjectionForm({ onSaved }: { onSaved: () => void }) {
  const { language, service } = useConsole();
  const words = objectionWordsIn(language);
  const { busy, error, run } = useAction();
  const [saved, setSaved] = useState(0);
  const save = (form: FormData) =>
    run(async () => {
      const figure = objectionFigures.find((each) => each === readText(form, 'figure')) ?? 'score';
      await service.ask('POST /api/objections', { body: { figure, text: readText(form, 'text') } });
      setSaved((last) => last + 1);
      onSaved();
    });
  return (
    <Form key={saved} className="narrow" onSubmit={save}>
      {saved > 0 && (
        <Outcome tone="good">
          <p>{words.made}</p>
        </Outcome>
      )}
      <SelectField
        label={words.figure}
        name="figure"
        options={objectionFigures.map((figure) => [figure, words.figures[figure]] as const)}
      />
      <TextArea label={words.text} hint={words.textHint} />
      <ErrorNotice error={error} />
      <button type="submit" className="button quiet" disabled={busy}>
        {words.make}
      </button>
    </Form>
  );
}

function AnswerForm({ entry, onSaved }: { entry: Entry; onSaved: () => void }) {
  const { language, service } = useConsole();
  const words = objectionWordsIn(language);
  const { busy, error, run } = useAction();
  const save = (form: FormData) =>
    run(async () => {
      const { id } = entry;
      const body = { text: readText(form, 'text') };
      await service.ask('POST /api/objections/:id/answer', { params: { id }, body });
      onSaved();
    });
  return (
    <Form className="narrow" onSubmit={save}>
      <TextArea label={words.answer} hint={words.textHint} />
      <ErrorNotice error={error} />
      <button type="submit" className="button" disabled={busy}>
        {words.sendAnswer}
      </button>
    </Form>
  );
}

function TextArea({ label, hint }: { label: string; hint: string }) {
  return (
    <Field label={label} hint={hint}>
      {(ids) => <textarea {...ids} name="text" rows={3} required maxLength={longestObjection} />}
    </Field>
  );
}
