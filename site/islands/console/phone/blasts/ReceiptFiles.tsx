import type { BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import type { ReceiptFile } from '../../../../../messaging/phone/receipt-files/routes.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FileForm } from '../../ui/FileForm.tsx';
import { formatMoment } from '../../ui/format-moment.ts';
import { Await } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { useUpload } from '../../ui/use-upload.ts';
import { ReceiptPreview } from './ReceiptPreview.tsx';
import { receiptWordsIn } from './receipt-words.ts';

/** Receipts of a gateway that sends none: its report as a file, read first and applied when the officer says so. */
export function ReceiptFiles({
  detail: { blast },
  reload,
}: {
  detail: BlastDetail;
  reload: () => Promise<void>;
}) {
  const { language } = useConsole();
  const words = receiptWordsIn(language);
  const { state, reload: again } = useLoad('GET /api/blasts/:id/receipt-files', {
    params: { id: blast.id },
  });
  return (
    <section aria-labelledby="receipt-files" className="receipt-files">
      <h3 id="receipt-files">{words.title}</h3>
      <p>{words.text}</p>
      <Await state={state} retry={again}>
        {({ files }) => {
          const open = files.find((file) => file.state === 'read' || file.state === 'applying');
          const applied = files.filter((file) => file.state === 'applied');
          return (
            <>
              {open === undefined ? (
                <ReportUpload blastId={blast.id} onRead={again} />
              ) : (
                <ReceiptPreview
                  key={open.id}
                  blast={blast}
                  file={open}
                  onDone={() => {
                    void again();
                    void reload();
                  }}
                />
              )}
              {applied.length > 0 && <History files={applied} />}
            </>
          );
        }}
      </Await>
    </section>
  );
}

function ReportUpload({ blastId, onRead }: { blastId: number; onRead: () => void }) {
  const { service, language } = useConsole();
  const words = receiptWordsIn(language);
  const upload = useUpload();
  return (
    <FileForm
      label={words.file}
      hint={words.fileHint}
      accept=".csv,.tsv,.txt,.gz,.xlsx"
      button={words.read}
      upload={upload}
      send={async (sent) => {
        const params = { id: blastId };
        await service.upload('POST /api/blasts/:id/receipt-files', { params }, sent);
        onRead();
      }}
    />
  );
}

function History({ files }: { files: readonly ReceiptFile[] }) {
  const { language } = useConsole();
  const words = receiptWordsIn(language);
  return (
    <>
      <h4>{words.history}</h4>
      <ul className="plain receipt-history">
        {files.map((file) => (
          <li key={file.id}>
            <strong>{file.fileName}</strong> {words.applied(formatNumber(file.changed, language))}
            <span className="detail">
              {words.by(
                file.appliedBy ?? '',
                formatMoment(file.appliedAt ?? file.uploadedAt, language),
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
