import { z } from 'zod';
import {
  boardStations,
  type Directory,
  type Station,
  stationKey,
} from '../../../campaigns/directory/station.ts';
import { listCovered } from '../../../campaigns/offices/permission.ts';
import { reference } from '../../../campaigns/text-types.ts';
import { refusals } from '../../contract/route.ts';
import { answerAct, byOfficer } from '../../kit/held-acts.ts';
import type { House } from '../../kit/house.ts';
import { heldAnswer } from '../../people/held-acts/held-acts-schemas.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { hasPhoneNumber } from '../../platform/http/free-text.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { parseJson } from '../../platform/process/parse-json.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { sendPhotoFault } from '../activities/activity-answers.ts';
import { endCapture, findVerdict, lockOwn } from '../activities/captures.ts';
import { type Boards, examinePhoto } from '../activities/photo-proof.ts';
import { lendPhoto, photoPath } from '../activities/photo-upload.ts';
import { insertPhoto } from '../activities/photos-sql.ts';
import { expectMay } from '../stations/district-stations.ts';
import { listDueBoards, viewBoard } from './due-boards.ts';
import { openWords } from './held-words.ts';
import {
  asked,
  dueBoard,
  inspectedBoard,
  pictured,
  picturedAnswer,
  worded,
} from './inspections-schemas.ts';
import { findPictured, insertInspection, readInspections } from './inspections-sql.ts';

export type InspectionOptions = Pick<
  House,
  'clock' | 'database' | 'directory' | 'heldActs' | 'ownerOf' | 'registry' | 'uploads'
> & { boards: Boards };

/** Boards that somebody should look at, and what officers found who stood before them. */
export function inspectionRoutes(options: InspectionOptions) {
  const { database, directory, clock, registry, uploads } = options;
  const say = openWords(options, (tx, { by: actor, state, remark, ...place }, by) => {
    const caller = { actor, requestId: by.requestId };
    const station = findBoard(directory, place, caller);
    return record(tx, options, { station, state, remark, capture: null, ...by }, caller);
  });
  return [
    serveRoute('GET /api/inspections/due', {
      summary: 'Boards to look at: by their scans, or by what the latest inspection found',
      querystring: z.object({ district: reference({ max: 64 }).optional() }),
      response: {
        200: z.object({
          until: z.iso.date().describe('The latest day whose scans are looked at'),
          boards: z.array(dueBoard),
        }),
      },
      may: 'board.inspect',
      handler: ({ actor, query }) => {
        const districts = listCovered(actor, directory.districts, query.district);
        const sources = { database: database.pool, directory, registry };
        return listDueBoards(sources, districts, clock.today());
      },
    }),
    serveRoute('GET /api/inspections/board', {
      summary: 'The board of a station, or that a code is printed on, and its latest inspection',
      querystring: asked,
      response: { 200: inspectedBoard, ...refusals(404) },
      may: 'board.inspect',
      handler: async ({ caller, query }) => {
        const place = query.code === undefined ? query : await findOwner(options, query.code);
        const station = findBoard(directory, place, caller);
        const found = await readInspections(database.pool, [station.district]);
        return viewBoard(station, found.get(stationKey(station)) ?? null);
      },
    }),
    serveRoute('POST /api/inspections', {
      summary: 'Says by word what an officer found at a board that is damaged or not there',
      body: worded,
      response: { 201: inspectedBoard, 202: heldAnswer, ...refusals(404, 409) },
      may: 'board.inspect',
      handler: async ({ caller, body }, reply) => {
        const { district, id } = findBoard(directory, body, caller);
        if (body.state === 'hangs') throw new Refusal('pictures-wanted');
        const outcome = await say({
          input: { ...body, by: caller.actor },
          subject: `station/${district}/${id}`,
          district,
          reason: body.remark,
          ...byOfficer(caller),
        });
        return answerAct(reply, outcome, (board) => board);
      },
    }),
    serveRoute('POST /api/captures/:id/inspection', {
      summary:
        'Says what an officer found at a board, by its live pictures (multipart: `entry` as JSON, then the near one as `file`, up to 25 MB); the far one goes before it',
      params: z.object({ id: z.uuid() }),
      response: { 201: picturedAnswer, ...refusals(404, 408, 409, 413, 422, 429) },
      may: 'board.inspect',
      handler: async (request, reply) => {
        const { caller, params } = request;
        const outcome = await lendPhoto(uploads, request, ({ path, fields }) =>
          inspectByPictures(options, { ...params, path, entry: fields['entry'] }, caller),
        );
        if ('kind' in outcome) return sendPhotoFault(reply, outcome);
        return reply.code(201).send(outcome);
      },
    }),
  ];
}

/** @throws if the code is not a board's */
async function findOwner({ ownerOf }: InspectionOptions, typed: string) {
  const owned = await ownerOf(typed);
  if (owned?.owner.scope !== 'station') throw new Refusal('no-board-code');
  return owned.owner;
}

/** The station of a board. @throws if it is to have none, or is of another area */
function findBoard(
  directory: Directory,
  { district, station }: { district: string; station: string },
  { actor }: Caller,
): Station {
  const found = boardStations(directory).find(
    (each) => each.district === district && each.id === station,
  );
  if (found === undefined) throw new Refusal('no-board-code');
  expectMay(directory, actor, 'board.inspect', district);
  return found;
}

/**
 * Judges the live pictures as those of a board that is handed in, and ends their challenge. With faults the word is kept, and
 * lifts no level.
 * @throws PhotoError when the file is not a picture that can be taken
 */
async function inspectByPictures(
  options: InspectionOptions,
  { id, path, entry }: { id: string; path: string; entry: string | undefined },
  caller: Caller,
) {
  const { database, directory, boards, clock } = options;
  const parsed = pictured.safeParse(parseJson(entry ?? ''));
  if (!parsed.success) throw new Refusal('wrong-input', { issues: parsed.error.issues });
  if (hasPhoneNumber(parsed.data.remark)) throw new Refusal('number-in-text', { place: 'remark' });
  const { isOffline, ...said } = parsed.data;
  const { district, station: of } = await lockOwn(database.pool, id, caller.actor.id);
  const place = { district, station: of };
  const station = findBoard(directory, place, caller);
  const earlier = await findPictured(database.pool, id);
  const verdict = earlier && (await findVerdict(database.pool, id, caller));
  // The answer was lost, and the phone sends it again.
  if (earlier && verdict) return { ...viewBoard(station, earlier), capture: verdict };
  const judged = await examinePhoto(boards, { place, path }, caller);
  const { photo, codes } = judged;
  await boards.photos.put(photoPath(photo.sha256), photo.jpeg);
  return inTransaction(database.pool, async (tx) => {
    const near = await insertPhoto(tx, photo, { ...place, codes, by: caller.actor.name });
    const taken = { id, place, judged, near, isOffline, at: clock.now() };
    const capture = await endCapture(tx, taken, caller);
    if (capture.faults.includes('used')) throw new Refusal('capture-used');
    const board = await record(tx, options, { station, ...said, capture: id }, caller);
    return { ...board, capture };
  });
}

async function record(
  tx: Queryable,
  { clock }: InspectionOptions,
  {
    station,
    capture,
    acceptedBy,
    ...said
  }: Pick<z.output<typeof worded>, 'state' | 'remark'> & {
    station: Station;
    capture: string | null;
    acceptedBy?: string | undefined;
  },
  { actor, requestId }: Caller,
) {
  const { state, remark } = said;
  const { district, id } = station;
  const inspection = { ...said, by: actor.name, at: clock.now() };
  const row = { ...inspection, role: actor.role, capture };
  await insertInspection(tx, { district, station: id }, row);
  await writeAudit(tx, {
    actor,
    action: 'board.inspect',
    subject: `station/${district}/${id}`,
    district,
    after: { state, ...(remark === '' ? {} : { remark }), ...(acceptedBy && { acceptedBy }) },
    requestId,
  });
  return viewBoard(station, inspection);
}
