import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import type { Campaign } from '../../campaigns/campaign.ts';
import { hiddenCharacter } from '../../campaigns/text-types.ts';
import { isConnectionError } from '../database/connection-error.ts';
import { ApiError } from './api-error.ts';

const tryAgainSeconds = 5;

/** Answers what a route throws: refusals in both languages, wrong input with its place, the rest without a word. */
export function answerErrors(
  app: FastifyInstance,
  campaign: { app: Pick<Campaign['app'], 'name'> },
): void {
  app.setErrorHandler((thrown: FastifyError | ApiError, request, reply) => {
    reply.kind = 'api';
    const error = refusalOf(thrown, request);
    if (error instanceof ApiError) {
      if (isLeft(request)) request.log.info({ err: thrown }, 'broken off by its sender');
      else if (error.code === 'unavailable') request.log.warn({ err: thrown }, 'no database');
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

/** The refusal that an error comes to; itself where it comes to none. */
function refusalOf(
  thrown: FastifyError | ApiError,
  request: FastifyRequest,
): FastifyError | ApiError {
  if (thrown instanceof ApiError) return thrown;
  // Its socket broke, and not that of the database: nobody reads the answer.
  if (isLeft(request)) return new ApiError('wrong-input', { cause: thrown });
  if (isConnectionError(thrown)) return unavailable(thrown);
  const hidden = thrown.validation?.find(({ message }) => message === hiddenCharacter);
  if (hidden !== undefined) {
    const place = `${thrown.validationContext}${hidden.instancePath}`.replaceAll('/', '.');
    return new ApiError('ill-formed-text', { more: { place } });
  }
  return thrown;
}

/** Whether the one who asks went away before the request was whole. */
function isLeft({ raw }: FastifyRequest): boolean {
  return raw.readableAborted;
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
