import { useState } from 'react';
import { plural } from '../../../../../campaigns/words/plural.ts';
import { providerCode } from '../../../../../campaigns/words/provider-codes.ts';
import { receiptFaultWords } from '../../../../../campaigns/words/receipt-fault-words.ts';
import type { Blast, BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import type { ReceiptFile } from '../../../../../messaging/phone/receipt-files/routes.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';
import { AskButton, AskForm, FileForm, useAsk } from '../../ui/AskForm.tsx';
import { makeAddress } from '../../ui/address.ts';
import { useConsole } from '../../ui/console-context.ts';
import { isHeld } from '../../ui/Effect.tsx';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { Await, Facts, List, Outcome, Section } from '../../ui/parts.tsx';
import { useLoad, useUpload } from '../../ui/use-service.ts';
import { blastWordsIn, figureWords } from './blast-words.ts';

/** Receipts of a gateway that sends none: its report as a file, read first and applied when the officer says so. */
export function ReceiptFiles({
  detail: { blast },
  reload,
}: {
  detail: BlastDetail;
  reload: () => Promise<void>;
}) {
  const { words } = useConsole(receiptWordsIn);
  const { state, reload: again } = useLoad('GET /api/blasts/:id/receipt-files', {
    params: { id: blast.id },
  });
  return (
    <Section id="receipt-files" title={words.title} level="h3" className="receipt-files">
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
    </Section>
  );
}

function ReportUpload({ blastId, onRead }: { blastId: number; onRead: () => void }) {
  const { service, words } = useConsole(receiptWordsIn);
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
  const { words, format } = useConsole(receiptWordsIn);
  return (
    <>
      <h4>{words.history}</h4>
      <List of={files} className="receipt-history">
        {(file) => (
          <>
            <strong>{file.fileName}</strong>
            {words.applied(format.number(file.changed))}
            <span className="detail">
              {words.by(
                [file.appliedBy, file.acceptedBy].filter(Boolean).join(' · '),
                format.moment(file.appliedAt ?? file.uploadedAt),
              )}
            </span>
          </>
        )}
      </List>
    </>
  );
}

interface ReceiptPreviewProps {
  blast: Pick<Blast, 'id' | 'channel'>;
  file: ReceiptFile;
  onDone: () => void;
}

/** Shows what a report would change and what of it is faulty, and applies it. */
function ReceiptPreview({ blast, file, onDone }: ReceiptPreviewProps) {
  const { words, format } = useConsole(receiptWordsIn);
  const ask = useAsk(() => undefined);
  /** While it is applied. */
  const [changed, setChanged] = useState<number | null>(null);
  const count = format.number;
  const isApplying = file.state === 'applying';
  const params = { id: blast.id, file: file.id };
  const apply = async (fields: FormData) => {
    try {
      for (;;) {
        const left = await ask('POST /api/blasts/:id/receipt-files/:file/apply', { params })(
          fields,
        );
        if (isHeld(left)) return left;
        setChanged(left.changed);
        if (left.state !== 'applying') break;
      }
      return onDone();
    } finally {
      setChanged(null);
    }
  };
  const discard = async () => {
    await ask('POST /api/blasts/:id/receipt-files/:file/discard', { params })();
    onDone();
  };
  const putAway = (
    <AskButton button={file.changes > 0 ? words.discard : words.close} send={discard} />
  );
  return (
    <>
      <Outcome tone="plain">
        <p>
          <strong>{isApplying ? words.half(file.fileName) : words.seen(file.fileName)}</strong>
        </p>
        <Facts
          className="blast-parts"
          facts={(['rows', 'recipients', 'changes', 'notOurs', 'faulty'] as const).map((part) => [
            words[part],
            count(part === 'rows' ? file.rowsRead : file[part]),
          ])}
        />
        {file.changes === 0 ? <p>{words.nothing}</p> : <Outcomes blast={blast} file={file} />}
      </Outcome>
      <Faults file={file} />
      {file.faulty + file.notOurs > 0 && (
        <p>
          <a
            className="button quiet"
            href={makeAddress('GET /api/blasts/:id/receipt-files/:file/faults.csv', { params })}
            download
          >
            {words.save}
          </a>
        </p>
      )}
      {changed !== null && <p role="status">{words.going(count(changed), count(file.changes))}</p>}
      {file.changes > 0 || isApplying ? (
        <AskForm
          button={words.apply(count(file.changes - file.changed))}
          send={apply}
          beside={!isApplying && putAway}
        />
      ) : (
        putAway
      )}
    </>
  );
}

function Outcomes({ blast, file }: Pick<ReceiptPreviewProps, 'blast' | 'file'>) {
  const { language, words, format } = useConsole(receiptWordsIn);
  const names = figureWords(useConsole(blastWordsIn).words, blast.channel);
  const nameStatus = (status: string) =>
    status === 'delivered' ? names.delivered : status === 'accepted' ? names.awaited : names.failed;
  return (
    <FigureTable
      caption={words.outcomes}
      rows={file.outcomes}
      keyOf={({ status, code }) => `${status} ${code}`}
      columns={[
        [words.status, ({ status }) => nameStatus(status)],
        [
          words.reason,
          ({ code }) => (code === null ? '–' : (providerCode(code, language) ?? code)),
          'words',
        ],
        [words.count, ({ recipients }) => format.number(recipients)],
      ]}
    />
  );
}

function Faults({ file }: { file: ReceiptFile }) {
  const { language, words, format } = useConsole(receiptWordsIn);
  if (file.faults.length === 0) return null;
  const more = file.faulty - file.faults.length;
  return (
    <>
      <h4>{words.faults}</h4>
      <ul className="plain rejects">
        {file.faults.map(({ row, fault, found }) => {
          const { field, expected } = receiptFaultWords[fault];
          return (
            <li key={row}>
              <strong>{words.fault(format.number(row), field[language])}</strong> {words.found}{' '}
              {found === '' ? words.empty : <code>{found}</code>}; {words.expected}{' '}
              {expected[language]}
            </li>
          );
        })}
        {more > 0 && <li>{words.more(format.number(more))}</li>}
      </ul>
    </>
  );
}

const receiptWordsIn = inEachLanguage({
  title: ['गेटवे की रिपोर्ट से पावतियाँ', 'Receipts from the gateway’s report'],
  text: [
    'यह गेटवे पावतियाँ अपने आप नहीं भेजता। उसके पोर्टल से निकाली या ई-मेल से आई डिलीवरी रिपोर्ट यहाँ दें: पहले दिखेगा कि क्या बदलेगा, लागू आपके कहने पर होगा।',
    'This gateway sends no receipts by itself. Give its delivery report here, from its portal or from an e-mail: first you see what it would change, and it is applied when you say so.',
  ],
  file: ['डिलीवरी रिपोर्ट', 'Delivery report'],
  fileHint: [
    'CSV (gzip भी) या XLSX। पंक्ति 1 में स्तंभों के नाम: मोबाइल या संदेश आईडी, स्थिति, समय। पढ़ने के बाद फ़ाइल सर्वर पर नहीं रहती।',
    'CSV (also gzip) or XLSX. Row 1 names the columns: mobile or message id, status, time. The file does not stay on the server once it is read.',
  ],
  read: ['रिपोर्ट पढ़ें', 'Read the report'],
  seen: (name: string) => [
    `${name} पढ़ी गई; अभी कुछ बदला नहीं है`,
    `${name} was read; nothing has changed yet`,
  ],
  half: (name: string) => [
    `${name} का लागू होना बीच में रुका; शेष लागू करें`,
    `Applying ${name} broke off; apply the rest`,
  ],
  rows: ['पंक्तियाँ', 'Rows'],
  recipients: ['इस प्रसारण के नंबर', 'Numbers of this blast'],
  changes: ['जिनकी स्थिति बदलेगी', 'Whose status changes'],
  notOurs: ['इस प्रसारण की नहीं', 'Not of this blast'],
  faulty: ['त्रुटि वाली पंक्तियाँ', 'Faulty rows'],
  outcomes: ['लागू करने पर', 'When applied'],
  status: ['स्थिति', 'Status'],
  reason: ['कारण', 'Reason'],
  count: ['नंबर', 'Numbers'],
  nothing: [
    'इस फ़ाइल से कुछ नहीं बदलेगा: जो इसमें है वह पहले से दर्ज है, या वह इस प्रसारण की नहीं है।',
    'This file changes nothing: what it holds is on record already, or it is not of this blast.',
  ],
  faults: ['जो पंक्तियाँ नहीं ली जा सकीं', 'Rows that could not be taken'],
  fault: (row: string, field: string) => [`पंक्ति ${row}, ${field}.`, `Row ${row}, ${field}.`],
  found: ['मिला:', 'Found:'],
  empty: ['कुछ नहीं', 'nothing'],
  expected: ['चाहिए:', 'expected:'],
  more: (count: string) => [
    `और ${count} ${plural.hi(count, 'पंक्ति', 'पंक्तियाँ')}, CSV में`,
    `${count} more ${plural.en(count, 'row', 'rows')}, in the CSV`,
  ],
  save: ['नहीं ली गई पंक्तियाँ (CSV)', 'Rows that were not taken (CSV)'],
  apply: (count: string) => [
    `${count} ${plural.hi(count, 'नंबर', 'नंबरों')} पर लागू करें`,
    `Apply to ${count} ${plural.en(count, 'number', 'numbers')}`,
  ],
  going: (changed: string, all: string) => [
    `लागू हो रहा है: ${all} में से ${changed}`,
    `Being applied: ${changed} of ${all}`,
  ],
  discard: ['छोड़ दें', 'Put it away'],
  close: ['ठीक है', 'OK'],
  history: ['पहले लागू की गई रिपोर्टें', 'Reports that were applied'],
  applied: (changed: string) => [`${changed} नंबरों की स्थिति बदली`, `${changed} numbers changed`],
  by: (name: string, moment: string) => [`${name}, ${moment}`, `${name}, ${moment}`],
});
