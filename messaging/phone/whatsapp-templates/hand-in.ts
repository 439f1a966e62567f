import type { Pool } from 'pg';
import { minuteMs } from '../../../campaigns/durations.ts';
import { sampleCode } from '../../../campaigns/links/short-code.ts';
import { listSamples } from '../../../campaigns/messages/whatsapp-text.ts';
import type { WhatsappPort } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import {
  claimAgreed,
  claimToRead,
  keepWord,
  putBack,
  type StoredTemplate,
} from './whatsapp-templates-sql.ts';

export interface HandIn {
  pool: Pool;
  port: Pick<WhatsappPort, 'readTemplate'> & Required<Pick<WhatsappPort, 'submitTemplate'>>;
  /** Host of the links. */
  host: string;
  now: Date;
}

/** Meta may not list at once what it has taken. */
const listingLagMs = 15 * minuteMs;
/** How long what speaks of our account or pace holds all back, where Meta says nothing else. */
const pauseMs = 15 * minuteMs;

/**
 * Hands in what was agreed, one after the other and each once; stops at an answer that speaks of us.
 * @throws what failed of single ones, after the others
 */
export function handInAgreed(given: HandIn): Promise<void> {
  return eachClaimed(
    () => claimAgreed(given.pool, given.now),
    (template) => handIn(given, template),
  );
}

/** One that fails holds up no other: it stays claimed, and its turn comes again. */
async function eachClaimed(
  claim: () => Promise<StoredTemplate | undefined>,
  work: (template: StoredTemplate) => Promise<boolean>,
): Promise<void> {
  const failed: unknown[] = [];
  for (let goesOn = true; goesOn; ) {
    const template = await claim();
    if (template === undefined) break;
    goesOn = await work(template).catch((error: unknown) => {
      failed.push(error);
      return !(error instanceof SendError);
    });
  }
  if (failed.length === 1) throw failed[0];
  if (failed.length > 1) throw new AggregateError(failed, `${failed.length} templates failed`);
}

async function handIn(
  { pool, port, host, now }: HandIn,
  template: StoredTemplate,
): Promise<boolean> {
  const { id, name, language, category, body, footer, appButton, stopButton } = template;
  const buttons = [
    { kind: 'app' as const, label: appButton },
    { kind: 'stop' as const, label: stopButton },
  ];
  try {
    const answer = await port.submitTemplate({
      ...{ name, language, category, body, footer },
      samples: listSamples(template.samples),
      buttons: buttons.filter(({ label }) => label !== ''),
      link: `https://${host.toLowerCase()}/q/`,
      sampleCode,
    });
    const word =
      'refused' in answer
        ? { state: 'refused', said: quote(answer.refused, answer.words), metaCategory: null }
        : { state: answer.state, said: answer.reason, metaCategory: answer.category };
    await keepWord(pool, template, word);
    return true;
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    // It may be there: it stays as sent, and is asked for.
    if (error.class === 'ambiguous') return true;
    const until = new Date(now.getTime() + (error.retryAfterMs ?? pauseMs));
    await putBack(pool, id, { said: error.code, until });
    return false;
  }
}

/** The code with Meta's own words, which the page shows where it has none for the code. */
function quote(code: string, words: string | null): string {
  return words === null ? code : `${code}: ${words.slice(0, 300)}`;
}

/**
 * Asks Meta what became of those that it has or may have; stops where Meta does not answer.
 * @throws what failed of single ones, after the others
 */
export function readWords({ pool, port, now }: HandIn): Promise<void> {
  return eachClaimed(
    () => claimToRead(pool, now),
    async (template) => {
      const { name, language, state, sentAt } = template;
      const read = await port.readTemplate({ name, language, contentSid: null });
      const isYoung = now.getTime() - (sentAt?.getTime() ?? 0) < listingLagMs;
      const isAway = read.state === 'missing' && isYoung;
      await keepWord(pool, template, {
        state: isAway ? state : read.state,
        said: read.reason,
        metaCategory: read.category ?? (isAway ? template.metaCategory : null),
      });
      return true;
    },
  );
}
