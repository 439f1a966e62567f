import type { BlastWords } from './blast-words.ts';

/** Words of the console's broadcasts in English. */
export const blastEn: BlastWords = {
  emulator: 'Training: messages go to the emulator and reach nobody’s phone.',
  none: 'There is no broadcast yet.',
  noLists: 'There is no list yet.',
};
