import { makePlural } from '../../campaigns/words/plural.ts';
import { inEachLanguage } from './own-language.ts';
import type { Wide } from './words.ts';

const hiPlural = makePlural('hi');
const enPlural = makePlural('en');

const hi = {
  status: 'स्थिति',
  open: 'निर्णय शेष',
  entered: 'बिना फ़ोटो',
  waiting: 'फ़ोटो के साथ',
  age: 'कब दर्ज हुई',
  ages: {
    new: 'पिछले 24 घंटे',
    'over-2': '2 दिन से पुरानी',
    'over-7': '7 दिन से पुरानी',
    'over-30': '30 दिन से पुरानी',
  },
  orders: {
    urgent: 'पहले अपील और फ़ोटो',
    oldest: 'सबसे पुरानी पहले',
    newest: 'नवीनतम पहले',
    place: 'जनपद और थाना',
    kind: 'कार्य',
  },
  photo: 'फ़ोटो',
  choose: (name: string) => `चुनें: ${name}`,
  reason: 'सबके लिए एक टिप्पणी या कारण',
  approve: (count: string) => `${count} स्वीकृत करें`,
  reject: (count: string) => `${count} अस्वीकृत करें`,
  unseen: (unseen: string, count: string) =>
    `${count} में से ${unseen} की फ़ोटो खोली नहीं गई। बिना देखे स्वीकृत करना हो तो बटन फिर दबाएँ।`,
  approveUnseen: (count: string) => `फिर भी ${count} स्वीकृत करें`,
  undo: 'पूर्ववत करें',
  undone: (count: string) => `${count} के निर्णय वापस लिए गए।`,
  approved: (count: string) => `${count} ${hiPlural(count, 'प्रविष्टि', 'प्रविष्टियाँ')} स्वीकृत।`,
  rejected: (count: string) => `${count} ${hiPlural(count, 'प्रविष्टि', 'प्रविष्टियाँ')} अस्वीकृत।`,
  refused: (count: string) =>
    `${count} ${hiPlural(count, 'प्रविष्टि', 'प्रविष्टियों')} पर निर्णय दर्ज नहीं हुआ:`,
  nextEntry: 'अगली प्रविष्टि',
  nothingOpen: 'प्रविष्टि खोलने के लिए सूची में उस पर दबाएँ।',
  gone: 'यह प्रविष्टि नहीं मिली।',
  entry: (id: number) => `प्रविष्टि ${id}`,
};

const en: Wide<typeof hi> = {
  status: 'State',
  open: 'To be decided',
  entered: 'Without a picture',
  waiting: 'With a picture',
  age: 'Entered',
  ages: {
    new: 'In the last 24 hours',
    'over-2': 'More than 2 days ago',
    'over-7': 'More than 7 days ago',
    'over-30': 'More than 30 days ago',
  },
  orders: {
    urgent: 'Appeals and pictures first',
    oldest: 'Oldest first',
    newest: 'Latest first',
    place: 'District and station',
    kind: 'Kind of work',
  },
  photo: 'Picture',
  choose: (name) => `Choose: ${name}`,
  reason: 'One remark or reason for all of them',
  approve: (count) => `Approve ${count}`,
  reject: (count) => `Reject ${count}`,
  unseen: (unseen, count) =>
    `${unseen} of ${count} pictures were not opened. Press the button again to approve them unseen.`,
  approveUnseen: (count) => `Approve ${count} all the same`,
  undo: 'Undo',
  undone: (count) => `${count} decisions taken back.`,
  approved: (count) => `${count} ${enPlural(count, 'entry', 'entries')} approved.`,
  rejected: (count) => `${count} ${enPlural(count, 'entry', 'entries')} rejected.`,
  refused: (count) =>
    `The decision on ${count} ${enPlural(count, 'entry', 'entries')} was not taken:`,
  nextEntry: 'Next entry',
  nothingOpen: 'Press an entry of the list to open it.',
  gone: 'This entry was not found.',
  entry: (id) => `entry ${id}`,
};

export const approvalWordsIn = inEachLanguage<Wide<typeof hi>>({ hi, en });
