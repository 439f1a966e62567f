import { choice, district, measure, moment, text } from '../../../campaigns/fields/field.ts';
import type { Pair } from '../../../campaigns/words/pairs.ts';
import { feature } from '../../kit/feature.ts';

const noNames: Pair = ['किसी व्यक्ति का नाम या नंबर न लिखें।', 'Write no name or number of a person.'];

/** Objections of districts to their public figures, and what headquarters answers; both are public. */
export const objections = feature({
  name: 'objection',
  path: 'objections',
  table: 'figure_objection',
  title: ['आँकड़ों पर आपत्तियाँ', 'Objections to figures'],
  empty: ['कोई आपत्ति नहीं है।', 'There are no objections.'],
  read: 'objection.read',
  order: 'answer IS NULL DESC, id DESC',
  fields: {
    district: district(['जनपद', 'District']),
    figure: choice(['किस आँकड़े पर', 'To which figure'], {
      score: ['अंक', 'Score'],
      rank: ['स्थान और बढ़त', 'Place and gain'],
      boards: ['बोर्ड', 'Boards'],
      scans: ['स्कैन', 'Scans'],
      directions: ['निर्देश', 'Directions'],
      population: ['जनसंख्या', 'Population'],
    }),
    value: measure(['उस दिन का आँकड़ा', 'The figure on that day'], { maybe: true, public: true }),
    text: text(['क्या ठीक नहीं है', 'What is not right'], {
      hint: noNames,
      max: 600,
      lines: 3,
      public: true,
    }),
    madeBy: text(['आपत्तिकर्ता', 'Made by'], { hidden: true }),
    madeAt: moment(['दिनांक', 'Made']),
    answer: text(['उत्तर', 'Answer'], {
      hint: noNames,
      maybe: true,
      max: 600,
      lines: 3,
      public: true,
    }),
    answeredBy: text(['उत्तर देने वाले', 'Answered by'], { maybe: true, hidden: true }),
    answeredAt: moment(['उत्तर का दिनांक', 'Answered'], { maybe: true }),
  },
  acts: {
    make: {
      kind: 'make',
      may: 'objection.make',
      button: ['आपत्ति दर्ज करें', 'Object'],
      takes: ['figure', 'text'],
      stamps: { by: 'madeBy', at: 'madeAt' },
      done: [
        'आपत्ति दर्ज हुई। उत्तर आने पर “आज” में दिखेगा।',
        'The objection is entered. Its answer will show under “Today”.',
      ],
    },
    answer: {
      kind: 'step',
      may: 'objection.answer',
      button: ['उत्तर दें', 'Answer'],
      takes: ['answer'],
      once: 'answer',
      stamps: { by: 'answeredBy', at: 'answeredAt' },
    },
  },
});
