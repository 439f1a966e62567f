import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { correctionForm } from '../../campaigns/directory/corrections.ts';
import { largestFileBytes } from '../../campaigns/directory/overrides-fs.ts';
import { type Directory, stationsOf } from '../../campaigns/directory/station.ts';
import type { Registry } from '../../campaigns/links/registry.ts';
import type { Actor } from '../../campaigns/offices/actor.ts';
import { type Action, can, covers, rolesFor } from '../../campaigns/offices/permission.ts';
import type { CsvRow } from '../../campaigns/tables/csv.ts';
import { sheetCsv } from '../../campaigns/tables/csv-writer.ts';
import { TableError } from '../../campaigns/tables/table-error.ts';
import { overrideExpectation } from '../../campaigns/words/override-fault-words.ts';
import { readSuperseded } from '../activities/superseded-sql.ts';
import { stationRoutes } from '../contract/stations.ts';
import type { Database } from '../database/database.ts';
import { ApiError } from '../http/api-error.ts';
import type { UploadRoom } from '../http/upload-room-fs.ts';
import type { ListReader } from '../lists/list-reader.ts';
import { maskPhoneNumbers } from '../process/phone-mask.ts';
import { readBoards } from './boards-sql.ts';
import { latestCorrections, readCorrections } from './corrections-sql.ts';
import { openReports } from './name-reports-sql.ts';
import { readOwnFields } from './own-fields-sql.ts';
import type { StationDesk } from './station-desk.ts';
import { correctionView, namesBeforeAndAfter, stationList } from './station-list.ts';
import type { GivenStations } from './station-thread.ts';

export interface StationDependencies {
  database: Pick<Database, 'pool'>;
  /** As it is published. */
  directory: Directory;
  desk: StationDesk;
  registry: () => Registry;
  uploads: UploadRoom;
  tables: ListReader;
  /** Words for what is expected of a name. */
  nameWords: Readonly<Record<string, string>>;
  /** @returns the first field that cannot be printed, with what is expected of it */
  checkFields(fields: Readonly<Record<string, string>>): FieldFault | null;
}

export interface FieldFault {
  field: string;
  expected: { hi: string; en: string };
  found: string;
}

const thread = new URL('./station-thread.ts', import.meta.url);

/** Stations of the own area: read by all offices above, corrected by the district, held by HQ. */
export function registerStations(app: FastifyInstance, dependencies: StationDependencies): void {
  const { database, directory, desk, registry, uploads, tables, nameWords } = dependencies;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const reading = { config: { access: rolesFor('station.read') } };
  const correcting = { config: { access: rolesFor('station.correct') } };

  /** @throws ApiError for a district that is none, or is another's */
  function expectMay(actor: Actor, action: Action, id: string): void {
    const place = directory.districts.find((district) => district.id === id);
    if (place === undefined) throw new ApiError('not-found');
    if (!can(actor, action, place)) throw new ApiError('outside-area');
  }

  const codeOf = (district: string, station: string) => {
    const owner = { scope: 'station', district, station } as const;
    const known = registry();
    return known.has(owner) ? known.codeFor(owner, 'board') : null;
  };

  async function read({ path, name }: { path: string; name: string }): Promise<CsvRow[]> {
    const given: GivenStations = { path, name };
    return tables.readWhole<CsvRow[]>(thread, given).catch((error: unknown) => {
      if (!(error instanceof TableError)) throw error;
      const { hi, en } = error;
      throw new ApiError('unreadable-list', { more: { hi, en }, cause: error });
    });
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
        boards: await readBoards(database.pool, district),
        superseded: await readSuperseded(database.pool, [district]),
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
    handler: async ({ actor, params: { district }, body, id: requestId }) => {
      expectMay(actor, 'station.correct', district);
      try {
        return { station: await desk.correct(district, body, { actor, requestId }) };
      } catch (error) {
        throw inWords(error, nameWords);
      }
    },
  });
  routes.route({
    ...stationRoutes.undo,
    ...correcting,
    handler: async ({ actor, params, body, id: requestId }, reply) => {
      expectMay(actor, 'station.correct', params.district);
      await desk.undo({ ...params, ...body }, { actor, requestId });
      return reply.code(204).send();
    },
  });
  routes.route({
    ...stationRoutes.hold,
    config: { access: rolesFor('station.hold') },
    handler: async ({ actor, params, body, id: requestId }, reply) => {
      expectMay(actor, 'station.hold', params.district);
      await desk.hold({ ...params, version: body.version }, body, { actor, requestId });
      return reply.code(204).send();
    },
  });
  routes.route({
    ...stationRoutes.fill,
    ...correcting,
    handler: async ({ actor, params, body: { fields }, id: requestId }, reply) => {
      expectMay(actor, 'station.correct', params.district);
      const known = stationsOf(directory, params.district).some(({ id }) => id === params.station);
      if (!known) throw new ApiError('not-found');
      const clean = Object.fromEntries(
        Object.entries(fields).map(([field, value]) => [field, value.normalize('NFC').trim()]),
      );
      const fault = dependencies.checkFields(clean);
      if (fault !== null) throw new ApiError('wrong-station', { more: { ...fault } });
      await desk.fill(params, clean, { actor, requestId });
      return reply.code(204).send();
    },
  });
  routes.route({
    ...stationRoutes.form,
    ...correcting,
    handler: async ({ actor, params: { district } }, reply) => {
      expectMay(actor, 'station.correct', district);
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${district}.csv"`);
      return sheetCsv(correctionForm(stationsOf(directory, district)));
    },
  });
  routes.route({
    ...stationRoutes.handIn,
    ...correcting,
    handler: async (request) => {
      const { actor, id: requestId, params, query } = request;
      const { district } = params;
      expectMay(actor, 'station.correct', district);
      const before = new Map(stationsOf(directory, district).map((each) => [each.id, each.nameHi]));
      const { name, rows } = await uploads.lend(request, largestFileBytes, async (upload) => ({
        name: upload.name,
        rows: await read(upload),
      }));
      const corrected =
        query.step === 'check'
          ? await desk.check(district, name, rows)
          : await desk.takeRows(district, name, rows, { actor, requestId });
      const after = new Map(corrected.corrections.map((each) => [each.station, each]));
      return {
        changes: corrected.touched.map((station) => {
          const next = after.get(station);
          const stays = next !== undefined && next.action !== 'remove';
          return {
            station,
            action: next?.action ?? 'remove',
            before: before.get(station) ?? null,
            after: stays ? next.nameHi : null,
          };
        }),
        faults: corrected.faults.map(({ row, column, expected, found }) => ({
          ...{ row, column },
          expected: overrideExpectation(expected, nameWords),
          found: maskPhoneNumbers(found),
        })),
        done: query.step === 'take' && corrected.touched.length > 0,
      };
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
  if (!(error instanceof ApiError) || error.code !== 'wrong-station') return error;
  const { field, expected, found } = error.body;
  const more = { field, expected: overrideExpectation(String(expected), nameWords), found };
  return new ApiError('wrong-station', { more });
}
