import { pairs } from '../pairs.ts';

/** An alert, to those who can fix its cause. */
export const alertLetterWords = pairs({
  subject: (app: string) => [`${app}: चेतावनी`, `${app}: alert`],
  subjectOver: (app: string) => [`${app}: चेतावनी समाप्त`, `${app}: alert over`],
  since: ['समय', 'Since'],
  over: ['समाप्त हुई', 'Over since'],
  closing: [
    'कारण दूर होते ही चेतावनी अपने-आप हट जाएगी।',
    'The alert closes by itself when its cause is gone.',
  ],
  open: ['पोर्टल खोलें', 'Open the console'],
});

/** The review note of a month. */
export const monthlyWords = pairs({
  subject: (app: string, month: string) => [
    `${app}: ${month} का समीक्षा नोट`,
    `${app}: review note of ${month}`,
  ],
  attached: (month: string) => [
    `${month} का समीक्षा नोट PDF और DOCX में संलग्न है। आँकड़े वही हैं जो 5 तारीख को दर्ज थे।`,
    `The review note of ${month} is attached as PDF and DOCX. Its figures are those that stood on the 5th.`,
  ],
  open: ['पोर्टल खोलें', 'Open the console'],
});
