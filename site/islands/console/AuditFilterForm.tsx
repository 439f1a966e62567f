import type { FormEvent } from 'react';
import { auditThings } from '../../../campaigns/words/audit-sentences.ts';
import { useConsole } from './console-context.ts';
import { Field, TextField } from './parts.tsx';
import { useAuditWords } from './use-audit-words.ts';

const fields = ['person', 'office', 'thing', 'fromDay', 'toDay', 'search'] as const;
/** What the log is filtered by; a field that is empty is not there. */
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
  const own = useAuditWords();
  const offices = { ...words.people.roles, ...words.audit.others };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = fields.map((name) => [name, String(form.get(name) ?? '').trim()] as const);
    onFilter(Object.fromEntries(given.filter(([, text]) => text !== '')));
  };
  const choice = (name: 'office' | 'thing', options: readonly (readonly [string, string])[]) => (
    <Field label={own[name]}>
      {(ids) => (
        <select {...ids} name={name} defaultValue="">
          <option value="">{own.all}</option>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <form className="audit-filters" onSubmit={submit}>
      <TextField label={own.search} hint={own.searchHint} name="search" type="search" />
      <TextField label={own.person} name="person" type="search" />
      {choice('office', Object.entries(offices))}
      {choice(
        'thing',
        Object.entries(auditThings).map(([noun, name]) => [noun, name[language]] as const),
      )}
      <TextField label={own.fromDay} name="fromDay" type="date" />
      <TextField label={own.toDay} name="toDay" type="date" />
      <button type="submit" className="button" disabled={busy}>
        {words.audit.show}
      </button>
    </form>
  );
}
