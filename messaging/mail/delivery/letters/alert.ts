import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import type { LetterContent } from '../letter.ts';
import { frame } from './frame.ts';
import type { Voice } from './voice.ts';

export interface AlertFacts {
  sentence: Bilingual;
  /** Day and time as they are shown. */
  at: string;
  consoleUrl: string;
}

/** A new alert, to whoever can mend its cause. */
export function alertLetter({ sentence, at, consoleUrl }: AlertFacts, voice: Voice): LetterContent {
  const { language, app } = voice;
  const hi = language === 'hi';
  return frame({
    voice,
    unsubscribe: true,
    subject: `${app}: ${hi ? 'चेतावनी' : 'alert'}`,
    parts: [
      { kind: 'text', text: sentence[language] },
      { kind: 'rows', rows: [[hi ? 'समय' : 'Since', at]] },
      {
        kind: 'text',
        text: hi
          ? 'कारण दूर होते ही चेतावनी अपने-आप हट जायेगी।'
          : 'The alert closes by itself when its cause is gone.',
      },
      { kind: 'button', label: hi ? 'पोर्टल खोलें' : 'Open the console', href: consoleUrl },
    ],
  });
}
