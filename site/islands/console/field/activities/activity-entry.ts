import type { ActivityEntry } from '../../../../../campaigns/activities/activity.ts';
import type { ActivityKind } from '../../../../../campaigns/activities/activity-kinds.ts';
import type { DistrictChecklist } from '../../../../../campaigns/activities/checklist.ts';
import { measuresOfChannel } from '../../../../../campaigns/tracker/measures.ts';
import type {
  ActivityAnswer,
  EnteredAnswer,
} from '../../../../../messaging/field/activities/activities-schemas.ts';
import type { Me } from '../../../../../messaging/people/accounts/accounts-schemas.ts';
import { hasPart, type OptionalPart } from '../../../../i18n/campaign-names.ts';
import { type Service, ServiceError } from '../../ui/service.ts';

type Activity = ActivityAnswer['activity'];

/** A file for a field of an activity. */
export interface Paper {
  field: string;
  file: File;
}

/** An entry that was saved, and why one of its papers was not. */
export type EntryOutcome = EnteredAnswer & { paperError: ServiceError | null };

/** Enters an activity with its papers. A refused paper leaves the entry in place, and can be handed in again. */
export async function enterActivity(
  service: Service,
  {
    papers,
    ...entry
  }: { key: string } & Pick<ActivityEntry, 'kind' | 'district' | 'details' | 'remark'> & {
      day?: string;
      /** Why a count is higher than ordered. */
      reason: string;
      papers: readonly Paper[];
    },
  onShare: (share: number) => void,
): Promise<EntryOutcome> {
  const entered = await service.ask('POST /api/activities', { body: entry });
  try {
    const activity = await attachPapers(service, entered.activity, { papers, onShare });
    return { ...entered, activity, paperError: null };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { ...entered, paperError: error };
  }
}

/** Hands papers in one after the other; each makes a new version of the activity. */
export async function attachPapers(
  service: Service,
  activity: Activity,
  { papers, onShare }: { papers: readonly Paper[]; onShare: (share: number) => void },
): Promise<Activity> {
  let last = activity;
  for (const { field, file } of papers) {
    const { id, version } = last;
    const request = { params: { id, field }, query: { version } };
    const upload = { file, onShare };
    last = (await service.upload('POST /api/activities/:id/attachments/:field', request, upload))
      .activity;
  }
  return last;
}

/** Channels that a campaign may leave out, by the part of it that has their material. */
const parts: Partial<Record<ActivityKind, OptionalPart>> = {
  film: 'film',
  radio: 'radio',
  social: 'social',
  vehicle: 'vehicles',
  newspaper: 'newspapers',
};

/** Kinds of activities that the officer may enter. */
export function recordableKinds({ records }: Pick<Me, 'records'>): readonly ActivityKind[] {
  return records.filter((kind) => hasPart(parts[kind]));
}

/** Kinds of which a district has nothing yet; boards while one of them is missing. */
export function findLacking(
  { counts, missing }: Pick<DistrictChecklist, 'counts' | 'missing'>,
  kinds: readonly ActivityKind[],
): ActivityKind[] {
  const measured: Partial<Record<ActivityKind, readonly (keyof typeof counts)[]>> =
    measuresOfChannel;
  return kinds.filter((kind) =>
    kind === 'board'
      ? missing > 0
      : measured[kind]?.every((measure) => (counts[measure] ?? 0) === 0) === true,
  );
}
