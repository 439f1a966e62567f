import { choice, district, moment, text } from '../../../campaigns/fields/field.ts';
import { feature } from '../../kit/feature.ts';

/** Copies of live pictures by which the comparison of pictures and boards is tuned. */
export const boardSpecimens = feature({
  name: 'board-specimen',
  path: 'board-specimens',
  table: 'board_specimen',
  title: ['जाँच सुधारने के लिए रखी फ़ोटो', 'Pictures kept to improve the check'],
  lead: [
    'मौके की फ़ोटो की ये प्रतियाँ सहमति से रखी गई हैं। इनमें बोर्ड को छोड़कर सब धुँधला है। आप इन्हें कभी भी हटा सकते हैं।',
    'These copies of live pictures were kept by consent. All but the board is blurred in them. You may delete them at any time.',
  ],
  empty: ['कोई फ़ोटो नहीं रखी गई।', 'No picture was kept.'],
  read: 'activity.record',
  fields: {
    district: district(['जनपद', 'District']),
    station: text(['थाना', 'Station'], { max: 64 }),
    likeness: choice(['जाँच ने क्या पाया', 'What the check found'], {
      own: ['यही बोर्ड', 'This board'],
      unlike: ['कुछ और', 'Something else'],
      mirrored: ['उलटी फ़ोटो', 'Mirrored'],
      'other-name': ['दूसरा नाम', 'Another name'],
      'name-unclear': ['नाम अस्पष्ट', 'Name unclear'],
      'little-seen': ['बोर्ड का थोड़ा भाग', 'Little of the board'],
      unclear: ['अस्पष्ट', 'Unclear'],
    }),
    keptBy: text(['सहमति देने वाले', 'Agreed to by'], { max: 200 }),
    keptAt: moment(['कब', 'When']),
  },
  acts: {
    remove: {
      kind: 'remove',
      may: 'activity.record',
      button: ['हटाएँ', 'Delete'],
      sure: ['हाँ, हटाएँ', 'Yes, delete it'],
    },
  },
});
