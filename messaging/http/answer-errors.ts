import type { FastifyError, FastifyInstance } from 'fastify';
import type { Campaign } from '../../campaigns/campaign.ts';
import { isConnectionError } from '../database/connection-error.ts';
import { ApiError } from './api-error.ts';

const tryAgainSeconds = 5;
/** PostgreSQL's numeric_value_out_of_range: a number of the request that no row can have. */
const outOfRange = '22003';

/** Answers what a route throws: refusals in both languages, wrong input with its place, the rest without a word. */
export function answerErrors(
  app: FastifyInstance,
  campaign: { app: Pick<Campaign['app'], 'name'> },
): void {
  app.setErrorHandler((thrown: FastifyError | ApiError, request, reply) => {
    reply.kind = 'api';
    const away = !(thrown instanceof ApiError) && isConnectionError(thrown);
    const error = away ? unavailable(thrown) : thrown;
    if (error instanceof ApiError) {
      if (error.code === 'unavailable') request.log.warn({ err: thrown }, 'no database');
      if (error.retryAfterSeconds !== undefined) {
        reply.header('retry-after', String(error.retryAfterSeconds));
      }
      return reply.code(error.statusCode).send(named(error.body, campaign.app.name));
    }
    const status = error.statusCode ?? (error.code === outOfRange ? 400 : 500);
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

/** The database comes back by itself, so that the same request is worth another try. */
function unavailable(cause: Error): ApiError {
  return new ApiError('unavailable', { retryAfterSeconds: tryAgainSeconds, cause });
}
