import twilio from 'twilio';
import type { CallScript, MessageLanguage } from '../../../campaigns/messages/messages.ts';
import type { PromptName } from '../../../campaigns/radio/script.ts';

const { VoiceResponse } = twilio.twiml;
type Response = InstanceType<typeof VoiceResponse>;
/** Something that speaks: the response itself, or a gather inside of it. */
type Speaker = Pick<Response, 'say' | 'play'>;

/** The menu in both languages and where it is reached. */
export interface MenuContext {
  scripts: Readonly<Record<MessageLanguage, CallScript>>;
  /** URL of a take that says a prompt; without one its file is played, or its text spoken. */
  takeUrl: (language: MessageLanguage, prompt: PromptName) => string | undefined;
  /** URL of a recording that the script names. */
  audioUrl: (file: string) => string;
  /** URL that takes the pressed key; `round` counts how often the menu was heard. */
  keyUrl: (language: MessageLanguage, round: number) => string;
}

/** The action that a key asks for, besides what is said. */
export type KeyEffect = 'send-link' | 'opt-out' | null;

/** The menu is heard so often at most. */
const rounds = 3;
export const keyWaitSeconds = 7;
/** Keys as the spoken scripts name them. */
export const menuKeys = { link: '1', again: '2', english: '3', neverAgain: '9' } as const;

const voices = {
  hi: { language: 'hi-IN', voice: 'Polly.Aditi' },
  en: { language: 'en-IN', voice: 'Polly.Aditi' },
} as const;

/** Greeting and menu; without a key the call ends with the help line. */
export function greet(context: MenuContext, language: MessageLanguage, round = 1): string {
  const response = new VoiceResponse();
  addMenu(response, context, { language, round, greeting: true });
  return response.toString();
}

/** For an answering machine, which presses nothing. */
export function leaveMessage(context: MenuContext, language: MessageLanguage): string {
  const response = new VoiceResponse();
  speak(response, context, { language, prompt: 'voicemail' });
  response.hangup();
  return response.toString();
}

/** Says what a key asks for, and does it. */
export function answerKey(
  context: MenuContext,
  key: string,
  place: { language: MessageLanguage; round: number },
): { twiml: string; effect: KeyEffect } {
  const { language, round } = place;
  const response = new VoiceResponse();
  const end = (prompt: PromptName, effect: KeyEffect) => {
    speak(response, context, { language, prompt });
    if (effect === 'send-link') speak(response, context, { language, prompt: 'goodbye' });
    response.hangup();
    return { twiml: response.toString(), effect };
  };
  if (key === menuKeys.link) return end('linkSent', 'send-link');
  if (key === menuKeys.neverAgain) return end('neverAgain', 'opt-out');
  if (round >= rounds) return end('goodbye', null);
  if (key === menuKeys.english) {
    addMenu(response, context, { language: 'en', round: round + 1, greeting: true });
  } else {
    if (key !== menuKeys.again) speak(response, context, { language, prompt: 'wrongKey' });
    addMenu(response, context, { language, round: round + 1, greeting: key === menuKeys.again });
  }
  return { twiml: response.toString(), effect: null };
}

/** Ends a call whose wish is not granted. */
export function sayGoodbye(context: MenuContext, language: MessageLanguage): string {
  const response = new VoiceResponse();
  speak(response, context, { language, prompt: 'goodbye' });
  response.hangup();
  return response.toString();
}

/** Refuses a missed call, so that the caller pays nothing. */
export function rejectCall(): string {
  const response = new VoiceResponse();
  response.reject({ reason: 'busy' });
  return response.toString();
}

function addMenu(
  response: Response,
  context: MenuContext,
  options: { language: MessageLanguage; round: number; greeting: boolean },
): void {
  const { language, round, greeting } = options;
  const gather = response.gather({
    input: ['dtmf'],
    numDigits: 1,
    timeout: keyWaitSeconds,
    action: context.keyUrl(language, round),
    method: 'POST',
  });
  if (greeting) speak(gather, context, { language, prompt: 'greeting' });
  speak(gather, context, { language, prompt: 'menu' });
  speak(response, context, { language, prompt: 'goodbye' });
  response.hangup();
}

function speak(
  speaker: Speaker,
  context: MenuContext,
  { language, prompt }: { language: MessageLanguage; prompt: PromptName },
): void {
  const { audio, text } = context.scripts[language][prompt];
  const url =
    context.takeUrl(language, prompt) ?? (audio === null ? undefined : context.audioUrl(audio));
  if (url === undefined) speaker.say(voices[language], text);
  else speaker.play(url);
}
