import { Fragment, useState } from 'react';
import {
  headerSuffixes,
  type RegistrationState,
  registrationStates,
} from '../../../../../campaigns/messages/registration-states.ts';
import type { Pair } from '../../../../../campaigns/words/pairs.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { CheckedText } from '../../../../../messaging/phone/blasts/template-routes.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';
import { AskButton, Form } from '../../ui/AskForm.tsx';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { readText } from '../../ui/form-text.ts';
import {
  Await,
  ErrorNotice,
  Section,
  SelectField,
  TextArea,
  TextField,
  toOptions,
} from '../../ui/parts.tsx';
import { SecondPersonNote } from '../../ui/SecondPersonNote.tsx';
import { useAction, useLoad } from '../../ui/use-service.ts';
import { phoneWordsIn } from '../phone-words.ts';

type RegistrationAnswer = Answer<'GET /api/registrations'>[number];

/** Words of the registrar on headers and templates; an officer enters one, another one confirms an approval. */
export function Registrations({ texts }: { texts: readonly CheckedText[] }) {
  const { words } = useConsole(registrationWordsIn);
  const may = useMay();
  const { state, reload } = useLoad('GET /api/registrations');
  return (
    <Section id="portal" title={words.title}>
      <p>{words.lead}</p>
      <Await state={state} retry={reload}>
        {(registrations) =>
          registrations.length === 0 ? (
            <p className="detail">{words.none}</p>
          ) : (
            <ul className="plain cards registrations">
              {registrations.map((registration) => (
                <RegistrationCard
                  key={registration.id}
                  registration={registration}
                  onConfirmed={reload}
                />
              ))}
            </ul>
          )
        }
      </Await>
      {may('registration.enter') && <RegistrationForm texts={texts} onEntered={reload} />}
    </Section>
  );
}

function RegistrationCard({
  registration,
  onConfirmed,
}: {
  registration: RegistrationAnswer;
  onConfirmed: () => Promise<unknown>;
}) {
  const { service, language, words, format } = useConsole(registrationWordsIn);
  const may = useMay();
  const { id, details, state, since, counts, waits, question, second } = registration;
  const standing = counts ? words.counts : waits ? words.waits : words.past;
  const confirm = async () => {
    await service.ask('POST /api/registrations/:id/confirm', { params: { id } });
    await onConfirmed();
  };
  return (
    <li className="card" data-registration={details.name}>
      <h3>
        {words.kinds[details.kind]} {details.name}
        {details.kind === 'header' && `-${details.suffix}`}
      </h3>
      <p>
        <strong>{words.states[state]}</strong> {words.sinceDay(format.day(since))}{' '}
        <span className="tag">{standing}</span>
      </p>
      {details.kind === 'template' && (
        <p className="detail">
          {details.templateId} · {details.header}-{headerSuffixes[details.category]}
          <br />
          <span lang={details.language}>{details.text}</span>
        </p>
      )}
      <p className="detail">
        {words.entered(registration.enteredBy, format.moment(registration.enteredAt))}
        {registration.confirmedBy !== null && ` · ${words.confirmed(registration.confirmedBy)}`}
      </p>
      {question !== null && <p className="notice plain">{question[language]}</p>}
      {waits && may('registration.confirm') && (
        <>
          <SecondPersonNote second={second} />
          {second.bar === null && <AskButton button={words.confirm} look="button" send={confirm} />}
        </>
      )}
    </li>
  );
}

type Template = CheckedText['template'];

interface RegistrationFormProps {
  texts: readonly CheckedText[];
  onEntered: () => Promise<unknown>;
}

/** Takes an answer of the portal on a header or a template. */
function RegistrationForm({ texts, onEntered }: RegistrationFormProps) {
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
        {kind === 'template' ? (
          <TemplateFields texts={texts} />
        ) : (
          <>
            <HeaderField />
            <SelectField label={words.suffix} name="suffix" options={toOptions(words.suffixes)} />
          </>
        )}
        <SelectField label={words.state} name="state" options={toOptions(words.states)} />
        <TextField label={words.since} name="since" type="date" required />
        <ErrorNotice error={error} />
        <button type="submit" className="button" disabled={busy}>
          {words.save}
        </button>
      </Form>
    </details>
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
      <Fragment key={name}>
        <HeaderField value={chosen?.header} />
        <SelectField
          label={phone.texts.category}
          name="category"
          options={toOptions(phone.texts.categories)}
          defaultValue={chosen?.category ?? 'government'}
        />
        <SelectField
          label={phone.check.language}
          name="language"
          options={toOptions(phone.languages)}
          defaultValue={chosen?.language ?? 'hi'}
        />
        <TextArea
          label={phone.check.text}
          hint={words.textHint}
          name="text"
          rows={4}
          required
          maxLength={1600}
          defaultValue={chosen?.text}
        />
      </Fragment>
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

const registrationWordsIn = inEachLanguage({
  title: ['डीएलटी पोर्टल: हेडर और टेंपलेट', 'DLT portal: headers and templates'],
  lead: [
    'पोर्टल का उत्तर यहाँ दर्ज करें। स्वीकृति तभी मान्य होगी, जब दूसरा अधिकारी पुष्टि करे; अस्वीकृति और निलंबन उसी क्षण लागू होते हैं। नए टेंपलेट से पहले प्रसारण के पूर्व अपने नंबर पर एक परीक्षण भेजें।',
    'Enter what the portal answered. An approval counts once a second officer confirms it; a refusal or suspension counts at once. Before its first blast a new template is sent to your own number as a test.',
  ],
  none: [
    'अभी कुछ दर्ज नहीं है; अभियान की फ़ाइल के हेडर और टेंपलेट चलते हैं।',
    'Nothing is entered yet; the headers and templates of the campaign’s file count.',
  ],
  what: ['हेडर या टेंपलेट', 'Header or template'],
  state: ['स्थिति', 'State'],
  states: {
    applied: ['आवेदन किया', 'Applied for'],
    approved: ['स्वीकृत', 'Approved'],
    refused: ['अस्वीकृत', 'Refused'],
    suspended: ['निलंबित', 'Suspended'],
  } satisfies Record<RegistrationState, Pair>,
  since: ['पोर्टल के उत्तर का दिनांक', 'Day of the portal’s answer'],
  sinceDay: (day: string) => [`${day} से`, `since ${day}`],
  entered: (by: string, when: string) => [`दर्ज: ${by}, ${when}`, `Entered: ${by}, ${when}`],
  confirmed: (by: string) => [`पुष्टि: ${by}`, `Confirmed: ${by}`],
  counts: ['लागू', 'Counts'],
  waits: ['पुष्टि शेष', 'Waits for confirmation'],
  past: ['पिछला', 'Earlier'],
  confirm: ['स्वीकृति की पुष्टि करें', 'Confirm the approval'],
  enter: ['पोर्टल का उत्तर दर्ज करें', 'Enter the portal’s answer'],
  kinds: {
    header: ['हेडर', 'Header'],
    template: ['टेंपलेट', 'Template'],
  },
  suffix: ['श्रेणी का चिह्न', 'Mark of its class'],
  suffixes: {
    G: ['-G सरकारी', '-G government'],
    S: ['-S सेवा', '-S service'],
    T: ['-T लेन-देन', '-T transaction'],
    P: ['-P प्रचार', '-P promotion'],
  },
  known: ['कौन-सा टेंपलेट', 'Which template'],
  fresh: ['नया टेंपलेट', 'A new template'],
  name: ['उसका नाम, जैसे lost-phone-hi', 'Its name, such as lost-phone-en'],
  templateId: ['टेंपलेट आईडी', 'Template id'],
  templateIdHint: ['12 या 19 अंक', '12 or 19 digits'],
  textHint: [
    'अक्षरशः जैसा पोर्टल पर है; दो {#url#} हों तो दूसरा संदेश बंद करने का लिंक है',
    'Letter for letter as on the portal; of two {#url#} the second ends the messages',
  ],
  save: ['दर्ज करें', 'Enter'],
});
