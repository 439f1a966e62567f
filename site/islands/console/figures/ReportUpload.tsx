import { useState } from 'react';
import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import type { Answer } from '../../../../messaging/contract/contract.ts';
import type { ReportPreview } from '../../../../messaging/figures/reports/reports-schemas.ts';
import { FileForm, type FileSent, Form } from '../ui/AskForm.tsx';
import { CheckAnswers } from '../ui/CheckAnswers.tsx';
import { useConsole } from '../ui/console-context.ts';
import { EffectWithReason, Held, heldWordsIn, isHeld } from '../ui/Effect.tsx';
import { FigureTable } from '../ui/FigureTable.tsx';
import { readText } from '../ui/form-text.ts';
import { Strong } from '../ui/lines.tsx';
import { Facts, Outcome } from '../ui/parts.tsx';
import type { ServiceError } from '../ui/service.ts';
import { useUpload } from '../ui/use-service.ts';
import { figureWordsIn } from './figure-words.ts';

/** First says what a report would change, and stores it only when that is confirmed. */
export function ReportUpload({ onStored }: { onStored: () => void }) {
  const reportWords = useConsole(figureWordsIn).words.reports;
  const upload = useReportUpload(onStored);
  const { file, answer } = upload;
  return (
    <>
      <FileForm
        label={reportWords.file}
        hint={reportWords.fileHint}
        accept=".csv,.tsv,.txt,.gz,.xlsx"
        button={reportWords.preview}
        upload={upload}
        send={upload.look}
        fault={<ReportFault error={upload.error} />}
      />
      {answer !== null && file !== null && (
        <ReportOutcome answer={answer} name={file.name} upload={upload} />
      )}
    </>
  );
}

function useReportUpload(onStored: () => void) {
  const { service } = useConsole();
  const [file, setFile] = useState<File | null>(null);
  const [answer, setAnswer] = useState<Answer<'POST /api/reports'> | null>(null);
  const upload = useUpload();
  const send = async (sent: FileSent, dryRun: boolean, reason = '') => {
    const query = { 'dry-run': String(dryRun) };
    const fields = { reason };
    setAnswer(await service.upload('POST /api/reports', { query }, { ...sent, fields }));
    if (!dryRun) onStored();
  };
  const look = (sent: FileSent) => {
    setFile(sent.file);
    setAnswer(null);
    return send(sent, true);
  };
  const confirm = (form: FormData) => {
    if (file === null) return;
    const reason = readText(form, 'reason');
    upload.upload((onShare) => send({ file, onShare }, false, reason));
  };
  const forget = () => {
    setFile(null);
    setAnswer(null);
  };
  return { ...upload, file, answer, look, confirm, forget };
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
  const { language } = useConsole();
  const reportWords = figureWordsIn(language).reports;
  const isDoubtful = preview.effect.findings.length > 0;
  return (
    <Form onSubmit={upload.confirm}>
      <CheckAnswers
        title={reportWords.wouldChange}
        button={isDoubtful ? heldWordsIn(language).forSecond : reportWords.confirm}
        submits
        busy={upload.busy}
        onBack={upload.forget}
      >
        <Preview preview={preview} name={name} />
      </CheckAnswers>
    </Form>
  );
}

interface ReportOutcomeProps {
  answer: Answer<'POST /api/reports'>;
  name: string;
  upload: ReturnType<typeof useReportUpload>;
}

function ReportOutcome({ answer, name, upload }: ReportOutcomeProps) {
  const reportWords = useConsole(figureWordsIn).words.reports;
  if (isHeld(answer)) return <Held answer={answer} />;
  switch (answer.kind) {
    case 'preview':
      return <ConfirmForm preview={answer.preview} name={name} upload={upload} />;
    case 'stored':
      return (
        <Outcome tone="good">
          <Strong>{reportWords.stored}</Strong>
          <Preview preview={answer.preview} name={name} />
        </Outcome>
      );
    case 'known':
      return (
        <Outcome tone="plain">
          <Strong>{reportWords.known}</Strong>
          <p>{answer.report.name}</p>
        </Outcome>
      );
  }
}

/** The row of a report that is wrong, and why. */
function ReportFault({ error }: { error: ServiceError | null }) {
  const { words, language, format } = useConsole();
  if (error?.code !== 'wrong-report') return null;
  const { detail, place } = error.body as { detail: Bilingual; place: { row?: number } };
  const { row } = place;
  const at = row === undefined ? '' : `${words.row} ${format.number(row)}: `;
  return <p className="detail">{`${at}${detail[language]}`}</p>;
}

function Preview({ preview, name }: PreviewProps) {
  const { words, language, format } = useConsole();
  const reportWords = figureWordsIn(language).reports;
  const { changes, rows } = preview;
  return (
    <>
      <Facts
        className="facts"
        facts={[[reportWords.file, `${name}, ${reportWords.rows(format.number(rows))}`]]}
      />
      <EffectWithReason effect={preview.effect} />
      {changes.length === 0 ? (
        <p>{reportWords.noChange}</p>
      ) : (
        <FigureTable
          caption={reportWords.changes(format.number(changes.length))}
          rows={changes}
          keyOf={({ source, date }) => `${source} ${date}`}
          columns={[
            [words.entry.day, ({ date }) => format.day(date)],
            [reportWords.source, ({ source }) => reportWords.sources[source], 'words'],
            [
              reportWords.before,
              ({ before }) => (before === null ? reportWords.noFigure : format.number(before)),
            ],
            [reportWords.after, ({ after }) => format.number(after)],
          ]}
        />
      )}
    </>
  );
}
