import { z } from 'zod';
import { type Station, stationKey } from '../../../campaigns/directory/station.ts';
import { listCovered } from '../../../campaigns/offices/permission.ts';
import { paragraph, reference } from '../../../campaigns/text-types.ts';
import { forOfficers, refusals } from '../../contract/route.ts';
import { type BoardState, boardStates, longestInspectionRemark } from '../../contract/values.ts';
import type { House } from '../../kit/house.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { expectMay } from '../stations/district-stations.ts';
import { listDueBoards, viewBoard } from './due-boards.ts';
import {
  code as codeSchema,
  dueBoard,
  type InspectedBoard,
  inspectedBoard,
} from './inspections-schemas.ts';
import { insertInspection, readInspections } from './inspections-sql.ts';

export type InspectionOptions = Pick<
  House,
  'clock' | 'database' | 'directory' | 'ownerOf' | 'registry'
>;

/** Boards that somebody should look at, and what officers found who stood before them. */
export function inspectionRoutes(options: InspectionOptions) {
  const { database, directory, clock, registry } = options;
  return [
    serveRoute('GET /api/inspections/due', {
      summary: 'Boards to look at: by their scans, or by what the latest inspection found',
      querystring: z.object({ district: reference({ max: 64 }).optional() }),
      response: {
        200: z.object({
          until: z.iso.date().describe('The latest day whose scans are looked at'),
          boards: z.array(dueBoard),
        }),
        ...forOfficers,
      },
      may: 'board.inspect',
      handler: ({ actor, query }) => {
        const districts = listCovered(actor, directory.districts, query.district);
        const sources = { database: database.pool, directory, registry };
        return listDueBoards(sources, districts, clock.today());
      },
    }),
    serveRoute('GET /api/inspections/board', {
      summary: 'The board that a code is printed on, and its latest inspection',
      querystring: z.object({ code: codeSchema }),
      response: { 200: inspectedBoard, ...forOfficers, ...refusals(404) },
      may: 'board.inspect',
      handler: async ({ caller, query }) => {
        const { station, code } = await findBoard(options, query.code, caller);
        const found = await readInspections(database.pool, [station.district]);
        return viewBoard(station, { code, inspection: found.get(stationKey(station)) ?? null });
      },
    }),
    serveRoute('POST /api/inspections', {
      summary: 'Says what an officer found at a board; the latest word counts',
      body: z.object({
        code: codeSchema,
        state: z.enum(boardStates),
        remark: paragraph({ max: longestInspectionRemark }).default(''),
      }),
      response: { 201: inspectedBoard, ...forOfficers, ...refusals(404) },
      may: 'board.inspect',
      handler: async ({ caller, body }) => {
        const board = await findBoard(options, body.code, caller);
        const found = await recordInspection(options, { ...body, ...board }, caller);
        return found;
      },
    }),
  ];
}

interface CodedBoard {
  station: Station;
  code: string;
}

/** The board that bears a code. @throws if the code is not a board's, or of another area */
async function findBoard(
  { directory, ownerOf }: InspectionOptions,
  typed: string,
  { actor }: Caller,
): Promise<CodedBoard> {
  const owned = await ownerOf(typed);
  if (owned?.owner.scope !== 'station') throw new Refusal('no-board-code');
  const { district, station } = owned.owner;
  const found = directory.stations.find(
    (each) => each.district === district && each.id === station,
  );
  if (found === undefined) throw new Refusal('no-board-code');
  expectMay(directory, actor, 'board.inspect', district);
  return { station: found, code: owned.code };
}

function recordInspection(
  { database, clock }: InspectionOptions,
  { station, code, state, remark }: CodedBoard & { state: BoardState; remark: string },
  { actor, requestId }: Caller,
): Promise<InspectedBoard> {
  const { district, id } = station;
  const inspection = { state, remark, by: actor.name, at: clock.now() };
  return inTransaction(database.pool, async (tx) => {
    await insertInspection(tx, { district, station: id }, { ...inspection, role: actor.role });
    await writeAudit(tx, {
      actor,
      action: 'board.inspect',
      subject: `station/${district}/${id}`,
      district,
      after: { state, ...(remark === '' ? {} : { remark }) },
      requestId,
    });
    return viewBoard(station, { code, inspection });
  });
}
