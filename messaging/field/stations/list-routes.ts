import { z } from 'zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import {
  type Corrected,
  correctionForm,
  readDistrictList,
} from '../../../campaigns/directory/corrections.ts';
import { makeVisible } from '../../../campaigns/directory/name-check.ts';
import { largestFileBytes } from '../../../campaigns/directory/overrides-fs.ts';
import { stationsOf } from '../../../campaigns/directory/station.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { withUrduNames } from '../../../campaigns/print/own-fields/urdu-name.ts';
import { sheetCsv } from '../../../campaigns/tables/csv-writer.ts';
import { TableError } from '../../../campaigns/tables/table-error.ts';
import { sayExpected } from '../../../campaigns/words/override-fault-words.ts';
import { file as fileSchema, refusals } from '../../contract/route.ts';
import { byOfficer } from '../../kit/held-acts.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { maskPhoneNumbers } from '../../platform/process/phone-mask.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { judgeRows } from './corrections.ts';
import { readOwnFields } from './corrections-sql.ts';
import { expectMay } from './district-stations.ts';
import type { CorrectionList } from './dropped-stations.ts';
import type { StationDependencies } from './routes.ts';
import type { decode } from './station-decoder.ts';
import { type HandedInStations, handedIn, id as idSchema, reason } from './stations-schemas.ts';
import type { FitUrdu } from './urdu-fit.ts';

export interface StationListDependencies
  extends Pick<
    StationDependencies,
    'stations' | 'directory' | 'fitUrdu' | 'changeStations' | 'publicWords'
  > {
  uploads: UploadRoom;
  decoders: Decoders;
  campaign: Pick<Campaign, 'urdu'>;
}

const stationTask: DecoderTask<typeof decode> = {
  kind: 'table',
  module: new URL('./station-decoder.ts', import.meta.url),
};

/** The list of a district's stations: taken out, corrected in a spreadsheet, handed in. */
export function stationListRoutes(deps: StationListDependencies) {
  const { directory, uploads, decoders } = deps;
  const correcting = { config: { access: rolesFor('station.correct') } };
  return [
    serveRoute('GET /api/stations/:district/form', {
      summary: 'The list of the own stations, to be corrected in a spreadsheet',
      params: z.object({ district: idSchema }),
      response: { 200: fileSchema('text/csv', 'The columns of the overrides'), ...refusals(404) },
      ...correcting,
      handler: async ({ actor, params: { district } }, reply) => {
        expectMay(directory, actor, 'station.correct', district);
        return sendDownload(reply, `${district}.csv`, await makeForm(deps, district));
      },
    }),
    serveRoute('POST /api/stations/:district/list', {
      summary:
        'Checks a csv or xlsx list (multipart); with `step=take` the good rows are published, or wait where a name is new',
      params: z.object({ district: idSchema }),
      querystring: z.object({
        step: z.enum(['check', 'take']).default('check'),
        reason: reason.default(''),
      }),
      response: { 200: handedIn, ...refusals(404, 408, 413, 422, 429, 503) },
      ...correcting,
      handler: async (request) => {
        const { actor, caller, params, query } = request;
        const { district } = params;
        expectMay(directory, actor, 'station.correct', district);
        const table = await uploads.lend(request, largestFileBytes, async ({ name, path }) =>
          readDistrictList(name, await readRows(decoders, { path, name }, actor.id)),
        );
        return handIn(deps, { table, ...query, district }, caller);
      },
    }),
  ];
}

async function makeForm(
  { stations: { database }, directory, campaign }: StationListDependencies,
  district: string,
): Promise<string> {
  const inUrdu = withUrduNames(directory, await readOwnFields(database.pool, district));
  const urdu = campaign.urdu !== undefined;
  return sheetCsv(correctionForm(stationsOf(inUrdu, district), { urdu }));
}

async function readRows(decoders: Decoders, file: { path: string; name: string }, account: string) {
  return decoders.readWhole(stationTask, file, account).catch((error: unknown) => {
    if (!(error instanceof TableError)) throw error;
    const { hi, en } = error;
    throw new Refusal('unreadable-list', { hi, en }, { cause: error });
  });
}

async function handIn(
  { stations, directory, fitUrdu, changeStations, publicWords }: StationListDependencies,
  { step, reason, ...list }: CorrectionList & { step: 'check' | 'take'; reason: string },
  caller: Caller,
): Promise<HandedInStations> {
  const { district, table } = list;
  // Taken rows change the directory.
  const before = new Map(stationsOf(directory, district).map(({ id, nameHi }) => [id, nameHi]));
  const { pool } = stations.database;
  const { corrected: read } = await judgeRows(pool, { stations, publicWords }, list);
  const unfit = await listUnfit(fitUrdu, read.urdu);
  const rows = table.rows.filter(({ line }) => !unfit.some(({ row }) => row === line));
  const fitting = { ...list, table: { ...table, rows } };
  const { corrected, effect } = await judgeRows(pool, { stations, publicWords }, fitting);
  const changes = listChanges(before, corrected);
  const taken =
    step === 'take' && changes.length > 0
      ? await changeStations({
          ...{ input: fitting, subject: `station/${district}`, district, reason },
          ...byOfficer(caller),
        })
      : null;
  if (taken?.kind === 'done') await stations.changed();
  const faults = corrected.faults.map(({ row, column, expected, found }) => ({
    row,
    column,
    expected: sayExpected(expected),
    found: maskPhoneNumbers(found),
  }));
  return {
    changes,
    faults: [...faults, ...unfit].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
    effect,
    done: taken?.kind === 'done',
    held: taken?.kind === 'held' ? taken.held.id : null,
  };
}

/** Rows whose name in Urdu finds no room. */
async function listUnfit(fitUrdu: FitUrdu, urdu: Corrected['urdu']) {
  const faults = await fitUrdu(urdu.map(({ nameUr }) => nameUr));
  return urdu.flatMap(({ row, nameUr }, at) => {
    const fault = faults[at];
    if (!fault) return [];
    const found = makeVisible(nameUr);
    return [{ row, column: 'name_ur', expected: fault.expected, found }];
  });
}

function listChanges(
  before: ReadonlyMap<string, string>,
  { touched, corrections, urdu }: Corrected,
): HandedInStations['changes'] {
  const after = new Map(corrections.map((each) => [each.station, each]));
  const urduNames = new Map(urdu.map(({ station, nameUr }) => [station, nameUr]));
  const urduOnly = [...urduNames.keys()].filter((id) => !touched.includes(id));
  return [...touched, ...urduOnly].map((station) => {
    const name = before.get(station) ?? null;
    const nameUr = urduNames.get(station) ?? null;
    if (!touched.includes(station))
      return { station, action: 'urdu', before: name, after: name, nameUr };
    const next = after.get(station);
    const stays = next !== undefined && next.action !== 'remove';
    return {
      station,
      action: next?.action ?? 'remove',
      before: name,
      after: stays ? next.nameHi : null,
      nameUr,
    };
  });
}
