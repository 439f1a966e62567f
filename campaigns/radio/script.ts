import type { Campaign } from '../campaign.ts';
import { type MessageLanguage, messageLanguages } from '../messages/message-language.ts';
import type { CallScript } from '../messages/messages.ts';
import { type Loudness, type SpotLanguage, spotText, usualLoudness } from './radio.ts';

export type PromptName = keyof CallScript;

/** In the order in which a call comes to them. */
export const promptNames = [
  'greeting',
  'menu',
  'linkSent',
  'neverAgain',
  'wrongKey',
  'goodbye',
  'voicemail',
] as const satisfies readonly PromptName[];

export type ScriptUse = 'radio' | 'prompt' | 'film';

/** One thing that a person records: its take is checked, mastered and played by this name. */
export type RecordingScript = {
  /** Names the file `radio/takes/<id>.wav` too. */
  id: string;
  use: ScriptUse;
  language: SpotLanguage | 'en';
  /** Whole seconds on air; null where the take is as long as it is. */
  seconds: number | null;
  /** What is to be said; null where it is written elsewhere. */
  text: string | null;
  /** Not to be recorded before a native speaker has checked it. */
  proposal: boolean;
  loudness: Loudness;
};

/** Id of a call prompt's script: `prompt-hi-link-sent`. */
export function promptId(language: MessageLanguage, name: PromptName): string {
  return `prompt-${language}-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/**
 * All that is recorded for a campaign: the voice of its film, its spots, and each prompt of the call in both languages.
 * @param code the radio's own short code, which the spots say
 */
export function recordingScripts(
  { radio, messages }: Pick<Campaign, 'radio' | 'messages'>,
  code: string,
): RecordingScript[] {
  const loudness = radio?.loudness ?? usualLoudness;
  const spots = (radio?.spots ?? []).map(
    (spot): RecordingScript => ({
      id: spot.id,
      use: 'radio',
      language: spot.language,
      seconds: spot.seconds,
      text: radio === undefined ? null : spotText(spot, radio, code),
      proposal: spot.proposal,
      loudness: loudness.radio,
    }),
  );
  const prompts = messageLanguages.flatMap((language) =>
    promptNames.map(
      (name): RecordingScript => ({
        id: promptId(language, name),
        use: 'prompt',
        language,
        seconds: null,
        text: messages.call[language][name].text,
        proposal: false,
        loudness: loudness.prompt,
      }),
    ),
  );
  const film: RecordingScript = {
    id: 'film',
    use: 'film',
    language: 'hi',
    seconds: null,
    text: null,
    proposal: false,
    loudness: loudness.film,
  };
  return [...spots, ...prompts, film];
}
