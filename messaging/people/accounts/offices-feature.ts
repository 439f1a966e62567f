import { choice, code, moment, text } from '../../../campaigns/fields/field.ts';
import { feature } from '../../kit/feature.ts';

const names = ['nameHi', 'nameEn'] as const;

/** Offices at headquarters that later papers name, beside those of the campaign: they have accounts and owe. */
export const addedOffices = feature({
  name: 'office',
  path: 'offices',
  table: 'direction_office',
  title: ['जोड़े गए कार्यालय', 'Added offices'],
  entry: (_id, { nameHi, nameEn }) => [String(nameHi), String(nameEn)],
  empty: ['कोई कार्यालय जोड़ा नहीं गया है।', 'No office has been added.'],
  read: 'person.invite',
  order: 'state DESC, name_en',
  fields: {
    nameHi: text(['हिंदी नाम', 'Name in Hindi'], { max: 120 }),
    nameEn: text(['अंग्रेज़ी नाम', 'Name in English'], { max: 120 }),
    area: code(['संकेत', 'Key']),
    state: choice(['स्थिति', 'State'], {
      open: ['चालू', 'Open'],
      ended: ['समाप्त', 'Ended'],
    }),
    addedBy: text(['किसने जोड़ा', 'Added by']),
    addedAt: moment(['कब जोड़ा', 'Added']),
    endedBy: text(['किसने समाप्त किया', 'Ended by'], { maybe: true }),
    endedAt: moment(['कब समाप्त हुआ', 'Ended'], { maybe: true }),
  },
  acts: {
    add: {
      kind: 'make',
      may: 'direction.add',
      button: ['कार्यालय जोड़ें', 'Add an office'],
      takes: names,
      stamps: { by: 'addedBy', at: 'addedAt' },
      done: [
        'कार्यालय जोड़ा गया। अब इसे निर्देशों में चुना जा सकता है और "लोग" पृष्ठ से इसके खाते बनाए जा सकते हैं।',
        'The office was added. Directions can now name it, and the page of people makes its accounts.',
      ],
    },
    rename: {
      kind: 'change',
      may: 'direction.add',
      button: ['नाम बदलें', 'Change the name'],
      takes: names,
    },
    end: {
      kind: 'step',
      may: 'direction.add',
      button: ['कार्यालय समाप्त करें', 'End the office'],
      sure: [
        'हाँ, आज समाप्त करें; जो पहले देय था, वह देय रहेगा',
        'Yes, end it today; what was due before stays due',
      ],
      when: ['state', 'open'],
      sets: { state: 'ended' },
      stamps: { by: 'endedBy', at: 'endedAt' },
    },
    reopen: {
      kind: 'step',
      may: 'direction.add',
      button: ['फिर चालू करें', 'Open it again'],
      when: ['state', 'ended'],
      sets: { state: 'open', endedBy: null, endedAt: null },
    },
  },
});
