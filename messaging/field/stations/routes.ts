import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { makeVisible } from '../../../campaigns/directory/name-check.ts';
import { type Directory, stationKey, stationsOf } from '../../../campaigns/directory/station.ts';
import { findBoardCode, type Registry } from '../../../campaigns/links/registry.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { listCovered, rolesFor } from '../../../campaigns/offices/permission.ts';
import { stationRoutes } from '../../contract/field/stations.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { readHungBoards } from '../activities/hung-boards-sql.ts';
import { expectMay } from './area-guard.ts';
import { correctStation, holdCorrection, undoCorrection } from './corrections.ts';
import { latestCorrections, readCorrections } from './corrections-sql.ts';
import type { StationPlace, StationSources } from './district-stations.ts';
import { openReports } from './name-reports-sql.ts';
import { type FieldChanges, fillFields } from './own-fields.ts';
import { ownFieldsByStation, readOwnFields } from './own-fields-sql.ts';
import { correctionView, namesBeforeAndAfter, stationList } from './station-list.ts';
import type { FitUrdu } from './urdu-fit.ts';

export interface StationDependencies {
  stations: StationSources;
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
export function registerStations(app: FastifyInstance, deps: StationDependencies): void {
  const { stations, directory } = deps;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const reading = { config: { access: rolesFor('station.read') } };
  const correcting = { config: { access: rolesFor('station.correct') } };

  routes.route({
    ...stationRoutes.list,
    ...reading,
    handler: async ({ actor, params: { district } }) => {
      expectMay(directory, actor, 'station.read', district);
      return listStations(deps, district);
    },
  });
  routes.route({
    ...stationRoutes.changes,
    ...reading,
    handler: async ({ actor, query }) => listChanges(deps, query, actor),
  });
  routes.route({
    ...stationRoutes.reports,
    ...reading,
    handler: async ({ actor }) =>
      openReports(stations.database.pool, listCovered(actor, directory.districts)),
  });
  routes.route({
    ...stationRoutes.correct,
    ...correcting,
    handler: async ({ actor, caller, params, body }) => {
      expectMay(directory, actor, 'station.correct', params.district);
      const correction = { ...params, ...body };
      return { station: await correctStation(stations, correction, caller) };
    },
  });
  routes.route({
    ...stationRoutes.undo,
    ...correcting,
    handler: async ({ actor, caller, params, body }, reply) => {
      expectMay(directory, actor, 'station.correct', params.district);
      await undoCorrection(stations, { ...params, ...body }, caller);
      return reply.code(204).send();
    },
  });
  routes.route({
    ...stationRoutes.hold,
    config: { access: rolesFor('station.hold') },
    handler: async ({ actor, caller, params, body }, reply) => {
      expectMay(directory, actor, 'station.hold', params.district);
      await holdCorrection(stations, { ...params, ...body }, caller);
      return reply.code(204).send();
    },
  });
  routes.route({
    ...stationRoutes.fill,
    ...correcting,
    handler: async ({ actor, caller, params, body }, reply) => {
      expectMay(directory, actor, 'station.correct', params.district);
      await fill(deps, { ...params, ...body }, caller);
      return reply.code(204).send();
    },
  });
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

async function fill(
  deps: StationDependencies,
  { changes, seen, ...place }: FieldChanges,
  caller: Caller,
): Promise<void> {
  const { stations, directory, checkFields } = deps;
  const known = stationsOf(directory, place.district).some(({ id }) => id === place.station);
  if (!known) throw new Refusal('not-found');
  const clean = Object.fromEntries(
    Object.entries(changes).map(([field, value]) => [field, value.normalize('NFC').trim()]),
  );
  const fault = checkFields(clean) ?? (await findUrduFault(deps, place, clean['name-ur']));
  if (fault !== null) throw new Refusal('wrong-station', { ...fault });
  await fillFields(stations, { ...place, changes: clean, seen }, caller);
}

/** A name in Urdu that is new and finds no room. */
async function findUrduFault(
  { stations, fitUrdu }: StationDependencies,
  { district, station }: StationPlace,
  nameUr: string | undefined,
): Promise<FieldFault | null> {
  if (!nameUr) return null;
  const fields = await ownFieldsByStation(stations.database.pool, district);
  if (fields.get(stationKey({ district, id: station }))?.['name-ur'] === nameUr) return null;
  const [fault] = await fitUrdu([nameUr]);
  if (!fault) return null;
  return { field: 'name-ur', expected: fault.expected, found: makeVisible(nameUr) };
}
