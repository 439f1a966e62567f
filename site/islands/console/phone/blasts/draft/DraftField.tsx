import {
  type DraftFieldName,
  draftFieldOf,
} from '../../../../../../campaigns/messages/draft-fields.ts';
import { sayPair } from '../../../../../i18n/own-language.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { Choice, SelectField, TextArea, TextField } from '../../../ui/parts.tsx';
import type { EditorProps } from './editor-props.ts';
import { useFaultWords } from './use-draft.ts';

interface DraftFieldProps extends Pick<EditorProps, 'form' | 'change' | 'faults'> {
  name: DraftFieldName;
  /** Said after the field's own hint. */
  more?: string | undefined;
}

/** The control of a declared field; what is typed is in the draft at once. */
export function DraftField({ name, form, change, faults, more }: DraftFieldProps) {
  const { language } = useConsole();
  const fault = useFaultWords(faults);
  const { type, label, hint, maybe, none, max, lines, options } = draftFieldOf(name);
  const value = form[name];
  const put = (text: string) => change({ [name]: text });
  const shared = {
    label: sayPair(label, language),
    hint: [hint && sayPair(hint, language), more].filter(Boolean).join(' ') || undefined,
    error: fault(name),
  };
  const choices = Object.entries(options ?? {}).map(
    ([key, pair]) => [key, sayPair(pair, language)] as const,
  );
  if (maybe === true && choices.length > 0) {
    const all = none === undefined ? '' : sayPair(none, language);
    return (
      <SelectField {...shared} value={value} options={[['', all], ...choices]} onChoose={put} />
    );
  }
  if (choices.length > 0) {
    return choices.map(([key, text]) => (
      <Choice key={key} type="radio" name={name} checked={value === key} onChange={() => put(key)}>
        {text}
      </Choice>
    ));
  }
  if (type === 'flag') {
    return (
      <Choice
        title={shared.label}
        hint={shared.hint}
        checked={value === 'true'}
        onChange={({ currentTarget }) => put(String(currentTarget.checked))}
      />
    );
  }
  if (lines !== undefined) {
    return (
      <TextArea
        {...shared}
        rows={lines}
        maxLength={max}
        value={value}
        onChange={({ currentTarget }) => put(currentTarget.value)}
      />
    );
  }
  return (
    <TextField
      {...shared}
      {...(type === 'count' && { inputMode: 'numeric' })}
      {...(type === 'money' && { inputMode: 'decimal' })}
      maxLength={type === 'text' ? max : 16}
      value={value}
      onChange={({ currentTarget }) => put(currentTarget.value)}
    />
  );
}
