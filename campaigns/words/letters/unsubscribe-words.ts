import { pairs } from '../pairs.ts';

/** Page on which letters of a topic are ended. */
export const unsubscribeWords = pairs({
  unknownTitle: ['लिंक मान्य नहीं', 'Link not valid'],
  unknown: ['यह लिंक मान्य नहीं है', 'This link is not valid.'],
  askTitle: ['ई-मेल बंद करें', 'Stop e-mails'],
  ask: (topic: string) => ['इस विषय के ई-मेल आपको फिर न भेजे जाएँ?', `No more e-mails on “${topic}”?`],
  stop: ['बंद करें', 'Stop'],
  endedTitle: ['ई-मेल बंद हुए', 'E-mails have ended'],
  ended: (topic: string) => [
    `“${topic}” के ई-मेल अब नहीं आएँगे।`,
    `E-mails on “${topic}” have ended. They can be switched on again in the console, under your account.`,
  ],
});

/** Goes on in Hindi, with a link in its midst; English says it in `ended`. */
export const switchOnAgain = [
  'इन्हें विभागीय पोर्टल पर',
  'अपने खाते',
  'से फिर चालू किया जा सकता है।',
] as const;
