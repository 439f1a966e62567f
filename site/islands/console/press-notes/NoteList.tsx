import { useState } from 'react';
import { rolesFor } from '../../../../campaigns/offices/permission.ts';
import { noteNumber } from '../../../../campaigns/press-notes/note-content.ts';
import type { PressNoteStatus } from '../../../../campaigns/press-notes/note-status.ts';
import type { PressNoteSummary } from '../../../../messaging/contract/press-notes.ts';
import { formatDay, formatNumber } from '../../../i18n/format.ts';
import { useConsole, useDistrictName, useMe } from '../console-context.ts';
import { formatMoment } from '../format-moment.ts';
import { Await } from '../parts.tsx';
import { useLoad } from '../use-service.ts';
import { newPath, notePath } from './press-paths.ts';
import { usePressWords } from './use-press-words.ts';

const pageLength = 50;

/** All notes of the area; the second officer's queue first. */
export function NoteList() {
  const { language } = useConsole();
  const words = usePressWords();
  const { role } = useMe();
  const isDrafter = rolesFor('press-note.draft').includes(role);
  return (
    <>
      <p>{words.lead}</p>
      {isDrafter && (
        <p className="press-add">
          <a className="button" href={newPath(language)}>
            {words.add}
          </a>
        </p>
      )}
      {rolesFor('press-note.clear').includes(role) && <Queue />}
      <section aria-labelledby="press-all">
        <h2 id="press-all">{words.all}</h2>
        <AllNotes hint={isDrafter ? words.firstSteps : null} />
      </section>
    </>
  );
}

function Queue() {
  const words = usePressWords();
  const { state, reload } = useLoad('GET /api/press-notes', { query: { status: 'waiting' } });
  return (
    <section aria-labelledby="press-queue">
      <h2 id="press-queue">{words.queue}</h2>
      <Await state={state} retry={reload}>
        {(notes) =>
          notes.length === 0 ? <p role="status">{words.queueNone}</p> : <Rows notes={notes} />
        }
      </Await>
    </section>
  );
}

function AllNotes({ hint }: { hint: string | null }) {
  const words = usePressWords();
  const [before, setBefore] = useState<number | undefined>(undefined);
  const { state, reload } = useLoad('GET /api/press-notes', {
    query: { before, limit: pageLength },
  });
  return (
    <Await state={state} retry={reload}>
      {(notes) => (
        <>
          {notes.length === 0 ? (
            <div className="notice plain" role="status">
              <p>{words.none}</p>
              {hint !== null && <p>{hint}</p>}
            </div>
          ) : (
            <Rows notes={notes} />
          )}
          {notes.length === pageLength && (
            <button
              type="button"
              className="button quiet"
              onClick={() => setBefore(notes.at(-1)?.id)}
            >
              {words.more}
            </button>
          )}
        </>
      )}
    </Await>
  );
}

/** Looks of the console's states that fit a note's. */
const looks: Record<PressNoteStatus, string> = {
  draft: '',
  waiting: 'waiting',
  checked: 'waiting',
  issued: 'verified',
  cancelled: 'rejected',
};

export function StatusChip({ status }: { status: PressNoteStatus }) {
  const words = usePressWords();
  return <span className={`state ${looks[status]}`}>{words.status[status]}</span>;
}

/** Marks a note that is sample data. */
export function SampleTag({ note }: { note: Pick<PressNoteSummary, 'sample'> }) {
  const { words } = useConsole();
  return note.sample && <span className="tag">{words.sample}</span>;
}

function Rows({ notes }: { notes: readonly PressNoteSummary[] }) {
  const { language } = useConsole();
  const words = usePressWords();
  const { role } = useMe();
  const nameOf = useDistrictName();
  return (
    <ul className="plain activities">
      {notes.map((note) => (
        <li key={note.id}>
          <p>
            <StatusChip status={note.status} /> <SampleTag note={note} />{' '}
            {note.number !== null && note.year !== null && (
              <strong>{words.number(noteNumber({ number: note.number, year: note.year }))}</strong>
            )}
            {role !== 'district' && ` ${nameOf(note.district)}`}
          </p>
          <p>
            <a href={notePath(language, note.id)}>{note.title}</a>
          </p>
          <p className="detail">
            {note.issuedOn === null
              ? words.draftOf(formatMoment(note.changedAt, language), note.madeBy)
              : words.issuedOn(formatDay(note.issuedOn, language), note.madeBy)}
            {note.appearances > 0 &&
              ` · ${words.printed(formatNumber(note.appearances, language))}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
