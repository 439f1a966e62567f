import { useId, useRef, useState } from 'react';
import { tidyText } from '../../../../../campaigns/messages/characters.ts';
import type { MessageLanguage, Template } from '../../../../../campaigns/messages/messages.ts';
import type {
  CheckedText,
  Finding,
} from '../../../../../messaging/phone/blasts/template-routes.ts';
import type { GatewayAnswer } from '../../../../../messaging/phone/gateways/routes.ts';
import { useConsole } from '../../ui/console-context.ts';
import {
  Button,
  ErrorNotice,
  Facts,
  Field,
  SelectField,
  TextField,
  toOptions,
} from '../../ui/parts.tsx';
import { phoneWordsIn } from '../phone-words.ts';
import { markSpans } from './marked-spans.ts';

import { Findings, PhonePreview, usePricedMeasure } from './PhonePreview.tsx';
import { type TextDraft, useCheck } from './use-check.ts';

/** Longest body that a provider takes. */
const longest = 1600;

interface TextCheckProps {
  /** Header that is registered. */
  header: string;
  price: Pick<GatewayAnswer, 'name' | 'paisePerSegment'> | null;
}

/** A text that is being written: counted, previewed and checked as the officer types. */
export function TextCheck({ header, price }: TextCheckProps) {
  const { words } = useConsole(phoneWordsIn);
  const measured = usePricedMeasure();
  const [draft, setDraft] = useState<TextDraft>({
    language: 'hi',
    category: 'government',
    header,
    text: '',
  });
  // A blank at the end is the next word's beginning while somebody types.
  const { checked, error } = useCheck({ ...draft, text: draft.text.trimEnd() });
  return (
    <div className="phone-check">
      <form className="narrow" onSubmit={(event) => event.preventDefault()}>
        <ErrorNotice error={error} />
        <TextFields
          draft={draft}
          checked={checked}
          onChange={(part) => setDraft((last) => ({ ...last, ...part }))}
        />
      </form>
      {checked === null ? (
        <p className="notice plain">{words.check.empty}</p>
      ) : (
        <div>
          <PhonePreview
            kind="sms"
            header={draft.header}
            body={checked.preview}
            language={draft.language}
          />
          <Facts className="facts phone-facts" facts={measured(checked, price)} />
        </div>
      )}
    </div>
  );
}

interface TextFieldsProps {
  draft: TextDraft;
  checked: CheckedText | null;
  onChange: (part: Partial<TextDraft>) => void;
}

function TextFields({ draft, checked, onChange }: TextFieldsProps) {
  const { words } = useConsole(phoneWordsIn);
  return (
    <>
      <div className="phone-fields">
        <SelectField
          label={words.check.language}
          options={toOptions(words.languages)}
          value={draft.language}
          onChoose={(language) => onChange({ language })}
        />
        <SelectField
          label={words.texts.category}
          options={toOptions(words.texts.categories)}
          value={draft.category}
          onChoose={(category) => onChange({ category })}
        />
      </div>
      <TextField
        label={words.texts.header}
        hint={words.check.headerHint}
        value={draft.header}
        maxLength={11}
        onChange={({ currentTarget }) => onChange({ header: currentTarget.value.trim() })}
      />
      <TextInput draft={draft} checked={checked} onChange={(text) => onChange({ text })} />
    </>
  );
}

interface TextInputProps extends Omit<TextFieldsProps, 'onChange'> {
  onChange: (text: string) => void;
}

/** The text itself with what is found in it; links and variables are put where the cursor is. */
function TextInput({ draft, checked, onChange }: TextInputProps) {
  const { words } = useConsole(phoneWordsIn);
  const field = useRef<HTMLTextAreaElement>(null);
  const findingsId = useId();
  const findings = (checked?.findings ?? []).filter(({ rule }) => rule !== 'template-id');
  const insert = (mark: string) => {
    const element = field.current;
    if (element === null) return;
    element.setRangeText(mark, element.selectionStart, element.selectionEnd, 'end');
    onChange(element.value);
    element.focus();
  };
  return (
    <>
      <Field label={words.check.text} hint={words.check.textHint}>
        {(ids) => (
          <textarea
            {...ids}
            aria-describedby={`${ids['aria-describedby']} ${findingsId}`}
            ref={field}
            rows={6}
            maxLength={longest}
            lang={draft.language}
            value={draft.text}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          />
        )}
      </Field>
      <div className="row">
        <Button look="link" onClick={() => insert('{#url#}')}>
          {words.check.addLink}
        </Button>
        <Button look="link" onClick={() => insert('{#alphanumeric#}')}>
          {words.check.addVariable}
        </Button>
      </div>
      <div id={findingsId} className="phone-verdict">
        {checked !== null && (
          <>
            <Counted text={checked} />
            <Findings findings={findings} />
            <MarkedText template={checked.template} findings={findings} />
          </>
        )}
      </div>
      <TidyOffer
        text={draft.text.trimEnd()}
        language={draft.language}
        onTake={(tidy) => {
          onChange(tidy);
          field.current?.focus();
        }}
      />
    </>
  );
}

/** The two figures that an officer watches while writing; read out when they change. */
function Counted({ text }: { text: CheckedText }) {
  const { words, format } = useConsole(phoneWordsIn);
  const { units, segments } = text.measure;
  return (
    <p role="status" className="phone-count">
      {words.check.status(format.number(units), format.number(segments))}
    </p>
  );
}

interface TidyOfferProps {
  text: string;
  language: MessageLanguage;
  onTake: (text: string) => void;
}

/** Offers a text in its standard form, where that differs from what was typed or pasted. */
function TidyOffer({ text, language, onTake }: TidyOfferProps) {
  const { words } = useConsole(phoneWordsIn);
  const tidy = tidyText(text, language);
  if (tidy === text) return null;
  return (
    <div className="notice plain">
      <p>{words.check.tidy}</p>
      <p className="phone-marked" lang={language}>
        {tidy}
      </p>
      <Button onClick={() => onTake(tidy)}>{words.check.takeTidy}</Button>
    </div>
  );
}

/** The text with the places that findings point at, such as the characters that double its cost. */
function MarkedText({ template, findings }: { template: Template; findings: readonly Finding[] }) {
  const { words } = useConsole(phoneWordsIn);
  const places = findings.flatMap(({ at }) => at ?? []);
  if (places.length === 0) return null;
  return (
    <>
      <p className="detail">{words.check.marked}</p>
      <p className="phone-marked" lang={template.language}>
        {markSpans(template.text, places).map(({ from, text, found }) =>
          found ? <mark key={from}>{text}</mark> : <span key={from}>{text}</span>,
        )}
      </p>
    </>
  );
}
