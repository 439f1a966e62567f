import { code, day, moment, text } from '../../../campaigns/fields/field.ts';
import { feature } from '../../kit/feature.ts';

const nameOf = (account: string) => `(SELECT name FROM person AS p WHERE p.id = deputy.${account})`;

/** Officers who stand in for others of the same office, between two days that both count. */
export const deputies = feature({
  name: 'deputy',
  path: 'deputies',
  table: 'deputy',
  title: ['छुट्टी और स्थानांतरण', 'Leave and transfer'],
  lead: [
    'छुट्टी में उसी कार्यालय के दूसरे अधिकारी प्रतिनिधि बनते हैं; अभिलेख में दोनों के नाम रहते हैं। स्थानांतरण पर पहले खाता बंद करें, फिर अधूरे प्रारूप उत्तराधिकारी को सौंपें।',
    'While an officer is away another one of the same office is the deputy, and the log names both. When an officer leaves, deactivate the account first, then hand the open drafts to the successor.',
  ],
  entry: (_id, { deputyName, personName }) => [
    `${personName} के स्थान पर ${deputyName}`,
    `${deputyName} in place of ${personName}`,
  ],
  empty: ['अभी कोई प्रतिनिधि नियत नहीं है।', 'No deputy is named.'],
  read: 'person.read',
  where: `ended_at IS NULL AND last_day >= (now() AT TIME ZONE 'Asia/Kolkata')::date`,
  order: 'first_day, id',
  fields: {
    personId: code(['किसके स्थान पर', 'In place of'], { max: 60 }),
    personName: text(['किसके स्थान पर', 'In place of'], { sql: nameOf('person_id') }),
    deputyId: code(['प्रतिनिधि', 'Deputy'], { max: 60 }),
    deputyName: text(['प्रतिनिधि', 'Deputy'], { sql: nameOf('deputy_id') }),
    firstDay: day(['पहला दिन', 'First day'], { ahead: true }),
    lastDay: day(['अंतिम दिन', 'Last day'], { ahead: true }),
    madeBy: text(['नियत करने वाले', 'Named by'], { hidden: true }),
    endedAt: moment(['समाप्त', 'Ended'], { maybe: true, hidden: true }),
  },
  acts: {
    name: {
      kind: 'make',
      may: 'person.change',
      audit: 'person.name-deputy',
      button: ['प्रतिनिधि नियत करें', 'Name the deputy'],
      takes: ['personId', 'deputyId', 'firstDay', 'lastDay'],
      stamps: { account: 'madeBy' },
    },
    end: {
      kind: 'step',
      may: 'person.change',
      audit: 'person.end-deputy',
      button: ['समाप्त करें', 'End'],
      stamps: { at: 'endedAt' },
    },
  },
});
