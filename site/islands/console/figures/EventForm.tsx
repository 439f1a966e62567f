import { curveEventKinds } from '../../../../campaigns/tracker/curve-events.ts';
import { annotationWordsIn } from '../../../i18n/annotation-words.ts';
import { useConsole } from '../ui/console-context.ts';
import { DayField } from '../ui/DayField.tsx';
import { DistrictOptions } from '../ui/DistrictOptions.tsx';
import { Form } from '../ui/Form.tsx';
import { readText } from '../ui/form-text.ts';
import { ErrorNotice, Field, SelectField, TextField } from '../ui/parts.tsx';
import { useAction } from '../ui/use-service.ts';

const lastDay = '2099-12-31';

/** Marks a day on the curve. */
export function EventForm({ onSaved }: { onSaved: () => void }) {
  const { language, service } = useConsole();
  const words = annotationWordsIn(language);
  const { busy, error, run } = useAction();
  const save = (form: FormData) => {
    const kind = curveEventKinds.find((each) => each === readText(form, 'kind')) ?? 'other';
    run(async () => {
      const district = readText(form, 'district') || null;
      const body = {
        day: readText(form, 'day'),
        kind,
        titleHi: readText(form, 'titleHi'),
        titleEn: readText(form, 'titleEn'),
        district,
      };
      await service.ask('POST /api/curve-events', { body });
      onSaved();
    });
  };
  return (
    <Form className="narrow" onSubmit={save}>
      <DayField label={words.day} name="day" given="" max={lastDay} />
      <SelectField
        label={words.kind}
        name="kind"
        options={curveEventKinds.map((kind) => [kind, words.kinds[kind]] as const)}
      />
      <TextField label={words.titleHi} name="titleHi" maxLength={120} required lang="hi" />
      <TextField label={words.titleEn} name="titleEn" maxLength={120} required lang="en" />
      <Field label={words.place}>
        {(ids) => (
          <select {...ids} name="district">
            <option value="">{words.wholeState}</option>
            <DistrictOptions />
          </select>
        )}
      </Field>
      <ErrorNotice error={error} />
      <button type="submit" className="button" disabled={busy}>
        {words.save}
      </button>
    </Form>
  );
}
