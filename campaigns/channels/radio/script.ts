import type { Bilingual } from '../../bilingual.ts';
import type { Campaign } from '../../campaign.ts';
import { type MessageLanguage, messageLanguages } from '../../messages/message-language.ts';
import type { CallScript } from '../../messages/messages.ts';
import { promptTitle } from '../../words/take-words.ts';
import {
  type Loudness,
  type SpotLanguage,
  spotFileName,
  spotText,
  usualLoudness,
} from './radio.ts';

/** In the order in which a call comes to them. */
const usualPrompts = [
  'greeting',
  'menu',
  'linkSent',
  'neverAgain',
  'wrongKey',
  'goodbye',
  'voicemail',
] as const;

/** Prompts of a call in the order in which it comes to them, further ones of its flow at the end. */
export function listPrompts(call: CallScript): [name: string, prompt: CallScript['menu']][] {
  const known: readonly string[] = usualPrompts;
  const others = Object.entries(call).filter(([name]) => !known.includes(name));
  return [
    ...usualPrompts.map((name) => [name, call[name]] as [string, CallScript['menu']]),
    ...others,
  ];
}

export type ScriptUse = 'radio' | 'prompt' | 'film';

/** One thing that a person records: its take is checked, mastered and played by this name. */
export interface RecordingScript {
  /** Names the file `radio/takes/<id>.wav` too. */
  id: string;
  use: ScriptUse;
  title: Bilingual;
  language: SpotLanguage | 'en';
  /** Whole seconds on air; null where the take is as long as it is. */
  seconds: number | null;
  /** Text to be spoken; null where it is written elsewhere. */
  text: string | null;
  /** Not to be recorded before a native speaker has checked it. */
  proposal: boolean;
  loudness: Loudness;
}

/** Id of a call prompt's script: `prompt-hi-link-sent`. */
export function promptId(language: MessageLanguage, name: string): string {
  return `prompt-${language}-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/**
 * All that is recorded for a campaign: the voice of its film, its spots, and each prompt of the call in both languages.
 * @param code the radio's own short code, which the spots say
 */
export function recordingScripts(
  { radio, messages, links }: Pick<Campaign, 'radio' | 'messages' | 'links'>,
  code: string,
): RecordingScript[] {
  const loudness = radio?.loudness ?? usualLoudness;
  const spots = (radio?.spots ?? []).map(
    (spot): RecordingScript => ({
      id: spot.id,
      use: 'radio',
      title: spot.title,
      language: spot.language,
      seconds: spot.seconds,
      text:
        radio === undefined ? null : spotText(spot, radio, { code, missedCall: links.missedCall }),
      proposal: spot.proposal,
      loudness: loudness.radio,
    }),
  );
  const prompts = messageLanguages.flatMap((language) =>
    listPrompts(messages.call[language]).map(
      ([name, { text }]): RecordingScript => ({
        id: promptId(language, name),
        use: 'prompt',
        title: promptTitle(name),
        language,
        seconds: null,
        text,
        proposal: false,
        loudness: loudness.prompt,
      }),
    ),
  );
  const film: RecordingScript = {
    id: 'film',
    use: 'film',
    title: { hi: 'फ़िल्म की आवाज़', en: 'Voice of the film' },
    language: 'hi',
    seconds: null,
    text: null,
    proposal: false,
    loudness: loudness.film,
  };
  return [...spots, ...prompts, film];
}

/** Name of a script's files: a spot's by its seconds and code, others by their id. */
export function scriptFileName(
  script: string,
  { app, radio }: Pick<Campaign, 'app' | 'radio'>,
  code: string,
): string {
  const spot = radio?.spots.find(({ id }) => id === script);
  return spot === undefined ? script : spotFileName(app.name, spot, code);
}

/** Where a script's guide track lies in the print folder; the name tells a chance reader what it is. */
export function guidePath(fileName: string): string {
  return `radio/guides/${fileName}_GUIDE_NOT-FOR-AIR.wav`;
}
