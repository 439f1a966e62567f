import { plural } from '../../../../../campaigns/words/plural.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';

export const approvalWordsIn = inEachLanguage({
  status: ['स्थिति', 'State'],
  open: ['निर्णय शेष', 'To be decided'],
  entered: ['बिना फ़ोटो', 'Without a picture'],
  waiting: ['फ़ोटो के साथ', 'With a picture'],
  age: ['कब दर्ज हुई', 'Entered'],
  ages: {
    new: ['पिछले 24 घंटे', 'In the last 24 hours'],
    'over-2': ['2 दिन से पुरानी', 'More than 2 days ago'],
    'over-7': ['7 दिन से पुरानी', 'More than 7 days ago'],
    'over-30': ['30 दिन से पुरानी', 'More than 30 days ago'],
  },
  orders: {
    urgent: ['पहले अपील और फ़ोटो', 'Appeals and pictures first'],
    oldest: ['सबसे पुरानी पहले', 'Oldest first'],
    newest: ['नवीनतम पहले', 'Latest first'],
    place: ['जनपद और थाना', 'District and station'],
    kind: ['कार्य', 'Kind of work'],
  },
  photo: ['फ़ोटो', 'Picture'],
  choose: (name: string) => [`चुनें: ${name}`, `Choose: ${name}`],
  reason: ['सबके लिए एक टिप्पणी या कारण', 'One remark or reason for all of them'],
  approve: (count: string) => [`${count} स्वीकृत करें`, `Approve ${count}`],
  reject: (count: string) => [`${count} अस्वीकृत करें`, `Reject ${count}`],
  unseen: (unseen: string, count: string) => [
    `${count} में से ${unseen} की फ़ोटो खोली नहीं गई। बिना देखे स्वीकृत करना हो तो बटन फिर दबाएँ।`,
    `${unseen} of ${count} pictures were not opened. Press the button again to approve them unseen.`,
  ],
  approveUnseen: (count: string) => [`फिर भी ${count} स्वीकृत करें`, `Approve ${count} all the same`],
  undo: ['पूर्ववत करें', 'Undo'],
  undone: (count: string) => [`${count} के निर्णय वापस लिए गए।`, `${count} decisions taken back.`],
  approved: (count: string) => [
    `${count} ${plural.hi(count, 'प्रविष्टि', 'प्रविष्टियाँ')} स्वीकृत।`,
    `${count} ${plural.en(count, 'entry', 'entries')} approved.`,
  ],
  rejected: (count: string) => [
    `${count} ${plural.hi(count, 'प्रविष्टि', 'प्रविष्टियाँ')} अस्वीकृत।`,
    `${count} ${plural.en(count, 'entry', 'entries')} rejected.`,
  ],
  refused: (count: string) => [
    `${count} ${plural.hi(count, 'प्रविष्टि', 'प्रविष्टियों')} पर निर्णय दर्ज नहीं हुआ:`,
    `The decision on ${count} ${plural.en(count, 'entry', 'entries')} was not taken:`,
  ],
  nextEntry: ['अगली प्रविष्टि', 'Next entry'],
  nothingOpen: ['प्रविष्टि खोलने के लिए सूची में उस पर दबाएँ।', 'Press an entry of the list to open it.'],
  entry: (id: number) => [`प्रविष्टि ${id}`, `entry ${id}`],
});
