import type { Bilingual } from '../bilingual.ts';

/** Advice about messages that did not arrive. */
const advice = {
  number: {
    hi: 'नंबर सुधारकर नई सूची दें; इसी पर फिर न भेजें।',
    en: 'Correct the number in a new list; do not send to this one again.',
  },
  later: {
    hi: 'कुछ घंटे बाद विफल नंबरों को फिर भेजें।',
    en: 'Send to the failed numbers again some hours later.',
  },
  account: {
    hi: 'गेटवे के संचालक से खाता ठीक कराएँ, फिर भेजें।',
    en: 'Have the gateway’s operator put the account right, then send again.',
  },
  registration: {
    hi: 'डीएलटी पोर्टल पर हेडर और टेंपलेट ठीक कराएँ।',
    en: 'Have header and template put right on the DLT portal.',
  },
  text: { hi: 'पाठ बदलकर नया प्रसारण बनाएँ।', en: 'Change the text and make a new blast.' },
  respect: {
    hi: 'कुछ न करें; प्राप्तकर्ता यही चाहता है।',
    en: 'Do nothing: the recipient wants it so.',
  },
  rule: {
    hi: 'यह नियम से छूटा; भेजना हो तो “संदेश-सीमा” देखें।',
    en: 'Left out by a rule; look at “Message cap” to send all the same.',
  },
  template: {
    hi: 'WhatsApp Manager में टेंपलेट की स्थिति देखें; स्वीकृत होने पर ही भेजें।',
    en: 'Look the template up in WhatsApp Manager; send once it is approved.',
  },
  sms: {
    hi: 'प्रसारण के साथ SMS दें: इन्हें वही जाएगा।',
    en: 'Give the blast an SMS beside it: that goes to these.',
  },
  consent: {
    hi: 'पहले सहमति लें, फिर उसे सूची पर दर्ज करें।',
    en: 'Ask for their consent first, then note it on the list.',
  },
  ask: {
    hi: 'गेटवे के संचालक से कोड का कारण पूछें।',
    en: 'Ask the gateway’s operator what the code means.',
  },
} as const satisfies Record<string, Bilingual>;

type Advice = keyof typeof advice;

const codesOf: Readonly<Record<Exclude<Advice, 'ask'>, string>> = {
  number: `21211 21214 21217 21265 21266 21268 21401 21421 21614 21635 30005 30006
    FAILED_INVALID_NUMBER smpp-0b 63031 131021`,
  later: `20429 20500 20503 21611 30001 30003 30008 30017 30036 63017 63018 63038
    63012 63029 63032 63049 1 2 4 80007 130429 130472 131000 131016 131049 131056 131057
    FAILED_UNREACHABLE EXPIRED FAILED_SUBSCRIBER_UNAVAILABLE FAILED_NETWORK_ERROR FAILED_UNAVAILABLE_ROUTE
    FAILED_SYSTEM_ERROR FAILED_RATE_LIMITED EXPIRED_HANDSET_OFF busy no-answer failed canceled timeout
    ECONNREFUSED ECONNRESET smpp-08 smpp-14 smpp-45 smpp-58 link-lost no-room bind-timeout expired undeliv
    memory-full`,
  account: `20003 20004 20005 20006 20008 20403 20404 21205 21210 21212 21213 21215 21219 21267 21408 21601 21603
    21606 21607 21608 21609 21659 21660 21661 21701 21702 21703 21704 21705 21910 30002 30032 30033 30037
    FAILED_INVALID_SENDER FAILED_INSUFFICIENT_BALANCE FAILED_ACCOUNT_SUSPENDED smpp-0a smpp-0d smpp-0e smpp-0f
    no-voice 63001 63007 63013 63015 63016 63020 63021 63022 63030 63005 63019 0 3 10 33 100 190 200 368 130497
    131005 131008 131009 131031 131037 131042 131045 131047 131048 131051 131053 133010 no-sms no-whatsapp quality-red`,
  registration: `30018 30024 30034 30035 FAILED_DLT_TEMPLATE FAILED_DLT_ENTITY FAILED_DLT_SCRUBBING
    FAILED_DLT_SCRUBBING_ERROR SENDER_BLOCKED_BY_DLT ENTITY_BLOCKED_BY_DLT TEMPLATE_BLOCKED_BY_DLT
    DLT_ENTITY_NOT_FOUND DLT_TEMPLATE_ID_INVALID DLT_TEMPLATE_NOT_FOUND DLT_TEMPLATE_ID_INACTIVE
    DLT_TEMPLATE_ID_BLACKLISTED DLT_TEMPLATE_DOES_NOT_MATCH`,
  text: '21602 21605 21617 30007 30038 FAILED_SPAM_DETECTED FAILED_SPAM',
  template: `63027 63028 63040 63041 63042 132000 132001 132005 132007 132012 132015 132016 no-template
    template-not-approved template-category-differs template-body-differs`,
  sms: '63003 63024 131026',
  respect: `63014 63033 131050 21610 30004 FAILED_DND FAILED_BLACKLISTED FAILED_DLT_CONSENT do-not-disturb opted-out deleted`,
  rule: 'excluded-list already-received frequency-cap daily-limit',
  consent: 'no-opt-in',
};

const adviceByCode = new Map(
  Object.entries(codesOf).flatMap(([name, codes]) =>
    codes.split(/\s+/).map((code) => [code, name as Advice] as const),
  ),
);

/** Advice about a code of a gateway, or a reason of the service's own. */
export function failureAdvice(code: string, language: 'hi' | 'en'): string {
  return advice[adviceByCode.get(code) ?? 'ask'][language];
}
