import type { Bilingual } from '../bilingual.ts';
import type { OptOutWays } from '../messages/opt-out-ways.ts';

/** How a recipient says stop: one sentence for each way that works, the key of a call last. */
export function listOptOutWays({ link, sms, missedCall }: OptOutWays): Bilingual[] {
  return [
    ...(link
      ? [
          {
            hi: 'SMS में बंद करने का लिंक हो तो उसे खोलें और “हाँ, बंद करें” दबाएँ।',
            en: 'Where an SMS has a link to stop, open it and press “Yes, stop them”.',
          },
        ]
      : []),
    ...(sms === null
      ? []
      : [
          {
            hi: `${sms.word} लिखकर ${sms.number} पर SMS भेजें।`,
            en: `Send ${sms.word} by SMS to ${sms.number}.`,
          },
        ]),
    ...(missedCall === null
      ? []
      : [{ hi: `${missedCall} पर मिस्ड कॉल दें।`, en: `Give a missed call to ${missedCall}.` }]),
    { hi: 'कॉल में 9 दबाएँ।', en: 'Press 9 in a call.' },
  ];
}
