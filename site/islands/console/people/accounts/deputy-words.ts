import { inEachLanguage } from '../../../../i18n/own-language.ts';

/** Words of deputies and handing over, in both languages. */
export const deputyWordsIn = inEachLanguage({
  title: ['छुट्टी और स्थानांतरण', 'Leave and transfer'],
  lead: [
    'छुट्टी में उसी कार्यालय के दूसरे अधिकारी प्रतिनिधि बनते हैं; अभिलेख में दोनों के नाम रहते हैं। स्थानांतरण पर पहले खाता बंद करें, फिर अधूरे प्रारूप उत्तराधिकारी को सौंपें।',
    'While an officer is away another one of the same office is the deputy, and the log names both. When an officer leaves, deactivate the account first, then hand the open drafts to the successor.',
  ],
  person: ['किसके स्थान पर', 'In place of'],
  deputy: ['प्रतिनिधि', 'Deputy'],
  firstDay: ['पहला दिन', 'First day'],
  lastDay: ['अंतिम दिन', 'Last day'],
  name: ['प्रतिनिधि नियत करें', 'Name the deputy'],
  none: ['अभी कोई प्रतिनिधि नियत नहीं है।', 'No deputy is named.'],
  row: (deputy: string, person: string) => [
    `${person} के स्थान पर ${deputy}`,
    `${deputy} in place of ${person}`,
  ],
  days: (first: string, last: string) => [`${first} से ${last} तक`, `From ${first} to ${last}`],
  end: ['समाप्त करें', 'End'],
  endOf: (deputy: string) => [`प्रतिनिधि का कार्य समाप्त करें: ${deputy}`, `End the deputy: ${deputy}`],
  left: ['जो अधिकारी चले गए (खाता बंद है)', 'Officer who left (the account is deactivated)'],
  successor: ['उत्तराधिकारी', 'Successor'],
  transfer: ['अधूरे प्रारूप सौंपें', 'Hand over open drafts'],
  moved: (count: number) => [
    count === 0 ? 'सौंपने योग्य कोई प्रारूप शेष नहीं था।' : `${count} प्रारूप सौंपे गए।`,
    count === 0 ? 'There was no draft to hand over.' : `Drafts handed over: ${count}`,
  ],
  nobody: ['इस कार्यालय में कोई दूसरा खुला खाता नहीं है।', 'This office has no other open account.'],
  standIn: ['दूसरे अधिकारी की ओर से कार्य', 'Acting for another officer'],
  begin: (person: string) => [`${person} की ओर से कार्य करें`, `Act for ${person}`],
  until: (day: string) => [`${day} तक`, `Until ${day}`],
  acting: ['प्रतिनिधि के रूप में', 'As a deputy'],
  now: (person: string) => [
    `आप ${person} की ओर से कार्य कर रहे हैं; अभिलेख में दोनों के नाम रहेंगे।`,
    `You act for ${person}; the log names both of you.`,
  ],
});
