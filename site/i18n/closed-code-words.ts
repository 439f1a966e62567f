import type { ClosingReason } from '../../campaigns/links/closing-reasons.ts';
import { inEachLanguage } from './own-language.ts';
import type { Wide } from './words.ts';

const hi = {
  heading: (count: string) => `बंद कोड: ${count}`,
  lead: 'बंद कोड स्कैन करने पर ऐप नहीं, यह पृष्ठ खुलता है कि कोड क्यों बंद है। ऐसे स्कैन गिने नहीं जाते। जिस कार्यालय ने बंद किया, वही फिर खोल सकता है।',
  code: 'कोड',
  codeHint: 'बोर्ड पर छपे छह अंक या अक्षर',
  reason: 'कारण, जो स्कैन करने वाला पढ़ता है',
  reasons: {
    misused: 'गलत इस्तेमाल हुआ',
    gone: 'बोर्ड अब वहाँ नहीं है',
    misprinted: 'कोड गलत छपा',
  } satisfies Record<ClosingReason, string>,
  remark: 'क्या हुआ',
  remarkHint: 'यह केवल कार्यालय देखते हैं।',
  close: 'कोड बंद करें',
  open: 'फिर खोलें',
  openRemark: 'क्यों खोला जा रहा है',
  entry: (reason: string, by: string, when: string) => `${reason} · ${by} · ${when}`,
};

const en: Wide<typeof hi> = {
  heading: (count) => `Closed codes: ${count}`,
  lead: 'Whoever scans a closed code reads why it is closed, and does not get to the app. Such scans are not counted. Only the office that closed a code opens it again.',
  code: 'Code',
  codeHint: 'The six signs printed on the board',
  reason: 'Reason, as people read it who scan',
  reasons: {
    misused: 'It was misused',
    gone: 'The board no longer hangs there',
    misprinted: 'The code was misprinted',
  },
  remark: 'What happened',
  remarkHint: 'Offices alone see this.',
  close: 'Close the code',
  open: 'Open again',
  openRemark: 'Why it is opened',
  entry: (reason, by, when) => `${reason} · ${by} · ${when}`,
};

export const closedCodeWordsIn = inEachLanguage<Wide<typeof hi>>({ hi, en });
