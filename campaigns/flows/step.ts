import type { MessageLanguage } from '../messages/message-language.ts';
import type { Choice, Flow } from './flow.ts';

/** Where a conversation waits for an answer. */
export interface Place {
  node: string;
  language: MessageLanguage;
  /** How often somebody was asked, this time included. */
  round: number;
}

/** To be done by the code that runs the flow. */
export type FlowAction =
  | { do: 'link' | 'opt-out' }
  | { do: 'station'; text: string }
  | { do: 'transfer'; number: string };

export interface Step {
  /** Names of what is said, in their order. */
  say: string[];
  /** The same where the action could not be done. */
  refused: string[];
  language: MessageLanguage;
  action: FlowAction | null;
  /** Where the answer is awaited; null ends the conversation. */
  place: Place | null;
}

/** First step of a conversation. */
export function beginFlow(flow: Flow, language: MessageLanguage): Step {
  return follow(flow, { node: flow.start, language, round: 0 }, { say: [], refused: [] });
}

/** Step for an answering machine, which presses nothing. */
export function leaveVoicemail(flow: Flow, language: MessageLanguage): Step {
  const say = flow.machine ?? [];
  return { say, refused: say, language, action: null, place: null };
}

/** @param input key or text; what is no key of the node is its text, or wrong */
export function takeStep(flow: Flow, place: Place, input: string): Step {
  const node = findNode(flow, place.node);
  const key = toKey(input);
  const choice = node.keys[key] ?? (key === '' ? undefined : node.text);
  if (choice === undefined) return askAgain(flow, place);
  const { language = place.language, go } = choice;
  const step =
    go === undefined
      ? end(choice, language)
      : follow(flow, { node: go, language, round: place.round }, choice);
  return { ...step, action: toAction(choice, input.trim()) };
}

/** The step as it goes on when its action could not be done. */
export function refuseStep(step: Step): Step {
  return { ...step, say: step.refused, action: null };
}

function askAgain(flow: Flow, { node, language, round }: Place): Step {
  if (round >= flow.rounds) return end({ say: flow.end, refused: flow.end }, language);
  const say = [...flow.wrong, ...findNode(flow, node).ask];
  return { say, refused: say, language, action: null, place: { node, language, round: round + 1 } };
}

/** Goes to the next node, unless everything was asked often enough. */
function follow(
  flow: Flow,
  { node, language, round }: Place,
  before: Pick<Choice, 'say' | 'refused'>,
): Step {
  const isOver = round >= flow.rounds;
  const { say, ask } = findNode(flow, node);
  const next = isOver ? flow.end : [...say, ...ask];
  return {
    say: [...before.say, ...next],
    refused: [...before.refused, ...next],
    language,
    action: null,
    place: isOver ? null : { node, language, round: round + 1 },
  };
}

function end({ say, refused }: Pick<Choice, 'say' | 'refused'>, language: MessageLanguage): Step {
  return { say, refused, language, action: null, place: null };
}

function toAction(choice: Choice, text: string): FlowAction | null {
  if (choice.transfer !== undefined) return { do: 'transfer', number: choice.transfer };
  if (choice.do === undefined) return null;
  return choice.do === 'station' ? { do: 'station', text } : { do: choice.do };
}

/** Digits may be typed in Hindi: १. */
function toKey(input: string): string {
  return input.trim().replace(/^[०-९]$/, (digit) => String(digit.charCodeAt(0) - 0x966));
}

function findNode(flow: Flow, name: string): Flow['nodes'][string] {
  const node = flow.nodes[name];
  if (node === undefined) throw new Error(`Expected a node of the flow, got "${name}"`);
  return node;
}
