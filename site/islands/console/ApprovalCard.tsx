import { type FormEvent, useState } from 'react';
import type { Deed } from '../../../campaigns/deeds/deed.ts';
import { deedForms } from '../../../campaigns/deeds/deed-kinds.ts';
import { formatDay } from '../../i18n/format.ts';
import type { DeedAnswer, DeedDetail } from './answers.ts';
import { useConsole, useDistrictName } from './console-context.ts';
import { detailsOf } from './deed-details.ts';
import { formatMoment } from './format-moment.ts';
import { ErrorNotice, TextField } from './parts.tsx';
import { useAction, useLoad } from './use-service.ts';
import type { StationNames } from './use-station-names.ts';

interface CardProps {
  deed: Deed;
  /** Names of the station; null where the deed is not of one. */
  station: StationNames | null;
}

/** One deed with its picture beside the station that it should show, and the zone's decision, which can be changed. */
export function ApprovalCard({ deed: given, station }: CardProps) {
  const { language, words, service } = useConsole();
  const nameOf = useDistrictName();
  const [deed, setDeed] = useState(given);
  const [changing, setChanging] = useState(false);
  const [unsaid, setUnsaid] = useState(false);
  const { busy, error, run } = useAction();
  const { id, kind, district, status, version, enteredBy, enteredAt, day, photo, reason } = deed;
  const title = deedForms[kind].title[language];
  const place = station === null ? nameOf(district) : `${station.name}, ${nameOf(district)}`;
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
      setDeed((await service.post<DeedAnswer>(`/api/deeds/${id}/${action}`, body)).deed);
      setChanging(false);
    });
  };
  return (
    <li className="card" data-deed={id}>
      <h3>{title}</h3>
      <div className={photo === null ? '' : 'beside'}>
        {photo !== null && (
          <a href={`/api/deeds/${id}/photo`} target="_blank" rel="noreferrer">
            <img
              src={`/api/deeds/${id}/photo`}
              alt={words.approvals.pictureOf(place)}
              loading="lazy"
            />
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
            {detailsOf(deed, language).map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
            <dt>{words.approvals.enteredBy}</dt>
            <dd>
              {enteredBy}, {formatMoment(enteredAt, language)}
            </dd>
            {deed.remark !== '' && (
              <>
                <dt>{words.entry.remark}</dt>
                <dd>{deed.remark}</dd>
              </>
            )}
          </dl>
          {photo !== null && <PictureFacts id={id} />}
        </div>
      </div>
      {decided && (
        <p className={`notice ${status === 'approved' ? 'good' : 'bad'}`} role="status">
          <strong>{words.status[status]}</strong>
          {reason !== '' && `: ${reason}`}
        </p>
      )}
      <ErrorNotice error={error} />
      {decided && !changing ? (
        <button
          type="button"
          className="link"
          aria-label={`${words.approvals.change}: ${title}, ${place}`}
          onClick={() => setChanging(true)}
        >
          {words.approvals.change}
        </button>
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
            {status !== 'approved' && (
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
    </li>
  );
}

/** What was read in the picture: codes, and when it was taken. */
function PictureFacts({ id }: { id: number }) {
  const { language, words } = useConsole();
  const { state } = useLoad<DeedDetail>(`/api/deeds/${id}`);
  if (state.kind !== 'loaded' || state.value.photo === null) return null;
  const { codes, takenAt } = state.value.photo;
  return (
    <dl className="facts">
      <dt>{words.approvals.codes}</dt>
      <dd>{codes.length === 0 ? words.approvals.noCodes : codes.join(', ')}</dd>
      <dt>{words.approvals.takenAt}</dt>
      <dd>{takenAt === null ? words.approvals.notSaid : formatMoment(takenAt, language)}</dd>
    </dl>
  );
}
