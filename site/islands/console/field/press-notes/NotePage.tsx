import { useState } from 'react';
import { rolesFor } from '../../../../../campaigns/offices/permission.ts';
import {
  noteNumber,
  type PressNoteContent,
} from '../../../../../campaigns/press-notes/note-content.ts';
import { isTyped } from '../../../../../campaigns/press-notes/note-fields.ts';
import { noteNotices } from '../../../../../campaigns/press-notes/note-status.ts';
import { whatsappText } from '../../../../../campaigns/press-notes/whatsapp-text.ts';
import type {
  Appearance,
  PressForm,
  PressNoteDetail,
} from '../../../../../messaging/field/press-notes/press-notes-schemas.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { makeAddress } from '../../ui/address.ts';
import { useConsole, useDistrictName, useMe } from '../../ui/console-context.ts';
import { DayField, PhotoPicker } from '../../ui/DayField.tsx';
import { readText } from '../../ui/form-text.ts';
import { BackLink, Fold, Good } from '../../ui/lines.tsx';
import {
  Await,
  Button,
  ErrorNotice,
  List,
  Section,
  TextField,
  UploadBar,
} from '../../ui/parts.tsx';
import { SecondPersonNote } from '../../ui/SecondPersonNote.tsx';
import { useLoad, useUpload } from '../../ui/use-service.ts';
import { CancelPanel, IssuePanel, ReadPanel, SubmitPanel } from './IssuePanel.tsx';
import { StatusChip } from './NoteList.tsx';
import { NotePreview } from './NotePreview.tsx';
import { pressWordsIn } from './press-words.ts';
import { editPath, listPath, type PanelProps, useNoteContent } from './use-note-content.ts';

/** One note beside the panels for its next steps. */
export function NotePage({ id }: { id: number }) {
  const { state, reload } = useLoad('GET /api/press-notes/:id', { params: { id } });
  return (
    <Await state={state} retry={reload}>
      {(detail) => <WithLists first={detail} />}
    </Await>
  );
}

function WithLists({ first }: { first: PressNoteDetail }) {
  const { district } = first.note;
  const { state, reload } = useLoad('GET /api/press-notes/form', { query: { district } });
  return (
    <Await state={state} retry={reload}>
      {(lists) => <Note first={first} lists={lists} />}
    </Await>
  );
}

function Note({ first, lists }: { first: PressNoteDetail; lists: PressForm }) {
  const { language, words } = useConsole(pressWordsIn);
  const [detail, setDetail] = useState(first);
  const [notice, setNotice] = useState<string | null>(null);
  const { note } = detail;
  const draft = useNoteContent(note.fields, lists, note.district);
  const content = note.content ?? draft;
  const onDone = (next: PressNoteDetail, done: string) => {
    setDetail(next);
    setNotice(done);
  };
  return (
    <>
      <BackLink to={listPath(language)}>{words.back}</BackLink>
      {notice !== null && <Good key={notice + note.version}>{notice}</Good>}
      <NoteState note={note} />
      <div className="press-page">
        <div className="press-panels">
          <NotePanels detail={detail} onDone={onDone} lists={lists} />
        </div>
        <Section
          id="press-note-preview"
          title={note.content === null ? words.preview : words.pressNote}
        >
          <NotePreview
            content={content}
            notices={noteNotices(note, content.language ?? 'hi')}
            typed={note.content === null ? note.fields : undefined}
          />
        </Section>
      </div>
    </>
  );
}

function NoteState({ note }: Pick<PressNoteDetail, 'note'>) {
  const { words, format } = useConsole(pressWordsIn);
  const nameDistrict = useDistrictName();
  const { number, year, status, remark, issuedOn } = note;
  return (
    <>
      <p className="press-state">
        <StatusChip status={status} />{' '}
        {number !== null && year !== null && (
          <strong>{words.number(noteNumber({ number, year }))}</strong>
        )}{' '}
        {nameDistrict(note.district)}
        {issuedOn !== null && ` · ${words.issuedOn(format.day(issuedOn), note.issuedBy ?? '')}`}
      </p>
      {note.readBy !== null && <p className="detail">{words.readByOfficer(note.readBy)}</p>}
      {status === 'draft' && remark !== '' && (
        <p className="notice bad">{words.returned(remark)}</p>
      )}
      {status === 'cancelled' && <p className="notice bad">{words.cancelledText(remark)}</p>}
    </>
  );
}

/** Panels for what this officer can do with the note in its present state. */
function NotePanels({ lists, ...panel }: PanelProps & { lists: PressForm }) {
  const { language, words } = useConsole(pressWordsIn);
  const { role } = useMe();
  const { note, second } = panel.detail;
  const mayDraft = rolesFor('press-note.draft').includes(role);
  const mayRead = rolesFor('press-note.clear').includes(role) && second.bar === null;
  const isDraft = note.status === 'draft' && mayDraft;
  const isWaiting = note.status === 'waiting';
  const isIssued = note.status === 'issued';
  const isOpen = !isIssued && note.status !== 'cancelled';
  return (
    <>
      {isDraft && isTyped(note.fields) && <SubmitPanel {...panel} lists={lists} />}
      {isDraft && !isTyped(note.fields) && <IssuePanel {...panel} />}
      {isWaiting && mayRead && <ReadPanel {...panel} lists={lists} />}
      {isWaiting && !mayRead && <Waiting detail={panel.detail} />}
      {/* An officer who changes it is an author and can no longer be its reader. */}
      {isOpen && mayDraft && !(isWaiting && mayRead) && (
        <p>
          <a className="button quiet" href={editPath(language, note.id)}>
            {words.edit}
          </a>
        </p>
      )}
      {note.content !== null && <NoteFiles note={note} content={note.content} />}
      {note.content !== null && (
        <AppearanceLog {...panel} lists={lists} mayRecord={mayDraft && isIssued} />
      )}
      {isIssued && mayDraft && <CancelPanel {...panel} />}
    </>
  );
}

/** Tells those who may not read the note whom it waits for. */
function Waiting({ detail: { note, second } }: { detail: PressNoteDetail }) {
  const { words } = useConsole(pressWordsIn);
  const { role } = useMe();
  const { waitsFor } = note;
  return (
    <Section id="press-waiting" title={words.status.waiting}>
      <p>{waitsFor === null ? words.waitsForNobody : words.waitsFor[waitsFor]}</p>
      {rolesFor('press-note.clear').includes(role) && <SecondPersonNote second={second} />}
    </Section>
  );
}

interface NoteFilesProps {
  note: PressNoteDetail['note'];
  content: PressNoteContent;
}

/** The note as files for the desk and as a text for WhatsApp. */
function NoteFiles({ note, content }: NoteFilesProps) {
  const [copied, setCopied] = useState(false);
  const { campaign, words } = useConsole(pressWordsIn);
  const language = content.language ?? 'hi';
  const notices = noteNotices(note, language, campaign);
  const text = whatsappText(content, { app: campaign.app, notices });
  const makeFileAddress = (format: 'pdf' | 'docx') =>
    makeAddress('GET /api/press-notes/:id/file', { params: { id: note.id }, query: { format } });
  return (
    <Section id="press-files" title={words.files}>
      <p className="row">
        <a className="button" href={makeFileAddress('pdf')}>
          {words.pdf}
        </a>
        <a className="button quiet" href={makeFileAddress('docx')}>
          {words.docx}
        </a>
      </p>
      {note.status === 'issued' && (
        <>
          <p className="row">
            <Button
              onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
            >
              {words.copy}
            </Button>
            {'share' in navigator && (
              <Button
                // Closing the share sheet is no error.
                onClick={() => void navigator.share({ text }).catch(() => {})}
              >
                {words.share}
              </Button>
            )}
          </p>
          <p role="status" className="detail">
            {copied && words.copied}
          </p>
          <Fold title={words.whatsapp}>
            <pre className="press-text" lang={content.language ?? 'hi'}>
              {text}
            </pre>
          </Fold>
        </>
      )}
    </Section>
  );
}

/** Where the note was printed; each entry counts as a news item. */
function AppearanceLog({
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
    <Section id="press-log" title={words.logTitle}>
      <List of={log} className="activities" none={words.logNone}>
        {(entry) => <Entry entry={entry} detail={detail} onDone={onDone} mayRecord={mayRecord} />}
      </List>
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
    </Section>
  );
}

function Entry({
  entry,
  detail: { note },
  onDone,
  mayRecord,
}: PanelProps & { entry: Appearance; mayRecord: boolean }) {
  const { service, words, format } = useConsole(pressWordsIn);
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
        <strong>{entry.paper}</strong> · {format.day(entry.day)}{' '}
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
