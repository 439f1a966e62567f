import { pairs } from './pairs.ts';

/** Words for what is noted of a number's consent: for its owner, and for officers. */
export const consentWords = pairs({
  title: ['इस नंबर के बारे में क्या दर्ज है', 'What is noted of this number'],
  none: ['कोई सहमति या रोक दर्ज नहीं है।', 'No consent and no stop is noted.'],
  kinds: {
    stop: ['संदेश बंद करने को कहा', 'Said stop'],
    'stop-ended': ['रोक हटाई गई', 'Stop ended'],
    consent: ['सहमति', 'Consent'],
  },
  channels: {
    call: ['कॉल में 9 दबाकर', 'pressed 9 in a call'],
    sms: ['SMS से', 'by SMS'],
    link: ['संदेश के लिंक से', 'by the link in a message'],
    'missed-call': ['मिस्ड कॉल से', 'by a missed call'],
    whatsapp: ['WhatsApp से', 'by WhatsApp'],
    provider: ['सेवा प्रदाता से', 'through the provider'],
    officer: ['कार्यालय से', 'by an office'],
    list: ['सूची के साथ, WhatsApp के लिए', 'with a list, for WhatsApp'],
    dca: ['डीएलटी पोर्टल की सहमति से', 'by consent on the DLT portal'],
  },
});
