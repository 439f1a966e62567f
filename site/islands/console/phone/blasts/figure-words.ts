import type { MessageChannel } from '../../../../../messaging/contract/values.ts';
import type { BlastWords } from './blast-words.ts';

/** Names of the figures: messages are sent and arrive, calls are made and answered. */
export function figureWords(words: BlastWords, channel: MessageChannel): BlastWords['figures'] {
  return channel === 'ivr' ? { ...words.figures, ...words.callFigures } : words.figures;
}
