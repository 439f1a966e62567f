import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { BulkError, mostBulkBytes } from '../../../campaigns/activities/bulk-table.ts';
import { mayRecord } from '../../../campaigns/activities/rights.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { hiddenCharacter } from '../../../campaigns/text-types.ts';
import { activityRoutes, boardEntry } from '../../contract/field/activities.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Decoders } from '../../platform/decoding/decoders.ts';
import { hasPhoneNumber } from '../../platform/http/free-text.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { answer, answerPhotoFault, answerTurnedDown, answerWith } from './activity-answers.ts';
import { type ActivityBook, notAllowed } from './activity-book.ts';
import type { BoardBook, BoardEntry } from './board-book.ts';
import { enterBulk } from './bulk-entry.ts';
import { PhotoError } from './photo-error.ts';
import type { PhotoProof } from './photo-proof.ts';

export interface ActivityUploadDependencies {
  database: Database;
  directory: Directory;
  book: ActivityBook;
  boards: BoardBook;
  proof: PhotoProof;
  uploads: UploadRoom;
  decoders: Decoders;
}

export const mostPhotoBytes = 25 * 1024 ** 2;

/** What comes as files: pictures of boards, and lists. */
export function registerActivityUploads(
  app: FastifyInstance,
  { database, directory, book, boards, proof, uploads, decoders }: ActivityUploadDependencies,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const recording = { config: { access: rolesFor('activity.record') } };
  routes.route({
    ...activityRoutes.handInPhoto,
    ...recording,
    handler: async (request, reply) => {
      const { caller } = request;
      const board = { ...request.params, ...request.query };
      try {
        const outcome = await uploads.lend(request, mostPhotoBytes, async ({ path }) =>
          proof.attach(caller, board, path),
        );
        if (outcome.kind === 'refused') return answer(reply, outcome);
        if (outcome.kind === 'turned-down') {
          return answerWith(reply, answerTurnedDown(outcome.proof, directory));
        }
        if (outcome.outcome.kind === 'refused') return answer(reply, outcome.outcome);
        return { proof: outcome.proof, activity: outcome.outcome.activity };
      } catch (error) {
        if (error instanceof PhotoError) return answerWith(reply, answerPhotoFault(error.code));
        throw error;
      }
    },
  });
  routes.route({
    ...activityRoutes.enterBoard,
    ...recording,
    handler: async (request, reply) => {
      const { caller } = request;
      try {
        const outcome = await uploads.lend(request, mostPhotoBytes, async ({ path, fields }) =>
          boards.handIn(caller, boardOf(fields['entry']), path),
        );
        if (outcome.kind === 'refused') return answer(reply, outcome);
        if (outcome.kind === 'turned-down') {
          return answerWith(reply, answerTurnedDown(outcome.proof, directory));
        }
        return { activity: outcome.activity, proof: outcome.proof };
      } catch (error) {
        if (error instanceof PhotoError) return answerWith(reply, answerPhotoFault(error.code));
        throw error;
      }
    },
  });
  routes.route({
    ...activityRoutes.enterList,
    ...recording,
    handler: async (request, reply) => {
      const { kind: ofKind, district } = request.query;
      const place = book.placeOf(district);
      if (place === undefined || !mayRecord(request.actor, ofKind, place)) {
        return answer(reply, notAllowed);
      }
      try {
        const { caller } = request;
        return await uploads.lend(request, mostBulkBytes, (file) =>
          enterBulk({ database: database.pool, book, directory, decoders }, caller, {
            kind: ofKind,
            district,
            file,
          }),
        );
      } catch (error) {
        if (!(error instanceof BulkError)) throw error;
        const texts = { hi: 'सूची पढ़ी नहीं जा सकी', en: 'The list could not be read' };
        return reply.code(422).send({ error: 'wrong-list', ...texts, fault: error.fault });
      }
    },
  });
}

/**
 * Reads the words that came beside a picture.
 * @throws a refusal when they are none of a board, or hold a phone number
 */
function boardOf(text = ''): BoardEntry {
  const parsed = boardEntry.safeParse(jsonOf(text));
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
  const { takenAt, lon, lat, ...entry } = parsed.data;
  if (hasPhoneNumber(entry.appeal)) throw new Refusal('number-in-text', { place: 'appeal' });
  const position = lon === null || lat === null || (lon === 0 && lat === 0) ? null : { lon, lat };
  return { ...entry, claim: { takenAt: takenAt === null ? null : new Date(takenAt), position } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
