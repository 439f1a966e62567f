import { inEachLanguage } from '../../../../i18n/own-language.ts';

/** Words of deputies and handing over, in both languages. */
export const deputyWordsIn = inEachLanguage({
  days: (first: string, last: string) => [`${first} से ${last} तक`, `From ${first} to ${last}`],
  end: ['समाप्त करें', 'End'],
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
