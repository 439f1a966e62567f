import type { z } from 'zod';
import {
  type ActivityField,
  type ActivityKind,
  activityForms,
  activityKinds,
  attachmentFields,
  platformHosts,
} from '../../../campaigns/activities/activity-kinds.ts';
import { openStatuses } from '../../../campaigns/activities/activity-status.ts';
import type { BoardLevel } from '../../../campaigns/activities/board-level.ts';
import { bulkCells, bulkColumns } from '../../../campaigns/activities/bulk-columns.ts';
import { type DistrictChecklist, makeChecklists } from '../../../campaigns/activities/checklist.ts';
import { derivedFigures, deriveFigures } from '../../../campaigns/activities/counts.ts';
import { mayReadActivities } from '../../../campaigns/activities/rights.ts';
import { findWarnings, warningWords } from '../../../campaigns/activities/warnings.ts';
import { type Directory, stationKey } from '../../../campaigns/directory/station.ts';
import { rupeesText } from '../../../campaigns/fields/field.ts';
import { findBoardCode } from '../../../campaigns/links/registry.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { sheetCsv } from '../../../campaigns/tables/csv-writer.ts';
import { listCells, listColumns } from '../../../campaigns/words/activity-list-words.ts';
import { activityStatusWords } from '../../../campaigns/words/activity-words.ts';
import { boardLevelNames } from '../../../campaigns/words/board-level-words.ts';
import { inBoth } from '../../../campaigns/words/pairs.ts';
import { judgeSecondPerson } from '../../people/accounts/second-person.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type Activities, mayRead, readActivityMakers, withOverlaps } from './activities.ts';
import type { ActivityQuery, form as formSchema } from './activities-schemas.ts';
import {
  activityHistory,
  findActivity,
  listActivities,
  type StoredActivity,
} from './activities-sql.ts';
import { findStationNames } from './activity-answers.ts';
import { listSuperseded, pickLevel, readHungBoards, readLevels } from './board-levels.ts';
import { findActivities } from './find-activities-sql.ts';
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

/** The forms of all kinds, for programs that hand in entries. */
export function describeForms() {
  const described = activityKinds.map((kind) => {
    const { fields, former, ...form } = activityForms[kind];
    const all = { ...form, fields: fields.map(describeField) };
    return [kind, former === undefined ? all : { ...all, former: former.map(describeField) }];
  });
  return Object.fromEntries(described) as Record<ActivityKind, z.input<typeof formSchema>>;
}

function describeField({ label, maybe, hint, options, min, max, ...field }: ActivityField) {
  return {
    ...field,
    label: inBoth(label),
    required: !maybe,
    hint: hint && inBoth(hint),
    choices:
      options &&
      Object.entries(options).map(([value, words]) => ({
        value,
        label: inBoth(words),
        hosts: platformHosts[value],
      })),
    least: min,
    most: max,
  };
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
  const { database, directory, registry } = activities;
  const districts = listDistricts(activities, actor, district).filter((id) => id !== '');
  const entries = await listActivities(database.pool, { districts, limit: 1_000_000 });
  return makeChecklists(
    directory,
    districts.map((id) => ({ id })),
    entries,
    {
      superseded: listSuperseded(await readHungBoards(database.pool, districts)),
      levels: await readLevels(activities, districts),
      codeOf: (place) => findBoardCode(registry(), place),
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

/** More than an area enters of one kind. */
const mostExported = 10_000;

/** Facts that a line has in addition to its entry. */
interface ExportedBeside {
  directory: Pick<Directory, 'districts'>;
  /** Of boards, by the station's key. */
  levels: ReadonlyMap<string, BoardLevel | null>;
}

/**
 * Activities of one kind as a csv for a spreadsheet. Its middle columns are those of the kind's list, so that rows can be
 * handed in again; derived values, the state and what is missing come after them.
 */
function exportCsv(
  kind: ActivityKind,
  activities: readonly StoredActivity[],
  { directory: { districts }, levels }: ExportedBeside,
): string {
  const papers = attachmentFields(kind);
  const figures = derivedFigures(kind);
  const header = [
    listColumns.number,
    listColumns.district,
    ...bulkColumns(kind).map(({ headers }) => headers[0] ?? ''),
    ...figures.map(({ label }) => label.hi),
    ...papers.map(({ label: [hi] }) => hi),
    listColumns.status,
    ...(kind === 'board' ? [listColumns.level] : []),
    listColumns.missing,
    listColumns.enteredBy,
  ];
  const findName = (id: string) =>
    districts.find((district) => district.id === id)?.nameHi ?? listCells.wholeState;
  const rows = activities.map((activity) => {
    const derived = deriveFigures(activity);
    return [
      activity.id,
      findName(activity.district),
      ...bulkCells(activity),
      ...figures.map(({ name }) => {
        const found = derived.find((figure) => figure.name === name);
        if (found === undefined) return '';
        return found.unit === 'paise' ? rupeesText(found.value) : found.value;
      }),
      ...papers.map(({ name }) => (activity.details[name] === undefined ? '' : listCells.attached)),
      activityStatusWords.hi[activity.status],
      ...(kind === 'board' ? [levelText(pickLevel(levels, activity))] : []),
      findWarnings(activity)
        .map((warning) => warningWords[warning].hi)
        .join('; '),
      activity.enteredBy,
    ];
  });
  return sheetCsv([header, ...rows]);
}

function levelText(level: BoardLevel | null): string {
  return level === null ? '' : boardLevelNames[level].hi;
}
