import { type FormEvent, useState } from 'react';
import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import type {
  ReportAnswer,
  ReportPreview,
} from '../../../../messaging/contract/figures/reports.ts';
import { figureWords } from '../../../i18n/figure-words.ts';
import { formatDay, formatNumber } from '../../../i18n/format.ts';
import { useConsole } from '../ui/console-context.ts';
import { FileField } from '../ui/FileField.tsx';
import { ErrorNotice, Outcome, UploadBar } from '../ui/parts.tsx';
import type { ServiceError } from '../ui/service.ts';
import { useAction } from '../ui/use-service.ts';
import { DoubtsWithReason } from './Doubts.tsx';
import { PublicEffect } from './PublicEffect.tsx';

/** First says what a report would change, and stores it only when that is confirmed. */
export function ReportUpload({ onStored }: { onStored: () => void }) {
  const { words, service, language } = useConsole();
  const [file, setFile] = useState<File | null>(null);
  const [answer, setAnswer] = useState<ReportAnswer | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const { busy, error, run } = useAction();

  const [unsaid, setUnsaid] = useState(false);
  const send = (chosen: File, dryRun: boolean, reason = '') =>
    run(async () => {
      try {
        const asked = { query: { 'dry-run': String(dryRun) } };
        const sent = { file: chosen, fields: { reason }, onShare: setShare };
        setAnswer(await service.upload('POST /api/reports', asked, sent));
        if (!dryRun) onStored();
      } finally {
        setShare(null);
      }
    });
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget).get('file');
    if (!(chosen instanceof File)) return;
    setFile(chosen);
    setAnswer(null);
    send(chosen, true);
  };
  const confirm = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (file === null || answer?.kind !== 'preview') return;
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
    const isUnsaid = answer.preview.findings.length > 0 && reason === '';
    setUnsaid(isUnsaid);
    if (!isUnsaid) send(file, false, reason);
  };
  const forget = () => {
    setFile(null);
    setAnswer(null);
  };
  return (
    <>
      <form className="narrow" onSubmit={look}>
        <FileField
          label={words.reports.file}
          hint={words.reports.fileHint}
          name="file"
          accept=".csv,.tsv,.txt,.gz"
          required
        />
        <ErrorNotice error={error} />
        <ReportFault error={error} />
        <UploadBar share={share} />
        <button type="submit" className="button" disabled={busy}>
          {words.reports.preview}
        </button>
      </form>
      {answer?.kind === 'preview' && file !== null && (
        <form onSubmit={confirm}>
          <Outcome tone="plain">
            <h3>{words.reports.wouldChange}</h3>
            <Preview preview={answer.preview} name={file.name} />
            {answer.preview.findings.length > 0 && (
              <DoubtsWithReason findings={answer.preview.findings} unsaid={unsaid} />
            )}
            <div className="row">
              <button type="submit" className="button" disabled={busy}>
                {answer.preview.findings.length > 0
                  ? figureWords[language].forSecond
                  : words.reports.confirm}
              </button>
              <button type="button" className="button quiet" disabled={busy} onClick={forget}>
                {words.cancel}
              </button>
            </div>
          </Outcome>
        </form>
      )}
      {answer?.kind === 'stored' && file !== null && (
        <Outcome tone="good">
          <p>
            <strong>{words.reports.stored}</strong>
          </p>
          <Preview preview={answer.preview} name={file.name} />
        </Outcome>
      )}
      {answer?.kind === 'pending' && (
        <Outcome tone="plain">
          <p>{figureWords[language].sent}</p>
        </Outcome>
      )}
      {answer?.kind === 'known' && (
        <Outcome tone="plain">
          <p>
            <strong>{words.reports.known}</strong>
          </p>
          <p>{answer.report.name}</p>
        </Outcome>
      )}
    </>
  );
}

/** Where a report is wrong. */
function ReportFault({ error }: { error: ServiceError | null }) {
  const { words, language } = useConsole();
  if (error?.code !== 'wrong-report') return null;
  const { detail, place } = error.body as { detail: Bilingual; place: { row?: number } };
  const { row } = place;
  const at = row === undefined ? '' : `${words.row} ${formatNumber(row, language)}: `;
  return <p className="detail">{`${at}${detail[language]}`}</p>;
}

function Preview({ preview, name }: { preview: ReportPreview; name: string }) {
  const { words, language } = useConsole();
  const { changes, rows } = preview;
  return (
    <>
      <dl className="facts">
        <dt>{words.reports.file}</dt>
        <dd>
          {name}, {words.reports.rows(formatNumber(rows, language))}
        </dd>
      </dl>
      <PublicEffect before={preview.publicBefore} after={preview.publicAfter} />
      {changes.length === 0 ? (
        <p>{words.reports.noChange}</p>
      ) : (
        <table className="figures-table">
          <caption>{words.reports.changes(formatNumber(changes.length, language))}</caption>
          <thead>
            <tr>
              <th scope="col">{words.entry.day}</th>
              <th scope="col" className="words">
                {words.reports.source}
              </th>
              <th scope="col">{words.reports.before}</th>
              <th scope="col">{words.reports.after}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ source, date, before, after }) => (
              <tr key={`${source} ${date}`}>
                <th scope="row">{formatDay(date, language)}</th>
                <td className="words">{words.reports.sources[source]}</td>
                <td>{before === null ? words.reports.noFigure : formatNumber(before, language)}</td>
                <td>{formatNumber(after, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
