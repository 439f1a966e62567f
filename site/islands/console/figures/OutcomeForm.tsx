import { toDay } from '../../../../campaigns/tracker/clock.ts';
import { annotationWordsIn } from '../../../i18n/annotation-words.ts';
import { useConsole } from '../ui/console-context.ts';
import { DayField } from '../ui/DayField.tsx';
import { Form } from '../ui/Form.tsx';
import { readText } from '../ui/form-text.ts';
import { ErrorNotice, SelectField, TextField } from '../ui/parts.tsx';
import { useAction, useLoad } from '../ui/use-service.ts';

/** Enters the total of a service up to a day, and who states it. */
export function OutcomeForm({ onSaved }: { onSaved: () => void }) {
  const { language, service } = useConsole();
  const words = annotationWordsIn(language);
  const { state } = useLoad('GET /api/annotations');
  const services = state.kind === 'loaded' ? state.value.services : [];
  const { busy, error, run } = useAction();
  const save = (form: FormData) => {
    run(async () => {
      const body = {
        service: readText(form, 'service'),
        count: Number(readText(form, 'count')),
        asOf: readText(form, 'asOf'),
        source: readText(form, 'source'),
        url: readText(form, 'url') || null,
      };
      await service.ask('POST /api/service-outcomes', { body });
      onSaved();
    });
  };
  return (
    <Form className="narrow" onSubmit={save}>
      <SelectField
        label={words.service}
        name="service"
        required
        options={services.map(({ id, name }) => [id, name[language]] as const)}
      />
      <TextField label={words.count} name="count" inputMode="numeric" min={0} required />
      <DayField label={words.asOf} name="asOf" given="" max={toDay(new Date())} />
      <TextField
        label={words.source}
        hint={words.sourceHint}
        name="source"
        maxLength={200}
        required
      />
      <TextField label={words.url} name="url" type="url" maxLength={500} />
      <ErrorNotice error={error} />
      <button type="submit" className="button" disabled={busy}>
        {words.save}
      </button>
    </Form>
  );
}
