import type { FastifyError, FastifyInstance } from 'fastify';
import type { Campaign } from '../../campaigns/campaign.ts';
import { isConnectionError } from '../database/connection-error.ts';
import { isDiskFull } from '../process/disk-room.ts';
import { ApiError } from './api-error.ts';

const tryAgainSeconds = 5;
const afterRoomSeconds = 60;

/**
 * Answers what a route throws: refusals in both languages, wrong input with its place, the rest without a word.
 * @param expectRoom throws while the disk is full: then that is why an embedded database is away
 */
export function answerErrors(
  app: FastifyInstance,
  campaign: { app: Pick<Campaign['app'], 'name'> },
  expectRoom: () => Promise<void> = async () => {},
): void {
  app.setErrorHandler(async (thrown: FastifyError | ApiError, request, reply) => {
    reply.kind = 'api';
    const error = thrown instanceof ApiError ? thrown : await passing(thrown, expectRoom);
    if (error instanceof ApiError) {
      if (error.code === 'unavailable') request.log.warn({ err: thrown }, 'no database');
      // Without its words: the adapter of the accounts names the values of a statement.
      if (error.code === 'disk-full') request.log.error({ code: thrown.code }, 'the disk is full');
      if (error.retryAfterSeconds !== undefined) {
        reply.header('retry-after', String(error.retryAfterSeconds));
      }
      return reply.code(error.statusCode).send(named(error.body, campaign.app.name));
    }
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) {
      return reply
        .code(status)
        .send(new ApiError('wrong-input', { more: { detail: error.message } }).body);
    }
    request.log.error(error);
    return reply.code(500).send(new ApiError('failed').body);
  });
}

/** A refusal that speaks of the app by its name. */
function named(body: ApiError['body'], app: string): ApiError['body'] {
  return {
    ...body,
    hi: body.hi.replace('{app}', app),
    en: body.en.replace('{app}', app),
  };
}

/** A refusal in place of an error after which the same request is worth another try. */
async function passing(
  thrown: FastifyError,
  expectRoom: () => Promise<void>,
): Promise<FastifyError | ApiError> {
  const isAway = isConnectionError(thrown);
  const cause = isAway
    ? await expectRoom().then(
        () => thrown,
        (full: Error) => full,
      )
    : thrown;
  if (isDiskFull(cause)) {
    return new ApiError('disk-full', { retryAfterSeconds: afterRoomSeconds, cause });
  }
  // The database comes back by itself.
  return isAway
    ? new ApiError('unavailable', { retryAfterSeconds: tryAgainSeconds, cause })
    : thrown;
}
