import { type FormEvent, useCallback, useEffect, useState } from 'react';
import type { AuditEntry, AuditVerdict } from '../../../messaging/contract/audit.ts';
import { addressOf } from './address.ts';
import { useConsole, useDistrictName } from './console-context.ts';
import { formatMoment } from './format-moment.ts';
import { ErrorNotice, Outcome, TextField } from './parts.tsx';
import { useAction } from './use-service.ts';

const pageRows = 50;

/** The audit log: the latest first, filtered by what it is about, checked, and saved as CSV. */
export function AuditView() {
  const { words, service } = useConsole();
  const [subject, setSubject] = useState('');
  const [entries, setEntries] = useState<AuditEntry[] | null>(null);
  const [ended, setEnded] = useState(false);
  const { busy, error, run } = useAction();

  const read = useCallback(
    async (about: string, before: number | undefined) => {
      const subject = about === '' ? undefined : about;
      const page = await service.ask('GET /api/audit', {
        query: { subject, before, limit: pageRows },
      });
      setEntries((last) => [...(before === undefined ? [] : (last ?? [])), ...page]);
      setEnded(page.length < pageRows);
    },
    [service],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first page, once
  useEffect(() => run(() => read('', undefined)), []);

  const filter = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const about = String(new FormData(event.currentTarget).get('subject')).trim();
    setSubject(about);
    run(() => read(about, undefined));
  };
  return (
    <>
      <form className="narrow" onSubmit={filter}>
        <TextField
          label={words.audit.subject}
          hint={words.audit.subjectHint}
          name="subject"
          type="search"
          maxLength={200}
        />
        <div className="row">
          <button type="submit" className="button" disabled={busy}>
            {words.audit.show}
          </button>
          <a
            className="button quiet"
            href={addressOf('GET /api/audit/export.csv')}
            download="audit.csv"
          >
            {words.audit.csv}
          </a>
        </div>
      </form>
      <Verify />
      <ErrorNotice error={error} />
      {entries === null ? (
        error === null && <p role="status">{words.loading}</p>
      ) : entries.length === 0 ? (
        <p role="status">{words.audit.none}</p>
      ) : (
        <ol className="plain activities">
          {entries.map((entry) => (
            <AuditRow key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {entries !== null && !ended && (
        <button
          type="button"
          className="button quiet"
          disabled={busy}
          onClick={() => run(() => read(subject, entries.at(-1)?.id))}
        >
          {words.audit.more}
        </button>
      )}
    </>
  );
}

function AuditRow({ entry }: { entry: AuditEntry }) {
  const { words, language } = useConsole();
  const nameOf = useDistrictName();
  const { id, at, actorName, actorRole, action, subject, district, before, after } = entry;
  const roles: Readonly<Record<string, string>> = { ...words.people.roles, ...words.audit.others };
  const actor = [actorName, roles[actorRole] ?? actorRole].filter(Boolean).join(', ');
  return (
    <li>
      <p>
        <strong>{words.audit.actions[action] ?? action}</strong> · <code>{subject}</code>
      </p>
      <p className="detail">
        {[`${words.audit.number} ${id}`, formatMoment(at, language), actor]
          .concat(district === null ? [] : nameOf(district))
          .join(' · ')}
      </p>
      {(before !== null || after !== null) && (
        <details>
          <summary>
            {words.audit.what}
            <span className="sr-only">
              {' '}
              {words.audit.number} {id}
            </span>
          </summary>
          <dl className="changes">
            {before !== null && (
              <>
                <dt>{words.reports.before}</dt>
                <dd>
                  <pre>{JSON.stringify(before, null, 1)}</pre>
                </dd>
              </>
            )}
            {after !== null && (
              <>
                <dt>{words.reports.after}</dt>
                <dd>
                  <pre>{JSON.stringify(after, null, 1)}</pre>
                </dd>
              </>
            )}
          </dl>
        </details>
      )}
    </li>
  );
}

function numbers(id: number, toId: number): string {
  return id === toId ? String(id) : `${id}–${toId}`;
}

function Verify() {
  const { words, service } = useConsole();
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const { busy, error, run } = useAction();
  return (
    <div>
      <button
        type="button"
        className="link"
        disabled={busy}
        onClick={() => run(async () => setVerdict(await service.ask('GET /api/audit/verify')))}
      >
        {words.audit.verify}
      </button>
      <ErrorNotice error={error} />
      {verdict?.kind === 'whole' && (
        <Outcome tone="good">
          <p>{words.audit.whole(verdict.head.id)}</p>
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
            <strong>{words.audit.broken(verdict.count)}</strong>
          </p>
          <ul>
            {verdict.faults.map(({ kind, id, toId }) => (
              <li key={`${kind}-${id}`}>{words.audit.faults[kind](numbers(id, toId))}</li>
            ))}
          </ul>
          {verdict.count > verdict.faults.length && (
            <p>{words.audit.moreFaults(verdict.count - verdict.faults.length)}</p>
          )}
        </div>
      )}
    </div>
  );
}
