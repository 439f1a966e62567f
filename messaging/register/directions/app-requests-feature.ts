import { longestRemark } from '../../../campaigns/directions/limits.ts';
import { choice, flag, moment, text } from '../../../campaigns/fields/field.ts';
import type { Pair } from '../../../campaigns/words/pairs.ts';
import { feature } from '../../kit/feature.ts';

const remark: Pair = ['टिप्पणी (अस्वीकृत करने पर आवश्यक)', 'Remark (needed to refuse)'];
const account: Pair = ['खाता', 'Account'];
const makers = ['askedById', 'supportedById'] as const;

/** Apps before they are launched: an office asks, another officer supports it, headquarters approves or refuses. */
export const appRequests = feature({
  name: 'app-request',
  path: 'directions/app-requests',
  table: 'direction_app_request',
  title: ['अनुरोध', 'Requests'],
  empty: ['कोई अनुरोध नहीं है।', 'There is no request.'],
  read: 'direction.read',
  order: '(decided_by IS NULL) DESC, coalesce(decided_at, asked_at) DESC, id DESC',
  fields: {
    nameHi: text(['हिंदी नाम', 'Name in Hindi'], { max: 120 }),
    nameEn: text(['अंग्रेज़ी नाम', 'Name in English'], { max: 120 }),
    purpose: text(
      ['ऐप किस काम का है, किसके लिए और कौन चलाएगा', 'What the app is for, for whom, and who runs it'],
      { max: longestRemark, lines: 3 },
    ),
    citizen: flag(['नागरिकों के लिए', 'For citizens']),
    office: text(['कार्यालय', 'Office']),
    state: choice(['स्थिति', 'State'], {
      asked: ['माँगा गया', 'Asked'],
      supported: ['संस्तुत', 'Supported'],
      approved: ['स्वीकृत', 'Approved'],
      refused: ['अस्वीकृत', 'Refused'],
    }),
    askedBy: text(['अनुरोधकर्ता', 'Asked by']),
    askedById: text(account, { hidden: true }),
    askedAt: moment(['कब', 'When']),
    supportedBy: text(['संस्तुतिकर्ता', 'Supported by'], { maybe: true }),
    supportedById: text(account, { maybe: true, hidden: true }),
    supportedAt: moment(['कब', 'When'], { maybe: true }),
    supportedRemark: text(remark, { min: 0, max: longestRemark, lines: 2 }),
    decidedBy: text(['निर्णयकर्ता', 'Decided by'], { maybe: true }),
    decidedAt: moment(['कब', 'When'], { maybe: true }),
    decidedRemark: text(remark, { min: 0, max: longestRemark, lines: 2 }),
  },
  acts: {
    ask: {
      kind: 'make',
      may: 'direction.submit',
      hourly: 20,
      button: ['ऐप की स्वीकृति माँगें', 'Ask for the approval of an app'],
      send: ['अनुरोध भेजें', 'Send the request'],
      takes: ['nameHi', 'nameEn', 'purpose', 'citizen'],
      stamps: { by: 'askedBy', account: 'askedById', at: 'askedAt' },
    },
    support: {
      kind: 'step',
      may: 'direction.review',
      button: ['संस्तुति करें', 'Support'],
      takes: ['supportedRemark'],
      when: ['state', 'asked'],
      second: makers,
      sets: { state: 'supported' },
      stamps: { by: 'supportedBy', account: 'supportedById', at: 'supportedAt' },
    },
    approve: {
      kind: 'step',
      may: 'direction.settle',
      button: ['स्वीकृत करें', 'Approve'],
      takes: ['decidedRemark'],
      when: ['state', 'supported'],
      second: makers,
      sets: { state: 'approved' },
      stamps: { by: 'decidedBy', at: 'decidedAt' },
    },
    refuse: {
      kind: 'step',
      may: 'direction.settle',
      button: ['अस्वीकृत करें', 'Refuse'],
      takes: ['decidedRemark'],
      when: ['state', 'asked', 'supported'],
      sets: { state: 'refused' },
      stamps: { by: 'decidedBy', at: 'decidedAt' },
    },
  },
});
