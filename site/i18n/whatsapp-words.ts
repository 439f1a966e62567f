import { inEachLanguage } from './own-language.ts';

const hi = {
  states: {
    approved: 'WhatsApp से स्वीकृत',
    pending: 'WhatsApp में विचाराधीन',
    rejected: 'WhatsApp ने अस्वीकार किया',
    paused: 'WhatsApp ने रोका',
    disabled: 'WhatsApp ने बंद किया',
    missing: 'WhatsApp पर नहीं मिला',
    unknown: 'स्वीकृति ज्ञात नहीं',
  },
  fallback: 'जिनके पास WhatsApp नहीं, उन्हें SMS',
  fallbackHint:
    'WhatsApp पूरा होने के 15 मिनट बाद एक ही बार, केवल उन्हें जिनके नंबर पर WhatsApp नहीं है। इसी प्रसारण के साथ स्वीकृत होता है।',
  noFallback: 'SMS न भेजें',
  price: 'प्रति संदेश दर',
  template: 'टेंपलेट',
  stop: 'बंद करता है',
  noPicture: 'चित्र अभी बना नहीं',
  stationCards: {
    use: 'ऊपर का चित्र: हर प्राप्तकर्ता के थाने का कार्ड',
    useHint:
      'जिसका थाना सूची में नहीं है, या जिसके थाने का कार्ड अभी बना नहीं, उसे टेंपलेट का चित्र जाता है। कितने हैं, प्रारूप बताता है।',
  },
  read: 'पढ़े गए',
  opened: 'लिंक खोलने वाले',
  blocked: 'ब्लॉक करने वाले',
  quality: 'नंबर की गुणवत्ता',
  qualities: { green: 'हरी', yellow: 'पीली', red: 'लाल', unknown: 'ज्ञात नहीं' },
  limit: '24 घंटे की सीमा',
  people: (count: string) => `${count} लोग`,
  noLimit: 'कोई नहीं',
  templates: 'टेंपलेट',
  prices: (marketing: string, utility: string) => `प्रचार ${marketing}, सूचना ${utility} प्रति संदेश`,
  optIn: {
    title: 'WhatsApp की सहमति',
    lead: 'WhatsApp केवल उन्हें जाता है जिन्होंने इसकी सहमति दी। यहाँ लिखें कि इस सूची के लोगों से कहाँ और कब पूछा गया।',
    source: 'कहाँ और कैसे पूछा गया',
    day: 'किस दिन',
    record: 'सबकी सहमति दर्ज करें',
    recorded: (count: string) => `${count} नंबरों की सहमति दर्ज हुई।`,
    given: (day: string, source: string) => `WhatsApp की सहमति ${day} से (${source})।`,
    none: 'WhatsApp की सहमति नहीं दी।',
  },
};

const en: typeof hi = {
  states: {
    approved: 'approved by WhatsApp',
    pending: 'waiting at WhatsApp',
    rejected: 'rejected by WhatsApp',
    paused: 'paused by WhatsApp',
    disabled: 'disabled by WhatsApp',
    missing: 'not known to WhatsApp',
    unknown: 'approval not known',
  },
  fallback: 'SMS for those without WhatsApp',
  fallbackHint:
    'Goes once, 15 minutes after the WhatsApp blast has ended, to those alone whose number has no WhatsApp. It is approved with this blast.',
  noFallback: 'Send no SMS',
  price: 'Price of a message',
  template: 'Template',
  stop: 'ends the messages',
  noPicture: 'The picture is not made yet',
  stationCards: {
    use: 'Picture at the head: the card of each recipient’s station',
    useHint:
      'Whose station the list does not say, or whose station’s card is not made yet, gets the picture of the template. The draft says how many.',
  },
  read: 'Read',
  opened: 'Opened the link',
  blocked: 'Blocked us',
  quality: 'Quality of the number',
  qualities: { green: 'green', yellow: 'yellow', red: 'red', unknown: 'not known' },
  limit: 'Limit in 24 hours',
  people: (count) => `${count} people`,
  noLimit: 'none',
  templates: 'Templates',
  prices: (marketing, utility) => `marketing ${marketing}, utility ${utility} a message`,
  optIn: {
    title: 'Consent to WhatsApp',
    lead: 'WhatsApp goes to those alone who have agreed to it. Say where and when the people on this list were asked.',
    source: 'Where they were asked, and how',
    day: 'On which day',
    record: 'Note the consent of all',
    recorded: (count) => `The consent of ${count} numbers is noted.`,
    given: (day, source) => `Has agreed to WhatsApp since ${day} (${source}).`,
    none: 'Has not agreed to WhatsApp.',
  },
};

export const whatsappWordsIn = inEachLanguage<typeof hi>({ hi, en });
