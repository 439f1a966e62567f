import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { officeSide } from '../../../campaigns/language.ts';
import { hiddenCharacter } from '../../../campaigns/text-types.ts';
import { openDatabaseSentence } from '../../../campaigns/words/database-words.ts';
import {
  DatabaseStoppedError,
  findStop,
  isConnectionError,
  isDamage,
} from '../database/connection-error.ts';
import { isDiskFull } from '../process/disk-room.ts';
import { Refusal, wrongInput } from '../process/refusal.ts';
import { html, type PageCampaign, page } from './html.ts';
import { type RefusalBody, toAnswer } from './refusal-answers.ts';

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
  app.setErrorHandler(async (thrown: FastifyError | Refusal, request, reply) => {
    reply.kind = 'api';
    const refusal = await toRefusal(thrown, request, expectRoom);
    const { status, body } = toAnswer(refusal);
    if (hasLeft(request)) request.log.info({ err: thrown }, 'broken off by its sender');
    else if (refusal.code === 'unavailable' || refusal.code === 'database-stopped')
      request.log.warn({ err: thrown }, 'no database');
    // Without its words: the adapter of the accounts names the values of a statement.
    else if (refusal.code === 'disk-full')
      request.log.error({ code: (thrown as FastifyError).code }, 'the disk is full');
    else if (refusal.code === 'failed') {
      request.log.error({ err: thrown, req: request });
      // A report of the failure can name its line in the log.
      reply.header('x-request-id', request.id);
    }
    if (refusal.retryAfterSeconds !== undefined) {
      reply.header('retry-after', String(refusal.retryAfterSeconds));
    }
    reply.code(refusal.code === 'wrong-input' ? (findClientStatus(thrown) ?? status) : status);
    // A browser that was led here shows what it gets.
    if (request.headers.accept?.includes('text/html')) return sendPage(reply, body, campaign);
    return reply.send(named(body, campaign.app.name));
  });
}

async function toRefusal(
  thrown: FastifyError | Refusal,
  request: FastifyRequest,
  expectRoom: () => Promise<void>,
): Promise<Refusal> {
  if (thrown instanceof Refusal) return thrown;
  // Its socket broke, and not that of the database: nobody reads the answer.
  if (hasLeft(request)) return new Refusal('wrong-input', {}, { cause: thrown });
  const stop = isDamage(thrown)
    ? new DatabaseStoppedError({ kind: 'damaged', folder: null, why: thrown.message })
    : findStop(thrown);
  if (stop !== undefined)
    return new Refusal(
      'database-stopped',
      { ...openDatabaseSentence(stop.fault) },
      { retryAfterSeconds: afterRoomSeconds, cause: thrown },
    );
  const isAway = isConnectionError(thrown);
  const cause = isAway ? await findCause(thrown, expectRoom) : thrown;
  if (isDiskFull(cause))
    return new Refusal('disk-full', {}, { retryAfterSeconds: afterRoomSeconds, cause });
  // The database comes back by itself, so that the same request is worth another try.
  if (isAway) return new Refusal('unavailable', {}, { retryAfterSeconds: tryAgainSeconds, cause });
  const hidden = thrown.validation?.find(({ message }) => message === hiddenCharacter);
  if (hidden !== undefined) {
    const place = `${thrown.validationContext}${hidden.instancePath}`.replaceAll('/', '.');
    return new Refusal('ill-formed-text', { place });
  }
  if (findClientStatus(thrown) === null) return new Refusal('failed');
  return wrongInput(thrown.message);
}

/** Status from 400 to 499 of a request that Fastify or the database refuses by itself. */
function findClientStatus(thrown: FastifyError | Refusal): number | null {
  if (thrown instanceof Refusal) return null;
  const status = thrown.statusCode ?? (thrown.code === outOfRange ? 400 : 500);
  return status >= 400 && status < 500 ? status : null;
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

function sendPage(reply: FastifyReply, body: RefusalBody, campaign: ErrorCampaign): FastifyReply {
  const { hi, en } = named(body, campaign.app.name);
  const language = officeSide('hi', campaign);
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
function named(body: RefusalBody, app: string): RefusalBody {
  return {
    ...body,
    hi: body.hi.replace('{app}', app),
    en: body.en.replace('{app}', app),
  };
}
