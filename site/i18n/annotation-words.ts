import { inEachLanguage } from './own-language.ts';

export const annotationWordsIn = inEachLanguage({
  events: ['वक्र पर घटनाएँ', 'Events on the curve'],
  eventsLead: [
    'घटना के बाद के 14 दिन पहले के 28 दिनों से मिलाए जाते हैं। कोष्ठक में 95 प्रतिशत का अंतराल है।',
    'The 14 days after an event are held against the course that the 28 days before it would have led to. The interval of 95 per cent stands in brackets.',
  ],
  event: ['घटना', 'Event'],
  downloads: ['डाउनलोड', 'Downloads'],
  scans: ['स्कैन', 'Scans'],
  up: (change: string) => [`${change} की वृद्धि`, `up by ${change}`],
  down: (change: string) => [`${change} की कमी`, `down by ${change}`],
  chance: ['संयोग से अलग नहीं कहा जा सकता', 'cannot be told apart from chance'],
  interval: (low: string, high: string) => [`(${low} से ${high})`, `(${low} to ${high})`],
  none: {
    'too-few-before': ['पहले के दिन कम हैं', 'too few days before it'],
    'too-few-after': ['बाद के दिन अभी कम हैं', 'too few days after it yet'],
    'too-few-counts': ['गिनती बहुत कम है', 'too few counts'],
  },
  stateOnly: ['केवल प्रदेश के लिए ज्ञात', 'known for the state only'],
  beside: (count: string) => [
    `उन्हीं दिनों में ${count} और; इनका प्रभाव अलग नहीं किया जा सकता`,
    `${count} more in the same days; their effects cannot be told apart`,
  ],
  wholeState: ['पूरा प्रदेश', 'Whole state'],
  method: [
    'विधि: दैनिक गिनती का क्वासी-प्वासों प्रतिगमन। साथ में पहले से चल रही दिशा और सप्ताह का दिन भी आँके जाते हैं; पड़ोसी दिनों के आपसी संबंध से अंतराल चौड़ा होता है। बनाई हुई शृंखलाओं पर जाँचा गया: 95 प्रतिशत का अंतराल 100 में से 95 से अधिक बार सही होता है। साथ-साथ होना कारण होना नहीं है।',
    'Method: a quasi-Poisson regression of the daily counts on a step at the event, the course before it and the day of the week; the interval is widened by how far neighbouring days go together. Tried on made-up series: the interval of 95 per cent holds the right answer in more than 95 of 100. Going together is not being the cause.',
  ],
  ladder: ['लक्ष्य, एक के बाद एक', 'Goals, one after the other'],
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
