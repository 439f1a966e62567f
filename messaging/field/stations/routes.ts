import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { makeVisible } from '../../../campaigns/directory/name-check.ts';
import { type Directory, stationKey, stationsOf } from '../../../campaigns/directory/station.ts';
import type { Registry } from '../../../campaigns/links/registry.ts';
import { covers, rolesFor } from '../../../campaigns/offices/permission.ts';
import { overrideExpectation } from '../../../campaigns/words/override-fault-words.ts';
import { stationRoutes } from '../../contract/field/stations.ts';
import type { Database } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { readHungBoards } from '../activities/hung-boards-sql.ts';
import { createAreaGuard } from './area-guard.ts';
import { latestCorrections, readCorrections } from './corrections-sql.ts';
import { openReports } from './name-reports-sql.ts';
import { ownFieldsByStation, readOwnFields } from './own-fields-sql.ts';
import type { StationDesk } from './station-desk.ts';
import { correctionView, namesBeforeAndAfter, stationList } from './station-list.ts';
import type { FitUrdu } from './urdu-fit.ts';

export interface StationDependencies {
  database: Pick<Database, 'pool'>;
  /** As it is published. */
  directory: Directory;
  desk: StationDesk;
  registry: () => Registry;
  /** Words for what is expected of a name. */
  nameWords: Readonly<Record<string, string>>;
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
export function registerStations(app: FastifyInstance, dependencies: StationDependencies): void {
  const { database, directory, desk, registry, nameWords, fitUrdu } = dependencies;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const reading = { config: { access: rolesFor('station.read') } };
  const correcting = { config: { access: rolesFor('station.correct') } };

  const expectMay = createAreaGuard(directory);

  const codeOf = (district: string, station: string) => {
    const owner = { scope: 'station', district, station } as const;
    const known = registry();
    return known.has(owner) ? known.codeFor(owner, 'board') : null;
  };

  /** A name in Urdu that is new and finds no room. */
  async function urduFault(
    place: { district: string; station: string },
    nameUr: string | undefined,
  ): Promise<FieldFault | null> {
    if (!nameUr) return null;
    const own = (await ownFieldsByStation(database.pool, place.district)).get(
      stationKey({ district: place.district, id: place.station }),
    );
    if (own?.['name-ur'] === nameUr) return null;
    const [fault] = await fitUrdu([nameUr]);
    if (!fault) return null;
    return { field: 'name-ur', expected: fault.expected, found: makeVisible(nameUr) };
  }

  routes.route({
    ...stationRoutes.list,
    ...reading,
    handler: async ({ actor, params: { district } }) => {
      expectMay(actor, 'station.read', district);
      const reports = await openReports(database.pool, [district]);
      return stationList(desk.base, district, {
        corrections: await readCorrections(database.pool, district),
        fields: await readOwnFields(database.pool, district),
        reports: new Map(
          [...Map.groupBy(reports, ({ station }) => station)].map(([id, own]) => [id, own.length]),
        ),
        boards: await readHungBoards(database.pool, [district]),
        codeOf: (station) => codeOf(district, station),
      });
    },
  });
  routes.route({
    ...stationRoutes.changes,
    ...reading,
    handler: async ({ actor, query }) => {
      const own = directory.districts.filter((district) => covers(actor, district));
      const { corrections, count } = await latestCorrections(
        database.pool,
        own.map(({ id }) => id),
        query.limit,
      );
      return {
        count,
        changes: corrections.map((correction) => ({
          ...correctionView(correction),
          district: correction.district,
          station: correction.station,
          ...namesBeforeAndAfter(desk.base, correction.district, correction),
        })),
      };
    },
  });
  routes.route({
    ...stationRoutes.correct,
    ...correcting,
    handler: async ({ actor, caller, params: { district }, body }) => {
      expectMay(actor, 'station.correct', district);
      try {
        return { station: await desk.correct(district, body, caller) };
      } catch (error) {
        throw inWords(error, nameWords);
      }
    },
  });
  routes.route({
    ...stationRoutes.undo,
    ...correcting,
    handler: async ({ actor, caller, params, body }, reply) => {
      expectMay(actor, 'station.correct', params.district);
      await desk.undo({ ...params, ...body }, caller);
      return reply.code(204).send();
    },
  });
  routes.route({
    ...stationRoutes.hold,
    config: { access: rolesFor('station.hold') },
    handler: async ({ actor, caller, params, body }, reply) => {
      expectMay(actor, 'station.hold', params.district);
      await desk.hold({ ...params, version: body.version }, body, caller);
      return reply.code(204).send();
    },
  });
  routes.route({
    ...stationRoutes.fill,
    ...correcting,
    handler: async ({ actor, caller, params, body: { fields } }, reply) => {
      expectMay(actor, 'station.correct', params.district);
      const known = stationsOf(directory, params.district).some(({ id }) => id === params.station);
      if (!known) throw new Refusal('not-found');
      const clean = Object.fromEntries(
        Object.entries(fields).map(([field, value]) => [field, value.normalize('NFC').trim()]),
      );
      const fault = dependencies.checkFields(clean) ?? (await urduFault(params, clean['name-ur']));
      if (fault !== null) throw new Refusal('wrong-station', { ...fault });
      await desk.fill(params, clean, caller);
      return reply.code(204).send();
    },
  });
  routes.route({
    ...stationRoutes.reports,
    ...reading,
    handler: async ({ actor }) => {
      const own = directory.districts.filter((district) => covers(actor, district));
      const reports = await openReports(
        database.pool,
        own.map(({ id }) => id),
      );
      return reports;
    },
  });
}

/** The fault of a field, in both languages. */
function inWords(error: unknown, nameWords: Readonly<Record<string, string>>): unknown {
  if (!(error instanceof Refusal) || error.code !== 'wrong-station') return error;
  const { field, expected, found } = error.fields;
  const more = { field, expected: overrideExpectation(String(expected), nameWords), found };
  return new Refusal('wrong-station', more);
}
