import { choice, code, moment, text } from '../../../campaigns/fields/field.ts';
import type { Pair } from '../../../campaigns/words/pairs.ts';
import { feature } from '../../kit/feature.ts';

const end: Pair = ['बंद करें', 'End it'];

/** Words of an approved detour between its first and its last moment. */
export const holding: Pair = ['लागू', 'Holds'];

/** Codes that lead elsewhere for a while: all of a channel, or one. Two officers let them; one is enough to end it. */
export const detours = feature({
  name: 'detour',
  path: 'studio/detours',
  table: 'detour',
  title: ['क्यूआर कोड की दिशा', 'Where QR codes lead'],
  lead: [
    'कोड कुछ समय के लिए किसी अनुमत पृष्ठ पर भेजे जा सकते हैं; छपा कोड वही रहता है।',
    'Codes may lead to an allowed page for a while; the printed code stays the same.',
  ],
  empty: ['सभी कोड ऐप स्टोर पर जाते हैं।', 'All codes lead to the app stores.'],
  read: 'studio.read',
  fields: {
    channel: choice(
      ['कौन से कोड', 'Which codes'],
      {
        board: ['सभी बोर्ड', 'All boards'],
        pamphlet: ['सभी पम्पलेट', 'All pamphlets'],
        vehicle: ['सभी वाहन', 'All vehicles'],
        newspaper: ['अखबार', 'Newspapers'],
        film: ['फ़िल्म', 'Film'],
        radio: ['रेडियो', 'Radio'],
        social: ['सोशल मीडिया', 'Social media'],
        sms: ['SMS', 'SMS'],
        ivr: ['कॉल', 'Calls'],
        event: ['कार्यक्रम', 'Events'],
      },
      { maybe: true, none: ['एक कोड', 'One code'] },
    ),
    code: code(['छपा कोड', 'Printed code'], { maybe: true, unless: 'channel', max: 24 }),
    target: code(['किस पृष्ठ पर', 'To which page'], { max: 60 }),
    validFrom: moment(['कब से', 'From']),
    validUntil: moment(['कब तक (खाली: जब तक बंद न करें)', 'Until (empty: until it is ended)'], {
      maybe: true,
      none: ['…', '…'],
    }),
    reason: text(['कारण', 'Reason'], { max: 500 }),
    status: choice(['स्थिति', 'Status'], {
      submitted: ['स्वीकृति में', 'Waits for approval'],
      approved: ['स्वीकृत', 'Approved'],
      returned: ['लौटाया गया', 'Returned'],
      withdrawn: ['वापस लिया गया', 'Taken back'],
      ended: ['बंद', 'Ended'],
    }),
    draftedBy: text(['अनुरोधकर्ता', 'Asked for by']),
    draftedById: text(['खाता', 'Account'], { hidden: true }),
    madeAt: moment(['दिनांक', 'Made']),
    decidedBy: text(['निर्णयकर्ता', 'Decided by'], { maybe: true }),
    decidedAt: moment(['निर्णय का दिनांक', 'Decided'], { maybe: true }),
    remark: text(['लौटाने का कारण', 'Why it is returned'], { max: 500 }),
    endedBy: text(['बंद करने वाले', 'Ended by'], { maybe: true }),
  },
  acts: {
    submit: {
      kind: 'make',
      may: 'studio.draft',
      button: ['दिशा बदलने का अनुरोध', 'Ask for another destination'],
      send: ['स्वीकृति हेतु भेजें', 'Submit for approval'],
      takes: ['channel', 'code', 'target', 'validFrom', 'validUntil', 'reason'],
      stamps: { by: 'draftedBy', account: 'draftedById', at: 'madeAt' },
    },
    approve: {
      kind: 'step',
      may: 'studio.approve',
      button: ['स्वीकृत करें', 'Approve'],
      when: ['status', 'submitted'],
      second: 'draftedById',
      sets: { status: 'approved' },
      stamps: { by: 'decidedBy', at: 'decidedAt' },
    },
    return: {
      kind: 'step',
      may: 'studio.approve',
      button: ['टिप्पणी के साथ लौटाएँ', 'Return with a remark'],
      takes: ['remark'],
      when: ['status', 'submitted'],
      second: 'draftedById',
      sets: { status: 'returned' },
      stamps: { by: 'decidedBy', at: 'decidedAt' },
    },
    withdraw: {
      kind: 'step',
      may: 'studio.draft',
      audit: 'detour.end',
      button: end,
      when: ['status', 'submitted'],
      sets: { status: 'withdrawn' },
      stamps: { by: 'endedBy' },
    },
    end: {
      kind: 'step',
      may: 'studio.draft',
      button: end,
      when: ['status', 'approved'],
      sets: { status: 'ended' },
      stamps: { by: 'endedBy' },
    },
  },
});
