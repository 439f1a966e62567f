import type { CodeUse } from '../../../../../campaigns/links/code-shares.ts';
import type { Pair } from '../../../../../campaigns/words/pairs.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';

export const codeWordsIn = inEachLanguage({
  lead: [
    'लघु कोडों में हर कार्यालय का अपना हिस्सा है; एक कार्यालय सबके कोड नहीं ले सकता। थाने का कोड जोड़ते ही लगता है; प्रसारण का कोड स्वीकृति पर, फ़ोन पर जाँचते समय या सेवा प्रदाता का पैक लेते। भेजने से पहले रोके गए प्रसारण का कोड लौट आता है; छपा या भेजा गया कोड कभी नहीं लौटता।',
    'Each office has a share of the short codes, so that no office can take everybody’s. A station has its code as soon as it is added; a blast when it is approved, tried on a phone or packed for an operator. The code of a blast that is stopped before anything was sent comes back; one that was printed or sent never does.',
  ],
  ask: ['हिस्सा 80 % से ऊपर हो तो मुख्यालय से बढ़ाने को कहें।', 'Above 80 % ask HQ to raise the share.'],
  office: ['कार्यालय', 'Office'],
  state: ['राज्य मुख्यालय', 'State headquarters'],
  uses: {
    station: ['जोड़े गए थाने', 'Added stations'],
    sms: ['SMS प्रसारण', 'SMS blasts'],
    ivr: ['कॉल प्रसारण', 'Call blasts'],
  } satisfies Record<CodeUse, Pair>,
  usedOf: (used: string, share: string) => [`${used} / ${share}`, `${used} / ${share}`],
  low: ['80 % से ऊपर', 'above 80 %'],
  none: ['अभी किसी कार्यालय ने कोई कोड नहीं लिया है।', 'No office has taken a code yet.'],
  setTitle: ['हिस्सा बदलें', 'Change a share'],
  use: ['किसके लिए', 'What for'],
  share: ['नया हिस्सा', 'New share'],
  bounds: (used: string, share: string, least: string, most: string) => [
    `अभी ${share}, जिनमें से ${used} लिए जा चुके हैं। ${least} से ${most} तक।`,
    `Now ${share}, of which ${used} are taken. From ${least} to ${most}.`,
  ],
  reason: ['कारण', 'Reason'],
  set: ['हिस्सा तय करें', 'Set the share'],
  done: (office: string, use: string, share: string) => [
    `${office}, ${use}: अब ${share}`,
    `${office}, ${use}: now ${share}`,
  ],
});
