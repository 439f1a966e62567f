/** Page on which letters of a topic are ended. */
export const unsubscribeWords = {
  hi: {
    unknownTitle: 'लिंक मान्य नहीं',
    unknown: 'यह लिंक मान्य नहीं है',
    askTitle: 'ई-मेल बंद करें',
    ask: 'इस विषय के ई-मेल आपको फिर न भेजे जाएँ?',
    stop: 'बंद करें',
    endedTitle: 'ई-मेल बंद हुए',
    ended: (topic: string) => `“${topic}” के ई-मेल अब नहीं आएँगे।`,
    switchOn: ['इन्हें विभागीय पोर्टल पर', 'अपने खाते', 'से फिर चालू किया जा सकता है।'],
  },
  en: {
    unknownTitle: 'Link not valid',
    unknown: 'This link is not valid.',
    askTitle: 'Stop e-mails',
    ask: (topic: string) => `No more e-mails on “${topic}”?`,
    stop: 'Stop',
    endedTitle: 'E-mails have ended',
    ended: (topic: string) =>
      `E-mails on “${topic}” have ended. They can be switched on again in the console, under your account.`,
  },
} as const;
