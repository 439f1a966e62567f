import type { Bilingual } from '../../campaigns/bilingual.ts';
import type { Campaign } from '../../campaigns/campaign.ts';
import type { KeptData } from '../../campaigns/privacy/kept-data.ts';

export interface Section {
  title: Bilingual;
  paragraphs: readonly Bilingual[];
  /** A page that says more. */
  link?: { path: string; label: Bilingual };
}

/** A section; `kept` is the list of what is kept about people, which is below its paragraphs. */
export type ProseSection = Section & { kept?: readonly KeptData[] };

/** The page about the site: who is behind it, where its data comes from, what it keeps about people. */
export function aboutSections({ app: names, copy, ...campaign }: Campaign): Section[] {
  const { areas, directionPapers, directionsNote } = campaign;
  const [app, { owner }] = [names.name, copy];
  return [
    {
      title: { hi: 'यह साइट किसलिए है', en: 'What this site is for' },
      paragraphs: [
        {
          hi: `नागरिक यहाँ से ${app} ऐप पाते हैं। जनपदों के जनसंपर्क अधिकारी अपने थानों के बोर्ड और पम्पलेट की छपाई-फ़ाइलें लेते हैं। मुख्यालय देखता है कि अभियान लक्ष्य से कितना दूर है।`,
          en: `Citizens get the ${app} app here. Public relations officers of the districts take the print files of their stations’ boards and pamphlets. Headquarters sees how far the campaign is from its goal.`,
        },
      ],
    },
    {
      title: { hi: 'स्वामित्व', en: 'Ownership' },
      paragraphs: [
        {
          hi: `सामग्री का स्वामी: ${owner.hi}। सामग्री में सुधार के लिए अपने जनपद के जनसंपर्क अधिकारी के माध्यम से लिखें।`,
          en: `The content belongs to ${owner.en}. For a correction write through the public relations officer of your district.`,
        },
        {
          hi: 'ऊपर दिखाई गई ढाल राजकीय प्रतीक नहीं है। वह केवल जगह दिखाती है, जहाँ स्वामी अपना अधिकृत प्रतीक लगाएगा।',
          en: 'The shield at the top is not the official emblem. It marks the place where the owner puts its authorised one.',
        },
      ],
    },
    {
      title: { hi: 'आँकड़े कहाँ से आए', en: 'Where the data comes from' },
      paragraphs: [
        directionPapers === undefined
          ? directionsNote
          : {
              hi: `निर्देश और लक्ष्य इनसे लिए गए हैं: ${directionPapers.minutes.hi}; ${directionPapers.letter.hi}।`,
              en: `Directions and goal are taken from: ${directionPapers.minutes.en}; ${directionPapers.letter.en}.`,
            },
        {
          hi: 'थानों की सूची सार्वजनिक सूचियों से संकलित है। कोई भी नाम तब तक आधिकारिक न माना जाए, जब तक जनपद उसे पुष्ट न कर दे। संदेह वाले नामों पर ‘जाँचें’ लिखा है।',
          en: 'The list of stations was compiled from public lists. No name is official until its district has confirmed it. Doubtful ones are marked “To check”.',
        },
        ...(areas.listNote === undefined ? [] : [areas.listNote]),
      ],
    },
    {
      title: { hi: 'आपकी निजता', en: 'Your privacy' },
      paragraphs: [
        {
          hi: 'इन पन्नों पर न विज्ञापन है, न किसी बाहरी सेवा का कोई कोड। पन्ने आपसे कोई निजी जानकारी नहीं माँगते।',
          en: 'These pages carry no advertising and no code of any outside service. They ask you for no personal data.',
        },
        {
          hi: 'बोर्ड का कोड स्कैन करने पर केवल इतनी गिनती होती है कि कितने लोग किस थाने के बोर्ड से आए। एक ही व्यक्ति दो बार न गिना जाए, इसके लिए फ़ोन में एक दिन की कुकी (scan) रखी जाती है। बिना कुकी के आपका नेटवर्क ऐसे रूप में गिना जाता है, जिससे वह पढ़ा नहीं जाता। आपका पता (IP) दर्ज नहीं होता, और जिस कुंजी से यह सब बनता है वह हर दिन नष्ट कर दी जाती है।',
          en: 'When you scan the code of a board, it is only counted how many people came from which station’s board. So that nobody is counted twice, a cookie (scan) stays on the phone for a day. Without it your network is counted, as a keyed hash. Your address is not stored, and the key that both are made with is destroyed every day.',
        },
      ],
      link: {
        path: '/privacy/',
        label: { hi: 'क्या कितने दिन रखा जाता है', en: 'What is kept how long' },
      },
    },
  ];
}

/** The accessibility statement: what was done, and what is known to be missing. */
export function accessibilitySections(): Section[] {
  return [
    {
      title: { hi: 'हमारा मानक', en: 'Our standard' },
      paragraphs: [
        {
          hi: 'साइट WCAG 2.1 के स्तर AA के अनुसार बनाई गई है, जो भारत सरकार के वेबसाइट दिशानिर्देश (GIGW 3.0) में सुगम्यता का मानक है; स्पर्श के लक्ष्यों में WCAG 2.2 का भी ध्यान रखा गया है।',
          en: 'The site was made to WCAG 2.1 level AA, which the Guidelines for Indian Government Websites (GIGW 3.0) ask for in accessibility, and to WCAG 2.2 in the size of touch targets.',
        },
      ],
    },
    {
      title: { hi: 'क्या-क्या किया गया है', en: 'What has been done' },
      paragraphs: [
        {
          hi: 'हर काम केवल की-बोर्ड से हो सकता है। पन्ने 320 पिक्सेल की स्क्रीन और 200 प्रतिशत बड़े अक्षरों पर भी पढ़े जा सकते हैं। गति कम रखने की आपकी पसंद मानी जाती है।',
          en: 'Every task can be done by keyboard alone. Pages read well on a screen 320 pixels wide and with text at 200 per cent. Your wish for reduced motion is kept.',
        },
        {
          hi: 'खोज और कई फ़ाइलें एक साथ लेने को छोड़कर सब कुछ JavaScript के बिना भी चलता है। नक्शे के हर जनपद की कड़ी उसी पन्ने की सूची में भी है, और हर चार्ट की तालिका उसके साथ है।',
          en: 'All but search and taking several files at once works without JavaScript. Every district of the map also stands in the list on the same page, and every chart has its table beside it.',
        },
      ],
    },
    {
      title: { hi: 'जो अभी नहीं है', en: 'What is missing' },
      paragraphs: [
        {
          hi: 'छपाई की PDF फ़ाइलें प्रेस के लिए हैं; उनमें अक्षर रेखाचित्र के रूप में हैं और स्क्रीन रीडर उन्हें नहीं पढ़ सकते। उनकी सारी जानकारी इन पन्नों पर पाठ के रूप में है।',
          en: 'The print PDFs are made for the press: their letters are outlines that a screen reader cannot read. All they say stands on these pages as text.',
        },
        {
          hi: 'गहरे रंग की पृष्ठभूमि (डार्क मोड) नहीं है, ताकि बोर्ड और पम्पलेट के रंग स्क्रीन पर वैसे ही दिखें जैसे छपेंगे।',
          en: 'There is no dark mode, so that boards and pamphlets look on the screen as they will in print.',
        },
      ],
    },
    {
      title: { hi: 'कठिनाई हो तो', en: 'If something does not work' },
      paragraphs: [
        {
          hi: 'पन्ने का पता और कठिनाई लिखकर अपने जनपद के जनसंपर्क अधिकारी को दें। वे उसे मुख्यालय को भेजेंगे।',
          en: 'Write down the address of the page and the difficulty for the public relations officer of your district, who passes it on to headquarters.',
        },
      ],
    },
  ];
}
