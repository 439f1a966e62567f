import type { Bilingual } from '../../../campaigns/campaign.ts';
import type { LetterContent, LetterLanguage } from '../letter.ts';
import { frame } from './frame.ts';

export interface AlertFacts {
  sentence: Bilingual;
  /** Day and time as they are shown. */
  at: string;
  consoleUrl: string;
}

/** A new alert, to whoever can mend its cause. */
export function alertLetter(
  { sentence, at, consoleUrl }: AlertFacts,
  language: LetterLanguage,
): LetterContent {
  const hi = language === 'hi';
  return frame({
    language,
    unsubscribe: true,
    subject: hi ? 'यूपी कॉप: चेतावनी' : 'UP COP: alert',
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
