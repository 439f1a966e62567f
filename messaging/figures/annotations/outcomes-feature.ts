import { count, day, feature, link, moment, service, text } from '../../kit/feature.ts';
import { entered, removal } from './curve-events-feature.ts';

/** Totals of what citizens got from a service up to a day, as somebody stated them: never a count of ours. */
export const outcomes = feature({
  name: 'service-outcome',
  path: 'service-outcomes',
  table: 'service_outcome',
  title: ['नागरिकों को क्या मिला', 'What citizens got'],
  empty: ['अभी कोई संख्या दर्ज नहीं है।', 'No figure is entered yet.'],
  read: 'annotation.write',
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
    enteredBy: text(['दर्ज करने वाले', 'Entered by']),
    enteredAt: moment(['कब', 'When']),
  },
  acts: {
    enter: {
      kind: 'make',
      may: 'annotation.write',
      button: ['दर्ज करें', 'Enter'],
      takes: ['service', 'count', 'asOf', 'source', 'url'],
      stamps: { by: 'enteredBy', at: 'enteredAt' },
      done: entered,
    },
    remove: removal,
  },
});
