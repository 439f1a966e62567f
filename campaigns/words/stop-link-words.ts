import { pairs } from './pairs.ts';

/** Page on which a recipient of messages says stop. */
export const stopLinkWords = pairs({
  askTitle: ['संदेश बंद करें', 'Stop the messages'],
  ask: [
    'जिस नंबर पर यह संदेश आया, उस पर ऐसे SMS और ऐसी कॉल अब न भेजी जाएँ?',
    'Shall no more such SMS and calls go to the number that got this message?',
  ],
  stop: ['हाँ, बंद करें', 'Yes, stop them'],
  see: ['केवल देखें कि क्या दर्ज है', 'Only show what is noted'],
  endedTitle: ['संदेश बंद हुए', 'The messages have ended'],
  ended: [
    'अब उस नंबर पर न ऐसा SMS भेजा जाएगा, न ऐसी कॉल। 112 की सेवा पहले जैसी चलती रहेगी।',
    'No such SMS or call goes to that number any more. The 112 service stays as it is.',
  ],
  keptTitle: ['अनुरोध सहेज लिया गया', 'Your request is kept'],
  kept: [
    'अभी सर्वर व्यस्त है। लिंक सही है, तो कुछ देर में उस नंबर पर ऐसे SMS और ऐसी कॉल बंद हो जाएँगी; फिर से दबाने की आवश्यकता नहीं।',
    'The server is busy now. If the link is right, such SMS and calls to that number end in a while; there is no need to tap again.',
  ],
  unknownTitle: ['लिंक मान्य नहीं', 'Link not valid'],
  unknown: [
    'यह लिंक पूरा या सही नहीं है। इसे संदेश से ही खोलें।',
    'This link is not complete or not right. Open it from the message itself.',
  ],
  notice: ['ये संदेश कौन भेजता है, और आपके अधिकार', 'Who sends these messages, and your rights'],
});
