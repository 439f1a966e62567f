import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ActivityKind } from '../../../campaigns/activities/activity-kinds.ts';
import { BulkError, mostBulkBytes } from '../../../campaigns/activities/bulk-table.ts';
import { findEditor } from '../../../campaigns/activities/photo-tags.ts';
import { mayRecord } from '../../../campaigns/activities/rights.ts';
import { hiddenCharacter } from '../../../campaigns/text-types.ts';
import { rowFaultWords } from '../../../campaigns/words/activity-list-words.ts';
import { refusals } from '../../contract/route.ts';
import type { House } from '../../kit/house.ts';
import { hasPhoneNumber } from '../../platform/http/free-text.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { parseJson } from '../../platform/process/parse-json.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { findPlace } from './activities.ts';
import {
  boardAnswer,
  boardEntry,
  bulkAnswer,
  districtId,
  kind as kindSchema,
} from './activities-schemas.ts';
import { answerBoard } from './activity-answers.ts';
import { type BoardEntry, handInBoard } from './boards.ts';
import { enterBulk } from './bulk-entry.ts';
import type { Boards } from './photo-proof.ts';
import { lendPhoto } from './photo-upload.ts';

export interface ActivityUploads extends Pick<House, 'decoders' | 'uploads'> {
  boards: Boards;
}

/** Uploads: pictures of boards, and lists. */
export function activityUploadRoutes(deps: ActivityUploads) {
  const { boards, uploads } = deps;
  return [
    serveRoute('POST /api/activities/boards', {
      summary:
        'Enters a board and its picture as one (multipart: `entry` as JSON, then `file`, up to 25 MB); both or neither',
      response: { 200: boardAnswer, ...refusals(404, 408, 409, 413, 422, 429) },
      may: 'activity.record',
      handler: async (request, reply) => {
        const outcome = await lendPhoto(uploads, request, async ({ path, fields }) =>
          handInBoard(boards, { ...parseBoard(fields['entry']), path }, request.caller),
        );
        return answerBoard(reply, outcome, boards.activities.directory);
      },
    }),
    serveRoute('POST /api/activities/list', {
      summary:
        'Enters a csv or xlsx list of one kind (multipart); good rows are kept, the others come back',
      querystring: z.object({ kind: kindSchema, district: districtId }),
      response: { 200: bulkAnswer, ...refusals(408, 413, 422, 429) },
      may: 'activity.record',
      handler: async (request, reply) => {
        try {
          return await enterList(deps, request.query, request);
        } catch (error) {
          if (!(error instanceof BulkError)) throw error;
          const texts = rowFaultWords.unreadable;
          return reply.code(422).send({ error: 'wrong-list', ...texts, fault: error.fault });
        }
      },
    }),
  ];
}

/** @throws BulkError when the file is not a list */
async function enterList(
  { boards: { activities }, uploads, decoders }: ActivityUploads,
  { kind, district }: { kind: ActivityKind; district: string },
  request: FastifyRequest,
) {
  const { caller } = request;
  const place = findPlace(activities, district);
  if (place === undefined || !mayRecord(caller.actor, kind, place))
    throw new Refusal('not-allowed');
  return uploads.lend(request, mostBulkBytes, (file) =>
    enterBulk({ activities, decoders }, { kind, district, file }, caller),
  );
}

/**
 * Reads the words that came with a picture.
 * @throws a refusal when they do not describe a board, or hold a phone number
 */
function parseBoard(text = ''): BoardEntry {
  const parsed = boardEntry.safeParse(parseJson(text));
  if (!parsed.success) {
    const hidden = parsed.error.issues.find(({ message }) => message === hiddenCharacter);
    if (hidden !== undefined)
      throw new Refusal('ill-formed-text', { place: ['entry', ...hidden.path].join('.') });
    const issues = parsed.error.issues.map(({ path, message }) => ({
      path: ['entry', ...path].join('.'),
      message,
    }));
    throw new Refusal('wrong-input', { issues });
  }
  const { takenAt, lon, lat, software, ...entry } = parsed.data;
  if (hasPhoneNumber(entry.appeal)) throw new Refusal('number-in-text', { place: 'appeal' });
  const position = lon === null || lat === null || (lon === 0 && lat === 0) ? null : { lon, lat };
  const claim = {
    takenAt: takenAt === null ? null : new Date(takenAt),
    position,
    editor: findEditor(software),
  };
  return { ...entry, claim };
}
