import { useState } from 'react';
import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import type {
  ReportAnswer,
  ReportPreview,
} from '../../../../messaging/figures/reports/reports-schemas.ts';
import { figureWordsIn } from '../../../i18n/figure-words.ts';
import { formatDay, formatNumber } from '../../../i18n/format.ts';
import { useConsole } from '../ui/console-context.ts';
import { FileField } from '../ui/FileField.tsx';
import { Form } from '../ui/Form.tsx';
import { readText } from '../ui/form-text.ts';
import { ErrorNotice, Outcome, UploadBar } from '../ui/parts.tsx';
import type { ServiceError } from '../ui/service.ts';
import { useUpload } from '../ui/use-upload.ts';
import { DoubtsWithReason } from './Doubts.tsx';
import { PublicEffect } from './PublicEffect.tsx';

/** First says what a report would change, and stores it only when that is confirmed. */
export function ReportUpload({ onStored }: { onStored: () => void }) {
  const { words } = useConsole();
  const upload = useReportUpload(onStored);
  const { file, answer, busy, error } = upload;
  return (
    <>
      <Form className="narrow" onSubmit={upload.look}>
        <FileField
          label={words.reports.file}
          hint={words.reports.fileHint}
          name="file"
          accept=".csv,.tsv,.txt,.gz,.xlsx"
          required
        />
        <ErrorNotice error={error} />
        <ReportFault error={error} />
        <UploadBar share={upload.share} />
        <button type="submit" className="button" disabled={busy}>
          {words.reports.preview}
        </button>
      </Form>
      {answer?.kind === 'preview' && file !== null && (
        <ConfirmForm preview={answer.preview} name={file.name} upload={upload} />
      )}
      {answer !== null && answer.kind !== 'preview' && file !== null && (
        <ReportOutcome answer={answer} name={file.name} />
      )}
    </>
  );
}

function useReportUpload(onStored: () => void) {
  const { service } = useConsole();
  const [file, setFile] = useState<File | null>(null);
  const [answer, setAnswer] = useState<ReportAnswer | null>(null);
  const [lacksReason, setLacksReason] = useState(false);
  const { share, busy, error, upload } = useUpload();
  const send = (chosen: File, dryRun: boolean, reason = '') =>
    upload(async (onShare) => {
      const query = { 'dry-run': String(dryRun) };
      const sent = { file: chosen, fields: { reason }, onShare };
      setAnswer(await service.upload('POST /api/reports', { query }, sent));
      if (!dryRun) onStored();
    });
  const look = (form: FormData) => {
    const chosen = form.get('file');
    if (!(chosen instanceof File)) return;
    setFile(chosen);
    setAnswer(null);
    send(chosen, true);
  };
  const confirm = (form: FormData) => {
    if (file === null || answer?.kind !== 'preview') return;
    const reason = readText(form, 'reason');
    const isLacking = answer.preview.findings.length > 0 && reason === '';
    setLacksReason(isLacking);
    if (!isLacking) send(file, false, reason);
  };
  const forget = () => {
    setFile(null);
    setAnswer(null);
  };
  return { file, answer, share, lacksReason, busy, error, look, confirm, forget };
}

interface PreviewProps {
  preview: ReportPreview;
  /** The file's name. */
  name: string;
}

function ConfirmForm({
  preview,
  name,
  upload,
}: PreviewProps & { upload: ReturnType<typeof useReportUpload> }) {
  const { words, language } = useConsole();
  const isDoubtful = preview.findings.length > 0;
  return (
    <Form onSubmit={upload.confirm}>
      <Outcome tone="plain">
        <h3>{words.reports.wouldChange}</h3>
        <Preview preview={preview} name={name} />
        {isDoubtful && (
          <DoubtsWithReason findings={preview.findings} lacksReason={upload.lacksReason} />
        )}
        <div className="row">
          <button type="submit" className="button" disabled={upload.busy}>
            {isDoubtful ? figureWordsIn(language).forSecond : words.reports.confirm}
          </button>
          <button
            type="button"
            className="button quiet"
            disabled={upload.busy}
            onClick={upload.forget}
          >
            {words.cancel}
          </button>
        </div>
      </Outcome>
    </Form>
  );
}

function ReportOutcome({
  answer,
  name,
}: {
  answer: Exclude<ReportAnswer, { kind: 'preview' }>;
  name: string;
}) {
  const { words, language } = useConsole();
  switch (answer.kind) {
    case 'stored':
      return (
        <Outcome tone="good">
          <p>
            <strong>{words.reports.stored}</strong>
          </p>
          <Preview preview={answer.preview} name={name} />
        </Outcome>
      );
    case 'pending':
      return (
        <Outcome tone="plain">
          <p>{figureWordsIn(language).sent}</p>
        </Outcome>
      );
    case 'known':
      return (
        <Outcome tone="plain">
          <p>
            <strong>{words.reports.known}</strong>
          </p>
          <p>{answer.report.name}</p>
        </Outcome>
      );
  }
}

/** The row of a report that is wrong, and why. */
function ReportFault({ error }: { error: ServiceError | null }) {
  const { words, language } = useConsole();
  if (error?.code !== 'wrong-report') return null;
  const { detail, place } = error.body as { detail: Bilingual; place: { row?: number } };
  const { row } = place;
  const at = row === undefined ? '' : `${words.row} ${formatNumber(row, language)}: `;
  return <p className="detail">{`${at}${detail[language]}`}</p>;
}

function Preview({ preview, name }: PreviewProps) {
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
