import type { Bilingual } from '../bilingual.ts';

const number = { hi: 'मोबाइल', en: 'mobile' };
const id = { hi: 'संदेश आईडी', en: 'message id' };
const time = { hi: 'समय', en: 'time' };

/** The wrong field of a delivery report's row and its expected value, by the reason for which the row was rejected. */
export const receiptFaultWords = {
  'no-recipient': {
    field: { hi: 'मोबाइल या संदेश आईडी', en: 'mobile or message id' },
    expected: { hi: 'मोबाइल नंबर या संदेश आईडी', en: 'a mobile number or a message id' },
  },
  number: {
    field: number,
    expected: {
      hi: '10 अंकों का भारतीय मोबाइल नंबर; Excel ने अंक बदले हों तो स्तंभ को Text करें',
      en: 'an Indian mobile number of 10 digits; if Excel has rounded it, format the column as text',
    },
  },
  id: {
    field: id,
    expected: {
      hi: 'पूरी संदेश आईडी (200 वर्ण तक); Excel ने अंक बदले हों तो स्तंभ को Text करें',
      en: 'the whole message id, at most 200 characters; if Excel has rounded it, format the column as text',
    },
  },
  status: {
    field: { hi: 'स्थिति', en: 'status' },
    expected: {
      hi: 'ज्ञात स्थिति, जैसे DELIVERED, FAILED, EXPIRED, REJECTED, DND',
      en: 'a known status such as DELIVERED, FAILED, EXPIRED, REJECTED, DND',
    },
  },
  time: {
    field: time,
    expected: {
      hi: 'दिनांक और समय, जैसे 25-11-2026 14:05:00',
      en: 'a date and time such as 25-11-2026 14:05:00',
    },
  },
  future: {
    field: time,
    expected: { hi: 'बीता हुआ समय', en: 'a time that is not ahead' },
  },
  'shared-id': {
    field: number,
    expected: {
      hi: 'मोबाइल नंबर भी, क्योंकि यह आईडी एक साथ भेजे कई संदेशों की है',
      en: 'the mobile number too: this id stands for several messages that went together',
    },
  },
  'shared-number': {
    field: id,
    expected: {
      hi: 'संदेश आईडी भी, क्योंकि इन दिनों इस नंबर पर एक से अधिक संदेश गए',
      en: 'the message id too: more than one message went to this number in these days',
    },
  },
  'not-ours': {
    field: { hi: 'मोबाइल या संदेश आईडी', en: 'mobile or message id' },
    expected: {
      hi: 'इस प्रसारण का प्राप्तकर्ता',
      en: 'a recipient of this blast',
    },
  },
} as const satisfies Record<string, { field: Bilingual; expected: Bilingual }>;

export type ReceiptFault = keyof typeof receiptFaultWords;

export const receiptFaults = Object.keys(receiptFaultWords) as ReceiptFault[];
