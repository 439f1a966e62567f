import { useState } from 'react';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { readText } from '../../ui/form-text.ts';
import { ErrorNotice, Outcome, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';

/** Offices at headquarters and apps that a later paper names, in addition to those of the campaign. */
export function Additions({ onChange }: { onChange: () => void }) {
  const { language } = useConsole();
  const words = registerWordsIn(language);
  return (
    <section aria-labelledby="direction-added">
      <h2 id="direction-added">{words.added}</h2>
      <p className="detail">{words.addedText}</p>
      <Addition kind="office" onChange={onChange} />
      <Addition kind="app" onChange={onChange} />
    </section>
  );
}

function Addition({ kind, onChange }: { kind: 'office' | 'app'; onChange: () => void }) {
  const { language, service } = useConsole();
  const words = registerWordsIn(language);
  const { busy, error, run } = useAction();
  const [added, setAdded] = useState('');
  const submit = (form: FormData, element: HTMLFormElement) => {
    const name = { hi: readText(form, 'hi'), en: readText(form, 'en') };
    run(async () => {
      if (kind === 'office') await service.ask('POST /api/directions/offices', { body: name });
      else {
        const body = { ...name, citizen: form.has('citizen') };
        await service.ask('POST /api/directions/apps', { body });
      }
      element.reset();
      setAdded(name[language]);
      onChange();
    });
  };
  const add = kind === 'office' ? words.addOffice : words.addApp;
  return (
    <details>
      <summary>{add}</summary>
      {added !== '' && (
        <Outcome key={added} tone="good">
          {words.addedTold(added)}
        </Outcome>
      )}
      <Form className="narrow" onSubmit={submit}>
        <TextField label={words.nameHi} name="hi" required maxLength={120} lang="hi" />
        <TextField label={words.nameEn} name="en" required maxLength={120} lang="en" />
        {kind === 'app' && (
          <label className="check">
            <input type="checkbox" name="citizen" /> {words.citizen}
          </label>
        )}
        <ErrorNotice error={error} />
        <button type="submit" className="button" disabled={busy}>
          {add}
        </button>
      </Form>
    </details>
  );
}
