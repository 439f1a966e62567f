import twilio from 'twilio';
import type { Flow } from '../../../campaigns/flows/flow.ts';
import type { Place, Step } from '../../../campaigns/flows/step.ts';
import type { CallScript, MessageLanguage } from '../../../campaigns/messages/messages.ts';

const { VoiceResponse } = twilio.twiml;
type Response = InstanceType<typeof VoiceResponse>;
/** Something that speaks: the response itself, or a gather inside of it. */
type Speaker = Pick<Response, 'say' | 'play'>;

/** The prompts in both languages and where the call goes on. */
export interface CallContext {
  flow: Flow;
  scripts: Readonly<Record<MessageLanguage, CallScript>>;
  /** URL of a take that says a prompt; without one its file is played, or its text spoken. */
  takeUrl: (language: MessageLanguage, prompt: string) => string | undefined;
  /** URL of a recording that the script names. */
  audioUrl: (file: string) => string;
  /** URL that takes the key pressed at a place of the flow. */
  keyUrl: (place: Place) => string;
}

export const keyWaitSeconds = 7;
const ringSeconds = 30;

const voices = {
  hi: { language: 'hi-IN', voice: 'Polly.Aditi' },
  en: { language: 'en-IN', voice: 'Polly.Aditi' },
} as const;

/** A step as TwiML: what is said, and then a key is awaited, a person is called, or the call ends. */
export function writeTwiml(context: CallContext, step: Step): string {
  const { say, language, place, action } = step;
  const response = new VoiceResponse();
  if (place === null) speak(response, context, { language, say });
  else {
    const gather = response.gather({
      input: ['dtmf'],
      numDigits: 1,
      timeout: keyWaitSeconds,
      // # is a key of the flow as any other.
      finishOnKey: '',
      action: context.keyUrl(place),
      method: 'POST',
    });
    speak(gather, context, { language, say });
    speak(response, context, { language, say: context.flow.end });
  }
  if (action?.do === 'transfer') response.dial({ timeout: ringSeconds }, action.number);
  response.hangup();
  return response.toString();
}

/** Refuses a missed call, so that the caller pays nothing. */
export function rejectCall(): string {
  const response = new VoiceResponse();
  response.reject({ reason: 'busy' });
  return response.toString();
}

function speak(
  speaker: Speaker,
  context: CallContext,
  { language, say }: Pick<Step, 'language' | 'say'>,
): void {
  for (const name of say) {
    const prompt = context.scripts[language][name];
    if (prompt === undefined) throw new Error(`Expected a prompt of the call, got "${name}"`);
    const { audio, text } = prompt;
    const url =
      context.takeUrl(language, name) ?? (audio === null ? undefined : context.audioUrl(audio));
    if (url === undefined) speaker.say(voices[language], text);
    else speaker.play(url);
  }
}
