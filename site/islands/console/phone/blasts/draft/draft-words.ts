import type { Pair } from '../../../../../../campaigns/words/pairs.ts';
import { inEachLanguage } from '../../../../../i18n/own-language.ts';

/** Words of a draft’s fields. */
export const draftWordsIn = inEachLanguage({
  text: {
    nameHint: (app: string) => [
      `केवल अधिकारियों के लिए, जैसे: ${app} का परिचय, अप्रैल`,
      `For officers only, such as: Introducing ${app}, April`,
    ],
    channel: ['कैसे पहुँचे', 'How it reaches people'],
    channelHints: {
      sms: ['पंजीकृत पाठ, ऐप के लिंक के साथ', 'A registered text with the link to the app'],
      ivr: [
        'हिंदी में रिकॉर्डेड संदेश; 1 दबाने पर लिंक SMS से',
        'A recorded message in Hindi; pressing 1 brings the link by SMS',
      ],
      whatsapp: [
        'WhatsApp से स्वीकृत टेंपलेट: चित्र, पाठ और बटन; केवल उन्हें जिन्होंने सहमति दी',
        'A template that WhatsApp approved: picture, text and buttons; only to those who have agreed',
      ],
    },
    noGateway: ['अभी कोई जुड़ा हुआ गेटवे यह नहीं कर सकता।', 'No gateway that is set up can do this.'],
    channelKept: [
      'सहेजे हुए प्रारूप का माध्यम नहीं बदलता; दूसरे माध्यम के लिए नया प्रसारण बनाएँ।',
      'A kept draft does not change between SMS, call and WhatsApp; make a new blast for another.',
    ],
    texts: {
      hi: ['हिंदी पाठ', 'Hindi text'],
      en: ['अंग्रेज़ी पाठ', 'English text'],
    },
    textHints: {
      hi: ['पंजीकृत पाठों में से चुनें', 'Choose one of the registered texts'],
      en: [
        'वैकल्पिक: सूची में जिनकी भाषा अंग्रेज़ी लिखी है, उनके लिए',
        'Optional: for those whose language in the list is English',
      ],
    },
    noText: ['कोई नहीं', 'None'],
    variable: (place: number) => [`खाली स्थान ${place} में क्या आए`, `What stands in blank ${place}`],
    variableHint: (kind: string, most: number) => [
      `${kind}, अधिकतम ${most} वर्ण`,
      `${kind}, up to ${most} characters`,
    ],
    kinds: {
      var: ['कोई भी पाठ', 'Any text'],
      numeric: ['केवल अंक', 'Digits only'],
      number: ['केवल अंक', 'Digits only'],
      alphanumeric: ['अक्षर और अंक', 'Letters and digits'],
      urlott: ['ऐप का लिंक', 'Link of the app'],
      cbn: ['फ़ोन नंबर', 'Phone number'],
      email: ['ई-मेल', 'E-mail'],
    } as Record<string, Pair>,
    price: ['एक व्यक्ति पर व्यय', 'Cost per person'],
    sampleLink: [
      'लिंक का अंतिम भाग नमूने का है; प्रसारण का अपना कोड स्वीकृति पर, या फ़ोन पर जाँचते समय, लगता है।',
      'The end of the link is a sample; the blast’s own code comes with the approval, or when the text is tried on a phone.',
    ],
  },
  test: {
    title: ['पहले अपने फ़ोन पर देखें', 'See it on your own phone first'],
    lead: {
      sms: [
        'ठीक यही संदेश अपने नंबर पर भेजकर देखें। परीक्षण का व्यय भी प्रसारण में जुड़ता है।',
        'Send exactly this message to your own number. What a test costs counts in the blast.',
      ],
      ivr: [
        'ठीक यही कॉल अपने नंबर पर मँगाकर सुनें। परीक्षण का व्यय भी प्रसारण में जुड़ता है।',
        'Have exactly this call made to your own number. What a test costs counts in the blast.',
      ],
      whatsapp: [
        'ठीक यही WhatsApp संदेश अपने नंबर पर मँगाकर देखें। परीक्षण का व्यय भी प्रसारण में जुड़ता है।',
        'Send exactly this WhatsApp message to your own number. What a test costs counts in the blast.',
      ],
    },
    byOperator: [
      'यह प्रसारण सेवा प्रदाता स्वयं भेजेगा; परीक्षण संदेश स्वीकृति के बाद उसी से मँगाएँ।',
      'A service provider sends this blast itself; have a test message sent by it once the blast is approved.',
    ],
    language: ['किस भाषा में', 'In which language'],
    number: ['आपका मोबाइल नंबर', 'Your mobile number'],
    numberHint: [
      '10 अंक। इसे एक बार SMS से आए कोड से सत्यापित करना है; परीक्षण केवल इसी पर जाते हैं',
      '10 digits. It is verified once by a code that comes by SMS; tests go to this number only',
    ],
    numberWrong: ['10 अंकों का मोबाइल नंबर लिखें', 'Write a mobile number of 10 digits'],
    sendCode: ['कोड मँगाएँ', 'Send me a code'],
    sendCodeAgain: ['नया कोड मँगाएँ', 'Send me a new code'],
    codeSent: {
      accepted: ['कोड SMS से भेजा गया है।', 'The code was sent by SMS.'],
      unknown: [
        'गेटवे का उत्तर नहीं मिला; कोड फिर भी आ सकता है। एक मिनट प्रतीक्षा करें।',
        'The gateway’s answer was lost; the code may come all the same. Wait a minute.',
      ],
    },
    trainingCode: [
      'यह प्रशिक्षण है, फ़ोन पर कुछ नहीं आएगा। आपका कोड:',
      'This is training; nothing reaches the phone. Your code:',
    ],
    code: ['SMS में आया कोड', 'Code of the SMS'],
    codeHint: ['6 अंक, 10 मिनट तक मान्य', '6 digits, valid for 10 minutes'],
    confirm: ['सत्यापित करें', 'Verify'],
    verified: ['आपका सत्यापित नंबर:', 'Your verified number:'],
    otherNumber: ['दूसरा नंबर', 'Another number'],
    forget: ['नंबर हटाएँ', 'Forget the number'],
    sendAgain: ['फिर भी भेजें', 'Send it again'],
    lost: [
      'गेटवे का उत्तर नहीं मिला। संदेश पहुँचा भी हो सकता है; फ़ोन देखें।',
      'The gateway’s answer was lost. It may have arrived; look at the phone.',
    ],
    list: ['अब तक के परीक्षण', 'Tests so far'],
    by: (name: string, moment: string) => [`${name}, ${moment}`, `${name}, ${moment}`],
    version: (revision: number, present: boolean) => [
      present ? `संस्करण ${revision} (वर्तमान)` : `संस्करण ${revision}`,
      present ? `version ${revision} (the present one)` : `version ${revision}`,
    ],
    send: {
      sms: ['परीक्षण SMS भेजें', 'Send a test SMS'],
      ivr: ['परीक्षण कॉल करें', 'Make a test call'],
      whatsapp: ['परीक्षण WhatsApp भेजें', 'Send a test WhatsApp'],
    },
    sent: [
      'गेटवे ने ले लिया। कुछ क्षण में फ़ोन पर आना चाहिए।',
      'The gateway has taken it. It should reach the phone in a moment.',
    ],
    emulated: [
      'एमुलेटर ने ले लिया। यह प्रशिक्षण है, फ़ोन पर कुछ नहीं आएगा।',
      'The emulator has taken it. This is training; nothing reaches the phone.',
    ],
    receipt: (id: string) => [`गेटवे का क्रमांक ${id}`, `The gateway’s number ${id}`],
    refused: (code: string) => [
      `गेटवे ने नहीं लिया (${code}):`,
      `The gateway did not take it (${code}):`,
    ],
  },
  schedule: {
    start: ['आरंभ', 'Start'],
    starts: {
      now: ['स्वीकृति मिलते ही', 'Upon approval'],
      later: ['किसी दिन और समय पर', 'At a day and time'],
    },
    startHints: {
      now: ['स्वीकृति के बाद, नीचे के समय के भीतर', 'After approval, within the hours below'],
      later: ['उससे पहले स्वीकृति आवश्यक है', 'It has to be approved before'],
    },
    day: ['दिनांक', 'Day'],
    time: ['समय', 'Time'],
    timeHint: ['भारतीय समय', 'Indian time'],
    hours: ['दिन में किस समय', 'Hours of the day'],
    allDay: (category: string) => [
      `${category} श्रेणी के संदेश नियमानुसार किसी भी समय जा सकते हैं। पर 8 से 21 बजे के बाहर ये तभी जाते हैं, जब स्वीकृति देने वाला अधिकारी कारण लिखे।`,
      `By the rules messages of the category ${category} may be sent at any hour. Outside 8 to 21 they go only where the approver writes a reason.`,
    ],
    legal: (what: string, from: string, to: string) => [
      `${what}: नियमानुसार केवल ${from} से ${to} बजे तक (TCCCPR 2018)। इसके बाहर कुछ नहीं जाता; शेष अगले दिन जाता है।`,
      `${what}: by the rules from ${from} to ${to} only (TCCCPR 2018). Nothing is sent outside; the rest goes the next day.`,
    ],
    from: ['से', 'From'],
    to: ['तक', 'To'],
    canaryFits: (count: string) => [`(अभी ${count})।`, `(now ${count}).`],
    estimate: (sum: string) => [`अनुमानित व्यय ${sum}।`, `The estimate is ${sum}.`],
  },
  faults: {
    template: ['कम से कम एक भाषा का पाठ चुनें', 'Choose a text in at least one language'],
    category: ['दोनों भाषाओं के पाठ एक ही श्रेणी के हों', 'Both texts have to be of one category'],
    value: ['यहाँ 1 से 30 वर्ण लिखें', 'Write 1 to 30 characters here'],
    form: ['यहाँ केवल ऊपर बताए प्रकार का पाठ लिखें', 'Write only what is said above'],
    audience: ['सूची चुनें या नई अपलोड करें', 'Choose a list or upload one'],
    districts: ['कम से कम एक जनपद चुनें', 'Choose at least one district'],
    gateway: ['गेटवे चुनें', 'Choose a gateway'],
    shares: [
      '1 से 99 तक लिखें; सब मिलाकर अधिकतम 99 प्रतिशत',
      'Write 1 to 99, at most 99 percent together',
    ],
    operators: [
      'कम से कम एक सेवा प्रदाता चुनें, हर एक केवल एक गेटवे पर',
      'Choose at least one operator, each for one gateway only',
    ],
    day: ['दिनांक और समय दें', 'Give a day and a time'],
    past: ['यह समय बीत चुका है; आगे का समय दें', 'This time has passed; give a later one'],
    hours: [
      'समाप्ति का समय आरंभ के बाद का और अनुमन्य समय के भीतर हो',
      'The end has to lie after the beginning and within the hours allowed',
    ],
    trial: ['दूसरे पाठ की तुलना पूरी भरें', 'Fill in the second text, its percent and hours'],
    skipBlasts: ['कम से कम एक प्रसारण चुनें', 'Choose one blast at least'],
    repeatStart: [
      'शृंखला के लिए पहली बारी का दिन और समय चुनें',
      'A series needs the day and time of its first round',
    ],
    repeatEnd: [
      'कितनी बार (2 से 60) या किस दिन तक, यह लिखें; पहले दिन के बाद कम से कम एक दिन हो',
      'Write how often (2 to 60) or until which day; there has to be one day after the first',
    ],
    repeatDays: ['पहले दिन के बाद कम से कम एक दिन चुनें', 'Give at least one day after the first'],
    repeatTexts: [
      'हर पाठ चुनें और पहले के 1 से 60 दिन बाद का अलग-अलग दिन लिखें',
      'Choose each text and say 1 to 60 days after the first, each on a day of its own',
    ],
  },
  together: {
    title: ['साथ के गेटवे', 'Gateways beside it'],
    hint: [
      'किसी गेटवे के अपने आप रुकने पर, जो निश्चित रूप से नहीं भेजा गया, वह दूसरे गेटवे से जाता है। जिसका पता नहीं, वह दोबारा नहीं भेजा जाता।',
      'When a gateway stops by itself, another one takes over what has surely not been sent. What is in doubt is never sent again.',
    ],
    uses: {
      none: ['नहीं', 'No'],
      share: ['कुछ प्रतिशत नंबर', 'A share of the numbers'],
      operators: ['कुछ सेवा प्रदाताओं के नंबर', 'Numbers of some operators'],
      reserve: ['केवल दूसरे के रुकने पर', 'Only when another stops'],
    },
    share: (name: string) => [`${name} से कितने प्रतिशत`, `Percent through ${name}`],
    operatorsOf: (name: string) => [
      `${name} से किन सेवा प्रदाताओं के नंबर`,
      `Operators whose numbers go through ${name}`,
    ],
    noOperators: ['नंबर-शृंखलाएँ अभी नहीं डाली गई हैं।', 'No number series are known yet.'],
    toNumbers: ['नंबरों का पृष्ठ', 'Page of numbers'],
    plan: ['योजना, गेटवे के अनुसार', 'Plan by gateway'],
    planHead: [
      ['गेटवे', 'Gateway'],
      ['नंबर', 'Numbers'],
      ['गति', 'Pace'],
      ['अंतिम संदेश', 'Last message'],
      ['व्यय', 'Cost'],
    ],
    parts: ['गेटवे के अनुसार', 'By gateway'],
    runHead: [
      ['गेटवे', 'Gateway'],
      ['भेजे गए', 'Sent'],
      ['पहुँचे', 'Delivered'],
      ['विफल', 'Failed'],
      ['अनिश्चित', 'In doubt'],
      ['शेष', 'Waiting'],
      ['व्यय', 'Cost'],
    ],
    stopped: (code: string) => [`रुक गया: ${code}`, `Stopped: ${code}`],
  },
});
