import { useState } from 'react';
import { registrationStates } from '../../../../../campaigns/messages/registration-states.ts';
import type { CheckedText } from '../../../../../messaging/phone/blasts/template-routes.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { readText } from '../../ui/form-text.ts';
import { ErrorNotice, Field, SelectField, TextField, toOptions } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { Problems, readProblems } from '../blasts/Problems.tsx';
import { phoneWordsIn } from '../phone-words.ts';

import { registrationWordsIn } from './registration-words.ts';

type Template = CheckedText['template'];

interface RegistrationFormProps {
  texts: readonly CheckedText[];
  onEntered: () => Promise<unknown>;
}

/** Takes an answer of the portal on a header or a template. */
export function RegistrationForm({ texts, onEntered }: RegistrationFormProps) {
  const { service, words } = useConsole(registrationWordsIn);
  const [kind, setKind] = useState<'header' | 'template'>('template');
  const [made, setMade] = useState(0);
  const { busy, error, run } = useAction();
  const enter = (form: FormData) =>
    run(async () => {
      const state = registrationStates.find((each) => each === readText(form, 'state'));
      const body = {
        details: kind === 'header' ? readHeader(form) : readTemplate(form),
        state: state ?? 'applied',
        since: readText(form, 'since'),
      };
      await service.ask('POST /api/registrations', { body });
      setMade((count) => count + 1);
      await onEntered();
    });
  const problems = readProblems(error);
  return (
    <details className="due-boards">
      <summary>{words.enter}</summary>
      <Form key={made} className="narrow" onSubmit={enter}>
        <SelectField
          label={words.what}
          value={kind}
          options={toOptions(words.kinds)}
          onChoose={setKind}
        />
        {kind === 'header' ? <HeaderFields /> : <TemplateFields texts={texts} />}
        <SelectField label={words.state} name="state" options={toOptions(words.states)} />
        <TextField label={words.since} name="since" type="date" required />
        {problems === null ? <ErrorNotice error={error} /> : <Problems problems={problems} />}
        <button type="submit" className="button" disabled={busy}>
          {words.save}
        </button>
      </Form>
    </details>
  );
}

function HeaderFields() {
  const { words } = useConsole(registrationWordsIn);
  return (
    <>
      <HeaderField />
      <SelectField label={words.suffix} name="suffix" options={toOptions(words.suffixes)} />
    </>
  );
}

function HeaderField({ value }: { value?: string | undefined }) {
  const { words } = useConsole(phoneWordsIn);
  return (
    <TextField
      label={words.texts.header}
      hint={words.check.headerHint}
      name="header"
      required
      pattern="[A-Z]{6}|[0-9]{6}"
      maxLength={6}
      autoCapitalize="characters"
      autoComplete="off"
      defaultValue={value}
    />
  );
}

/** A template of the campaign fills them in; what differs on the portal is changed. */
function TemplateFields({ texts }: { texts: readonly CheckedText[] }) {
  const { language, words } = useConsole(registrationWordsIn);
  const phone = useConsole(phoneWordsIn).words;
  const [name, setName] = useState(texts[0]?.template.id ?? '');
  const chosen = texts.find(({ template }) => template.id === name)?.template;
  const options = texts.map(({ template: { id, purpose } }) => [id, purpose[language]] as const);
  return (
    <>
      <SelectField
        label={words.known}
        value={name}
        name="known"
        options={[...options, ['', words.fresh]]}
        onChoose={setName}
      />
      {name === '' && (
        <TextField label={words.name} name="name" required pattern="[a-z0-9][a-z0-9\-]{0,39}" />
      )}
      <TextField
        label={words.templateId}
        hint={words.templateIdHint}
        name="templateId"
        required
        inputMode="numeric"
        pattern="[0-9]{12}|[0-9]{19}"
        autoComplete="off"
      />
      <TextFields key={name} chosen={chosen} labels={phone} hint={words.textHint} />
    </>
  );
}

function TextFields({
  chosen,
  labels,
  hint,
}: {
  chosen: Template | undefined;
  labels: ReturnType<typeof phoneWordsIn>;
  hint: string;
}) {
  return (
    <>
      <HeaderField value={chosen?.header} />
      <SelectField
        label={labels.texts.category}
        name="category"
        options={toOptions(labels.texts.categories)}
        defaultValue={chosen?.category ?? 'government'}
      />
      <SelectField
        label={labels.check.language}
        name="language"
        options={toOptions(labels.languages)}
        defaultValue={chosen?.language ?? 'hi'}
      />
      <Field label={labels.check.text} hint={hint}>
        {(ids) => (
          <textarea
            {...ids}
            name="text"
            rows={4}
            required
            maxLength={1600}
            defaultValue={chosen?.text}
          />
        )}
      </Field>
    </>
  );
}

function readHeader(form: FormData) {
  const suffix = readText(form, 'suffix') as 'P' | 'S' | 'T' | 'G';
  return { kind: 'header' as const, name: readText(form, 'header'), suffix };
}

function readTemplate(form: FormData) {
  const text = readText(form, 'text');
  return {
    kind: 'template' as const,
    name: readText(form, 'known') || readText(form, 'name'),
    templateId: readText(form, 'templateId'),
    header: readText(form, 'header'),
    category: readText(form, 'category') as Template['category'],
    language: readText(form, 'language') as Template['language'],
    text,
    links: text.split('{#url#}').length > 2 ? (['app', 'stop'] as const).slice() : [],
  };
}
