import { inEachLanguage } from '../../../../i18n/own-language.ts';

/** Two texts tried against each other, in both languages. */
export const trialWordsIn = inEachLanguage({
  use: ['दूसरे पाठ से तुलना करें', 'Try a second text against it'],
  useHint: [
    'सूची के एक-एक भाग को दोनों पाठ लॉटरी से जाते हैं; शेष रुकता है, जब तक स्वीकृति देने वाला अधिकारी लिंक खुलने के आँकड़े देखकर पाठ न चुन ले। अपने-आप कुछ नहीं चुना जाता।',
    'Each of the two goes to a part of the list by lot; the rest waits until an officer who approves has seen how often the links were opened, and chooses. Nothing is chosen by itself.',
  ],
  notRepeated: [
    'जो प्रसारण दोहराया जाता है, उसमें दो पाठों की तुलना नहीं होती।',
    'A blast that comes again tries no second text.',
  ],
  texts: {
    hi: ['दूसरा हिंदी पाठ', 'Second Hindi text'],
    en: ['दूसरा अंग्रेज़ी पाठ', 'Second English text'],
  },
  none: ['चुनें', 'Choose'],
  share: ['हर पाठ सूची के कितने प्रतिशत को जाए', 'Percent of the list for each text'],
  wait: ['उसके बाद कितने घंटे प्रतीक्षा', 'Hours to wait after that'],
  fault: [
    'हर भाषा का दूसरा पाठ चुनें; 1 से 45 प्रतिशत और 1 से 168 घंटे लिखें',
    'Choose a second text in each language; write 1 to 45 percent and 1 to 168 hours',
  ],
  difference: ['कितना अंतर दिखना चाहिए (100 में)', 'Difference that is to show (in 100)'],
  differenceHint: ['मान लें कि 100 में 2 लोग लिंक खोलते हैं', 'Where 2 in 100 open the link'],
  needs: (size: string, percent: string | null) => [
    `10 में 8 बार यह अंतर दिखने के लिए हर पाठ कम से कम ${size} नंबरों को जाए${percent === null ? '' : `: इस सूची का ${percent} प्रतिशत`}।`,
    `To show it in 8 of 10 trials each text has to go to ${size} numbers${percent === null ? '' : `: ${percent} percent of this list`}.`,
  ],
  tooFew: [
    'यह सूची इतने अंतर के लिए छोटी है; बड़ा अंतर ही दिखेगा।',
    'This list is too short for that; only a greater difference would show.',
  ],
  title: ['दो पाठों की तुलना', 'Two texts against each other'],
  text: ['पाठ', 'Text'],
  names: {
    a: ['पहला पाठ', 'First text'],
    b: ['दूसरा पाठ', 'Second text'],
  },
  rest: ['शेष', 'the rest'],
  people: ['लिंक खोला', 'Opened the link'],
  share95: ['अंश (95% परास)', 'Share (95% interval)'],
  installs: ['ऐप इंस्टॉल', 'Installs'],
  fact: (share: string, hours: string) => [
    `दोनों सूची के ${share}-${share} प्रतिशत को, फिर ${hours} घंटे प्रतीक्षा`,
    `each to ${share} percent of the list, then ${hours} hours to wait`,
  ],
  sending: [
    'दोनों पाठ सूची के अपने-अपने भाग को जा रहे हैं; शेष बाद में जाएगा।',
    'Both texts go to their parts of the list; the rest goes later.',
  ],
  waiting: (moment: string) => [
    `दोनों पाठ जा चुके हैं। लिंक ${moment} तक देखे जाएँगे, फिर अधिकारी चुनेगा; शेष तब तक नहीं जाता।`,
    `Both texts are out. Their links are counted until ${moment}, then an officer chooses; the rest waits.`,
  ],
  difference95: (difference: string, low: string, high: string) => [
    `दूसरे पाठ का अंश पहले से ${difference} प्रतिशत अंक अलग है; 95% परास ${low} से ${high}।`,
    `The share of the second text differs from the first by ${difference} percentage points; 95% interval ${low} to ${high}.`,
  ],
  spansZero: [
    'परास में शून्य है: इन आँकड़ों से नहीं कहा जा सकता कि कौन-सा पाठ बेहतर है।',
    'The interval holds zero: these figures do not say which text is better.',
  ],
  apart: {
    a: ['पहले पाठ का लिंक अधिक खुला।', 'The first text’s link was opened more.'],
    b: ['दूसरे पाठ का लिंक अधिक खुला।', 'The second text’s link was opened more.'],
  },
  choose: {
    a: ['शेष को पहला पाठ भेजें', 'Send the first text to the rest'],
    b: ['शेष को दूसरा पाठ भेजें', 'Send the second text to the rest'],
  },
  end: [
    'किसी को भी न भेजना हो तो ऊपर "स्थायी रूप से समाप्त करें"।',
    'To send to nobody else, stop the blast above.',
  ],
  others: [
    'पाठ वह अधिकारी चुनता है जो स्वीकृति देता है और जिसने प्रारूप नहीं बनाया।',
    'An officer chooses who approves, and who did not draft it.',
  ],
  chosen: {
    a: ['शेष को पहला पाठ चुना गया।', 'The first text was chosen for the rest.'],
    b: ['शेष को दूसरा पाठ चुना गया।', 'The second text was chosen for the rest.'],
  },
});
