import type { BlastWords } from '../../../i18n/blast-words.ts';
import type { Channel } from '../phone/phone-answers.ts';

/** Names of the figures: messages are sent and arrive, calls are made and answered. */
export function figureWords(words: BlastWords, channel: Channel): BlastWords['figures'] {
  return channel === 'ivr' ? { ...words.figures, ...words.callFigures } : words.figures;
}
