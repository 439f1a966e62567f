import { useState } from 'react';
import { activityForms } from '../../../../../campaigns/activities/activity-kinds.ts';
import { faultSentence } from '../../../../../campaigns/activities/expected.ts';
import type {
  BulkAnswer,
  RowFault,
} from '../../../../../messaging/field/activities/activities-schemas.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { makeAddress } from '../../ui/address.ts';
import { useConsole } from '../../ui/console-context.ts';
import { FileForm } from '../../ui/FileForm.tsx';
import { Outcome } from '../../ui/parts.tsx';
import { RowFaults } from '../../ui/RowFaults.tsx';
import { saveText } from '../../ui/save-text.ts';
import type { ServiceError } from '../../ui/service.ts';
import { useUpload } from '../../ui/use-upload.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { usePlace } from './use-place.ts';

/** Enters a csv or xlsx list of one kind; the rows that were not taken come back as a list to correct. */
export function ListView() {
  const { words, service, language } = useConsole();
  const place = usePlace();
  const { kind, district } = place;
  const [answer, setAnswer] = useState<BulkAnswer | null>(null);
  // A new round empties the file's field.
  const [round, setRound] = useState(0);
  const upload = useUpload();

  return (
    <FileForm
      label={words.list.file}
      hint={words.list.fileHint}
      accept=".csv,.xlsx"
      button={words.list.submit}
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
          <p>{words.list.lead}</p>
          <PlaceFields {...place} />
          <p>
            <a
              href={makeAddress('GET /api/activities/list-form/:kind', { params: { kind } })}
              download={`${kind}.csv`}
            >
              {words.list.form(activityForms[kind].title[language])}
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
              {words.list.exported(activityForms[kind].title[language])}
            </a>
          </p>
        </>
      }
      fault={<ListFault error={upload.error} />}
    >
      {answer !== null && !upload.busy && (
        <ListAnswer answer={answer} name={`${kind}-${words.list.rejectsName}.csv`} />
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
    <p className="detail">
      {words.row} {row}, {column}: {faultSentence({ expected, found }, language)}
    </p>
  );
}

function ListAnswer({ answer, name }: { answer: BulkAnswer; name: string }) {
  const { words, language } = useConsole();
  const { entered, overlapping, rejects, rejectsCsv } = answer;
  return (
    <Outcome tone={rejects.length === 0 ? 'good' : 'plain'}>
      <p>
        <strong>{words.list.entered(formatNumber(entered.length, language))}</strong>
      </p>
      {overlapping.length > 0 && (
        <p>{words.list.overlapping(overlapping.map(({ row }) => row).join(', '))}</p>
      )}
      {rejectsCsv !== null && (
        <>
          <p>{words.list.rejected(formatNumber(rejects.length, language))}</p>
          <button
            type="button"
            className="button quiet"
            onClick={() => saveText(name, rejectsCsv, 'text/csv')}
          >
            {words.list.save}
          </button>
          <RowFaults faults={rejects} most={10} />
        </>
      )}
    </Outcome>
  );
}
