import { activityForms } from '../../../../../campaigns/activities/activity-kinds.ts';
import type { ListedActivity } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { makeAddress } from '../../ui/address.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { ErrorNotice, TextField } from '../../ui/parts.tsx';
import { SecondPersonNote } from '../../ui/SecondPersonNote.tsx';
import { ActivityNotes, ActivityPapers } from '../activities/ActivityNotes.tsx';
import { OtherPicture } from '../activities/OtherPicture.tsx';
import { useActivityPlace } from '../activities/use-activity-place.ts';
import { PictureSignals } from '../boards/PictureSignals.tsx';
import { EntryFacts, PictureFacts } from './ApprovalFacts.tsx';
import { approvalWordsIn } from './approval-words.ts';
import { type Approval, useApproval } from './use-approval.ts';

interface CardProps {
  activity: ListedActivity;
  /** Opens the entry after this one; null for the last. */
  onNext: (() => void) | null;
}

/** One activity with its picture beside the station that it should show, and the zone's decision, which can be changed. */
export function ApprovalCard({ activity: listed, onNext }: CardProps) {
  const { language, words } = useConsole();
  const nameDistrict = useDistrictName();
  const approval = useApproval(listed);
  const { activity, detail, isDecided } = approval;
  const { id, district, status, photo, reason } = activity;
  const title = activityForms[activity.kind].title[language];
  const station = listed.stationNames;
  const place = useActivityPlace()(listed);
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
              <span>{words.home.district(nameDistrict(district))}</span>
            </p>
          )}
          <EntryFacts activity={activity} withDistrict={station === null} />
          <PictureFacts photo={detail?.photo ?? null} />
          <ActivityPapers activity={activity} />
          <ActivityNotes activity={activity} overlaps={listed.overlaps} />
        </div>
      </div>
      <PictureSignals signals={detail?.signals ?? []} />
      <OtherPicture doubt={activity.doubt} doubtNames={listed.doubtNames} />
      {isDecided && (
        <p className={`notice ${status === 'approved' ? 'good' : 'bad'}`} role="status">
          <strong>{words.status[status]}</strong>
          {reason !== '' && `: ${reason}`}
        </p>
      )}
      {detail !== null && !isDecided && <SecondPersonNote second={detail.second} />}
      <ErrorNotice error={approval.error} />
      {approval.showsForm ? (
        <DecisionForm approval={approval} name={`${title}, ${place}`} />
      ) : (
        <div className="row">
          {onNext !== null && (
            <button type="button" className="button" onClick={onNext}>
              {approvalWordsIn(language).nextEntry}
            </button>
          )}
          <button
            type="button"
            className="link"
            aria-label={`${words.approvals.change}: ${title}, ${place}`}
            onClick={approval.change}
          >
            {words.approvals.change}
          </button>
        </div>
      )}
    </article>
  );
}

/** @param props.name of the entry, read out with each button */
function DecisionForm({ approval, name }: { approval: Approval; name: string }) {
  const { approvals: words } = useConsole().words;
  const { activity, detail, lacksReason, busy, decide } = approval;
  return (
    <form onSubmit={decide}>
      <TextField
        label={words.remark}
        hint={words.remarkHint}
        error={lacksReason ? words.remarkMissing : undefined}
        name="reason"
        maxLength={500}
      />
      <div className="row">
        {activity.status !== 'approved' && detail?.second.bar == null && (
          <button
            type="submit"
            className="button"
            name="action"
            value="approve"
            aria-label={`${words.approve}: ${name}`}
            disabled={busy}
          >
            {words.approve}
          </button>
        )}
        {activity.status !== 'rejected' && (
          <button
            type="submit"
            className="button quiet"
            name="action"
            value="reject"
            aria-label={`${words.reject}: ${name}`}
            disabled={busy}
          >
            {words.reject}
          </button>
        )}
      </div>
    </form>
  );
}
