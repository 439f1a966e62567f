import { z } from 'zod';
import { makeVisible } from '../../../campaigns/directory/name-check.ts';
import { type Directory, stationKey, stationsOf } from '../../../campaigns/directory/station.ts';
import { findBoardCode, type Registry } from '../../../campaigns/links/registry.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { listCovered, rolesFor } from '../../../campaigns/offices/permission.ts';
import { ruledText } from '../../../campaigns/text-types.ts';
import { done, limit as limitSchema, refusals } from '../../contract/route.ts';
import { answerAct, byOfficer } from '../../kit/held-acts.ts';
import type { PublicWords } from '../../kit/public-words.ts';
import { heldAnswer } from '../../people/held-acts/held-acts-schemas.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { readHungBoards } from '../activities/board-levels.ts';
import { type ChangeStations, toList } from './corrections.ts';
import { latestCorrections, readCorrections, readOwnFields } from './corrections-sql.ts';
import type { StationPlace, StationSources } from './district-stations.ts';
import { expectMay } from './district-stations.ts';
import type { CorrectionStep } from './dropped-stations.ts';
import { openReports } from './name-reports-sql.ts';
import type { FieldChanges, FillFields } from './own-fields.ts';
import { correctionView, namesBeforeAndAfter, stationList } from './station-list.ts';
import {
  action,
  change,
  id as idSchema,
  kind,
  list,
  place as placeSchema,
  reason,
  remark,
  report,
  version,
} from './stations-schemas.ts';
import type { FitUrdu } from './urdu-fit.ts';

export interface StationDependencies {
  stations: StationSources;
  /** The doors for words of stations: at once, or kept for a second officer. */
  publicWords: PublicWords;
  changeStations: ChangeStations;
  fillFields: FillFields;
  /** As it is published. */
  directory: Directory;
  registry: () => Registry;
  fitUrdu: FitUrdu;
  /** @returns the first field that cannot be printed, with what is expected of it */
  checkFields(fields: Readonly<Record<string, string>>): FieldFault | null;
}

export interface FieldFault {
  field: string;
  expected: { hi: string; en: string };
  found: string;
}

/** Stations of the own area: read by all offices above, corrected by the district, held by HQ. */
export function stationRoutes(deps: StationDependencies) {
  const { stations, directory } = deps;
  const reading = { config: { access: rolesFor('station.read') } };
  const correcting = { config: { access: rolesFor('station.correct') } };
  return [
    serveRoute('GET /api/stations/:district', {
      summary: 'Stations of a district, with what the district corrected',
      params: z.object({ district: idSchema }),
      response: { 200: list, ...refusals(404) },
      ...reading,
      handler: async ({ actor, params: { district } }) => {
        expectMay(directory, actor, 'station.read', district);
        return listStations(deps, district);
      },
    }),
    serveRoute('GET /api/stations', {
      summary: 'The latest corrections of the own area',
      querystring: z.object({ limit: limitSchema }),
      response: { 200: z.object({ changes: z.array(change), count: z.int() }) },
      ...reading,
      handler: async ({ actor, query }) => listChanges(deps, query, actor),
    }),
    serveRoute('GET /api/name-reports', {
      summary: 'What citizens say of names in the own area, the oldest first',
      response: { 200: z.array(report) },
      ...reading,
      handler: async ({ actor }) =>
        openReports(stations.database.pool, listCovered(actor, directory.districts)),
    }),
    serveRoute('POST /api/stations/:district/corrections', {
      summary:
        'Confirms, renames, adds or removes a station; a name that is new, and a board that is no longer due, wait for a second officer',
      params: z.object({ district: idSchema }),
      body: z.object({
        action,
        station: z.union([idSchema, z.literal('')]).describe('Empty for one that is added'),
        nameHi: ruledText({ max: 200 }).default(''),
        nameEn: ruledText({ max: 200 }).default(''),
        kind: kind.default('territorial'),
        remark: remark.default(''),
        reason: reason.default(''),
        version,
      }),
      response: {
        200: z.object({ station: idSchema }),
        202: heldAnswer,
        ...refusals(404, 409, 422),
      },
      ...correcting,
      handler: async ({ actor, caller, params: { district }, body }, reply) => {
        expectMay(directory, actor, 'station.correct', district);
        const { reason, ...correction } = body;
        const { station, nameEn, remark } = correction;
        const outcome = await deps.changeStations({
          ...{ input: toList({ ...correction, district }), district, reason: reason || remark },
          ...{ subject: `station/${district}/${station || nameEn}`, ...byOfficer(caller) },
        });
        return answerAct(reply, outcome, async (corrected) => {
          await stations.changed();
          return { station: corrected?.touched[0] ?? station };
        });
      },
    }),
    serveRoute('POST /api/stations/:district/:station/undo', {
      summary: 'Takes a correction back',
      params: placeSchema,
      body: z.object({ version, reason: reason.default('') }),
      response: { 204: done, 202: heldAnswer, ...refusals(404, 409) },
      ...correcting,
      handler: async ({ actor, caller, params, body: { reason, ...body } }, reply) => {
        expectMay(directory, actor, 'station.correct', params.district);
        const step = { ...params, ...body, step: 'undo' as const, remark: '' };
        return answerAct(reply, await takeStep(deps, { step, reason }, caller), stations.changed);
      },
    }),
    serveRoute('POST /api/stations/:district/:station/hold', {
      summary: 'Keeps a correction from being published, or lets it go',
      params: placeSchema,
      body: z.object({
        version,
        held: z.boolean(),
        remark: remark.default(''),
        reason: reason.default(''),
      }),
      response: { 204: done, 202: heldAnswer, ...refusals(404, 409) },
      may: 'station.hold',
      handler: async ({ actor, caller, params, body: { held, reason, ...body } }, reply) => {
        expectMay(directory, actor, 'station.hold', params.district);
        const step = { ...params, ...body, step: held ? ('hold' as const) : ('release' as const) };
        const wanted = { step, reason: reason || body.remark };
        return answerAct(reply, await takeStep(deps, wanted, caller), stations.changed);
      },
    }),
    serveRoute('POST /api/stations/:district/:station/fields', {
      summary: 'Changes what a station fills in on its artwork; an empty value takes a field out',
      params: placeSchema,
      body: z.object({
        changes: z
          .record(idSchema, ruledText({ max: 200 }))
          .describe('Only the fields that differ'),
        seen: z.record(idSchema, ruledText({ max: 200 })).describe('All fields as they were read'),
        reason: reason.default(''),
      }),
      response: { 204: done, 202: heldAnswer, ...refusals(404, 409, 422) },
      ...correcting,
      handler: async ({ actor, caller, params, body: { reason, ...body } }, reply) => {
        expectMay(directory, actor, 'station.correct', params.district);
        const { district, station } = params;
        const outcome = await deps.fillFields({
          ...{ input: await checkFill(deps, { ...params, ...body }), district, reason },
          ...{ subject: `station/${district}/${station}`, ...byOfficer(caller) },
        });
        return answerAct(reply, outcome, stations.changed);
      },
    }),
  ];
}

function takeStep(
  { changeStations }: StationDependencies,
  { step, reason }: { step: CorrectionStep; reason: string },
  caller: Caller,
) {
  const { district, station } = step;
  const subject = `station/${district}/${station}`;
  return changeStations({ input: step, subject, district, reason, ...byOfficer(caller) });
}

async function listStations({ stations, registry }: StationDependencies, district: string) {
  const { database, base } = stations;
  const reports = await openReports(database.pool, [district]);
  const byStation = Map.groupBy(reports, ({ station }) => station);
  return stationList(base, district, {
    corrections: await readCorrections(database.pool, district),
    fields: await readOwnFields(database.pool, district),
    reports: new Map([...byStation].map(([id, { length }]) => [id, length])),
    boards: await readHungBoards(database.pool, [district]),
    findCode: (station) => findBoardCode(registry(), { district, station }),
  });
}

async function listChanges(
  { stations, directory }: StationDependencies,
  { limit }: { limit: number },
  actor: Actor,
) {
  const { database, base } = stations;
  const districts = listCovered(actor, directory.districts);
  const { corrections, count } = await latestCorrections(database.pool, districts, limit);
  return {
    count,
    changes: corrections.map((correction) => ({
      ...correctionView(correction),
      district: correction.district,
      station: correction.station,
      ...namesBeforeAndAfter(base, correction.district, correction),
    })),
  };
}

/** @throws a refusal for a value that cannot be printed */
async function checkFill(
  deps: StationDependencies,
  { changes, seen, ...place }: FieldChanges,
): Promise<FieldChanges> {
  const { directory, checkFields } = deps;
  const known = stationsOf(directory, place.district).some(({ id }) => id === place.station);
  if (!known) throw new Refusal('not-found');
  const clean = Object.fromEntries(
    Object.entries(changes).map(([field, value]) => [field, value.normalize('NFC').trim()]),
  );
  const fault = checkFields(clean) ?? (await findUrduFault(deps, place, clean['name-ur']));
  if (fault !== null) throw new Refusal('wrong-station', { ...fault });
  return { ...place, changes: clean, seen };
}

/** A name in Urdu that is new and finds no room. */
async function findUrduFault(
  { stations, fitUrdu }: StationDependencies,
  { district, station }: StationPlace,
  nameUr: string | undefined,
): Promise<FieldFault | null> {
  if (!nameUr) return null;
  const fields = await readOwnFields(stations.database.pool, district);
  if (fields.get(stationKey({ district, id: station }))?.['name-ur'] === nameUr) return null;
  const [fault] = await fitUrdu([nameUr]);
  if (!fault) return null;
  return { field: 'name-ur', expected: fault.expected, found: makeVisible(nameUr) };
}
