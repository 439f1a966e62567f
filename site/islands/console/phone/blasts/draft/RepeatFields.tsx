import { messageLanguages } from '../../../../../../campaigns/messages/message-language.ts';
import { isLastInMonth, rhythms } from '../../../../../../campaigns/messages/repeat-days.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { Button, SelectField, TextField } from '../../../ui/parts.tsx';
import { sayRhythm, seriesWordsIn } from '../series-words.ts';
import { listWithoutBlanks } from './draft-form.ts';
import type { EditorProps } from './editor-props.ts';
import { emptyText, type LaterText, listFormDays, type RepeatForm } from './repeat-form.ts';
import { useFaultWords } from './use-draft.ts';

/** How a blast comes again; once, until something else is chosen. A round of a series comes from one already. */
export function RepeatFields(props: EditorProps) {
  const { form, change, faults, today, draft } = props;
  const { language, words, format } = useConsole(seriesWordsIn);
  const fault = useFaultWords(faults);
  if (draft !== null && draft.blast.round !== null) return null;
  const { repeat } = form;
  const first = form.start === 'later' && form.day !== '' ? form.day : today;
  const put = (part: Partial<RepeatForm>) => change({ repeat: { ...repeat, ...part } });
  const offered = rhythms
    .filter(
      (rhythm) => rhythm !== 'monthly-last' || repeat.rhythm === rhythm || isLastInMonth(first),
    )
    .filter((rhythm) => rhythm !== 'texts' || form.channel !== 'ivr')
    .map((rhythm) => [rhythm, sayRhythm(rhythm, first, language)] as const);
  const choose = (rhythm: RepeatForm['rhythm']) => {
    // The days follow from the first one.
    const start = rhythm === 'once' ? {} : { start: 'later' as const, day: first };
    const days = rhythm === 'days' && repeat.days.length === 0 ? [''] : repeat.days;
    const texts = rhythm === 'texts' && repeat.texts.length === 0 ? [emptyText] : repeat.texts;
    change({ ...start, trial: null, repeat: { ...repeat, rhythm, days, texts } });
  };
  const days = listFormDays(repeat, first);
  return (
    <>
      <SelectField
        label={words.repeat}
        hint={repeat.rhythm === 'once' ? ((form.trial && words.noTrial) ?? undefined) : words.hint}
        error={fault('repeat')}
        value={repeat.rhythm}
        options={[['once', words.once], ...offered]}
        onChoose={choose}
      />
      {repeat.rhythm === 'days' && <Days repeat={repeat} put={put} {...props} />}
      {repeat.rhythm === 'texts' && <Texts repeat={repeat} put={put} {...props} />}
      {!['once', 'days', 'texts'].includes(repeat.rhythm) && (
        <div className="pair">
          <TextField
            label={words.times}
            error={fault('repeatEnd')}
            inputMode="numeric"
            maxLength={3}
            value={repeat.times}
            onChange={({ currentTarget }) => put({ times: currentTarget.value })}
          />
          <TextField
            label={words.until}
            type="date"
            min={first}
            value={repeat.until}
            onChange={({ currentTarget }) => put({ until: currentTarget.value })}
          />
        </div>
      )}
      {days.length > 1 && (
        <p className="detail" role="status">
          {words.preview(days.map((day) => format.shortDay(day)).join(', '))}
        </p>
      )}
    </>
  );
}

interface PartProps extends EditorProps {
  repeat: RepeatForm;
  put: (part: Partial<RepeatForm>) => void;
}

function Days({ repeat: { days }, put, form, faults }: PartProps) {
  const { words } = useConsole(seriesWordsIn);
  const fault = useFaultWords(faults);
  return (
    <>
      {days.map((day, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the days have no other name, and two may be the same while they are typed
        <div key={index} className="repeat-row">
          <TextField
            label={words.day(index + 2)}
            error={index === 0 ? fault('repeatDays') : undefined}
            type="date"
            min={form.day}
            value={day}
            onChange={({ currentTarget }) => put({ days: days.with(index, currentTarget.value) })}
          />
          <Remove
            what={words.day(index + 2)}
            onRemove={() => put({ days: days.toSpliced(index, 1) })}
          />
        </div>
      ))}
      <Button onClick={() => put({ days: [...days, ''] })}>{words.addDay}</Button>
    </>
  );
}

function Texts(props: PartProps) {
  const { repeat, put, faults } = props;
  const { texts } = repeat;
  const { words } = useConsole(seriesWordsIn);
  const fault = useFaultWords(faults);
  return (
    <>
      <p className="detail">{words.textsHint}</p>
      {fault('repeatTexts') && <p className="wrong">{fault('repeatTexts')}</p>}
      {texts.map((later, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the texts have no other name, and two may be the same while they are chosen
        <fieldset key={index} className="choices repeat-text">
          <legend>{words.nth(index + 2)}</legend>
          <Text
            {...props}
            later={later}
            onChange={(next) => put({ texts: texts.with(index, next) })}
          />
          <Remove
            what={words.nth(index + 2)}
            onRemove={() => put({ texts: texts.toSpliced(index, 1) })}
          />
        </fieldset>
      ))}
      <Button onClick={() => put({ texts: [...texts, emptyText] })}>{words.addText}</Button>
    </>
  );
}

interface TextProps extends PartProps {
  later: LaterText;
  onChange: (later: LaterText) => void;
}

/** In each language of the first text one of the registered texts that need no words of an officer. */
function Text({ later, onChange, form, texts, faults }: TextProps) {
  const { language, words } = useConsole(seriesWordsIn);
  const choices = listWithoutBlanks(texts.templates, form.channel);
  return (
    <>
      <TextField
        label={words.afterDays}
        aria-invalid={faults['repeatTexts'] !== undefined || undefined}
        inputMode="numeric"
        maxLength={2}
        value={later.afterDays}
        onChange={({ currentTarget }) => onChange({ ...later, afterDays: currentTarget.value })}
      />
      {messageLanguages
        .filter((spoken) => form.templates[spoken] !== '')
        .map((spoken) => (
          <SelectField
            key={spoken}
            label={words.text[spoken]}
            value={later.templates[spoken]}
            unchosen={words.choose}
            options={choices
              .filter(({ template }) => template.language === spoken)
              .map(({ template }) => [template.id, template.purpose[language]] as const)}
            onChoose={(id) =>
              onChange({ ...later, templates: { ...later.templates, [spoken]: id } })
            }
          />
        ))}
    </>
  );
}

function Remove({ what, onRemove }: { what: string; onRemove: () => void }) {
  const { language } = useConsole();
  return (
    <Button look="link" onClick={onRemove}>
      {seriesWordsIn(language).remove(what)}
    </Button>
  );
}
