import type { Bilingual } from '../../campaigns/bilingual.ts';
import type { Campaign } from '../../campaigns/campaign.ts';
import { findOptOutWays } from '../../campaigns/messages/opt-out-ways.ts';
import { keptPairs, listKept } from '../../campaigns/privacy/kept-data.ts';
import { noticeAddress, noticePath } from '../../campaigns/privacy/notice.ts';
import { listOptOutWays } from '../../campaigns/words/opt-out-words.ts';
import { type Dictionary, inBoth, type Pairs, pairs } from '../../campaigns/words/pairs.ts';
import { wordsIn } from './dictionary.ts';
import { inEveryLanguage } from './own-words.ts';
import type { ProseSection, Section } from './prose.ts';

const written = {
  here: {
    title: ['इन पन्नों पर', 'On these pages'],
    text: [
      'न विज्ञापन है, न किसी बाहरी सेवा का कोई कोड। पन्ने आपसे कोई निजी जानकारी नहीं माँगते।',
      'There is no advertising and no code of any outside service. The pages ask you for no personal data.',
    ],
  },
  messages: {
    title: ['SMS और कॉल', 'SMS and calls'],
    text: [
      'संदेश कौन भेजता है, किस आधार पर, और उन्हें कैसे रोकें, यह सूचना में लिखा है।',
      'Who sends messages, on what basis, and how to stop them stands in the notice.',
    ],
    notice: ['SMS पाने वालों के लिए सूचना', 'Notice for recipients of SMS'],
  },
  kept: keptPairs,
  rights: {
    title: ['आपके अधिकार', 'Your rights'],
    text: [
      'आप पूछ सकते हैं कि आपका क्या रखा है, उसे सुधरवा या हटवा सकते हैं (DPDP अधिनियम 2023, धारा 11 और 12)।',
      'You may ask what is kept of you, and have it corrected or deleted (DPDP Act 2023, sections 11 and 12).',
    ],
    office: (name: string) => [`शिकायत अधिकारी: ${name}`, `Grievance contact: ${name}`],
    email: (address: string) => [`ई-मेल: ${address}`, `E-mail: ${address}`],
    phone: (number: string) => [`फ़ोन: ${number}`, `Phone: ${number}`],
    unknown: ['पुष्टि होनी है', 'to be confirmed'],
    // Data Protection Board of India; its portal is named by the Rules of 2025, and not by an address.
    board: [
      'उत्तर से संतुष्ट न हों तो आप भारत के डेटा संरक्षण बोर्ड (Data Protection Board of India) को शिकायत कर सकते हैं; पहले हमारे शिकायत अधिकारी को लिखना आवश्यक है (DPDP अधिनियम 2023, धारा 13)।',
      'If the answer does not satisfy you, you may complain to the Data Protection Board of India, after you have written to our grievance contact (DPDP Act 2023, section 13).',
    ],
  },
} satisfies Pairs;
type PrivacyWords = Dictionary<typeof written>;

export const privacyWordsIn = inEveryLanguage('privacy', written);
/** Of the pages that are for offices too, in Hindi and English. */
const hindiAndEnglish = pairs(written);

/** The grievance contact from campaign data; what nobody has confirmed says so. */
export function grievanceLines(
  { grievance }: Campaign['privacy'],
  words: Readonly<Record<keyof Bilingual, PrivacyWords>> = hindiAndEnglish,
): Bilingual[] {
  const { office, email, phone, confirmed } = grievance;
  const say = (part: 'office' | 'email' | 'phone', value: Bilingual | string | null) => {
    const line = (side: keyof Bilingual) => {
      const { rights } = words[side];
      if (value === null) return rights[part](rights.unknown);
      const known = typeof value === 'string' ? value : value[side];
      return rights[part](confirmed ? known : `${known} (${rights.unknown})`);
    };
    return { hi: line('hi'), en: line('en') };
  };
  return [say('office', office), say('email', email), say('phone', phone)];
}

/** Notice of section 5 of the DPDP Act 2023 and rule 3 of the Rules of 2025 for those who get messages and calls. */
export function noticeSections({ copy, app, links, messages, privacy }: Campaign): Section[] {
  return [
    {
      title: { hi: 'संदेश कौन भेजता है और क्यों', en: 'Who sends the messages, and why' },
      paragraphs: [
        {
          hi: `${copy.owner.hi} आपको ${app.name} ऐप और उसकी पुलिस सेवाओं की जानकारी देने के लिए SMS भेजता है या रिकॉर्ड की हुई कॉल करता है। संदेश न कोई पासवर्ड माँगता है, न OTP, न पैसा।`,
          en: `${copy.owner.en} sends SMS and recorded calls to tell you of the ${app.name} app and its police services. No message asks for a password, an OTP or money.`,
        },
      ],
    },
    {
      title: { hi: 'आपकी कौन-सी जानकारी रखी जाती है', en: 'Which data is kept' },
      paragraphs: [
        {
          hi: 'केवल मोबाइल नंबर, भाषा और जनपद, तथा यह कि कौन-सा संदेश कब पहुँचा। नाम, पता या संदेश पढ़ा गया या नहीं, यह नहीं रखा जाता। नंबर किसी और को विज्ञापन के लिए नहीं दिया जाता; उसे केवल दूरसंचार कंपनी या संदेश भेजने वाली सेवा पाती है।',
          en: 'Your mobile number, language and district, and which message arrived when. No name, no address, and not whether you read it. The number is given to nobody for advertising: only the telecom operator or the service that carries the message gets it.',
        },
      ],
    },
    {
      title: { hi: 'किस आधार पर', en: 'On what basis' },
      paragraphs: [
        {
          hi: 'हर सूची के साथ दर्ज होता है कि नंबर किस आधार पर है: आपकी सहमति, कोई पुलिस सेवा जिसके लिए आपने स्वयं नंबर दिया, या राज्य का विधिक कर्तव्य (DPDP अधिनियम 2023, धारा 6 और 7)। सहमति आप कभी भी वापस ले सकते हैं।',
          en: 'Each list says on what basis it has your number: your consent, a police service for which you gave it yourself, or a duty of the State under law (DPDP Act 2023, sections 6 and 7). You may withdraw consent at any time.',
        },
      ],
    },
    {
      title: { hi: 'संदेश कैसे रोकें', en: 'How to stop the messages' },
      paragraphs: [
        ...listOptOutWays(findOptOutWays(messages)),
        {
          hi: `उसके बाद उस नंबर पर कुछ नहीं भेजा जाता। जिस नाम से SMS आता है (जैसे ${messages.templates[0]?.header}), उसे उत्तर नहीं भेजा जा सकता।`,
          en: `Nothing is sent to that number afterwards. The name that an SMS comes from (such as ${messages.templates[0]?.header}) cannot be answered.`,
        },
      ],
    },
    {
      title: { hi: 'नंबर कैसे हटवाएँ', en: 'How to have your number deleted' },
      paragraphs: [
        {
          hi: 'नीचे के शिकायत अधिकारी को या अपने जनपद के जनसंपर्क अधिकारी को लिखें। आप यह भी पूछ सकते हैं कि आपके नंबर का क्या-क्या रखा है, और उसे सुधरवा सकते हैं। नंबर हर सूची और हर लेखे से हटा दिया जाता है; आप चाहें तो वह केवल रोक-सूची में रहता है, ताकि फिर कोई संदेश न जाए।',
          en: 'Write to the grievance contact below or to the public relations officer of your district. You may also ask what is kept of your number and have it corrected. It is deleted from every list and record; if you wish, it stays on the stop list only, so that nothing is sent to it again.',
        },
      ],
      link: {
        path: '/privacy/',
        label: { hi: 'क्या कितने दिन रखा जाता है', en: 'What is kept how long' },
      },
    },
    {
      title: { hi: 'शिकायत', en: 'Grievances' },
      paragraphs: [...grievanceLines(privacy), inBoth(written.rights.board)],
    },
    {
      title: { hi: 'इस पन्ने का पता', en: 'Address of this page' },
      paragraphs: [
        {
          hi: `संदेशों में यह ऐसे लिखा जाता है: ${noticeAddress(links.host)}`,
          en: `In messages it is written like this: ${noticeAddress(links.host)}`,
        },
      ],
    },
  ];
}

/** The privacy page, with the table of what is kept. */
export function privacySections({ privacy }: Campaign): ProseSection[] {
  const words = { hi: privacyWordsIn('hi'), en: privacyWordsIn('en') };
  const say = (pick: (words: PrivacyWords) => string): Bilingual => ({
    hi: pick(words.hi),
    en: pick(words.en),
  });
  const title = { hi: wordsIn('hi').privacy.kept, en: wordsIn('en').privacy.kept };
  return [
    { title: say(({ here }) => here.title), paragraphs: [say(({ here }) => here.text)] },
    {
      title: say(({ messages }) => messages.title),
      paragraphs: [say(({ messages }) => messages.text)],
      link: { path: noticePath, label: say(({ messages }) => messages.notice) },
    },
    { title, paragraphs: [], kept: listKept(words.hi.kept, words.en.kept) },
    {
      title: say(({ rights }) => rights.title),
      paragraphs: [
        say(({ rights }) => rights.text),
        ...grievanceLines(privacy, words),
        say(({ rights }) => rights.board),
      ],
    },
  ];
}
