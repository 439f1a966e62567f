import type { Bilingual } from '../bilingual.ts';
import { formatDay } from '../numbers.ts';
import { listFirst } from './list-first.ts';

/** Problems that keep the draft of a blast from being submitted, and warnings about it. */
export const blastProblemWords = {
  'list-not-ready': { hi: 'सूची अभी तैयार नहीं है', en: 'The list is not ready' },
  'excluding-list': {
    hi: 'यह छोड़े जाने वाले नंबरों की सूची है; इस पर कुछ नहीं भेजा जाता',
    en: 'This list is one of numbers to leave out; nothing is sent to it',
  },
  'no-explicit-consent': {
    hi: 'स्पष्ट सहमति वाला संदेश केवल स्पष्ट सहमति वाली सूची पर भेजा जा सकता है',
    en: 'A text by explicit consent goes to a list with explicit consent only',
  },
  'retention-over': {
    hi: 'सूची रखने की अवधि समाप्त हो चुकी है',
    en: "The list's retention is over",
  },
  'outside-legal-hours': {
    hi: 'चुना गया समय इस श्रेणी के अनुमन्य समय में नहीं है',
    en: 'The chosen hours lie outside those allowed for this category',
  },
  'not-registered': {
    hi: 'टेंपलेट डीएलटी पोर्टल पर पंजीकृत नहीं हैं',
    en: 'The templates are not registered on the DLT portal',
  },
  'no-consent-id': {
    hi: 'सूची में सहमति टेंपलेट की आईडी नहीं है; उसके बिना पोर्टल पर प्रचार का संदेश रुकता है',
    en: 'The list has no consent template id; without it the portal stops promotion',
  },
  'text-not-tested': {
    hi: 'टेंपलेट नया है: पहले अपने नंबर पर परीक्षण भेजें',
    en: 'The template is new: send a test to your own number first',
  },
  'faulty-text': { hi: 'पाठ में त्रुटि है', en: 'The text has faults' },
  'gateway-no-promotion': {
    hi: 'यह गेटवे प्रचार श्रेणी के संदेश नहीं ले जाता; दूसरा गेटवे चुनें',
    en: 'This gateway carries no promotional texts; choose another one',
  },
  'caller-foreign': {
    hi: 'इस गेटवे की कॉल विदेशी नंबर से जाती है; कॉल केवल भारतीय नंबर से हों',
    en: 'Calls of this gateway come from a foreign number; they have to come from an Indian one',
  },
  'caller-not-1600': {
    hi: 'सरकारी और सेवा कॉल केवल 1600 से शुरू होने वाले नंबर से हो सकती हैं; गेटवे का नंबर ऐसा नहीं है',
    en: 'Government and service calls come from numbers that begin with 1600; that of the gateway does not',
  },
  'caller-not-140': {
    hi: 'प्रचार की कॉल केवल 140 से शुरू होने वाले नंबर से हो सकती हैं; गेटवे का नंबर ऐसा नहीं है',
    en: 'Promotional calls come from numbers that begin with 140; that of the gateway does not',
  },
  'template-not-approved': {
    hi: 'WhatsApp ने टेंपलेट अभी स्वीकृत नहीं किया है',
    en: 'WhatsApp has not approved the template',
  },
  'no-unlike-reason': {
    hi: 'पाठ पहचाने हुए सूचना-संदेशों जैसा नहीं है: “पाठ” में लिखें कि यह क्यों भेजा जा रहा है',
    en: 'The text is unlike known notices: write under “Text” why it is sent',
  },
  'wishes-night': {
    hi: 'चुने गए समय में रात भी है; 8 से 21 बजे के बाहर यह तभी जाएगा, जब स्वीकृति देने वाला अधिकारी कारण लिखे',
    en: 'The chosen hours are at night too; outside 8 to 21 it goes only where the approver writes a reason',
  },
  'template-category-differs': {
    hi: 'WhatsApp पर टेंपलेट की श्रेणी दूसरी है: वहाँ प्रचार हो तो यहाँ भी प्रचार लिखें; दर और समय उसी से तय होते हैं',
    en: 'WhatsApp has the template in another category: what is marketing there has to be so here, as price and hours follow it',
  },
  'template-body-differs': {
    hi: 'WhatsApp पर टेंपलेट का पाठ यहाँ से भिन्न है',
    en: 'WhatsApp has another text of the template than stands here',
  },
  'template-unknown': {
    hi: 'गेटवे से टेंपलेट की स्वीकृति नहीं पूछी जा सकी; थोड़ी देर में फिर करें',
    en: 'The gateway could not be asked whether the template is approved; try again in a while',
  },
  'fallback-not-registered': {
    hi: 'बिना WhatsApp वालों के SMS का टेंपलेट डीएलटी पोर्टल पर पंजीकृत नहीं है',
    en: 'The SMS for those without WhatsApp is not registered on the DLT portal',
  },
  'no-numbers': { hi: 'भेजने के लिए कोई नंबर नहीं है', en: 'There is no number to send to' },
  'trial-too-few': {
    hi: 'तुलना का हर पाठ कम से कम दस नंबरों को जाए, ताकि लिंक से कोई पहचाना न जाए; हिस्सा बढ़ाएँ या एक ही पाठ भेजें',
    en: 'Each text of a trial goes to ten numbers at least, so that no link is a person’s; raise the share, or send one text',
  },
  'above-budget': {
    hi: 'अनुमानित व्यय निर्धारित सीमा से अधिक है: सीमा पर पहुँचते ही प्रसारण रुक जाएगा और शेष नंबरों को नहीं जाएगा',
    en: 'The estimated cost is above the ceiling: the blast will pause when it is reached, and the rest gets nothing',
  },
} as const satisfies Record<string, Bilingual>;

/** @param day the last one, `YYYY-MM-DD` */
export function endsLaterWords(day: string, perMinute: number): Bilingual {
  return {
    hi: `गेटवे एक मिनट में ${perMinute} ही लेता है: अभी स्वीकृति मिले तो प्रसारण ${formatDay(day, 'hi')} को पूरा होगा`,
    en: `The gateway takes ${perMinute} a minute: approved now, the blast would end on ${formatDay(day, 'en')}`,
  };
}

/** Number of recipients without the station that the text names. */
export function stationlessWords(without: number, recipients: number): Bilingual {
  return {
    hi: `${recipients} में से ${without} प्राप्तकर्ताओं का थाना सूची में नहीं है: उनके संदेश में थाने की जगह जनपद का नाम जाएगा, और जनपद भी न हो तो राज्य का`,
    en: `Of ${recipients} recipients the list does not say the station of ${without}: their text names the district in its place, and the state where that is not known either`,
  };
}

/** The drafter’s word to the approver, beside the question that a text unlike known notices raises. */
export function unlikeReasonWords(reason: string): Bilingual {
  return { hi: `प्रारूप लिखने वाले का कारण: ${reason}`, en: `The drafter’s reason: ${reason}` };
}

const namedAtMost = 5;

/** Names of stations that a variable of the text does not take. */
export function unfitWords(names: readonly string[]): Bilingual {
  const [hi, en] = listFirst(names, namedAtMost, '; ');
  return {
    hi: `पाठ के खाने में थाने का यह नाम नहीं समाता या उसके चिह्न नहीं चलते; वहाँ के संदेश में जनपद का नाम जाएगा: ${hi}`,
    en: `The variable is too short for these names of stations, or does not take their signs; texts there name the district: ${en}`,
  };
}

/** To whom the picture of the template goes, though each station's card was chosen. */
export function cardlessWords(withoutStation: number, stationsUnmade: number): Bilingual {
  return {
    hi: `थाने के कार्ड की जगह टेंपलेट का चित्र इन्हें जाएगा: जिनका थाना सूची में नहीं है (${withoutStation}); जिनके थाने का कार्ड अभी नहीं बना (थाने: ${stationsUnmade})। कार्ड बनने पर प्रारूप फिर सहेजें`,
    en: `In place of a station’s card the template’s own picture goes to those whose station the list does not say (${withoutStation}), and to those of stations whose card is not made yet (stations: ${stationsUnmade}). Keep the draft again once cards are made`,
  };
}

/** Follows the name of a blast that tries another one again. */
export const retryMark = '(पुनः)';
