import type { Pool } from 'pg';
import type { Flow } from '../../../campaigns/flows/flow.ts';
import { type Place, refuseStep, type Step, takeStep } from '../../../campaigns/flows/step.ts';
import type { Messages } from '../../../campaigns/messages/messages.ts';
import { isSameNumber } from '../../../campaigns/messages/opt-out-ways.ts';
import { recordHeardStop } from '../numbers/opt-outs-sql.ts';
import type { RecordedPrompts } from '../takes/recorded-prompts.ts';
import { hasOtherRecordings, type PlacedCall } from './link-requests-sql.ts';
import { isIndianMobile, type LinkSender } from './link-sender.ts';
import type { CallContext } from './twiml.ts';

export interface Calls {
  publicUrl: string;
  pool: Pool;
  messages: Messages;
  flow: Flow;
  links: LinkSender;
  /** Code of the campaign's link for those who call us. */
  inboundCode: string;
  prompts: RecordedPrompts;
}

interface PressedKey {
  key: string;
  place: Place;
  /** E.164; null for whom nobody knows. */
  number: string | null;
  /** The provider's id of the call. */
  sid: string;
  /** The call of ours; null for one to us. */
  call: Pick<PlacedCall, 'blastId' | 'shortCode'> | null;
}

/** Stands for the reference of a call that came to us. */
export const inbound = 'in';

/** Whether a call plays recordings; the text is spoken where its blast was approved with others, or nobody can say. */
export async function playsTakes(pool: Pool, reference: string): Promise<boolean> {
  return reference === inbound || !(await hasOtherRecordings(pool, reference).catch(() => true));
}

/** The flow of a call, which leads back to it. */
export async function createContext(
  { flow, messages, prompts, publicUrl, pool }: Calls,
  reference: string,
): Promise<CallContext> {
  const plays = await playsTakes(pool, reference);
  return {
    flow,
    scripts: messages.call,
    takeUrl: plays ? prompts.prompt : () => undefined,
    audioUrl: (file) => `${publicUrl}/voice/audio/${file}`,
    keyUrl: ({ node, language, round }) =>
      `${publicUrl}/voice/twilio/${reference}/key?lang=${language}&round=${round}&node=${node}`,
  };
}

/** Does what a key asks for. @returns what comes next in the call */
export async function takeKey(
  calls: Pick<Calls, 'pool' | 'flow' | 'links' | 'inboundCode'>,
  { key, place, number, sid, call }: PressedKey,
): Promise<Step> {
  const step = takeStep(calls.flow, place, key);
  const { action, language } = step;
  if (action?.do === 'opt-out' && number !== null) {
    await recordHeardStop(calls.pool, { number, source: 'call', sid });
  }
  if (action?.do !== 'link') return step;
  const { blastId, shortCode } = call ?? { blastId: null, shortCode: calls.inboundCode };
  const refusal =
    number === null
      ? 'country'
      : await calls.links.send({ number, source: 'key', blastId }, { language, shortCode });
  // Nothing is promised that does not come; who had the link today still has it.
  return refusal === null || refusal === 'again' ? step : refuseStep(step);
}

/** A missed call to one of our numbers: the one for it says stop, any other asks for the link, which comes by SMS. */
export async function answerMissedCall(
  {
    pool,
    messages,
    links,
    inboundCode,
  }: Pick<Calls, 'pool' | 'messages' | 'links' | 'inboundCode'>,
  { from: number, to, sid }: { from: string; to: string; sid: string },
): Promise<void> {
  const { missedCall } = messages.optOut;
  if (missedCall !== null && isSameNumber(to, missedCall)) {
    // A hidden number is nobody's.
    if (isIndianMobile(number)) {
      await recordHeardStop(pool, { number, source: 'missed-call', sid });
    }
    return;
  }
  await links.send(
    { number, source: 'missed-call', blastId: null },
    { language: 'hi', shortCode: inboundCode },
  );
}
