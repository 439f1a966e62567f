import { inEachLanguage } from '../../../i18n/own-language.ts';

export const heldWordsIn = inEachLanguage({
  effect: ['इससे क्या बदलेगा', 'What it would change'],
  before: ['अभी', 'Now'],
  after: ['इसके बाद', 'Then'],
  nothing: ['कुछ नहीं', 'nothing'],
  reason: ['कारण', 'Reason'],
  reasonHint: ['दूसरे अधिकारी इसे पढ़कर निर्णय लेंगे', 'The second officer reads it and decides'],
  sent: (id: number) => [
    `दूसरे अधिकारी को भेजा गया (क्रमांक ${id})। तब तक कुछ नहीं बदलेगा।`,
    `Sent to a second officer (number ${id}). Until then nothing changes.`,
  ],
  forSecond: ['दूसरे अधिकारी को भेजें', 'Send to a second officer'],
  lead: [
    'ये कार्य एक अधिकारी के करने से लागू नहीं होते। जिसने किया, वह स्वयं निर्णय नहीं लेता; वह इसे वापस ले सकता है।',
    'One officer alone does not do these. Whoever made one does not decide on it, and may take it back.',
  ],
  none: ['कुछ भी प्रतीक्षा में नहीं है।', 'Nothing is waiting.'],
  why: (reason: string) => [`कारण: ${reason}`, `Reason: ${reason}`],
  accept: ['स्वीकार करें', 'Accept'],
  refuse: ['अस्वीकार करें', 'Refuse'],
  withdraw: ['वापस लें', 'Take back'],
  remark: ['टिप्पणी', 'Remark'],
  remarkHint: ['अस्वीकार करने पर कारण आवश्यक है', 'A refusal needs a reason'],
  acceptHint: [
    'इसके साथ कोई कारण नहीं आया है: स्वीकार करने पर भी कारण आवश्यक है',
    'It came without a reason: accepting needs one, too',
  ],
  reasonMissing: ['कारण लिखें', 'Please say why'],
  states: {
    waiting: ['प्रतीक्षा में', 'Waiting'],
    accepted: ['स्वीकृत', 'Accepted'],
    refused: ['अस्वीकृत', 'Refused'],
    withdrawn: ['वापस लिया गया', 'Taken back'],
  },
});
