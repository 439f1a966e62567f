import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { type Corrected, correctionForm } from '../../../campaigns/directory/corrections.ts';
import { makeVisible } from '../../../campaigns/directory/name-check.ts';
import { largestFileBytes } from '../../../campaigns/directory/overrides-fs.ts';
import { stationsOf } from '../../../campaigns/directory/station.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { withUrduNames } from '../../../campaigns/own-fields/urdu-name.ts';
import { sheetCsv } from '../../../campaigns/tables/csv-writer.ts';
import { TableError } from '../../../campaigns/tables/table-error.ts';
import { overrideExpectation } from '../../../campaigns/words/override-fault-words.ts';
import { stationRoutes } from '../../contract/field/stations.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import { sendDownload } from '../../platform/http/download.ts';
import type { SavedUpload, UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { maskPhoneNumbers } from '../../platform/process/phone-mask.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { createAreaGuard } from './area-guard.ts';
import { ownFieldsByStation } from './own-fields-sql.ts';
import type { StationDependencies } from './routes.ts';
import type { decode } from './station-decoder.ts';

export interface StationListDependencies
  extends Pick<StationDependencies, 'database' | 'directory' | 'desk' | 'nameWords' | 'fitUrdu'> {
  uploads: UploadRoom;
  decoders: Decoders;
  campaign: Pick<Campaign, 'urdu'>;
}

const stationTask: DecoderTask<typeof decode> = {
  kind: 'table',
  module: new URL('./station-decoder.ts', import.meta.url),
};

/** The list of a district's stations: taken out, corrected in a spreadsheet, handed in. */
export function registerStationLists(
  app: FastifyInstance,
  dependencies: StationListDependencies,
): void {
  const { database, directory, desk, uploads, decoders, nameWords, fitUrdu, campaign } =
    dependencies;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const correcting = { config: { access: rolesFor('station.correct') } };
  const expectMay = createAreaGuard(directory);

  async function read({ path, name }: SavedUpload, account: string) {
    return decoders.readWhole(stationTask, { path, name }, account).catch((error: unknown) => {
      if (!(error instanceof TableError)) throw error;
      const { hi, en } = error;
      throw new Refusal('unreadable-list', { hi, en }, { cause: error });
    });
  }

  /** Rows whose name in Urdu finds no room. */
  async function unfitRows(urdu: Corrected['urdu']) {
    const faults = await fitUrdu(urdu.map(({ nameUr }) => nameUr));
    return urdu.flatMap(({ row, nameUr }, at) => {
      const fault = faults[at];
      if (!fault) return [];
      const found = makeVisible(nameUr);
      return [{ row, column: 'name_ur', expected: fault.expected, found }];
    });
  }

  routes.route({
    ...stationRoutes.form,
    ...correcting,
    handler: async ({ actor, params: { district } }, reply) => {
      expectMay(actor, 'station.correct', district);
      const inUrdu = withUrduNames(directory, await ownFieldsByStation(database.pool, district));
      const stations = stationsOf(inUrdu, district);
      const form = correctionForm(stations, { urdu: campaign.urdu !== undefined });
      return sendDownload(reply, `${district}.csv`, sheetCsv(form));
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
        rows: await read(upload, actor.id),
      }));
      const unfit = await unfitRows((await desk.check(district, name, rows)).urdu);
      const fitting = rows.filter(({ line }) => !unfit.some(({ row }) => row === line));
      const corrected =
        query.step === 'check'
          ? await desk.check(district, name, fitting)
          : await desk.takeRows(district, name, fitting, { actor, requestId });
      const nameUrOf = new Map(corrected.urdu.map(({ station, nameUr }) => [station, nameUr]));
      const urduOnly = [...nameUrOf.keys()].filter((id) => !corrected.touched.includes(id));
      const after = new Map(corrected.corrections.map((each) => [each.station, each]));
      return {
        changes: [
          ...corrected.touched.map((station) => {
            const next = after.get(station);
            const stays = next !== undefined && next.action !== 'remove';
            return {
              station,
              action: next?.action ?? ('remove' as const),
              before: before.get(station) ?? null,
              after: stays ? next.nameHi : null,
              nameUr: nameUrOf.get(station) ?? null,
            };
          }),
          ...urduOnly.map((station) => {
            const name = before.get(station) ?? null;
            const nameUr = nameUrOf.get(station) ?? null;
            return { station, action: 'urdu' as const, before: name, after: name, nameUr };
          }),
        ],
        faults: [
          ...corrected.faults.map(({ row, column, expected, found }) => ({
            ...{ row, column },
            expected: overrideExpectation(expected, nameWords),
            found: maskPhoneNumbers(found),
          })),
          ...unfit,
        ].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
        done: query.step === 'take' && corrected.touched.length + urduOnly.length > 0,
      };
    },
  });
}
