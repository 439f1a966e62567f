import { activityForms } from '../../../../../campaigns/activities/activity-kinds.ts';
import { doubtWords } from '../../../../../campaigns/words/photo-fault-words.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type {
  ActivityAnswer,
  ListedActivity,
} from '../../../../../messaging/field/activities/activities-schemas.ts';
import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { makeAddress } from '../../ui/address.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { DecisionForm } from '../../ui/DecisionForm.tsx';
import { Held } from '../../ui/Effect.tsx';
import { Strong } from '../../ui/lines.tsx';
import { Button, type Fact, Facts } from '../../ui/parts.tsx';
import { SecondPersonNote } from '../../ui/SecondPersonNote.tsx';
import { useActivityPlace } from '../activities/ActivityBar.tsx';
import { ActivityNotes, ActivityPapers } from '../activities/ActivityNotes.tsx';
import { listDetails } from '../activities/activity-details.ts';
import { PictureSignals } from '../boards/Verdict.tsx';
import { approvalWordsIn } from './approval-words.ts';
import { type Approval, type DecisionAction, useApproval } from './use-approval.ts';

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
      <Held answer={approval.held} />
      {approval.showsForm ? (
        <Decide approval={approval} name={`${title}, ${place}`} />
      ) : (
        <div className="row">
          {onNext !== null && (
            <Button look="button" onClick={onNext}>
              {approvalWordsIn(language).nextEntry}
            </Button>
          )}
          <Button
            look="link"
            aria-label={`${words.approvals.change}: ${title}, ${place}`}
            onClick={approval.change}
          >
            {words.approvals.change}
          </Button>
        </div>
      )}
    </article>
  );
}

/** @param props.name of the entry, read out with each button */
function Decide({ approval, name }: { approval: Approval; name: string }) {
  const { approvals: words } = useConsole().words;
  const { activity, detail, decide } = approval;
  const button = (action: DecisionAction) => ({
    action,
    button: words[action],
    label: `${words[action]}: ${name}`,
    needsReason: action === 'reject',
  });
  return (
    <DecisionForm
      label={words.remark}
      hint={words.remarkHint}
      missing={words.remarkMissing}
      usual="approve"
      decisions={[
        activity.status !== 'approved' && detail?.second.bar == null && button('approve'),
        activity.status !== 'rejected' && button('reject'),
      ]}
      send={decide}
    />
  );
}

/** Why a picture is doubted, what the office says to that, and the other picture. */
function OtherPicture({ doubt, doubtNames }: Pick<ListedActivity, 'doubt' | 'doubtNames'>) {
  const { language, words } = useConsole(entryWordsIn);
  const districtName = useDistrictName();
  if (doubt === null) return null;
  const place = `${doubtNames?.[language] ?? doubt.station}, ${districtName(doubt.district)}`;
  const picture =
    doubt.photo &&
    makeAddress('GET /api/activities/photos/:sha256', { params: { sha256: doubt.photo } });
  return (
    <div className="notice plain doubt">
      <Strong>{doubtWords[doubt.kind]({ hi: place, en: place })[language]}</Strong>
      {doubt.reason !== '' && <p>{words.officeSays(doubt.reason)}</p>}
      {picture && (
        <a href={picture} target="_blank" rel="noreferrer">
          <img src={picture} alt={words.otherPhotoOf(place)} loading="lazy" />
        </a>
      )}
    </div>
  );
}

/** The entry, by whom and when; the district only where nothing else names the place. */
function EntryFacts(props: { activity: ActivityAnswer['activity']; withDistrict: boolean }) {
  const { language, words, format } = useConsole();
  const nameDistrict = useDistrictName();
  const { district, day, enteredBy, enteredAt, remark } = props.activity;
  const facts: Fact[] = [
    props.withDistrict && [words.district, nameDistrict(district)],
    [words.entry.day, format.day(day)],
    ...listDetails(props.activity, language).map(({ label, text }): Fact => [label, text]),
    [words.approvals.enteredBy, `${enteredBy}, ${format.moment(enteredAt)}`],
    remark !== '' && [words.entry.remark, remark],
  ];
  return <Facts className="facts" facts={facts} />;
}

/** Codes that were read in the picture, and when it was taken. */
function PictureFacts({ photo }: { photo: Answer<'GET /api/activities/:id'>['photo'] }) {
  const { language, words, format } = useConsole();
  if (photo === null) return null;
  const { codes, takenAt, claimed } = photo;
  const taken =
    takenAt === null
      ? words.approvals.notSaid
      : `${format.moment(takenAt)}${claimed ? ` (${entryWordsIn(language).claimed})` : ''}`;
  const facts: Fact[] = [
    [words.approvals.codes, codes.length === 0 ? words.approvals.noCodes : codes.join(', ')],
    [words.approvals.takenAt, taken],
  ];
  return <Facts className="facts" facts={facts} />;
}
