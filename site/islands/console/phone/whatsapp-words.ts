import { inEachLanguage } from '../../../i18n/own-language.ts';

export const whatsappWordsIn = inEachLanguage({
  states: {
    approved: ['WhatsApp से स्वीकृत', 'approved by WhatsApp'],
    pending: ['WhatsApp में विचाराधीन', 'waiting at WhatsApp'],
    rejected: ['WhatsApp ने अस्वीकार किया', 'rejected by WhatsApp'],
    paused: ['WhatsApp ने रोका', 'paused by WhatsApp'],
    disabled: ['WhatsApp ने बंद किया', 'disabled by WhatsApp'],
    missing: ['WhatsApp पर नहीं मिला', 'not known to WhatsApp'],
    unknown: ['स्वीकृति ज्ञात नहीं', 'approval not known'],
  },
  fallback: ['जिनके पास WhatsApp नहीं, उन्हें SMS', 'SMS for those without WhatsApp'],
  fallbackHint: [
    'WhatsApp पूरा होने के 15 मिनट बाद एक ही बार, केवल उन्हें जिनके नंबर पर WhatsApp नहीं है। इसी प्रसारण के साथ स्वीकृत होता है।',
    'Goes once, 15 minutes after the WhatsApp blast has ended, to those alone whose number has no WhatsApp. It is approved with this blast.',
  ],
  noFallback: ['SMS न भेजें', 'Send no SMS'],
  fallbackAfter: ['जिन्हें WhatsApp नहीं पहुँचा, उन्हें भी', 'Also to those whom WhatsApp did not reach'],
  fallbackAfterHint: [
    'तब SMS सबको इतने घंटे बाद ही जाता है। WhatsApp बाद में भी पहुँच सकता है; ऐसे व्यक्ति को दोनों मिलेंगे।',
    'All of the SMS then waits that long. WhatsApp may still arrive later; such a person gets both.',
  ],
  neverAfter: ['नहीं, केवल जिनके पास WhatsApp नहीं', 'No, only to those without WhatsApp'],
  fallbackTo: (hours: number) => [
    `यह SMS: जिनके पास WhatsApp नहीं, और जिन्हें WhatsApp ${hours} घंटे में नहीं पहुँचा।`,
    `This SMS: to those without WhatsApp, and to whom it did not come within ${hours} ${hours === 1 ? 'hour' : 'hours'}.`,
  ],
  afterHours: (hours: number) => [
    `${hours} घंटे में न पहुँचे तो`,
    hours === 1 ? 'If not delivered within an hour' : `If not delivered within ${hours} hours`,
  ],
  price: ['प्रति संदेश दर', 'Price of a message'],
  template: ['टेंपलेट', 'Template'],
  stop: ['बंद करता है', 'ends the messages'],
  noPicture: ['चित्र अभी बना नहीं', 'The picture is not made yet'],
  read: ['पढ़े गए', 'Read'],
  opened: ['लिंक खोलने वाले', 'Opened the link'],
  blocked: ['ब्लॉक करने वाले', 'Blocked us'],
  quality: ['नंबर की गुणवत्ता', 'Quality of the number'],
  qualities: {
    green: ['हरी', 'green'],
    yellow: ['पीली', 'yellow'],
    red: ['लाल', 'red'],
    unknown: ['ज्ञात नहीं', 'not known'],
  },
  limit: ['24 घंटे की सीमा', 'Limit in 24 hours'],
  people: (count: string) => [`${count} लोग`, `${count} people`],
  noLimit: ['कोई नहीं', 'none'],
  templates: ['टेंपलेट', 'Templates'],
  prices: (marketing: string, utility: string) => [
    `प्रचार ${marketing}, सूचना ${utility} प्रति संदेश`,
    `marketing ${marketing}, utility ${utility} a message`,
  ],
  optIn: {
    title: ['WhatsApp की सहमति', 'Consent to WhatsApp'],
    lead: [
      'WhatsApp केवल उन्हें जाता है जिन्होंने इसकी सहमति दी। यहाँ लिखें कि इस सूची के लोगों से कहाँ और कब पूछा गया।',
      'WhatsApp goes to those alone who have agreed to it. Say where and when the people on this list were asked.',
    ],
    source: ['कहाँ और कैसे पूछा गया', 'Where they were asked, and how'],
    day: ['किस दिन', 'On which day'],
    record: ['सबकी सहमति दर्ज करें', 'Note the consent of all'],
    recorded: (count: string) => [
      `${count} नंबरों की सहमति दर्ज हुई।`,
      `The consent of ${count} numbers is noted.`,
    ],
    given: (day: string, source: string) => [
      `WhatsApp की सहमति ${day} से (${source})।`,
      `Has agreed to WhatsApp since ${day} (${source}).`,
    ],
    none: ['WhatsApp की सहमति नहीं दी।', 'Has not agreed to WhatsApp.'],
  },
});
