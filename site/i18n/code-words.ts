import type { CodeUse } from '../../campaigns/links/code-shares.ts';
import { inEachLanguage } from './own-language.ts';

const uses: Record<CodeUse, string> = {
  station: 'जोड़े गए थाने',
  sms: 'SMS प्रसारण',
  ivr: 'कॉल प्रसारण',
};

const hi = {
  lead: 'लघु कोडों में हर कार्यालय का अपना हिस्सा है; एक कार्यालय सबके कोड नहीं ले सकता। थाने का कोड जोड़ते ही लगता है; प्रसारण का कोड स्वीकृति पर, फ़ोन पर जाँचते समय या सेवा प्रदाता का पैक लेते। भेजने से पहले रोके गए प्रसारण का कोड लौट आता है; छपा या भेजा गया कोड कभी नहीं लौटता।',
  ask: 'हिस्सा 80 % से ऊपर हो तो मुख्यालय से बढ़ाने को कहें।',
  office: 'कार्यालय',
  state: 'राज्य मुख्यालय',
  uses,
  usedOf: (used: string, share: string) => `${used} / ${share}`,
  low: '80 % से ऊपर',
  none: 'अभी किसी कार्यालय ने कोई कोड नहीं लिया है।',
  setTitle: 'हिस्सा बदलें',
  use: 'किसके लिए',
  share: 'नया हिस्सा',
  bounds: (used: string, share: string, least: string, most: string) =>
    `अभी ${share}, जिनमें से ${used} लिए जा चुके हैं। ${least} से ${most} तक।`,
  reason: 'कारण',
  set: 'हिस्सा तय करें',
  done: (office: string, use: string, share: string) => `${office}, ${use}: अब ${share}`,
};

const en: typeof hi = {
  lead: 'Each office has a share of the short codes, so that no office can take everybody’s. A station has its code as soon as it is added; a blast when it is approved, tried on a phone or packed for an operator. The code of a blast that is stopped before anything was sent comes back; one that was printed or sent never does.',
  ask: 'Above 80 % ask HQ to raise the share.',
  office: 'Office',
  state: 'State headquarters',
  uses: { station: 'Added stations', sms: 'SMS blasts', ivr: 'Call blasts' },
  usedOf: (used, share) => `${used} / ${share}`,
  low: 'above 80 %',
  none: 'No office has taken a code yet.',
  setTitle: 'Change a share',
  use: 'What for',
  share: 'New share',
  bounds: (used, share, least, most) =>
    `Now ${share}, of which ${used} are taken. From ${least} to ${most}.`,
  reason: 'Reason',
  set: 'Set the share',
  done: (office, use, share) => `${office}, ${use}: now ${share}`,
};

export const codeWordsIn = inEachLanguage<typeof hi>({ hi, en });
