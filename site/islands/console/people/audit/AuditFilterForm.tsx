import { auditThings } from '../../../../../campaigns/words/audit-things.ts';
import { useConsole } from '../../ui/console-context.ts';
import { DayField } from '../../ui/DayField.tsx';
import { Form } from '../../ui/Form.tsx';
import { SelectField, TextField } from '../../ui/parts.tsx';
import { useWide } from '../../ui/use-wide.ts';
import { useAuditWords } from './use-audit-words.ts';

const latestDay = '2099-12-31';
const fields = ['person', 'office', 'thing', 'fromDay', 'toDay', 'search'] as const;
/** Filters of the log; an empty field is not there. */
export type AuditFilters = Partial<Record<(typeof fields)[number], string>>;

/** Filters of the audit log: by person, office, thing and day, and a search. */
export function AuditFilterForm({
  busy,
  onFilter,
}: {
  busy: boolean;
  onFilter: (filters: AuditFilters) => void;
}) {
  const { words, language } = useConsole();
  const auditWords = useAuditWords();
  const wide = useWide();
  const offices = { ...words.people.roles, ...auditWords.others };
  const submit = (form: FormData) => {
    const entries = fields.map((name) => [name, String(form.get(name) ?? '').trim()] as const);
    onFilter(Object.fromEntries(entries.filter(([, text]) => text !== '')));
  };
  const choice = (name: 'office' | 'thing', options: readonly (readonly [string, string])[]) => (
    <SelectField
      label={auditWords[name]}
      name={name}
      defaultValue=""
      options={[['', auditWords.all], ...options]}
    />
  );
  return (
    <Form onSubmit={submit}>
      <TextField
        label={auditWords.search}
        hint={auditWords.searchHint}
        name="search"
        type="search"
      />
      <details open={wide}>
        <summary>{auditWords.more}</summary>
        <div className="audit-filters">
          <TextField label={auditWords.person} name="person" type="search" />
          {choice('office', Object.entries(offices))}
          {choice(
            'thing',
            Object.entries(auditThings).map(([noun, name]) => [noun, name[language]] as const),
          )}
          <DayField
            label={auditWords.fromDay}
            name="fromDay"
            given=""
            max={latestDay}
            required={false}
          />
          <DayField
            label={auditWords.toDay}
            name="toDay"
            given=""
            max={latestDay}
            required={false}
          />
        </div>
      </details>
      <button type="submit" className="button" disabled={busy}>
        {auditWords.show}
      </button>
    </Form>
  );
}
