import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { BulkError, mostBulkBytes } from '../../campaigns/activities/bulk-table.ts';
import { mayRecord } from '../../campaigns/activities/rights.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import { rolesFor } from '../../campaigns/offices/permission.ts';
import { activityRoutes } from '../contract/activities.ts';
import type { Database } from '../database/database.ts';
import type { UploadRoom } from '../http/upload-room-fs.ts';
import type { ListReader } from '../lists/list-reader.ts';
import { answer, answerPhotoFault, answerTurnedDown, answerWith } from './activity-answers.ts';
import { type ActivityBook, notAllowed } from './activity-book.ts';
import { enterBulk } from './bulk-entry.ts';
import { PhotoError } from './photo-error.ts';
import type { PhotoProof } from './photo-proof.ts';

export interface ActivityUploadDependencies {
  database: Database;
  directory: Directory;
  book: ActivityBook;
  proof: PhotoProof;
  uploads: UploadRoom;
  tables: ListReader;
}

export const mostPhotoBytes = 25 * 1024 ** 2;

/** What comes as files: pictures of boards, and lists. */
export function registerActivityUploads(
  app: FastifyInstance,
  { database, directory, book, proof, uploads, tables }: ActivityUploadDependencies,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const recording = { config: { access: rolesFor('activity.record') } };
  routes.route({
    ...activityRoutes.handInPhoto,
    ...recording,
    handler: async (request, reply) => {
      const asked = { actor: request.actor, requestId: request.id };
      const board = { ...request.params, ...request.query };
      try {
        const outcome = await uploads.lend(request, mostPhotoBytes, async ({ path }) =>
          proof.attach(asked, board, await readFile(path)),
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
    ...activityRoutes.enterList,
    ...recording,
    handler: async (request, reply) => {
      const { kind: ofKind, district } = request.query;
      const place = book.placeOf(district);
      if (place === undefined || !mayRecord(request.actor, ofKind, place)) {
        return answer(reply, notAllowed);
      }
      try {
        const asked = { actor: request.actor, requestId: request.id };
        return await uploads.lend(request, mostBulkBytes, (file) =>
          enterBulk({ database: database.pool, book, directory, tables }, asked, {
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
