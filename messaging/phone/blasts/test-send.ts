import type { Pool } from 'pg';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { CodeSupply } from '../../../campaigns/links/code-shares.ts';
import { unasked } from '../../../campaigns/messages/legal-hours.ts';
import { parsePlace } from '../../../campaigns/messages/merge-fields.ts';
import type { MessageLanguage } from '../../../campaigns/messages/messages.ts';
import { registrationFault } from '../../../campaigns/messages/registration.ts';
import { testLimits } from '../../../campaigns/messages/test-limits.ts';
import type { RefusalCode } from '../../../campaigns/words/refusals.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { readFigures } from '../ledger/tallies-sql.ts';
import {
  countTests,
  insertTest,
  lastTestIsOpen,
  readTestPaise,
} from '../ledger/test-messages-sql.ts';
import { readStops } from '../numbers/opt-outs-sql.ts';
import { findTestNumber, isTraining } from '../test-numbers/test-numbers-sql.ts';
import { type Blast, computeCosts, findPrice, textFor } from './blast.ts';
import { holdCode } from './blast-code.ts';
import { findBlastLocked } from './blasts-sql.ts';
import type { BlastText } from './draft-schemas.ts';
import { legalHours, type WindowState } from './window.ts';
import { type Addressee, writeText } from './written-text.ts';

export interface TestRequest {
  blastId: number;
  personId: string;
  language: MessageLanguage;
  /** The officer knows that the last one may have been sent. */
  again: boolean;
}

export interface TestContext {
  pool: Pool;
  campaign: Campaign;
  codes: CodeSupply;
  /** Price of a segment now, by gateway. */
  paise: Readonly<Record<string, number>>;
  /** By the database's clock. */
  now: Date;
}

/** A test that is in the ledger and may leave. */
export interface BegunTest {
  id: string;
  blast: Blast;
  text: BlastText;
  language: MessageLanguage;
  /** E.164, the officer's own. */
  to: string;
  hours: WindowState;
}

/**
 * Judges a test by every rule that binds the blast itself, and puts it on record. The blast is held meanwhile, so that
 * two tests at once, or a test and a claim, never both spend what is left.
 */
export async function beginTest(
  tx: Queryable,
  { blastId, personId, language, again }: TestRequest,
  { campaign, codes, paise, now }: Omit<TestContext, 'pool'>,
): Promise<BegunTest | { refusal: RefusalCode }> {
  const blast = await findBlastLocked(tx, blastId);
  if (blast === null) return { refusal: 'no-such-blast' };
  if (blast.status === 'stopped' || blast.status === 'finished') return { refusal: 'wrong-status' };
  const text = textFor(blast.texts, language);
  const textFault = judgeText(blast, language, campaign);
  if (textFault !== null) return { refusal: textFault };
  const number = await findTestNumber(tx, personId, blast.gateway);
  if (number === null) return { refusal: 'test-number-missing' };
  const hours = legalHours(blast, now);
  if (!hours.open) return { refusal: 'test-hours' };
  const stops = await readStops(tx, number);
  if (stops.optedOut) return { refusal: 'test-opted-out' };
  if (stops.dnd && unasked(blast.category)) return { refusal: 'test-dnd' };
  const counts = await countTests(tx, { personId, blastId });
  if (counts.ofBlast >= testLimits.ofBlast) return { refusal: 'test-limit-blast' };
  if (counts.today >= testLimits.ofDay) return { refusal: 'test-limit-day' };
  const { revision } = blast;
  if (!again && (await lastTestIsOpen(tx, { blastId, revision, personId, language }))) {
    return { refusal: 'test-unknown' };
  }
  const cost = text.segments * (findPrice(paise, blast) ?? blast.pricePaise);
  if (blast.budgetPaise !== null) {
    const spent = computeCosts(blast, await readFigures(tx, blastId), 'segmentsCommitted');
    const tests = await readTestPaise(tx, blastId);
    if (spent + tests + cost > blast.budgetPaise) return { refusal: 'test-budget' };
  }
  const id = await insertTest(tx, {
    blastId,
    revision,
    personId,
    number,
    language,
    segments: text.segments,
    paise: cost,
  });
  // What leaves the house leads somewhere.
  const held = await holdCode(tx, codes, blastId);
  const written = writeText(held, testAddressee(held, language));
  return { id, blast: held, text: written, language, to: number, hours };
}

/** An officer gets the name of the first station, or of the first district. */
export function testAddressee(
  { districts, texts }: Pick<Blast, 'districts' | 'texts'>,
  language: MessageLanguage,
): Addressee {
  const named = Object.keys(textFor(texts, language).names ?? {});
  const place = named.find((key) => key.includes('/')) ?? districts?.[0] ?? '';
  return {
    ...parsePlace(place),
    language,
    lot: null,
  };
}

/** Over a real gateway only what is on the DLT portal, letter for letter; the emulator takes everything. */
function judgeText(
  blast: Blast,
  language: MessageLanguage,
  { messages }: Campaign,
): RefusalCode | null {
  if (isTraining(blast.gateway)) return null;
  // Its approval is WhatsApp’s own, which refuses it otherwise.
  if (blast.channel === 'whatsapp') return null;
  if (blast.channel === 'ivr') return messages.registered ? null : 'test-not-registered';
  const text = textFor(blast.texts, language);
  const template = messages.templates.find(
    ({ templateId, header }) =>
      templateId !== null && templateId === text.templateId && header === text.header,
  );
  if (template === undefined) return 'test-not-registered';
  const fault = registrationFault(template, messages);
  if (fault === 'faulty-text') return 'test-faulty-text';
  return fault === null ? null : 'test-not-registered';
}
