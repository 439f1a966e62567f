import { inEachLanguage } from './own-language.ts';

const hi = {
  use: 'दूसरे पाठ से तुलना करें',
  useHint:
    'सूची के एक-एक भाग को दोनों पाठ लॉटरी से जाते हैं; शेष रुकता है, जब तक स्वीकृति देने वाला अधिकारी लिंक खुलने के आँकड़े देखकर पाठ न चुन ले। अपने-आप कुछ नहीं चुना जाता।',
  notRepeated: 'जो प्रसारण दोहराया जाता है, उसमें दो पाठों की तुलना नहीं होती।',
  texts: { hi: 'दूसरा हिंदी पाठ', en: 'दूसरा अंग्रेज़ी पाठ' },
  none: 'चुनें',
  share: 'हर पाठ सूची के कितने प्रतिशत को जाए',
  wait: 'उसके बाद कितने घंटे प्रतीक्षा',
  fault: 'हर भाषा का दूसरा पाठ चुनें; 1 से 45 प्रतिशत और 1 से 168 घंटे लिखें',
  difference: 'कितना अंतर दिखना चाहिए (100 में)',
  differenceHint: 'मान लें कि 100 में 2 लोग लिंक खोलते हैं',
  needs: (size: string, percent: string | null) =>
    `10 में 8 बार यह अंतर दिखने के लिए हर पाठ कम से कम ${size} नंबरों को जाए${percent === null ? '' : `: इस सूची का ${percent} प्रतिशत`}।`,
  tooFew: 'यह सूची इतने अंतर के लिए छोटी है; बड़ा अंतर ही दिखेगा।',
  title: 'दो पाठों की तुलना',
  text: 'पाठ',
  names: { a: 'पहला पाठ', b: 'दूसरा पाठ' },
  rest: 'शेष',
  people: 'लिंक खोला',
  share95: 'अंश (95% परास)',
  installs: 'ऐप इंस्टॉल',
  fact: (share: string, hours: string) =>
    `दोनों सूची के ${share}-${share} प्रतिशत को, फिर ${hours} घंटे प्रतीक्षा`,
  sending: 'दोनों पाठ सूची के अपने-अपने भाग को जा रहे हैं; शेष बाद में जाएगा।',
  waiting: (moment: string) =>
    `दोनों पाठ जा चुके हैं। लिंक ${moment} तक देखे जाएँगे, फिर अधिकारी चुनेगा; शेष तब तक नहीं जाता।`,
  difference95: (difference: string, low: string, high: string) =>
    `दूसरे पाठ का अंश पहले से ${difference} प्रतिशत अंक अलग है; 95% परास ${low} से ${high}।`,
  spansZero: 'परास में शून्य है: इन आँकड़ों से नहीं कहा जा सकता कि कौन-सा पाठ बेहतर है।',
  apart: { a: 'पहले पाठ का लिंक अधिक खुला।', b: 'दूसरे पाठ का लिंक अधिक खुला।' },
  choose: { a: 'शेष को पहला पाठ भेजें', b: 'शेष को दूसरा पाठ भेजें' },
  end: 'किसी को भी न भेजना हो तो ऊपर "स्थायी रूप से समाप्त करें"।',
  others: 'पाठ वह अधिकारी चुनता है जो स्वीकृति देता है और जिसने प्रारूप नहीं बनाया।',
  chosen: { a: 'शेष को पहला पाठ चुना गया।', b: 'शेष को दूसरा पाठ चुना गया।' },
};

const en: typeof hi = {
  use: 'Try a second text against it',
  useHint:
    'Each of the two goes to a part of the list by lot; the rest waits until an officer who approves has seen how often the links were opened, and chooses. Nothing is chosen by itself.',
  notRepeated: 'A blast that comes again tries no second text.',
  texts: { hi: 'Second Hindi text', en: 'Second English text' },
  none: 'Choose',
  share: 'Percent of the list for each text',
  wait: 'Hours to wait after that',
  fault: 'Choose a second text in each language; write 1 to 45 percent and 1 to 168 hours',
  difference: 'Difference that is to show (in 100)',
  differenceHint: 'Where 2 in 100 open the link',
  needs: (size, percent) =>
    `To show it in 8 of 10 trials each text has to go to ${size} numbers${percent === null ? '' : `: ${percent} percent of this list`}.`,
  tooFew: 'This list is too short for that; only a greater difference would show.',
  title: 'Two texts against each other',
  text: 'Text',
  names: { a: 'First text', b: 'Second text' },
  rest: 'the rest',
  people: 'Opened the link',
  share95: 'Share (95% interval)',
  installs: 'Installs',
  fact: (share, hours) => `each to ${share} percent of the list, then ${hours} hours to wait`,
  sending: 'Both texts go to their parts of the list; the rest goes later.',
  waiting: (moment) =>
    `Both texts are out. Their links are counted until ${moment}, then an officer chooses; the rest waits.`,
  difference95: (difference, low, high) =>
    `The share of the second text differs from the first by ${difference} percentage points; 95% interval ${low} to ${high}.`,
  spansZero: 'The interval holds zero: these figures do not say which text is better.',
  apart: {
    a: 'The first text’s link was opened more.',
    b: 'The second text’s link was opened more.',
  },
  choose: { a: 'Send the first text to the rest', b: 'Send the second text to the rest' },
  end: 'To send to nobody else, stop the blast above.',
  others: 'An officer chooses who approves, and who did not draft it.',
  chosen: {
    a: 'The first text was chosen for the rest.',
    b: 'The second text was chosen for the rest.',
  },
};

/** Two texts tried against each other, in both languages. */
export const trialWordsIn = inEachLanguage({ hi, en });
