import type {
  Appearance,
  PressForm,
} from '../../../../../messaging/field/press-notes/press-notes-schemas.ts';
import { formatDay } from '../../../../i18n/format.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { makeAddress } from '../../ui/address.ts';
import { useConsole } from '../../ui/console-context.ts';
import { DayField } from '../../ui/DayField.tsx';
import { readText } from '../../ui/form-text.ts';
import { PhotoPicker } from '../../ui/PhotoPicker.tsx';
import { ErrorNotice, TextField, UploadBar } from '../../ui/parts.tsx';
import { useUpload } from '../../ui/use-upload.ts';
import { pressWordsIn } from './press-words.ts';

import type { PanelProps } from './use-note-content.ts';

/** Where the note was printed; each entry counts as a news item. */
export function AppearanceLog({
  detail,
  onDone,
  lists,
  mayRecord,
}: PanelProps & { lists: PressForm; mayRecord: boolean }) {
  const { service, words } = useConsole(pressWordsIn);
  const { note, log } = detail;
  const record = async (form: FormData, element: HTMLFormElement) => {
    const next = await service.ask('POST /api/press-notes/:id/appearances', {
      params: { id: note.id },
      body: { paper: readText(form, 'paper'), day: readText(form, 'day') },
    });
    element.reset();
    onDone(next, words.done.appeared);
  };
  return (
    <section aria-labelledby="press-log">
      <h2 id="press-log">{words.logTitle}</h2>
      {log.length === 0 ? (
        <p>{words.logNone}</p>
      ) : (
        <ul className="plain activities">
          {log.map((entry) => (
            <li key={entry.id}>
              <Entry entry={entry} detail={detail} onDone={onDone} mayRecord={mayRecord} />
            </li>
          ))}
        </ul>
      )}
      {mayRecord && (
        <AskForm button={words.record} send={record}>
          <TextField
            label={words.paper}
            hint={words.paperHint}
            name="paper"
            list="press-papers"
            maxLength={120}
            required
          />
          <datalist id="press-papers">
            {lists.papers.map((paper) => (
              <option key={paper} value={paper} />
            ))}
          </datalist>
          <DayField
            label={words.day}
            name="day"
            given={lists.days.last}
            min={note.issuedOn ?? lists.days.first}
            max={lists.days.last}
          />
        </AskForm>
      )}
    </section>
  );
}

function Entry({
  entry,
  detail: { note },
  onDone,
  mayRecord,
}: PanelProps & { entry: Appearance; mayRecord: boolean }) {
  const { language, service, words } = useConsole(pressWordsIn);
  const { share, busy, error, upload } = useUpload();
  const params = { id: note.id, appearance: entry.id };
  const send = (file: File) =>
    upload(async (onShare) => {
      const name = 'POST /api/press-notes/:id/appearances/:appearance/cutting';
      onDone(await service.upload(name, { params }, { file, onShare }), words.done.cutting);
    });
  return (
    <>
      <p>
        <strong>{entry.paper}</strong> · {formatDay(entry.day, language)}{' '}
        <span className="detail">{entry.withdrawn ? words.withdrawn : entry.recordedBy}</span>
      </p>
      {entry.cutting !== null && (
        <a
          href={makeAddress('GET /api/press-notes/:id/appearances/:appearance/cutting', { params })}
        >
          <img
            className="press-cutting"
            key={entry.cutting}
            src={`${makeAddress('GET /api/press-notes/:id/appearances/:appearance/cutting', { params })}#${entry.cutting}`}
            alt={words.cuttingOf(entry.paper)}
          />
        </a>
      )}
      {mayRecord && entry.cutting === null && (
        <PhotoPicker label={`${words.cuttingAdd}: ${entry.paper}`} disabled={busy} onPick={send}>
          {words.cuttingAdd}
        </PhotoPicker>
      )}
      <UploadBar share={share} />
      <ErrorNotice error={error} />
    </>
  );
}
