import { choice, day, district, feature, moment, type Pair, text } from '../../kit/feature.ts';

export const entered: Pair = [
  'दर्ज हुआ। सार्वजनिक पृष्ठ कुछ क्षणों में बदल जाएगा।',
  'Entered. The public page follows in a moment.',
];
export const removal = {
  kind: 'remove',
  may: 'annotation.write',
  button: ['हटाएँ', 'Take back'],
  sure: ['हाँ, हटाएँ', 'Yes, take it back'],
} as const;

/** Events that headquarters marks on the curve. Blasts mark themselves. */
export const curveEvents = feature({
  name: 'curve-event',
  path: 'curve-events',
  table: 'curve_event',
  title: ['वक्र पर घटनाएँ', 'Events on the curve'],
  empty: ['अभी कोई घटना अंकित नहीं है।', 'No event is marked yet.'],
  read: 'annotation.write',
  order: 'day DESC, id DESC',
  fields: {
    day: day(['दिनांक', 'Day'], { ahead: true }),
    kind: choice(['प्रकार', 'Kind'], {
      film: ['फ़िल्म', 'Film'],
      blast: ['प्रसारण', 'Blast'],
      mela: ['मेला', 'Fair'],
      boards: ['बोर्ड लगाने का दिन', 'Day of boards'],
      press: ['समाचार', 'Press'],
      other: ['अन्य', 'Other'],
    }),
    titleHi: text(['शीर्षक (हिंदी)', 'Title (Hindi)'], { max: 120, public: true }),
    titleEn: text(['शीर्षक (अंग्रेज़ी)', 'Title (English)'], { max: 120, public: true }),
    district: district(['क्षेत्र', 'Area'], { maybe: true }),
    enteredBy: text(['दर्ज करने वाले', 'Entered by']),
    enteredAt: moment(['कब', 'When']),
  },
  acts: {
    enter: {
      kind: 'make',
      may: 'annotation.write',
      button: ['दर्ज करें', 'Enter'],
      takes: ['day', 'kind', 'titleHi', 'titleEn', 'district'],
      stamps: { by: 'enteredBy', at: 'enteredAt' },
      done: entered,
    },
    remove: removal,
  },
});
