import type { Pair } from '../../campaigns/words/pairs.ts';
import type { CodeReportKind } from '../../messaging/contract/values.ts';
import { inEveryLanguage } from './own-words.ts';

/** Words of the page behind a code that tell a false sticker from the right code, and of its form. */
export const codeReportWordsIn = inEveryLanguage('codeReport', {
  host: (start: string) => [
    `असली कोड का पता ${start} से शुरू होता है। कोई दूसरा पता खुले, तो वहाँ से ऐप न लें और अपनी जानकारी न दें।`,
    `The address of a true code begins with ${start}. If another address opens, take no app from there and enter nothing.`,
  ],
  summary: [
    'कोड पर कुछ चिपका है या वह खराब है?',
    'Is something stuck over the code, or is it damaged?',
  ],
  question: ['कोड पर क्या दिखता है?', 'What do you see at the code?'],
  kinds: {
    'stuck-over': ['कोड के ऊपर दूसरा स्टिकर चिपका है', 'Another sticker is stuck over the code'],
    damaged: ['कोड फटा है या मिट गया है', 'The code is torn or worn off'],
    elsewhere: [
      'कोड ऊपर लिखे थाने पर नहीं, कहीं और लगा है',
      'The code hangs elsewhere, not at the police station named above',
    ],
  } satisfies Record<CodeReportKind, Pair>,
  privacy: [
    'आपका नाम या मोबाइल नंबर न पूछा जाता है, न रखा जाता है।',
    'You are asked for no name and no number, and none is kept.',
  ],
  website: ['इसे खाली छोड़ें', 'Leave this empty'],
  send: ['भेजें', 'Send'],
  sending: ['भेजा जा रहा है…', 'Sending…'],
  thanks: [
    'धन्यवाद। सूचना दर्ज हो गई। कई लोगों से ऐसी सूचना मिलने पर जनपद पुलिस कोड देखती है।',
    'Thank you, this is recorded. When several people report it, the police of the district look at the code.',
  ],
  missing: ['ऊपर से एक बात चुनें।', 'Choose one of these.'],
  refused: [
    'यह सूचना स्वीकार नहीं हुई। पन्ना दोबारा खोलें।',
    'This was not accepted. Open the page again.',
  ],
  gone: ['यह कोड किसी थाने का नहीं है।', 'This is not the code of a police station.'],
  tooMany: [
    'यहाँ से बहुत सूचनाएँ आ चुकी हैं। एक घंटे बाद फिर भेजें।',
    'Too many reports came from here. Send it again in an hour.',
  ],
  failed: [
    'सूचना नहीं पहुँची। नेटवर्क देखकर फिर भेजें।',
    'It did not get through. Check the network and send it again.',
  ],
});
