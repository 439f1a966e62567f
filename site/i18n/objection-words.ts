import type { ObjectionFigure } from '../../campaigns/tracker/objections.ts';
import { inEachLanguage } from './own-language.ts';
import type { Wide } from './words.ts';

const hi = {
  heading: 'आँकड़ों पर आपत्तियाँ',
  figures: {
    score: 'अंक',
    rank: 'स्थान और बढ़त',
    boards: 'बोर्ड',
    scans: 'स्कैन',
    directions: 'निर्देश',
    population: 'जनसंख्या',
  } satisfies Record<ObjectionFigure, string>,
  lead: 'जनपद का कोई आँकड़ा ठीक न लगे तो यहाँ लिखें। आपत्ति और मुख्यालय का उत्तर जनपद के पृष्ठ पर सबको दिखते हैं और बदले नहीं जाते।',
  answerLead: 'जनपदों की आपत्तियाँ और आपके उत्तर सबको दिखते हैं और बदले नहीं जाते।',
  none: 'कोई आपत्ति नहीं है।',
  figure: 'किस आँकड़े पर',
  text: 'क्या ठीक नहीं है',
  textHint: 'किसी व्यक्ति का नाम या नंबर न लिखें।',
  make: 'आपत्ति दर्ज करें',
  made: 'आपत्ति दर्ज हुई। उत्तर आने पर “आज” में दिखेगा।',
  answer: 'उत्तर',
  sendAnswer: 'उत्तर दें',
  byDistrict: (figure: string, day: string) => `${figure}: जनपद की आपत्ति, ${day}`,
  valueThen: (value: string) => `उस दिन का आँकड़ा: ${value}`,
  byHeadquarters: (day: string) => `मुख्यालय का उत्तर, ${day}`,
  unanswered: 'मुख्यालय का उत्तर अभी नहीं आया है।',
};

const en: Wide<typeof hi> = {
  heading: 'Objections to figures',
  figures: {
    score: 'Score',
    rank: 'Place and gain',
    boards: 'Boards',
    scans: 'Scans',
    directions: 'Directions',
    population: 'Population',
  },
  lead: 'Write here if a figure of the district is not right. The objection and the answer of headquarters stand on the district’s page for everybody, and are not changed.',
  answerLead: 'Objections of districts and your answers stand in public, and are not changed.',
  none: 'There are no objections.',
  figure: 'To which figure',
  text: 'What is not right',
  textHint: 'Write no name or number of a person.',
  make: 'Object',
  made: 'The objection is entered. Its answer will show under “Today”.',
  answer: 'Answer',
  sendAnswer: 'Answer',
  byDistrict: (figure, day) => `${figure}: the district’s objection, ${day}`,
  valueThen: (value) => `the figure on that day: ${value}`,
  byHeadquarters: (day) => `Answer of headquarters, ${day}`,
  unanswered: 'Headquarters has not answered yet.',
};

export const objectionWordsIn = inEachLanguage<Wide<typeof hi>>({ hi, en });
