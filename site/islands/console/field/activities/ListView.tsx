import { useState } from 'react';
import { activityForms } from '../../../../../campaigns/activities/activity-kinds.ts';
import { faultSentence } from '../../../../../campaigns/activities/expected.ts';
import { plural } from '../../../../../campaigns/words/plural.ts';
import type {
  BulkAnswer,
  RowFault,
} from '../../../../../messaging/field/activities/activities-schemas.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';
import { FileForm } from '../../ui/AskForm.tsx';
import { makeAddress } from '../../ui/address.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Detail, Strong } from '../../ui/lines.tsx';
import { Button, Outcome, RowFaults } from '../../ui/parts.tsx';
import { saveText } from '../../ui/save-text.ts';
import type { ServiceError } from '../../ui/service.ts';
import { useUpload } from '../../ui/use-service.ts';
import { PlaceFields, usePlace } from './PlaceFields.tsx';

const uploadWordsIn = inEachLanguage({
  lead: [
    'एक ही प्रकार के कई कार्य एक CSV या Excel सूची से। सही पंक्तियाँ दर्ज होती हैं, शेष कारण सहित वापस मिलती हैं।',
    'Much work of one kind from one CSV or Excel list. Good rows are recorded, the others come back with the reason.',
  ],
  form: (title: string) => [
    `खाली सूची डाउनलोड करें: ${title} (CSV)`,
    `Download an empty list: ${title} (CSV)`,
  ],
  exported: (title: string) => [
    `दर्ज प्रविष्टियाँ डाउनलोड करें: ${title} (CSV)`,
    `Download what is recorded: ${title} (CSV)`,
  ],
  overlapping: (rows: string) => [
    `पंक्ति ${rows}: यही सिनेमाघर इन दिनों में पहले से दर्ज है। सूची में मिलाकर देखें।`,
    `Row ${rows}: this cinema is recorded for some of these days already. Please compare in the list.`,
  ],
  file: ['भरी हुई सूची', 'Filled list'],
  fileHint: ['CSV या XLSX, 2,000 पंक्तियों और 5 MB तक', 'CSV or XLSX, up to 2,000 rows and 5 MB'],
  submit: ['सूची भेजें', 'Send the list'],
  entered: (count: string) => [
    `${count} ${plural.hi(count, 'पंक्ति दर्ज हुई', 'पंक्तियाँ दर्ज हुईं')}।`,
    `${count} ${plural.en(count, 'row', 'rows')} recorded.`,
  ],
  waiting: (count: string) => [
    `इनमें से ${count} अभी नहीं गिने गए: एक दिन में इतने ही बोर्ड बिना सत्यापन के गिने जाते हैं। फ़ोटो से सत्यापित होने पर, या दूसरे अधिकारी की स्वीकृति के बाद गिने जाएँगे।`,
    `${count} of them do not count yet: only so many boards of a day count without a picture. Each counts once a picture verifies it, or another officer approves it.`,
  ],
  rejected: (count: string) => [
    `${count} ${plural.hi(count, 'पंक्ति दर्ज नहीं हुई', 'पंक्तियाँ दर्ज नहीं हुईं')}। उन्हें सहेजें, सुधारें और फिर भेजें।`,
    `${count} rows were not recorded. Save them, correct them, send them again.`,
  ],
  save: ['शेष पंक्तियाँ सहेजें (CSV)', 'Save the other rows (CSV)'],
  rejectsName: ['shesh', 'rejected'],
});

/** Enters a csv or xlsx list of one kind; the rows that were not taken come back as a list to correct. */
export function ListView() {
  const { service, language } = useConsole();
  const uploadWords = uploadWordsIn(language);
  const place = usePlace();
  const { kind, district } = place;
  const [answer, setAnswer] = useState<BulkAnswer | null>(null);
  // A new round empties the file's field.
  const [round, setRound] = useState(0);
  const upload = useUpload();

  return (
    <FileForm
      label={uploadWords.file}
      hint={uploadWords.fileHint}
      accept=".csv,.xlsx"
      button={uploadWords.submit}
      upload={upload}
      round={round}
      send={async (sent) => {
        setAnswer(null);
        const query = { kind, district };
        setAnswer(await service.upload('POST /api/activities/list', { query }, sent));
        setRound((last) => last + 1);
      }}
      lead={
        <>
          <p>{uploadWords.lead}</p>
          <PlaceFields {...place} />
          <p>
            <a
              href={makeAddress('GET /api/activities/list-form/:kind', { params: { kind } })}
              download={`${kind}.csv`}
            >
              {uploadWords.form(activityForms[kind].title[language])}
            </a>
          </p>
          <p>
            <a
              href={makeAddress('GET /api/activities/export/:kind', {
                params: { kind },
                query: { district: district === '' ? undefined : district },
              })}
              download={`${kind}-entries.csv`}
            >
              {uploadWords.exported(activityForms[kind].title[language])}
            </a>
          </p>
        </>
      }
      fault={<ListFault error={upload.error} />}
    >
      {answer !== null && !upload.busy && (
        <ListAnswer answer={answer} name={`${kind}-${uploadWords.rejectsName}.csv`} />
      )}
    </FileForm>
  );
}

/** Faults of the whole file. */
function ListFault({ error }: { error: ServiceError | null }) {
  const { words, language } = useConsole();
  const fault = error?.body['fault'];
  if (typeof fault !== 'object' || fault === null) return null;
  const { row, column, expected, found } = fault as RowFault;
  return (
    <Detail>
      {words.row} {row}, {column}: {faultSentence({ expected, found }, language)}
    </Detail>
  );
}

function ListAnswer({ answer, name }: { answer: BulkAnswer; name: string }) {
  const { words: uploadWords, format } = useConsole(uploadWordsIn);
  const { entered, waiting, overlapping, rejects, rejectsCsv } = answer;
  return (
    <Outcome tone={rejects.length === 0 ? 'good' : 'plain'}>
      <Strong>{uploadWords.entered(format.number(entered.length))}</Strong>
      {waiting > 0 && <p>{uploadWords.waiting(format.number(waiting))}</p>}
      {overlapping.length > 0 && (
        <p>{uploadWords.overlapping(overlapping.map(({ row }) => row).join(', '))}</p>
      )}
      {rejectsCsv !== null && (
        <>
          <p>{uploadWords.rejected(format.number(rejects.length))}</p>
          <Button onClick={() => saveText(name, rejectsCsv, 'text/csv')}>{uploadWords.save}</Button>
          <RowFaults faults={rejects} most={10} />
        </>
      )}
    </Outcome>
  );
}
