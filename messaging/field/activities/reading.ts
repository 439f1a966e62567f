import type { ActivityKind } from '../../../campaigns/activities/activity-kinds.ts';
import { openStatuses } from '../../../campaigns/activities/activity-status.ts';
import { type DistrictChecklist, makeChecklists } from '../../../campaigns/activities/checklist.ts';
import { mayReadActivities } from '../../../campaigns/activities/rights.ts';
import { stationKey } from '../../../campaigns/directory/station.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { judgeSecondPerson } from '../../people/accounts/second-person.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type Activities, mayRead, readActivityMakers } from './activities.ts';
import type { ActivityQuery } from './activities-schemas.ts';
import {
  activityHistory,
  findActivity,
  listActivities,
  type StoredActivity,
} from './activities-sql.ts';
import { findStationNames } from './activity-answers.ts';
import { exportCsv, mostExported } from './activity-export.ts';
import { pickLevel, readLevels } from './board-levels.ts';
import { withOverlaps } from './cinema-overlaps.ts';
import { findActivities } from './find-activities-sql.ts';
import { listSuperseded, readHungBoards } from './hung-boards-sql.ts';
import { findPhoto, isNamedTo } from './photos-sql.ts';
import { readSignals } from './picture-signals.ts';
import { findMeanings, placesInOrder } from './search-meaning.ts';

/** Ids of the districts that an officer may read, or the one of them that is asked for; an empty string is the whole state. */
function listDistricts({ directory }: Activities, actor: Actor, only?: string): string[] {
  const districts = directory.districts
    .filter((district) => mayReadActivities(actor, district))
    .map(({ id }) => id);
  const all = mayReadActivities(actor, 'state') ? [...districts, ''] : districts;
  return all.filter((id) => only === undefined || id === only);
}

export async function listPage(
  activities: Activities,
  { district, q, kind, status, order, language, ...page }: ActivityQuery,
  actor: Actor,
) {
  const { database, directory } = activities;
  const found = await findActivities(database.pool, {
    ...page,
    districts: listDistricts(activities, actor, district),
    kinds: kind,
    statuses: status?.flatMap((name) => (name === 'open' ? openStatuses : name)),
    words: findMeanings(q, directory),
    order,
    places: order === 'place' ? placesInOrder(directory, language) : [],
  });
  const listed = await withOverlaps(database.pool, found.activities);
  const boards = listed.filter((each) => each.kind === 'board');
  const levels = await readLevels(activities, [...new Set(boards.map((board) => board.district))]);
  return {
    ...found,
    activities: listed.map((activity) => ({
      ...activity,
      level: pickLevel(levels, activity),
      stationNames: findStationNames(activity, directory),
      doubtNames: activity.doubt && findStationNames(activity.doubt, directory),
    })),
  };
}

export async function exportKind(
  activities: Activities,
  { kind, district }: { kind: ActivityKind; district?: string | undefined },
  actor: Actor,
): Promise<string> {
  const { database, directory } = activities;
  const districts = listDistricts(activities, actor, district);
  const entries = await listActivities(database.pool, { districts, kind, limit: mostExported });
  const levels = kind === 'board' ? await readLevels(activities, districts) : new Map();
  return exportCsv(kind, entries, { directory, levels });
}

export async function readChecklists(
  activities: Activities,
  { district }: { district?: string | undefined },
  actor: Actor,
): Promise<DistrictChecklist[]> {
  const { database, directory } = activities;
  const districts = listDistricts(activities, actor, district).filter((id) => id !== '');
  const entries = await listActivities(database.pool, { districts, limit: 1_000_000 });
  return makeChecklists(
    directory,
    districts.map((id) => ({ id })),
    entries,
    {
      superseded: listSuperseded(await readHungBoards(database.pool, districts)),
      levels: await readLevels(activities, districts),
    },
  );
}

/** @throws a refusal for an activity that the officer may not read */
export async function findReadable(
  activities: Activities,
  id: number,
  actor: Actor,
): Promise<StoredActivity> {
  const activity = await findActivity(activities.database.pool, id);
  if (activity === undefined || !mayRead(activities, activity, actor))
    throw new Refusal('not-found');
  return activity;
}

export async function readDetail(activities: Activities, id: number, actor: Actor) {
  const { pool } = activities.database;
  const activity = await findReadable(activities, id, actor);
  const { district, station } = activity;
  const signals =
    activity.photo === null || station === null
      ? []
      : await readSignals({ ...activities, database: pool }, [{ district, station }]).then(
          (found) => found.get(stationKey({ district, id: station })) ?? [],
        );
  return {
    activity,
    signals,
    photo: (activity.photo === null ? null : await findPhoto(pool, activity.photo)) ?? null,
    history: await activityHistory(pool, id),
    second: await judgeSecondPerson(pool, actor.id, await readActivityMakers(pool, id)),
  };
}

/** @throws a refusal for a picture of another area that no picture of the officer's area was compared with */
export async function checkPhotoReader(
  activities: Activities,
  sha256: string,
  actor: Actor,
): Promise<void> {
  const { pool } = activities.database;
  const photo = await findPhoto(pool, sha256);
  const districts = listDistricts(activities, actor);
  const mayRead =
    photo !== undefined &&
    (districts.includes(photo.district) ||
      (await isNamedTo(pool, sha256, { person: actor.id, districts })));
  if (!mayRead) throw new Refusal('not-found');
}
