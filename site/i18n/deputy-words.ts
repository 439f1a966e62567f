import { inEachLanguage } from './own-language.ts';

/** Words of deputies and handing over, in both languages. */
const hi = {
  title: 'छुट्टी और स्थानांतरण',
  lead: 'छुट्टी में उसी कार्यालय के दूसरे अधिकारी प्रतिनिधि बनते हैं; अभिलेख में दोनों के नाम रहते हैं। स्थानांतरण पर पहले खाता बंद करें, फिर अधूरे प्रारूप उत्तराधिकारी को सौंपें।',
  person: 'किसके स्थान पर',
  deputy: 'प्रतिनिधि',
  firstDay: 'पहला दिन',
  lastDay: 'अंतिम दिन',
  name: 'प्रतिनिधि नियत करें',
  none: 'अभी कोई प्रतिनिधि नियत नहीं है।',
  row: (deputy: string, person: string) => `${person} के स्थान पर ${deputy}`,
  days: (first: string, last: string) => `${first} से ${last} तक`,
  end: 'समाप्त करें',
  endOf: (deputy: string) => `प्रतिनिधि का कार्य समाप्त करें: ${deputy}`,
  left: 'जो अधिकारी चले गए (खाता बंद है)',
  successor: 'उत्तराधिकारी',
  transfer: 'अधूरे प्रारूप सौंपें',
  moved: (count: number) =>
    count === 0 ? 'सौंपने योग्य कोई प्रारूप शेष नहीं था।' : `${count} प्रारूप सौंपे गए।`,
  nobody: 'इस कार्यालय में कोई दूसरा खुला खाता नहीं है।',
  standIn: 'दूसरे अधिकारी की ओर से कार्य',
  begin: (person: string) => `${person} की ओर से कार्य करें`,
  until: (day: string) => `${day} तक`,
  acting: 'प्रतिनिधि के रूप में',
  now: (person: string) => `आप ${person} की ओर से कार्य कर रहे हैं; अभिलेख में दोनों के नाम रहेंगे।`,
};

export type DeputyWords = typeof hi;

const en: DeputyWords = {
  title: 'Leave and transfer',
  lead: 'While an officer is away another one of the same office is the deputy, and the log names both. When an officer leaves, deactivate the account first, then hand the open drafts to the successor.',
  person: 'In place of',
  deputy: 'Deputy',
  firstDay: 'First day',
  lastDay: 'Last day',
  name: 'Name the deputy',
  none: 'No deputy is named.',
  row: (deputy, person) => `${deputy} in place of ${person}`,
  days: (first, last) => `From ${first} to ${last}`,
  end: 'End',
  endOf: (deputy) => `End the deputy: ${deputy}`,
  left: 'Officer who left (the account is deactivated)',
  successor: 'Successor',
  transfer: 'Hand over open drafts',
  moved: (count) =>
    count === 0 ? 'There was no draft to hand over.' : `Drafts handed over: ${count}`,
  nobody: 'This office has no other open account.',
  standIn: 'Acting for another officer',
  begin: (person) => `Act for ${person}`,
  until: (day) => `Until ${day}`,
  acting: 'As a deputy',
  now: (person) => `You act for ${person}; the log names both of you.`,
};

export const deputyWordsIn = inEachLanguage<DeputyWords>({ hi, en });
