import type { Activity } from '../../../../../campaigns/activities/activity.ts';
import {
  activityForms,
  attachmentFields,
} from '../../../../../campaigns/activities/activity-kinds.ts';
import { isRejected } from '../../../../../campaigns/activities/activity-status.ts';
import type { Overlap } from '../../../../../campaigns/activities/cinema.ts';
import { findWarnings, warningWords } from '../../../../../campaigns/activities/warnings.ts';
import type { ListedActivity } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { makeAddress } from '../../ui/address.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { useSay } from '../../ui/feature/use-feature.ts';

interface ActivityNotesProps {
  activity: Pick<ListedActivity, 'kind' | 'details' | 'status' | 'reason' | 'doubt' | 'restoresTo'>;
  overlaps: readonly Overlap[];
}

/** Lists what is missing from an entry, and other entries that may be the same. */
export function ActivityNotes({ activity, overlaps }: ActivityNotesProps) {
  const { language, words, format } = useConsole();
  const nameDistrict = useDistrictName();
  if (activity.status === 'withdrawn') return null;
  const warnings = findWarnings(activity).map((warning) => warningWords[warning][language]);
  const same = overlaps.map(({ activity: number, district, days }) =>
    words.entry.overlap(
      String(number),
      nameDistrict(district),
      `${format.day(days.from)} – ${format.day(days.to)}`,
    ),
  );
  const { kind, status, doubt, reason } = activity;
  const say = entryWordsIn(language);
  const beyond = kind === 'board' ? say.byWord : say.beyond(reason);
  const asked = [isRejected(activity) ? say.askedAgain(reason) : beyond];
  const appeal = status === 'appealed' && (doubt === null || isRejected(activity)) ? asked : [];
  const notes = [...appeal, ...warnings, ...same];
  if (notes.length === 0) return null;
  return (
    <ul className="plain warnings">
      {notes.map((note) => (
        <li key={note} className="detail warning">
          {note}
        </li>
      ))}
    </ul>
  );
}

/** The papers of an activity, each as a small picture that opens in full, and its link. */
export function ActivityPapers({
  activity: { id, kind, details },
}: {
  activity: Pick<Activity, 'id' | 'kind' | 'details'>;
}) {
  const { words } = useConsole();
  const say = useSay();
  const papers = attachmentFields(kind).filter(({ name }) => details[name] !== undefined);
  const links = activityForms[kind].fields.filter(
    ({ name, type }) => type === 'link' && details[name] !== undefined,
  );
  if (papers.length + links.length === 0) return null;
  return (
    <p className="papers">
      {papers.map(({ name, label }) => {
        const address = makeAddress('GET /api/activities/:id/attachments/:field', {
          params: { id, field: name },
        });
        return (
          <a key={name} className="paper" href={address} target="_blank" rel="noreferrer">
            {/* Another content is another address, so that no old picture stays. */}
            <img src={`${address}?${details[name]}`} alt="" loading="lazy" />
            <span>{words.entry.paper(say(label))}</span>
          </a>
        );
      })}
      {links.map(({ name, label }) => (
        <a
          key={name}
          className="paper"
          href={String(details[name])}
          target="_blank"
          rel="noreferrer"
        >
          {say(label)}
        </a>
      ))}
    </p>
  );
}
