import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { ActivityAnswer } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { formatDay } from '../../../../i18n/format.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { listDetails } from '../activities/activity-details.ts';

/** The entry, by whom and when; the district only where nothing else names the place. */
export function EntryFacts(props: { activity: ActivityAnswer['activity']; withDistrict: boolean }) {
  const { language, words } = useConsole();
  const nameDistrict = useDistrictName();
  const { district, day, enteredBy, enteredAt, remark } = props.activity;
  return (
    <dl className="facts">
      {props.withDistrict && (
        <>
          <dt>{words.district}</dt>
          <dd>{nameDistrict(district)}</dd>
        </>
      )}
      <dt>{words.entry.day}</dt>
      <dd>{formatDay(day, language)}</dd>
      {listDetails(props.activity, language).map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      <dt>{words.approvals.enteredBy}</dt>
      <dd>
        {enteredBy}, {formatMoment(enteredAt, language)}
      </dd>
      {remark !== '' && (
        <>
          <dt>{words.entry.remark}</dt>
          <dd>{remark}</dd>
        </>
      )}
    </dl>
  );
}

/** Codes that were read in the picture, and when it was taken. */
export function PictureFacts({ photo }: { photo: Answer<'GET /api/activities/:id'>['photo'] }) {
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
        {takenAt !== null && claimed && ` (${entryWordsIn(language).claimed})`}
      </dd>
    </dl>
  );
}
