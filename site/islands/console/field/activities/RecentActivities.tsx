import { useEffect, useState } from 'react';
import type { Activity } from '../../../../../campaigns/activities/activity.ts';
import {
  type ActivityField,
  activityForms,
  attachmentFields,
  isDatedByRun,
} from '../../../../../campaigns/activities/activity-kinds.ts';
import { activityStatuses } from '../../../../../campaigns/activities/activity-status.ts';
import type { ListedActivity } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { listWordsIn } from '../../../../i18n/list-words.ts';
import { AskForm, Form } from '../../ui/AskForm.tsx';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { DayField } from '../../ui/DayField.tsx';
import { Held, isHeld } from '../../ui/Effect.tsx';
import { useSay } from '../../ui/feature/use-feature.ts';
import { readText } from '../../ui/form-text.ts';
import { Detail, Submit } from '../../ui/lines.tsx';
import { Pager } from '../../ui/list/ListBar.tsx';
import { pageRows } from '../../ui/list/use-found-list.ts';
import { Await, Button, ErrorNotice, Section, TextField, UploadBar } from '../../ui/parts.tsx';
import { type Undo, UndoLine } from '../../ui/UndoLine.tsx';
import { useDays } from '../../ui/use-days.ts';
import { useUpload } from '../../ui/use-service.ts';
import { approvalWordsIn } from '../approvals/approval-words.ts';
import { LevelTag } from '../boards/Verdict.tsx';
import { ActivityBar, useActivityList, useActivityPlace } from './ActivityBar.tsx';
import { ActivityNotes, ActivityPapers } from './ActivityNotes.tsx';
import { listDetails } from './activity-details.ts';
import { attachPapers, recordableKinds } from './activity-entry.ts';
import { DetailFields, findExpected, readDetails, readPapers } from './DetailFields.tsx';
import { EntryHistory, HistoryButton, useWithdrawal } from './EntryHistory.tsx';
import { BeyondReason, isBeyond } from './PlaceFields.tsx';

/** Shorter names than usual: the form above the list uses the plain ones. */
const fields = { kind: 'of', district: 'at', status: 'state', age: 'age' };

/** Entries of the officer's area, each of which can be corrected, taken back and put back. */
export function RecentActivities({ round }: { round: number }) {
  const { words, language } = useConsole();
  const me = useMe();
  const { state, reload, ...list } = useActivityList({ fields, order: 'newest', status: 'all' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new entry belongs to the list
  useEffect(() => void reload(), [round]);
  const namePlace = useActivityPlace();
  return (
    <Section id="recent" title={words.entry.recent}>
      <ActivityBar
        head={list.head}
        fields={fields}
        kinds={recordableKinds(me)}
        statuses={[
          ['all', listWordsIn(language).all],
          ...activityStatuses.map((value) => [value, words.status[value]] as const),
        ]}
        order={list.order}
        orders={['newest', 'oldest', 'place', 'kind']}
        onOrder={list.sortBy}
      />
      <Await state={state} retry={reload}>
        {({ activities, found }) => (
          <>
            <ul className="plain activities">
              {activities.map((activity) => (
                <ActivityRow
                  key={activity.id}
                  activity={activity}
                  place={namePlace(activity)}
                  onChanged={reload}
                />
              ))}
            </ul>
            <Pager page={list.page} pageRows={pageRows} found={found} onPage={list.toPage} />
          </>
        )}
      </Await>
    </Section>
  );
}

interface ActivityRowProps {
  activity: ListedActivity;
  place: string;
  onChanged: () => void;
}

function ActivityRow({ activity, place, onChanged }: ActivityRowProps) {
  const { language, words, format } = useConsole();
  const me = useMe();
  const [editing, setEditing] = useState(false);
  const [shown, setShown] = useState(false);
  const [undo, setUndo] = useState<{ run: Undo } | null>(null);
  const { id, version, kind, day, status, reason } = activity;
  const title = activityForms[kind].title[language];
  const name = `${title}, ${place}`;
  const details = listDetails(activity, language).map(({ label, text }) => `${label}: ${text}`);
  // A run has its days among the details.
  const dated = activity.details['run'] === undefined ? [format.day(day)] : [];
  const toggling = status === 'withdrawn' ? words.entry.restore : words.entry.withdraw;
  const toggle = useWithdrawal(onChanged);
  return (
    <li>
      <p>
        <strong>{title}</strong> <span className={`state ${status}`}>{words.status[status]}</span>{' '}
        {activity.level !== null && <LevelTag level={activity.level} />}
      </p>
      <Detail
        of={[
          approvalWordsIn(language).entry(id),
          place,
          ...dated,
          ...details,
          activity.remark,
          reason,
        ]}
      />
      <ActivityNotes activity={activity} overlaps={activity.overlaps} />
      <ActivityPapers activity={activity} />
      {editing && (
        <ActivityEdit
          activity={activity}
          name={name}
          onCancel={() => setEditing(false)}
          onDone={(run) => {
            setEditing(false);
            setUndo(run === undefined ? null : { run });
            onChanged();
          }}
        />
      )}
      {undo !== null && (
        <UndoLine
          label={name}
          undo={async (why) => {
            const answer = await undo.run(why);
            if (!isHeld(answer)) onChanged();
            return answer;
          }}
        >
          <p>{words.entry.corrected}</p>
        </UndoLine>
      )}
      {shown && (
        <EntryHistory key={version} id={id} name={name} mayChange={false} onChanged={onChanged} />
      )}
      <HistoryButton isShown={shown} name={name} onToggle={() => setShown(!shown)} />
      {recordableKinds(me).includes(kind) && !editing && (
        <div className="row">
          {status !== 'withdrawn' && (
            <Button
              look="link"
              aria-label={`${words.entry.correct}: ${name}`}
              onClick={() => setEditing(true)}
            >
              {words.entry.correct}
            </Button>
          )}
          <AskForm
            button={toggling}
            label={`${toggling}: ${name}`}
            look="link"
            send={toggle(activity)}
          />
        </div>
      )}
    </li>
  );
}

interface ActivityEditProps {
  activity: Activity;
  /** The entry's name, read out with the form. */
  name: string;
  onDone: (undo?: Undo) => void;
  onCancel: () => void;
}

/** Corrects an entry, or adds what came in later: a certificate, the number of the consent, newer figures. */
function ActivityEdit({ activity, name, onDone, onCancel }: ActivityEditProps) {
  const { words, language } = useConsole();
  const say = useSay();
  const days = useDays();
  const edit = useEdit(activity, onDone);
  const { fields, hasDay, share, busy, error, submit, removePaper } = edit;
  const { kind, details, day, remark } = activity;
  const dayExpected = findExpected(error, 'day', language);
  return (
    <Await state={days.state} retry={days.reload}>
      {(bounds) => (
        <Form
          className="narrow edit"
          onSubmit={submit}
          aria-label={`${words.entry.correct}: ${name}`}
        >
          {hasDay && (
            <DayField
              label={words.entry.day}
              name="day"
              given={day}
              min={bounds.first}
              max={bounds.today}
              error={dayExpected && words.entry.wrongValue(dayExpected)}
            />
          )}
          <DetailFields kind={kind} fields={fields} details={details} error={error} days={bounds} />
          {attachmentFields(kind)
            .filter((field) => details[field.name] !== undefined)
            .map((field) => (
              <p key={field.name}>
                <Button look="link" disabled={busy} onClick={() => removePaper(field.name)}>
                  {words.entry.deletePaper(words.entry.paper(say(field.label)))}
                </Button>
              </p>
            ))}
          <TextField
            label={`${words.entry.remark} ${words.optional}`}
            name="remark"
            defaultValue={remark}
            maxLength={500}
          />
          <ErrorNotice error={isBeyond(error) ? null : error} />
          <BeyondReason error={error} />
          <Held error={error} answer={edit.answer} />
          <UploadBar share={share} />
          <div className="row">
            <Submit busy={busy}>{words.entry.save}</Submit>
            <Button disabled={busy} onClick={onCancel}>
              {words.entry.cancel}
            </Button>
          </div>
        </Form>
      )}
    </Await>
  );
}

function useEdit(activity: Activity, onDone: (undo?: Undo) => void) {
  const { id, version, kind, details } = activity;
  const { service } = useConsole();
  const { share, busy, error, upload: run } = useUpload();
  const [answer, setAnswer] = useState<unknown>(null);
  const { fields, former = [] } = activityForms[kind];
  const shown = [...fields, ...former.filter(({ name }) => details[name] !== undefined)];
  const hasDay = !isDatedByRun(kind) || details['run'] === undefined;
  const put = (
    { day, ...entry }: Pick<Activity, 'version' | 'details' | 'remark' | 'day'>,
    reason: string,
  ) =>
    service.ask('PUT /api/activities/:id', {
      params: { id },
      body: {
        version: entry.version,
        details: entry.details,
        remark: entry.remark,
        reason,
        ...(hasDay && { day }),
      },
    });
  const submit = (form: FormData) => {
    run(async (onShare) => {
      const typed = { details: readDetails(shown, form), remark: readText(form, 'remark') };
      const day = readText(form, 'day');
      const changed = await put({ version, day, ...typed }, readText(form, 'reason'));
      setAnswer(changed);
      if (isHeld(changed)) return;
      const papers = readPapers(fields, form);
      const last = await attachPapers(service, changed.activity, { papers, onShare });
      const before = { ...activity, version: last.version, details: pickTyped(shown, details) };
      onDone((why) => put(before, why));
    });
  };
  const removePaper = (field: string) =>
    run(async () => {
      await service.ask('POST /api/activities/:id/attachments/:field/delete', {
        params: { id, field },
        body: { version },
      });
      onDone();
    });
  return { fields: shown, hasDay, share, busy, error, submit, removePaper, answer };
}

/** Papers are handed in and deleted by themselves. */
const pickTyped = (shown: readonly ActivityField[], details: Activity['details']) =>
  Object.fromEntries(
    shown.flatMap(({ name, type }) => {
      const value = details[name];
      return type === 'attachment' || value === undefined ? [] : [[name, value]];
    }),
  );
