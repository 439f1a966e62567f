import { useState } from 'react';
import { AskForm } from '../ui/AskForm.tsx';
import { useConsole } from '../ui/console-context.ts';
import { Await, Field, Outcome } from '../ui/parts.tsx';
import { useLoad } from '../ui/use-service.ts';
import { mailWordsIn } from './mail-words.ts';

/** The officer chooses which e-mails to get, and in which language; part of the account page. */
export function MailChoices() {
  const { language, service, words } = useConsole(mailWordsIn);
  const { state, reload } = useLoad('GET /api/me/mail');
  const [done, setDone] = useState(0);
  const submit = async (form: FormData) => {
    const wanted = form.getAll('wanted');
    if (state.kind !== 'loaded') return;
    const topics = state.value.topics.map(({ topic }) => topic);
    await service.ask('PUT /api/me/mail', {
      body: {
        language: form.get('language') === 'en' ? 'en' : 'hi',
        unwanted: topics.filter((topic) => !wanted.includes(topic)),
      },
    });
    setDone((last) => last + 1);
  };
  return (
    <section aria-labelledby="mail-choices">
      <h2 id="mail-choices">{words.choices}</h2>
      <Await state={state} retry={reload}>
        {(choices) => (
          <AskForm
            button={words.save}
            send={submit}
            outcome={
              done > 0 && (
                <Outcome key={done} tone="good">
                  <p>{words.saved}</p>
                </Outcome>
              )
            }
          >
            {choices.topics.length > 0 && (
              <fieldset className="mail-topics">
                <legend>{words.choicesWhat}</legend>
                {choices.topics.map(({ topic, name, wanted }) => (
                  <label key={topic}>
                    <input type="checkbox" name="wanted" value={topic} defaultChecked={wanted} />{' '}
                    {name[language]}
                  </label>
                ))}
              </fieldset>
            )}
            <p className="detail">{words.choicesQuiet}</p>
            <Field label={words.language}>
              {(ids) => (
                <select {...ids} name="language" defaultValue={choices.language}>
                  <option value="hi" lang="hi">
                    हिंदी
                  </option>
                  <option value="en" lang="en">
                    English
                  </option>
                </select>
              )}
            </Field>
          </AskForm>
        )}
      </Await>
    </section>
  );
}
