import { choice, code, district, moment, text } from '../../../campaigns/fields/field.ts';
import type { Pair } from '../../../campaigns/words/pairs.ts';
import { feature } from '../../kit/feature.ts';

const remarkHint: Pair = ['यह केवल कार्यालय देखते हैं।', 'Offices alone see this.'];

/** Codes that lead to a page that says why they are closed. Citizens who scan one read its reason, not its remark. */
export const closedCodes = feature({
  name: 'closed-code',
  path: 'closed-codes',
  table: 'closed_code',
  title: ['बंद कोड', 'Closed codes'],
  lead: [
    'बंद कोड स्कैन करने पर ऐप नहीं, यह पृष्ठ खुलता है कि कोड क्यों बंद है। ऐसे स्कैन गिने नहीं जाते। जिस कार्यालय ने बंद किया, वही दूसरे अधिकारी की स्वीकृति से फिर खोल सकता है।',
    'Whoever scans a closed code reads why it is closed, and does not get to the app. Such scans are not counted. Only the office that closed a code opens it again, with a second officer.',
  ],
  read: 'code.close',
  order: 'closed_at DESC, code',
  fields: {
    code: code(['कोड', 'Code'], {
      hint: ['बोर्ड पर छपे छह अंक या अक्षर', 'The six signs printed on the board'],
      max: 24,
    }),
    district: district(['जनपद', 'District']),
    reason: choice(['कारण, जो स्कैन करने वाला पढ़ता है', 'Reason, as people read it who scan'], {
      misused: ['गलत इस्तेमाल हुआ', 'It was misused'],
      gone: ['बोर्ड अब वहाँ नहीं है', 'The board no longer hangs there'],
      misprinted: ['कोड गलत छपा', 'The code was misprinted'],
    }),
    remark: text(['क्या हुआ', 'What happened'], { hint: remarkHint, max: 300 }),
    role: text(['कार्यालय', 'Office']),
    closedBy: text(['बंद करने वाले', 'Closed by']),
    closedAt: moment(['कब', 'When']),
  },
  acts: {
    close: {
      kind: 'make',
      may: 'code.close',
      held: 'code.close',
      audit: 'code.close',
      button: ['कोड बंद करें', 'Close the code'],
      takes: ['code', 'reason', 'remark'],
      stamps: { by: 'closedBy', role: 'role', at: 'closedAt' },
    },
    open: {
      kind: 'remove',
      may: 'code.close',
      held: 'code.close',
      audit: 'code.open',
      button: ['फिर खोलें', 'Open again'],
      asks: {
        remark: text(['क्यों खोला जा रहा है', 'Why it is opened'], { hint: remarkHint, max: 300 }),
      },
    },
  },
});
