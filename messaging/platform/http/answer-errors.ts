import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { officeSide } from '../../../campaigns/language.ts';
import { hiddenCharacter } from '../../../campaigns/text-types.ts';
import { isConnectionError } from '../database/connection-error.ts';
import { isDiskFull } from '../process/disk-room.ts';
import { ApiError } from './api-error.ts';
import { html, type PageCampaign, page } from './html.ts';

const tryAgainSeconds = 5;
const afterRoomSeconds = 60;
/** PostgreSQL's numeric_value_out_of_range: a number of the request that no row can have. */
const outOfRange = '22003';

type ErrorCampaign = PageCampaign & { app: Pick<Campaign['app'], 'name'> };

/**
 * Answers what a route throws: refusals in both languages, wrong input with its place, the rest without a word.
 * @param expectRoom throws while the disk is full: then that is why an embedded database is away
 */
export function answerErrors(
  app: FastifyInstance,
  campaign: ErrorCampaign,
  expectRoom: () => Promise<void> = async () => {},
): void {
  app.setErrorHandler(async (thrown: FastifyError | ApiError, request, reply) => {
    reply.kind = 'api';
    const error = await toApiError(thrown, request, expectRoom);
    if (hasLeft(request)) request.log.info({ err: thrown }, 'broken off by its sender');
    else if (error.code === 'unavailable') request.log.warn({ err: thrown }, 'no database');
    // Without its words: the adapter of the accounts names the values of a statement.
    else if (error.code === 'disk-full')
      request.log.error({ code: (thrown as FastifyError).code }, 'the disk is full');
    else if (error.code === 'failed') request.log.error(thrown);
    if (error.retryAfterSeconds !== undefined) {
      reply.header('retry-after', String(error.retryAfterSeconds));
    }
    reply.code(error.statusCode);
    // A browser that was led here shows what it gets.
    if (request.headers.accept?.includes('text/html')) return sendPage(reply, error, campaign);
    return reply.send(named(error.body, campaign.app.name));
  });
}

async function toApiError(
  thrown: FastifyError | ApiError,
  request: FastifyRequest,
  expectRoom: () => Promise<void>,
): Promise<ApiError> {
  if (thrown instanceof ApiError) return thrown;
  // Its socket broke, and not that of the database: nobody reads the answer.
  if (hasLeft(request)) return new ApiError('wrong-input', { cause: thrown });
  const isAway = isConnectionError(thrown);
  const cause = isAway ? await findCause(thrown, expectRoom) : thrown;
  if (isDiskFull(cause))
    return new ApiError('disk-full', { retryAfterSeconds: afterRoomSeconds, cause });
  // The database comes back by itself, so that the same request is worth another try.
  if (isAway) return new ApiError('unavailable', { retryAfterSeconds: tryAgainSeconds, cause });
  const hidden = thrown.validation?.find(({ message }) => message === hiddenCharacter);
  if (hidden !== undefined) {
    const place = `${thrown.validationContext}${hidden.instancePath}`.replaceAll('/', '.');
    return new ApiError('ill-formed-text', { more: { place } });
  }
  const status = thrown.statusCode ?? (thrown.code === outOfRange ? 400 : 500);
  if (status < 400 || status >= 500) return new ApiError('failed');
  return new ApiError('wrong-input', { more: { detail: thrown.message }, status });
}

/** A disk that is full, where it is: then that keeps the database away. */
async function findCause(thrown: Error, expectRoom: () => Promise<void>): Promise<Error> {
  return expectRoom().then(
    () => thrown,
    (full: Error) => full,
  );
}

/** Whether the one who asks went away before the request was whole. */
function hasLeft({ raw }: FastifyRequest): boolean {
  return raw.readableAborted;
}

function sendPage(reply: FastifyReply, { body }: ApiError, campaign: ErrorCampaign): FastifyReply {
  const { hi, en } = named(body, campaign.app.name);
  const language = officeSide('hi', campaign.languages[0]);
  const words =
    language === 'hi'
      ? html`<h1>${hi}</h1><p lang="en" class="detail">${en}</p>`
      : html`<h1>${en}</h1>`;
  reply.kind = 'lost-page';
  return reply
    .type('text/html; charset=utf-8')
    .send(page(language === 'hi' ? hi : en, campaign, words, language));
}

/** A refusal that speaks of the app by its name. */
function named(body: ApiError['body'], app: string): ApiError['body'] {
  return {
    ...body,
    hi: body.hi.replace('{app}', app),
    en: body.en.replace('{app}', app),
  };
}
