import { inEachLanguage } from './own-language.ts';

export const objectionWordsIn = inEachLanguage({
  lead: [
    'जनपद का कोई आँकड़ा ठीक न लगे तो यहाँ लिखें। आपत्ति और मुख्यालय का उत्तर जनपद के पृष्ठ पर सबको दिखते हैं और बदले नहीं जाते।',
    'Write here if a figure of the district is not right. The objection and the answer of headquarters stand on the district’s page for everybody, and are not changed.',
  ],
  answerLead: [
    'जनपदों की आपत्तियाँ और आपके उत्तर सबको दिखते हैं और बदले नहीं जाते।',
    'Objections of districts and your answers stand in public, and are not changed.',
  ],
  byDistrict: (figure: string, day: string) => [
    `${figure}: जनपद की आपत्ति, ${day}`,
    `${figure}: the district’s objection, ${day}`,
  ],
  valueThen: (value: string) => [`उस दिन का आँकड़ा: ${value}`, `the figure on that day: ${value}`],
  byHeadquarters: (day: string) => [`मुख्यालय का उत्तर, ${day}`, `Answer of headquarters, ${day}`],
  unanswered: ['मुख्यालय का उत्तर अभी नहीं आया है।', 'Headquarters has not answered yet.'],
});
