import {
  choice,
  count,
  day,
  district,
  link,
  moment,
  service,
  text,
} from '../../../campaigns/fields/field.ts';
import { feature } from '../../kit/feature.ts';

const stamped = {
  enteredBy: text(['दर्ज करने वाले', 'Entered by']),
  enteredAt: moment(['कब', 'When']),
};
const may = 'annotation.write';
const entering = {
  kind: 'make',
  may,
  button: ['दर्ज करें', 'Enter'],
  stamps: { by: 'enteredBy', at: 'enteredAt' },
  done: [
    'दर्ज हुआ। सार्वजनिक पृष्ठ कुछ क्षणों में बदल जाएगा।',
    'Entered. The public page follows in a moment.',
  ],
} as const;
const remove = {
  kind: 'remove',
  may,
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
  read: may,
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
    ...stamped,
  },
  acts: {
    enter: { ...entering, takes: ['day', 'kind', 'titleHi', 'titleEn', 'district'] },
    remove,
  },
});

/** Totals of what citizens got from a service up to a day, as somebody stated them: never a count of ours. */
export const outcomes = feature({
  name: 'service-outcome',
  path: 'service-outcomes',
  table: 'service_outcome',
  title: ['नागरिकों को क्या मिला', 'What citizens got'],
  empty: ['अभी कोई संख्या दर्ज नहीं है।', 'No figure is entered yet.'],
  read: may,
  order: 'as_of DESC, id DESC',
  fields: {
    service: service(['सेवा', 'Service']),
    count: count(['संख्या', 'Count'], { max: 10_000_000_000 }),
    asOf: day(['किस दिन तक', 'Up to']),
    source: text(['स्रोत', 'Source'], {
      hint: [
        'जैसे: {headquarters} का पत्र दिनांक, या समाचार-पत्र का नाम और दिनांक',
        'Such as: letter of TS headquarters of such a date, or newspaper and date',
      ],
      max: 200,
      public: true,
    }),
    url: link(['वेब पता, यदि हो (https)', 'Web address, if there is one (https)'], {
      maybe: true,
      public: true,
    }),
    ...stamped,
  },
  acts: {
    enter: { ...entering, held: may, takes: ['service', 'count', 'asOf', 'source', 'url'] },
    remove: { ...remove, held: may },
  },
});
