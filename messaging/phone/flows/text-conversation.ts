import type { Pool } from 'pg';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { pickName } from '../../../campaigns/directory/pick-name.ts';
import {
  createSearch,
  type Search,
  type SearchSource,
} from '../../../campaigns/directory/search.ts';
import type { Flow } from '../../../campaigns/flows/flow.ts';
import { beginFlow, refuseStep, type Step, takeStep } from '../../../campaigns/flows/step.ts';
import { writeStep } from '../../../campaigns/flows/write-step.ts';
import type { Answering, TextAnswer } from '../callbacks/whatsapp-answer.ts';
import type { StopTokens } from '../numbers/stop-token.ts';
import { findStep, saveStep } from './places-sql.ts';

export interface TextFlow {
  pool: Pool;
  campaign: Pick<Campaign, 'flows' | 'links'>;
  directory: SearchSource;
  /** Of the link that a text names. */
  shortCode: string;
  tokens: StopTokens;
}

/** Answers by the campaign's flow of texts; undefined where it has none. */
export function createAnswers(options: TextFlow): Answering['answerText'] {
  const { flows } = options.campaign;
  if (flows.text === undefined) return undefined;
  const search = createSearch(options.directory);
  return (text) => answerText(options, flows.text ?? flows.call, search, text);
}

/** Goes on with the conversation of a number by what it wrote, or begins one. */
async function answerText(
  { pool, campaign, shortCode, tokens }: TextFlow,
  flow: Flow,
  search: Search,
  { number, input }: { number: string; input: string },
): Promise<TextAnswer> {
  // Named without the number; one from abroad has no token, and begins again each time.
  const conversation = /^91\d{10}$/.test(number) ? tokens.make(`+${number}`) : null;
  const last = conversation === null ? null : await findStep(pool, conversation);
  const place = last?.place ?? null;
  const step = place === null ? beginFlow(flow, 'hi') : takeStep(flow, place, input);
  const { action } = step;
  const station = action?.do === 'station' ? findStation(search, action.text, step.language) : null;
  const link = `https://${campaign.links.host.toLowerCase()}/q/${shortCode}`;
  const told: Step = action?.do === 'station' && station === null ? refuseStep(step) : step;
  if (conversation !== null) await saveStep(pool, conversation, told);
  const values = { link, ...(station === null ? {} : { station }) };
  return { body: writeStep(flow, told, values), stops: action?.do === 'opt-out' };
}

function findStation(search: Search, text: string, language: 'hi' | 'en'): string | null {
  const hit = search(text, 5).find(({ kind }) => kind === 'station');
  return hit === undefined ? null : pickName(hit, language);
}
