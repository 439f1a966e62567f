import type { Pool } from 'pg';
import { minuteMs } from '../../../campaigns/durations.ts';
import { sampleCode } from '../../../campaigns/links/short-code.ts';
import { listSamples } from '../../../campaigns/messages/whatsapp-text.ts';
import type { WhatsappPort } from '../gateways/gateway.ts';
import { SendError } from '../gateways/send-error.ts';
import {
  claimAgreed,
  keepWord,
  listToRead,
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

/** Hands in what was agreed, one after the other and each once; stops at an answer that speaks of us. */
export async function handInAgreed(given: HandIn): Promise<void> {
  for (;;) {
    const template = await claimAgreed(given.pool, given.now);
    if (template === undefined || !(await handIn(given, template))) return;
  }
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
    await keepWord(pool, template, { ...word, now });
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

/** Asks Meta what became of those that it has or may have. */
export async function readWords({ pool, port, now }: HandIn): Promise<void> {
  for (const template of await listToRead(pool, now)) {
    const { name, language, state, sentAt } = template;
    const read = await port.readTemplate({ name, language, contentSid: null });
    const isYoung = now.getTime() - (sentAt?.getTime() ?? 0) < listingLagMs;
    const isAway = read.state === 'missing' && isYoung;
    await keepWord(pool, template, {
      state: isAway ? state : read.state,
      said: read.reason,
      metaCategory: read.category ?? (isAway ? template.metaCategory : null),
      now,
    });
  }
}
