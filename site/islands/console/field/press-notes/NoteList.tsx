import { activityAges } from '../../../../../campaigns/activities/activity-status.ts';
import { rolesFor } from '../../../../../campaigns/offices/permission.ts';
import { noteNumber } from '../../../../../campaigns/press-notes/note-content.ts';
import {
  type NoteOrder,
  noteOrders,
  pressNoteKinds,
} from '../../../../../campaigns/press-notes/note-fields.ts';
import {
  type PressNoteStatus,
  pressNoteStatuses,
} from '../../../../../campaigns/press-notes/note-status.ts';
import type { PressNoteSummary } from '../../../../../messaging/field/press-notes/press-notes-schemas.ts';
import { useConsole, useDistrictName, useMe } from '../../ui/console-context.ts';
import { OrderedBar, Pager, useDistrictChoices } from '../../ui/list/ListBar.tsx';
import { type ListHead, pageRows, useFoundList } from '../../ui/list/use-found-list.ts';
import { Await, List, Section } from '../../ui/parts.tsx';
import { useLive } from '../../ui/use-service.ts';
import { approvalWordsIn } from '../approvals/approval-words.ts';
import { pressWordsIn } from './press-words.ts';
import { listPath, newPath, notePath } from './use-note-content.ts';

/** All notes of the area; the second officer's queue first. */
export function NoteList() {
  const { campaign, language, words } = useConsole(pressWordsIn);
  const { role } = useMe();
  const isDrafter = rolesFor('press-note.draft').includes(role);
  return (
    <>
      <p>{words.lead(campaign.app)}</p>
      {isDrafter && (
        <p className="press-add">
          <a className="button" href={newPath(language)}>
            {words.add}
          </a>
        </p>
      )}
      {rolesFor('press-note.clear').includes(role) && <Queue />}
      <Section id="press-all" title={words.all}>
        <AllNotes hint={isDrafter ? words.firstSteps : null} />
      </Section>
    </>
  );
}

/** The notes that wait longest for a second officer; the list finds the rest. */
function Queue() {
  const { language, words, format } = useConsole(pressWordsIn);
  const { state, reload } = useLive(['press-note'], 'GET /api/press-notes', {
    query: { status: 'waiting', order: 'oldest', limit: pageRows },
  });
  return (
    <Section id="press-queue" title={words.queue}>
      <Await state={state} retry={reload}>
        {({ notes, found }) => (
          <>
            {found === 0 ? <p role="status">{words.queueNone}</p> : <Rows notes={notes} />}
            {found > notes.length && (
              <a href={`${listPath(language)}?${noteFilters.status}=waiting&sort=oldest`}>
                {words.queueAll(format.number(found))}
              </a>
            )}
          </>
        )}
      </Await>
    </Section>
  );
}

function AllNotes({ hint }: { hint: string | null }) {
  const { language, words } = useConsole(pressWordsIn);
  const list = useFoundList({ fields: noteFilters, orders: noteOrders, order: 'newest' });
  const { state, reload } = useLive(['press-note'], 'GET /api/press-notes', {
    query: {
      ...list.query,
      district: list.valueOf(noteFilters.district),
      status: findValue(pressNoteStatuses, list.valueOf(noteFilters.status)),
      kind: findValue(pressNoteKinds, list.valueOf(noteFilters.kind)),
      age: findValue(activityAges, list.valueOf(noteFilters.age)),
      ...(list.order === 'place' && { language }),
    },
  });
  const head = list.headOf(state.kind === 'loaded' ? state.value : null);
  const none = state.kind === 'loaded' && state.value.all === 0 && !head.narrowed;
  if (none) {
    return (
      <div className="notice plain" role="status">
        <p>{words.none}</p>
        {hint !== null && <p>{hint}</p>}
      </div>
    );
  }
  return (
    <>
      <NoteBar head={head} order={list.order} onOrder={list.sortBy} />
      <Await state={state} retry={reload}>
        {({ notes, found }) => (
          <>
            <Rows notes={notes} />
            <Pager page={list.page} pageRows={pageRows} found={found} onPage={list.toPage} />
          </>
        )}
      </Await>
    </>
  );
}

/** The value that the address names, unless there is no such one. */
function findValue<Value extends string>(
  values: readonly Value[],
  text: string | undefined,
): Value | undefined {
  return values.find((value) => value === text);
}

/** Looks of the console's states that fit a note's. */
const looks: Record<PressNoteStatus, string> = {
  draft: '',
  waiting: 'waiting',
  issued: 'verified',
  cancelled: 'rejected',
};

export function StatusChip({ status }: { status: PressNoteStatus }) {
  const { words } = useConsole(pressWordsIn);
  return <span className={`state ${looks[status]}`}>{words.status[status]}</span>;
}

function Rows({ notes }: { notes: readonly PressNoteSummary[] }) {
  const { language, words, format } = useConsole(pressWordsIn);
  const { role } = useMe();
  const nameDistrict = useDistrictName();
  return (
    <List of={notes} className="activities">
      {(note) => (
        <>
          <p>
            <StatusChip status={note.status} />{' '}
            {note.number !== null && note.year !== null && (
              <strong>{words.number(noteNumber({ number: note.number, year: note.year }))}</strong>
            )}
            {role !== 'district' && ` ${nameDistrict(note.district)}`}
          </p>
          <p>
            <a href={notePath(language, note.id)}>{note.title}</a>
          </p>
          <p className="detail">
            {note.issuedOn === null
              ? words.draftOf(format.moment(note.changedAt), note.madeBy)
              : words.issuedOn(format.day(note.issuedOn), note.madeBy)}
            {note.appearances > 0 && ` · ${words.printed(format.number(note.appearances))}`}
          </p>
        </>
      )}
    </List>
  );
}

const noteFilters = { status: 'state', district: 'at', kind: 'of', age: 'age' };

interface NoteBarProps {
  head: ListHead;
  order: NoteOrder;
  onOrder: (order: NoteOrder) => void;
}

/** Search, filters and order of the press notes. */
function NoteBar({ head, order, onOrder }: NoteBarProps) {
  const { language, words } = useConsole();
  const press = useConsole(pressWordsIn).words;
  const alone = useMe().role === 'district';
  const districts = useDistrictChoices();
  const named = <Value extends string>(values: readonly Value[], names: Record<Value, string>) =>
    values.map((value) => [value, names[value]] as const);
  const { ages, status } = approvalWordsIn(language);
  const filters = [
    {
      name: noteFilters.status,
      label: status,
      choices: named(pressNoteStatuses, press.status),
    },
    ...(alone ? [] : [{ name: noteFilters.district, label: words.district, choices: districts }]),
    {
      name: noteFilters.kind,
      label: press.stepNames.kind,
      choices: pressNoteKinds.map((kind) => [kind, press.kinds[kind].name] as const),
    },
    {
      name: noteFilters.age,
      label: press.changed,
      choices: named(activityAges, ages),
    },
  ];
  return (
    <OrderedBar
      head={head}
      filters={filters}
      order={order}
      orders={named(
        noteOrders.filter((name) => !alone || name !== 'place'),
        press.orders,
      )}
      onOrder={onOrder}
    />
  );
}
