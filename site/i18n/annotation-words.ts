import { inEachLanguage } from './own-language.ts';

export const annotationWordsIn = inEachLanguage({
  events: ['वक्र पर घटनाएँ', 'Events on the curve'],
  wholeState: ['पूरा प्रदेश', 'Whole state'],
  ladder: ['लक्ष्य, एक के बाद एक', 'Goals, one after the other'],
  ladderLead: [
    'हर लक्ष्य, उसकी तिथि और उसका स्रोत; अन्य स्रोतों के योग',
    'Each goal with its day and source; totals that others stated',
  ],
  ladderStates: {
    reached: ['प्राप्त', 'reached'],
    over: ['समाप्त', 'over'],
    now: ['अभी', 'now'],
    next: ['आगे', 'next'],
  },
  goal: (count: string, day: string) => [
    `${count} से अधिक, ${day} तक`,
    `more than ${count} by ${day}`,
  ],
  milestones: ['अन्य स्रोतों के अनुसार', 'As others state it'],
  milestonesLead: [
    'ये संख्याएँ समाचारों की हैं। हमारी गिनती में नहीं जुड़तीं।',
    'These figures are the press’s. They enter no count of ours.',
  ],
  over: (count: string) => [`${count} से अधिक`, `more than ${count}`],
  outcomes: ['नागरिकों को क्या मिला', 'What citizens got'],
  outcomesLead: [
    'सेवाओं की कुल संख्या, जैसी स्रोत ने बताई। ये डाउनलोड या स्कैन से नहीं निकलतीं।',
    'Totals of services as their source states them. They do not follow from downloads or scans.',
  ],
  asOf: ['किस दिन तक', 'Up to'],
  since: (day: string) => [`${day} से`, `from ${day}`],
  upTo: (day: string) => [`${day} तक`, `up to ${day}`],
  closedIn: (days: string) => [`औसतन ${days} दिन में पूरा`, `done in ${days} days on average`],
  source: ['स्रोत', 'Source'],
  letters: ['जनपदों को अर्द्धशासकीय पत्र', 'Letters to the districts'],
  lettersLead: [
    'एक पृष्ठ: तीन आँकड़े, स्थान और दो अपेक्षाएँ। संख्या, दिनांक, नाम और हस्ताक्षर कार्यालय भरे।',
    'One page: three figures, the place and two asks, in Hindi. The office fills in number, date, name and signature.',
  ],
  lettersOf: ['जनपद', 'District'],
  lettersAll: ['सभी जनपद', 'All districts'],
  manage: ['घटनाएँ और सेवा परिणाम', 'Events and service outcomes'],
  manageLead: [
    'यहाँ दर्ज घटनाएँ और परिणाम सार्वजनिक प्रगति पृष्ठ पर दिखते हैं। प्रसारण स्वयं अंकित होते हैं।',
    'Events and outcomes entered here show on the public progress page. Blasts mark themselves.',
  ],
  addEvent: ['घटना अंकित करें', 'Mark an event'],
  addOutcome: ['परिणाम दर्ज करें', 'Enter an outcome'],
  place: ['क्षेत्र', 'Area'],
});
