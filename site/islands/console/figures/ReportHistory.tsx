import { useEffect, useMemo } from 'react';
import type { StoredReport } from '../../../../messaging/figures/reports/reports-schemas.ts';
import { AskBehind, useAsk } from '../ui/AskForm.tsx';
import { useConsole } from '../ui/console-context.ts';
import { Detail } from '../ui/lines.tsx';
import { ListBar, MoreRows } from '../ui/list/ListBar.tsx';
import { type ListSpec, useList } from '../ui/list/use-list.ts';
import { Await, toOptions } from '../ui/parts.tsx';
import { useLoad } from '../ui/use-service.ts';
import { figureWordsIn } from './figure-words.ts';

/** Reports that were read, each of which can be taken back once its effect was seen. */
export function ReportHistory({ round }: { round: number }) {
  const reportWords = useConsole(figureWordsIn).words.reports;
  const { state, reload } = useLoad('GET /api/reports', { query: { limit: mostRead } });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new report belongs to the list
  useEffect(() => void reload(), [round]);
  return (
    <Await state={state} retry={reload}>
      {(reports) =>
        reports.length === 0 ? <p>{reportWords.none}</p> : <ReportRows reports={reports} />
      }
    </Await>
  );
}

const mostRead = 500;

/** The reports, the latest first; those of a source or a month are found by the search. */
function ReportRows({ reports }: { reports: readonly StoredReport[] }) {
  const { language, format } = useConsole();
  const reportWords = figureWordsIn(language).reports;
  const spec = useMemo<ListSpec<StoredReport>>(
    () => ({
      texts: ({ name, readBy, figures }) => [
        name,
        readBy,
        ...figures.map(({ date }) => format.day(date)),
      ],
      filters: { source: ({ kind }, value) => kind.startsWith(value) },
      sorts: {},
      sort: '',
      upward: [],
      pageRows: 20,
    }),
    [format],
  );
  const list = useList(reports, spec);
  return (
    <>
      <ListBar
        list={list}
        filters={[
          {
            name: 'source',
            label: reportWords.source,
            choices: toOptions(reportWords.sources),
          },
        ]}
      />
      <ul className="plain activities">
        {list.shown.map((report) => (
          <ReportRow key={report.id} report={report} />
        ))}
      </ul>
      <MoreRows list={list} />
    </>
  );
}

function ReportRow({ report }: { report: StoredReport }) {
  const { words, language, format } = useConsole();
  const reportWords = figureWordsIn(language).reports;
  const figureText = figureWordsIn(language);
  const ask = useAsk();
  const { name, kind, readBy, readAt, withdrawnAt, figures, figureCount, acceptedBy } = report;
  const totals = figures.map(({ date, downloads }) =>
    figureText.upTo(format.day(date), format.number(downloads)),
  );
  const more = figureCount - figures.length;
  const title =
    totals.length === 0
      ? name
      : [...totals, more > 0 && figureText.more(format.number(more))].filter(Boolean).join('; ');
  return (
    <li data-report={report.id}>
      <p>
        <strong>{title}</strong>{' '}
        {withdrawnAt !== null && <span className="state withdrawn">{words.status.withdrawn}</span>}
      </p>
      <Detail
        of={[
          Object.entries(reportWords.sources).find(([source]) => kind.startsWith(source))?.[1],
          title !== name && name,
          readBy,
          format.moment(readAt),
          acceptedBy && figureText.acceptedBy(acceptedBy),
          report.reason && figureText.why(report.reason),
        ]}
      />
      {withdrawnAt === null && (
        <AskBehind
          className="notice plain"
          look="link"
          label={`${figureText.withdraw}: ${title}`}
          first={figureText.withdraw}
          button={figureText.withdrawSure}
          // It asks for the reason once the effect was seen; a second officer decides.
          send={ask('POST /api/reports/:id/withdraw', { params: { id: report.id } })}
        />
      )}
    </li>
  );
}
