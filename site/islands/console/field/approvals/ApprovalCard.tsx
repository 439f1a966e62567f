import { type FormEvent, useEffect, useState } from 'react';
import { activityForms } from '../../../../../campaigns/activities/activity-kinds.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type {
  ActivityAnswer,
  ListedActivity,
} from '../../../../../messaging/contract/field/activities.ts';
import { approvalWords } from '../../../../i18n/approval-words.ts';
import { entryWords } from '../../../../i18n/entry-words.ts';
import { formatDay } from '../../../../i18n/format.ts';
import { SecondPersonNote } from '../../people/accounts/SecondPersonNote.tsx';
import { makeAddress } from '../../ui/address.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { ErrorNotice, TextField } from '../../ui/parts.tsx';
import { useChanges } from '../../ui/use-changes.ts';
import { useAction, useLoad } from '../../ui/use-service.ts';
import { ActivityNotes, ActivityPapers } from '../activities/ActivityNotes.tsx';
import { listDetails } from '../activities/activity-details.ts';
import { OtherPicture } from '../activities/OtherPicture.tsx';
import { useActivityPlace } from '../activities/use-activity-place.ts';

interface CardProps {
  activity: ListedActivity;
  /** Opens the entry after this one; null for the last. */
  onNext: (() => void) | null;
}

/** One activity with its picture beside the station that it should show, and the zone's decision, which can be changed. */
export function ApprovalCard({ activity: given, onNext }: CardProps) {
  const { language, words, service } = useConsole();
  const nameOf = useDistrictName();
  const [activity, setActivity] = useState<ActivityAnswer['activity']>(given);
  const [changing, setChanging] = useState(false);
  const [unsaid, setUnsaid] = useState(false);
  const { busy, error, run } = useAction();
  const detail = useLoad('GET /api/activities/:id', { params: { id: given.id } });
  useChanges(['activity'], detail.reload);
  const read = detail.state.kind === 'loaded' ? detail.state.value : null;
  // What another officer decided in the meantime shows here; an answer that is older than the own decision does not.
  useEffect(() => {
    if (read !== null)
      setActivity((own) => (read.activity.version > own.version ? read.activity : own));
  }, [read]);
  const { id, kind, district, status, version, enteredBy, enteredAt, day, photo, reason } =
    activity;
  const title = activityForms[kind].title[language];
  const station = given.stationNames;
  const place = useActivityPlace()(given);
  const decided = status === 'approved' || status === 'rejected';

  const decide = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const action = submitter?.getAttribute('value') === 'reject' ? 'reject' : 'approve';
    const remark = String(new FormData(event.currentTarget).get('reason')).trim();
    setUnsaid(action === 'reject' && remark === '');
    if (action === 'reject' && remark === '') {
      event.currentTarget.querySelector('input')?.focus();
      return;
    }
    run(async () => {
      const body = { version, reason: remark };
      setActivity(
        (await service.ask(`POST /api/activities/:id/${action}`, { params: { id }, body }))
          .activity,
      );
      setChanging(false);
    });
  };
  const picture = makeAddress('GET /api/activities/:id/photo', { params: { id } });
  return (
    <article className="card" data-activity={id}>
      <h3>{title}</h3>
      <div className={photo === null ? '' : 'beside'}>
        {photo !== null && (
          <a href={picture} target="_blank" rel="noreferrer">
            <img src={picture} alt={words.approvals.pictureOf(place)} loading="lazy" />
          </a>
        )}
        <div>
          {station !== null && (
            <p className="strip">
              <strong lang="hi">{station.strip}</strong>
              <span>{words.home.district(nameOf(district))}</span>
            </p>
          )}
          <dl className="facts">
            {station === null && (
              <>
                <dt>{words.district}</dt>
                <dd>{nameOf(district)}</dd>
              </>
            )}
            <dt>{words.entry.day}</dt>
            <dd>{formatDay(day, language)}</dd>
            {listDetails(activity, language).map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
            <dt>{words.approvals.enteredBy}</dt>
            <dd>
              {enteredBy}, {formatMoment(enteredAt, language)}
            </dd>
            {activity.remark !== '' && (
              <>
                <dt>{words.entry.remark}</dt>
                <dd>{activity.remark}</dd>
              </>
            )}
          </dl>
          <PictureFacts photo={read?.photo ?? null} />
          <ActivityPapers activity={activity} />
          <ActivityNotes activity={activity} overlaps={given.overlaps} />
        </div>
      </div>
      <OtherPicture doubt={activity.doubt} doubtNames={given.doubtNames} />
      {decided && (
        <p className={`notice ${status === 'approved' ? 'good' : 'bad'}`} role="status">
          <strong>{words.status[status]}</strong>
          {reason !== '' && `: ${reason}`}
        </p>
      )}
      {read !== null && !decided && <SecondPersonNote second={read.second} />}
      <ErrorNotice error={error} />
      {decided && !changing ? (
        <div className="row">
          {onNext !== null && (
            <button type="button" className="button" onClick={onNext}>
              {approvalWords[language].nextEntry}
            </button>
          )}
          <button
            type="button"
            className="link"
            aria-label={`${words.approvals.change}: ${title}, ${place}`}
            onClick={() => setChanging(true)}
          >
            {words.approvals.change}
          </button>
        </div>
      ) : (
        <form onSubmit={decide}>
          <TextField
            label={words.approvals.remark}
            hint={words.approvals.remarkHint}
            error={unsaid ? words.approvals.remarkMissing : undefined}
            name="reason"
            maxLength={500}
          />
          <div className="row">
            {status !== 'approved' && read?.second.bar == null && (
              <button
                type="submit"
                className="button"
                name="action"
                value="approve"
                aria-label={`${words.approvals.approve}: ${title}, ${place}`}
                disabled={busy}
              >
                {words.approvals.approve}
              </button>
            )}
            {status !== 'rejected' && (
              <button
                type="submit"
                className="button quiet"
                name="action"
                value="reject"
                aria-label={`${words.approvals.reject}: ${title}, ${place}`}
                disabled={busy}
              >
                {words.approvals.reject}
              </button>
            )}
          </div>
        </form>
      )}
    </article>
  );
}

/** What was read in the picture: codes, and when it was taken. */
function PictureFacts({ photo }: { photo: Answer<'GET /api/activities/:id'>['photo'] }) {
  const { language, words } = useConsole();
  if (photo === null) return null;
  const { codes, takenAt, claimed } = photo;
  return (
    <dl className="facts">
      <dt>{words.approvals.codes}</dt>
      <dd>{codes.length === 0 ? words.approvals.noCodes : codes.join(', ')}</dd>
      <dt>{words.approvals.takenAt}</dt>
      <dd>
        {takenAt === null ? words.approvals.notSaid : formatMoment(takenAt, language)}
        {takenAt !== null && claimed && ` (${entryWords[language].claimed})`}
      </dd>
    </dl>
  );
}
