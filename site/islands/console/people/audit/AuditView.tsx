import { useCallback, useEffect, useState } from 'react';
import { auditChanges, auditSentence } from '../../../../../campaigns/words/audit-text.ts';
import { auditThings } from '../../../../../campaigns/words/audit-things.ts';
import type {
  AuditEntry,
  AuditVerdict,
} from '../../../../../messaging/people/accounts/audit-routes.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { makeAddress } from '../../ui/address.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { DayField } from '../../ui/DayField.tsx';
import { Form } from '../../ui/Form.tsx';
import { formatMoment } from '../../ui/format-moment.ts';
import { Button, ErrorNotice, Outcome, SelectField, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { useWide } from '../../ui/use-wide.ts';
import { auditWordsIn, useAuditNames } from './audit-words.ts';

const pageRows = 50;

/** The audit log as sentences, the latest first: filtered by person, office, thing and day, searched, checked, saved as CSV. */
export function AuditView() {
  const { words, service, language } = useConsole();
  const auditWords = useConsole(auditWordsIn).words;
  const [filters, setFilters] = useState<AuditFilters>({});
  const [entries, setEntries] = useState<AuditEntry[] | null>(null);
  const [count, setCount] = useState(0);
  const { busy, error, run } = useAction();

  const read = useCallback(
    async (query: AuditFilters, before: number | undefined) => {
      const [page, { count: all }] = await Promise.all([
        service.ask('GET /api/audit', { query: { ...query, before, limit: pageRows } }),
        service.ask('GET /api/audit/count', { query }),
      ]);
      setEntries((last) => [...(before === undefined ? [] : (last ?? [])), ...page]);
      setCount(all);
    },
    [service],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first page, once
  useEffect(() => run(() => read({}, undefined)), []);

  const filter = (query: AuditFilters) => {
    setFilters(query);
    run(() => read(query, undefined));
  };
  return (
    <div className="audit">
      <div className="audit-asked">
        <AuditFilterForm busy={busy} onFilter={filter} />
        <p>
          <a
            className="button quiet"
            href={makeAddress('GET /api/audit/export.csv', { query: filters })}
            download="audit.csv"
          >
            {Object.keys(filters).length === 0 ? auditWords.csv : auditWords.csvOfThese}
          </a>
        </p>
        <Verify />
      </div>
      <div>
        <ErrorNotice error={error} />
        {entries === null ? (
          error === null && <p role="status">{words.loading}</p>
        ) : (
          <>
            <p role="status" className="detail">
              {count === 0
                ? auditWords.none
                : auditWords.shown(
                    formatNumber(entries.length, language),
                    formatNumber(count, language),
                  )}
            </p>
            <ol className="plain activities">
              {entries.map((entry) => (
                <AuditRow key={entry.id} entry={entry} />
              ))}
            </ol>
          </>
        )}
        {entries !== null && entries.length < count && (
          <Button disabled={busy} onClick={() => run(() => read(filters, entries.at(-1)?.id))}>
            {auditWords.earlier}
          </Button>
        )}
      </div>
    </div>
  );
}

function AuditRow({ entry }: { entry: AuditEntry }) {
  const { language } = useConsole();
  const auditWords = useConsole(auditWordsIn).words;
  const names = useAuditNames(entry.actorRole);
  const nameDistrict = useDistrictName();
  const { id, at, actorName, actorRole, district } = entry;
  const changes = auditChanges(entry, names);
  const details = [`${auditWords.number} ${id}`, formatMoment(at, language)];
  if (actorName !== '') details.push(names.nameOfRole(actorRole) ?? '');
  if (district !== null) details.push(nameDistrict(district));
  return (
    <li>
      <p>
        <strong>{auditSentence(entry, names)}</strong>
      </p>
      {changes.length > 0 && (
        <ul className="plain changes">
          {changes.map(({ field, before, after }) => (
            <li key={field}>{auditWords.change(field, before, after)}</li>
          ))}
        </ul>
      )}
      <p className="detail">{details.filter((part) => part !== '').join(' · ')}</p>
    </li>
  );
}

function nameRange(id: number, toId: number): string {
  return id === toId ? String(id) : `${id}–${toId}`;
}

function Verify() {
  const { service } = useConsole();
  const auditWords = useConsole(auditWordsIn).words;
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const { busy, error, run } = useAction();
  return (
    <div>
      <Button
        look="link"
        disabled={busy}
        onClick={() => run(async () => setVerdict(await service.ask('GET /api/audit/verify')))}
      >
        {auditWords.verify}
      </Button>
      <ErrorNotice error={error} />
      {verdict?.kind === 'whole' && (
        <Outcome tone="good">
          <p>{auditWords.whole(verdict.head.id)}</p>
          <p className="detail">
            <code>
              {verdict.head.id}:{verdict.head.hash}
            </code>
          </p>
        </Outcome>
      )}
      {verdict?.kind === 'broken' && (
        <div className="notice bad" role="alert">
          <p>
            <strong>{auditWords.broken(verdict.count)}</strong>
          </p>
          <ul>
            {verdict.faults.map(({ kind, id, toId }) => (
              <li key={`${kind}-${id}`}>{auditWords.faults[kind](nameRange(id, toId))}</li>
            ))}
          </ul>
          {verdict.count > verdict.faults.length && (
            <p>{auditWords.moreFaults(verdict.count - verdict.faults.length)}</p>
          )}
        </div>
      )}
    </div>
  );
}

const latestDay = '2099-12-31';
const fields = ['person', 'office', 'thing', 'fromDay', 'toDay', 'search'] as const;
/** Filters of the log; an empty field is not there. */
type AuditFilters = Partial<Record<(typeof fields)[number], string>>;

/** Filters of the audit log: by person, office, thing and day, and a search. */
function AuditFilterForm({
  busy,
  onFilter,
}: {
  busy: boolean;
  onFilter: (filters: AuditFilters) => void;
}) {
  const { words, language } = useConsole();
  const auditWords = useConsole(auditWordsIn).words;
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
