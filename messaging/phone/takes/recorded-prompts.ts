import type { Campaign } from '../../../campaigns/campaign.ts';
import { promptId, recordingScripts } from '../../../campaigns/channels/radio/script.ts';
import type { MessageLanguage } from '../../../campaigns/messages/message-language.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { type CurrentTakes, sortTakes } from './current-takes.ts';
import { takePath } from './take-view.ts';
import { latestTakes } from './takes-sql.ts';

/** Where the recordings of a call's prompts are to be had, for the providers that play them. */
export interface RecordedPrompts {
  /** Twilio's: µ-law of 8 kHz. Undefined where the text is to be spoken. */
  prompt(language: MessageLanguage, name: string): string | undefined;
  /** Exotel's: several in one, PCM of 8 kHz. Undefined unless all have a take. */
  call(language: MessageLanguage, names: readonly string[]): string | undefined;
}

export function createRecordedPrompts(current: CurrentTakes, publicUrl: string): RecordedPrompts {
  const findKey = (language: MessageLanguage, name: string) =>
    current.of(promptId(language, name))?.key;
  return {
    prompt(language, name) {
      const key = findKey(language, name);
      return key && publicUrl + takePath(key, 'ulaw');
    },
    call(language, names) {
      const keys = names.map((name) => findKey(language, name));
      if (keys.length === 0 || keys.includes(undefined)) return undefined;
      // Another address for another recording, since a provider may keep what it fetched.
      const mark = keys.map((key) => key?.slice(0, 8)).join('');
      return `${publicUrl}/voice/takes/call-${language}-${names.join('.')}-${mark}.wav`;
    },
  };
}

/** Hashes of the recordings that a call plays now, by prompt; one that is spoken has none. */
export async function readPromptHashes(
  database: Queryable,
  campaign: Campaign,
): Promise<Record<string, string>> {
  const takes = await latestTakes(database);
  const prompts = recordingScripts(campaign, '').filter(({ use }) => use === 'prompt');
  return Object.fromEntries(
    prompts.flatMap((script) => {
      const { current } = sortTakes(script, takes);
      return current === undefined ? [] : [[script.id, current.master.files.master.sha256]];
    }),
  );
}
