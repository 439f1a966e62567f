import type { Bilingual } from '../bilingual.ts';
import { gatewayNames } from './blast-words.ts';
import { providerCode } from './provider-codes.ts';

export const alertKinds = [
  'blast-paused',
  'gateway-down',
  'disk-nearly-full',
  'spool-refuses',
  'outcomes-parked',
  'receipts-unmatched',
  'queue-damaged',
  'break-glass',
  'secrets-tried',
  'backup-smaller',
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** Shown part of an alert; `subject` is a blast's number, a gateway, a folder, a spool or ids of accounts. */
export interface AlertText {
  kind: AlertKind;
  subject: string;
  detail: string;
}

/** Why a blast pauses by itself, where no code of a gateway says it. */
const pauses: Readonly<Record<string, Bilingual>> = {
  canary: {
    hi: 'परीक्षण-समूह में पर्याप्त संदेश नहीं पहुँचे',
    en: 'too little of the first part arrived',
  },
  'canary-unseen': {
    hi: 'परीक्षण-समूह के किसी फ़ोन पर संदेश देखकर पुष्टि करनी है',
    en: 'somebody has to see the first part on a phone and confirm it',
  },
  trial: {
    hi: 'दो पाठों में से एक शेष नंबरों के लिए चुनना है',
    en: 'one of two tried texts is to be chosen for the rest',
  },
  errors: { hi: 'बहुत अधिक संदेश विफल हुए', en: 'too many messages failed' },
  'gateway-busy': { hi: 'गेटवे काफ़ी देर से संदेश नहीं ले रहा', en: 'its gateway takes no messages' },
  budget: { hi: 'व्यय की सीमा पूरी हुई', en: 'the ceiling is reached' },
  'call-changed': {
    hi: 'कॉल की कोई रिकॉर्डिंग स्वीकृति के बाद बदली गई',
    en: 'a recording of its call was changed after the approval',
  },
  'plan-changed': {
    hi: 'योजना स्वीकृति से बड़ी या भिन्न है',
    en: 'its plan is larger or other than was approved',
  },
  missed: { hi: 'अपने दिन शुरू नहीं हो सका', en: 'it could not begin on its day' },
  restored: {
    hi: 'डेटाबेस बैकअप से लौटाया गया',
    en: 'the database was restored from a backup',
  },
};

/** Words on who ends a pause, as `whoEnds` of `messaging/contract/values.ts` says. */
const goesOn: Bilingual = {
  hi: 'गेटवे के संदेश लेते ही यह अपने-आप आगे बढ़ेगा।',
  en: 'It goes on by itself as soon as the gateway takes a message.',
};
const decided: Bilingual = {
  hi: 'मुख्यालय का स्वीकृति देने वाला दूसरा अधिकारी इसे आगे बढ़ाए या समाप्त करे।',
  en: 'An officer at headquarters who approves, other than its drafter, lets it go on or ends it.',
};

const spools: Readonly<Record<string, Bilingual>> = {
  scans: { hi: 'स्कैन', en: 'scans' },
  callbacks: { hi: 'गेटवे की रसीदें', en: 'receipts of gateways' },
  outcomes: { hi: 'गेटवे के उत्तर', en: 'answers of gateways' },
};

/** Secrets of `messaging/platform/http/attempts.ts`. */
const secrets: Readonly<Record<string, Bilingual>> = {
  password: { hi: 'पासवर्ड', en: 'passwords' },
  'second-factor': { hi: 'दूसरे चरण के कोड', en: 'codes of the second step' },
  'test-number': { hi: 'नंबर की पुष्टि के कोड', en: 'codes that prove a number' },
  passkey: { hi: 'पासकी', en: 'passkeys' },
  'provider-answer': { hi: 'विभागीय खाते के उत्तर', en: 'answers of the department’s accounts' },
  invitation: { hi: 'आमंत्रण के लिंक', en: 'invitation links' },
  'stop-link': { hi: 'संदेश बंद करने के लिंक', en: 'links that end messages' },
  'unsubscribe-link': { hi: 'पत्र बंद करने के लिंक', en: 'links that end letters' },
  'vendor-link': { hi: 'मुद्रक के लिंक', en: 'vendor links' },
  calendar: { hi: 'कैलेंडर के पते', en: 'calendar addresses' },
  'parcel-code': { hi: 'पार्सल के कोड', en: 'parcel codes' },
  'install-report': { hi: 'इंस्टॉल की सूचनाएँ', en: 'reports of installs' },
};

/** `password 8, calendar 2` in words. */
function listSecrets(detail: string, language: 'hi' | 'en'): string {
  return detail
    .split(', ')
    .map((part) => {
      const [name = '', count = ''] = part.split(' ');
      return `${secrets[name]?.[language] ?? name} ${count}`;
    })
    .join(', ');
}

/** Of a blast whose gateway takes messages again. */
export const wentOnSentence = ({ subject }: Pick<AlertText, 'subject'>): Bilingual => ({
  hi: `प्रसारण ${subject} अपने-आप फिर शुरू हुआ: गेटवे अब संदेश ले रहा है। आपकी ओर से कोई कार्रवाई अपेक्षित नहीं है।`,
  en: `Blast ${subject} went on by itself: its gateway takes messages again. There is nothing for you to do.`,
});

/** One sentence that console and webhook show. */
export function alertSentence({ kind, subject, detail }: AlertText): Bilingual {
  switch (kind) {
    case 'blast-paused': {
      const [reason = '', code = ''] = detail.split(' ');
      const why = (language: 'hi' | 'en') =>
        pauses[reason]?.[language] ?? providerCode(code, language) ?? (code || reason);
      const then = reason === 'gateway-busy' ? goesOn : decided;
      return {
        hi: `प्रसारण ${subject} अपने-आप रुक गया: ${why('hi')}। ${then.hi}`,
        en: `Blast ${subject} paused by itself: ${why('en')}. ${then.en}`,
      };
    }
    case 'gateway-down': {
      const why = (language: 'hi' | 'en') => providerCode(detail, language) ?? detail;
      return {
        hi: `गेटवे ${gatewayNames.hi[subject] ?? subject} उत्तर नहीं दे रहा: ${why('hi')}।`,
        en: `The gateway ${gatewayNames.en[subject] ?? subject} does not answer: ${why('en')}.`,
      };
    }
    case 'disk-nearly-full':
      return {
        hi: `सर्वर की डिस्क लगभग भर गई है: ${detail} MB शेष।`,
        en: `The server’s disk is nearly full: ${detail} MB are left.`,
      };
    case 'spool-refuses':
      return {
        hi: `सर्वर ${spools[subject]?.hi ?? subject} सहेज नहीं पा रहा; डिस्क जाँचें।`,
        en: `The server cannot store ${spools[subject]?.en ?? subject}; look at its disk.`,
      };
    case 'outcomes-parked':
      return {
        hi: `${detail} संदेशों के परिणाम डेटाबेस में दर्ज नहीं हो सके; सर्वर का लॉग देखें।`,
        en: `Outcomes of ${detail} messages were refused by the database; see the server’s log.`,
      };
    case 'receipts-unmatched': {
      const hi = gatewayNames.hi[subject] ?? subject;
      const en = gatewayNames.en[subject] ?? subject;
      return detail === ''
        ? {
            hi: `गेटवे ${hi} की पावतियाँ हमारे किसी संदेश से नहीं मिलतीं; सेवा प्रदाता से पूछें कि वे किसकी हैं।`,
            en: `Receipts of ${en} match no message of ours; ask the operator whose they are.`,
          }
        : {
            hi: `गेटवे ${hi} की पावतियाँ हमारे किसी संदेश से नहीं मिलतीं; इस सेटिंग से मिलेंगी: ${detail}।`,
            en: `Receipts of ${en} match no message of ours; with this setting they would: ${detail}.`,
          };
    }
    case 'break-glass':
      return {
        hi: `आपात खाते के पासवर्ड से साइन इन हुआ: ${detail}। यदि विभागीय खाते की सेवा बंद नहीं थी, तो तुरंत पूछें।`,
        en: `Somebody signed in by the password of the break-glass account: ${detail}. Ask at once unless the department’s accounts were out of reach.`,
      };
    case 'secrets-tried':
      return {
        hi: `एक घंटे में बार-बार गलत पासवर्ड, कोड या लिंक आज़माए गए और प्रयास रोके गए: ${listSecrets(detail, 'hi')}। जो खाते कुछ देर के लिए रोके गए, वे ऑडिट लॉग में हैं।`,
        en: `Somebody tries secrets: so often within an hour wrong ones were stopped: ${listSecrets(detail, 'en')}. Accounts that were locked are in the audit log.`,
      };
    case 'backup-smaller':
      return {
        hi: 'पिछला बैकअप अपने से पहले वाले से बहुत छोटा है, इसलिए कोई पुराना बैकअप नहीं हटाया गया। किसी को हटाने से पहले up-cop-outreach doctor से देखें कि क्या गया।',
        en: 'The last backup is much less than the one before it, so no older one was deleted. See by up-cop-outreach doctor what is gone before you delete any.',
      };
    case 'queue-damaged':
      return {
        hi: `कतार (Redis) की फ़ाइलें पढ़ी नहीं जा सकीं, जैसा बिजली जाने के बाद होता है; सर्वर खाली कतार से चल रहा है। प्रसारण और पत्र डेटाबेस से आगे बढ़ रहे हैं; जो चित्र बन रहे थे, उन्हें फिर से मँगाएँ। पुरानी फ़ाइलें: ${subject}`,
        en: `The files of the queue (Redis) could not be read, as after a power cut; the service goes on with an empty queue. Blasts and letters go on from the database; ask again for pictures that were being made. The old files are in ${subject}.`,
      };
  }
}
