import { useEffect } from 'react';
import type { StoredReport } from '../../../messaging/contract/reports.ts';
import { useConsole } from './console-context.ts';
import { formatMoment } from './format-moment.ts';
import { Await, ErrorNotice } from './parts.tsx';
import { useAction, useLoad } from './use-service.ts';

/** Reports that were read, each of which can be taken back. */
export function ReportHistory({ round, onChanged }: { round: number; onChanged: () => void }) {
  const { words } = useConsole();
  const { state, reload } = useLoad('GET /api/reports', { query: { limit: 30 } });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new report belongs to the list
  useEffect(reload, [round]);
  return (
    <Await state={state} retry={reload}>
      {(reports) =>
        reports.length === 0 ? (
          <p>{words.reports.none}</p>
        ) : (
          <ul className="plain activities">
            {reports.map((report) => (
              <ReportRow key={report.id} report={report} onChanged={onChanged} />
            ))}
          </ul>
        )
      }
    </Await>
  );
}

function ReportRow({ report, onChanged }: { report: StoredReport; onChanged: () => void }) {
  const { words, service, language } = useConsole();
  const { busy, error, run } = useAction();
  const { id, name, kind, readBy, readAt, withdrawnAt } = report;
  return (
    <li>
      <p>
        <strong>{name}</strong>{' '}
        {withdrawnAt !== null && <span className="state withdrawn">{words.status.withdrawn}</span>}
      </p>
      <p className="detail">
        {[
          Object.entries(words.reports.sources).find(([source]) => kind.startsWith(source))?.[1],
          readBy,
          formatMoment(readAt, language),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ErrorNotice error={error} />
      {withdrawnAt === null && (
        <button
          type="button"
          className="link"
          disabled={busy}
          aria-label={`${words.entry.withdraw}: ${name}`}
          onClick={() =>
            run(async () => {
              await service.ask('POST /api/reports/:id/withdraw', { params: { id } });
              onChanged();
            })
          }
        >
          {words.entry.withdraw}
        </button>
      )}
    </li>
  );
}
