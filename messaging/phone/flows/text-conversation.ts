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
import { queryRow } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Answering, TextAnswer } from '../callbacks/whatsapp-answer.ts';
import type { StopTokens } from '../numbers/stop-token.ts';

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
  // Made by the first text that asks for a station: most services are never asked.
  let search: Search | undefined;
  const find: Search = (query, limit) => {
    search ??= createSearch(options.directory);
    return search(query, limit);
  };
  return (text) => answerText(options, flows.text ?? flows.call, find, text);
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

/** Longer than any call, and than somebody thinks about a menu. */
const keptMinutes = 60;

/** Last step of a conversation; null once it is forgotten. */
export async function findStep(database: Queryable, conversation: string): Promise<Step | null> {
  const row = await queryRow<{ step: Step }>(database)`
    SELECT step FROM flow_place WHERE conversation = ${conversation}
      AND at > now() - ${keptMinutes}::int * interval '1 minute'`;
  return row?.step ?? null;
}

/**
 * Keeps the last step of a conversation, and forgets those that are over.
 * @param conversation key that holds no number, such as a provider's id of the call
 */
export async function saveStep(
  database: Queryable,
  conversation: string,
  step: Step,
): Promise<void> {
  await database.query(
    `WITH over AS (DELETE FROM flow_place WHERE conversation <> $1 AND at < now() - $3::int * interval '1 minute')
     INSERT INTO flow_place (conversation, step) VALUES ($1, $2)
     ON CONFLICT (conversation) DO UPDATE SET step = excluded.step, at = now()`,
    [conversation, JSON.stringify(step), keptMinutes],
  );
}
