/** An alert, to whoever can mend its cause. */
export const alertLetterWords = {
  hi: {
    subject: (app: string) => `${app}: चेतावनी`,
    since: 'समय',
    closing: 'कारण दूर होते ही चेतावनी अपने-आप हट जाएगी।',
    open: 'पोर्टल खोलें',
  },
  en: {
    subject: (app: string) => `${app}: alert`,
    since: 'Since',
    closing: 'The alert closes by itself when its cause is gone.',
    open: 'Open the console',
  },
};

/** The review note of a month. */
export const monthlyWords = {
  hi: {
    subject: (app: string, month: string) => `${app}: ${month} का समीक्षा नोट`,
    attached: (month: string) =>
      `${month} का समीक्षा नोट PDF और DOCX में संलग्न है। आँकड़े वही हैं जो 5 तारीख को दर्ज थे।`,
    open: 'पोर्टल खोलें',
  },
  en: {
    subject: (app: string, month: string) => `${app}: review note of ${month}`,
    attached: (month: string) =>
      `The review note of ${month} is attached as PDF and DOCX. Its figures are those that stood on the 5th.`,
    open: 'Open the console',
  },
};
