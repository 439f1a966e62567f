import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { BulkError, mostBulkBytes } from '../../campaigns/activities/bulk-table.ts';
import { mayRecord } from '../../campaigns/activities/rights.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import { rolesFor } from '../../campaigns/offices/permission.ts';
import { activityRoutes } from '../contract/activities.ts';
import { readUpload } from '../http/upload.ts';
import { answer, answerPhotoFault, answerTurnedDown, answerWith } from './activity-answers.ts';
import { type ActivityBook, notAllowed } from './activity-book.ts';
import { enterBulk } from './bulk-entry.ts';
import { PhotoError } from './photo-error.ts';
import type { PhotoProof } from './photo-proof.ts';

export interface ActivityUploadDependencies {
  directory: Directory;
  book: ActivityBook;
  proof: PhotoProof;
}

const mostPhotoBytes = 25 * 1024 ** 2;

/** What comes as files: pictures of boards, and lists. */
export function registerActivityUploads(
  app: FastifyInstance,
  { directory, book, proof }: ActivityUploadDependencies,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const recording = { config: { access: rolesFor('activity.record') } };
  routes.route({
    ...activityRoutes.handInPhoto,
    ...recording,
    handler: async (request, reply) => {
      const { bytes } = await readUpload(request, mostPhotoBytes);
      const asked = { actor: request.actor, requestId: request.id };
      try {
        const outcome = await proof.attach(asked, { ...request.params, ...request.query }, bytes);
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
      const file = await readUpload(request, mostBulkBytes);
      try {
        const list = { kind: ofKind, district, file };
        const asked = { actor: request.actor, requestId: request.id };
        return await enterBulk({ book, directory }, asked, list);
      } catch (error) {
        if (!(error instanceof BulkError)) throw error;
        const texts = { hi: 'सूची पढ़ी नहीं जा सकी', en: 'The list could not be read' };
        return reply.code(422).send({ error: 'wrong-list', ...texts, fault: error.fault });
      }
    },
  });
}
