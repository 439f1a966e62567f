import { inEachLanguage } from './own-language.ts';

type ChangeKind = 'end' | 'suspend' | 'change';
type Approval = 'support' | 'approve' | 'refuse';
type Request = 'asked' | 'supported' | 'approved' | 'refused';
type Many = 'close' | 'set-aside' | 'submit';
type RhythmKind = 'by-day' | 'within' | 'every' | 'on' | 'standing' | 'none';

/** Words of the register itself: taking over, many at once, changes by later papers, offices and apps. */
interface RegisterWords {
  takeover: string;
  takeoverAsk: string;
  takeoverDay: string;
  takeoverSet: string;
  takeoverChange: string;
  countedFrom: (day: string) => string;
  beforeText: (count: string) => string;
  beforeLink: string;
  toMonth: string;
  many: string;
  manyHint: string;
  manyAction: string;
  manyActions: Record<Many, string>;
  manyChosen: (count: string) => string;
  manyAll: (count: string) => string;
  manyReason: string;
  manyAnswer: string;
  manyDo: (action: string, count: string) => string;
  manyDone: (count: string) => string;
  manyLeft: (count: string) => string;
  choose: (title: string) => string;
  atMost: (count: string) => string;
  boundsReason: string;
  history: string;
  changes: Record<ChangeKind, string>;
  fromDay: (day: string) => string;
  untilDay: (day: string) => string;
  newOwners: string;
  newOwed: string;
  newWhen: string;
  pointKind: string;
  pointKinds: Record<'order' | 'amend', string>;
  obligation: string;
  changeKind: string;
  from: string;
  until: string;
  changesOwners: string;
  changesWhen: string;
  owedStays: string;
  oneOffice: string;
  rhythms: Record<RhythmKind, string>;
  period: string;
  weekday: string;
  monthDay: string;
  monthDayHint: string;
  firstMonth: string;
  monthBefore: string;
  withinDays: string;
  event: string;
  added: string;
  addedText: string;
  nameHi: string;
  nameEn: string;
  citizen: string;
  addOffice: string;
  addApp: string;
  addedTold: (name: string) => string;
  askApp: string;
  ask: string;
  purpose: string;
  requests: string;
  requestsNone: string;
  requestStates: Record<Request, string>;
  appDecisions: Record<Approval, string>;
  remark: string;
}

const hi: RegisterWords = {
  takeover: 'पंजी ग्रहण करने का दिनांक',
  takeoverAsk:
    'आवर्ती निर्देश किस दिनांक से देय माने जाएँ? उससे पूर्व का कुछ विलंबित नहीं गिना जाएगा; पूर्व के एक बार के निर्देश “ग्रहण से पूर्व” में रहेंगे। कार्यालयों के उत्तर देने के बाद यह दिनांक केवल पहले का किया जा सकता है।',
  takeoverDay: 'ग्रहण का दिनांक',
  takeoverSet: 'यह दिनांक रखें',
  takeoverChange: 'ग्रहण का दिनांक बदलें',
  countedFrom: (day) =>
    `आवर्ती निर्देश पंजी ग्रहण के दिनांक ${day} से देय हैं; उससे पूर्व का कुछ विलंबित नहीं गिना जाता।`,
  beforeText: (count) => `पूर्व के ${count} एक बार के निर्देश बंद करने शेष।`,
  beforeLink: 'देखें और एक साथ बंद करें',
  toMonth: 'माह तक',
  many: 'कई एक साथ निपटाएँ',
  manyHint: 'ऊपर चुनें; कुछ न चुनें तो इस चयन के सभी। हर निर्देश की अभिलेख में अपनी प्रविष्टि होगी।',
  manyAction: 'क्या करना है',
  manyActions: { close: 'बंद करें', 'set-aside': 'लागू नहीं', submit: 'प्रेषित करें' },
  manyChosen: (count) => `चुने गए: ${count}`,
  manyAll: (count) => `इस चयन के सभी: ${count}`,
  manyReason: 'कारण, सबके लिए एक',
  manyAnswer: 'कृत कार्यवाही, सबके लिए एक',
  manyDo: (action, count) => `${action} (${count})`,
  manyDone: (count) => `${count} पर हुआ`,
  manyLeft: (count) => `${count} शेष रहे:`,
  choose: (title) => `चुनें: ${title}`,
  atMost: (count) => `अधिक से अधिक ${count}`,
  boundsReason: 'इससे अधिक होने का कारण',
  history: 'बाद के पत्रों से परिवर्तन',
  changes: { end: 'समाप्त', suspend: 'स्थगित', change: 'बदला' },
  fromDay: (day) => `${day} से`,
  untilDay: (day) => `${day} तक`,
  newOwners: 'उत्तरदायी',
  newOwed: 'क्या देना है',
  newWhen: 'समय-सीमा',
  pointKind: 'यह बिंदु',
  pointKinds: { order: 'नया निर्देश देता है', amend: 'पहले का निर्देश बदलता है' },
  obligation: 'कौन-सा निर्देश',
  changeKind: 'परिवर्तन',
  from: 'किस दिनांक से',
  until: 'किस दिनांक तक स्थगित (वैकल्पिक)',
  changesOwners: 'उत्तरदायी बदलें',
  changesWhen: 'समय-सीमा बदलें',
  owedStays: 'खाली छोड़ें तो शब्द वही रहेंगे',
  oneOffice: 'केवल एक जनपद, परिक्षेत्र या जोन',
  rhythms: {
    'by-day': 'एक बार, दिनांक तक',
    within: 'एक बार, बैठक से इतने दिन में',
    every: 'बार-बार',
    on: 'घटना होने पर',
    standing: 'स्थायी',
    none: 'कोई तिथि नहीं',
  },
  period: 'कितनी बार',
  weekday: 'सप्ताह का दिन',
  monthDay: 'माह की तारीख',
  monthDayHint: '31 माह का अंतिम दिन है',
  firstMonth: 'वर्ष का पहला माह (1 से 12)',
  monthBefore: 'पिछले माह के संबंध में',
  withinDays: 'कितने दिन में',
  event: 'घटना',
  added: 'कार्यालय और ऐप',
  addedText: 'बाद के पत्र में आए मुख्यालय के कार्यालय और ऐप यहाँ जोड़ें; वे फिर निर्देशों में चुने जा सकते हैं।',
  nameHi: 'हिंदी नाम',
  nameEn: 'अंग्रेज़ी नाम',
  citizen: 'नागरिकों के लिए',
  addOffice: 'कार्यालय जोड़ें',
  addApp: 'ऐप जोड़ें',
  addedTold: (name) => `${name} जोड़ा गया`,
  askApp: 'ऐप की स्वीकृति माँगें',
  ask: 'अनुरोध भेजें',
  purpose: 'ऐप किस काम का है, किसके लिए और कौन चलाएगा',
  requests: 'अनुरोध',
  requestsNone: 'कोई अनुरोध नहीं है।',
  requestStates: {
    asked: 'माँगा गया',
    supported: 'संस्तुत',
    approved: 'स्वीकृत',
    refused: 'अस्वीकृत',
  },
  appDecisions: { support: 'संस्तुति करें', approve: 'स्वीकृत करें', refuse: 'अस्वीकृत करें' },
  remark: 'टिप्पणी (अस्वीकृत करने पर आवश्यक)',
};

const en: RegisterWords = {
  takeover: 'Day of taking over the register',
  takeoverAsk:
    'From which day is what is repeated owed? Nothing of before counts as late; what was ordered once before stays under “Before taking over”. Once offices have answered, the day can only be made earlier.',
  takeoverDay: 'Day of taking over',
  takeoverSet: 'Keep this day',
  takeoverChange: 'Change the day of taking over',
  countedFrom: (day) =>
    `What is repeated is owed from ${day}, the day of taking over; nothing of before counts as late.`,
  beforeText: (count) => `${count} one-off directions of before are to be closed.`,
  beforeLink: 'See them, and close them in one action',
  toMonth: 'To month',
  many: 'Settle several at once',
  manyHint:
    'Tick them above; with none ticked, all of this selection. Each has its own entry in the log.',
  manyAction: 'What to do',
  manyActions: { close: 'Close', 'set-aside': 'Not applicable', submit: 'Hand in' },
  manyChosen: (count) => `Ticked: ${count}`,
  manyAll: (count) => `All of this selection: ${count}`,
  manyReason: 'Reason, one for all',
  manyAnswer: 'What was done, one text for all',
  manyDo: (action, count) => `${action} (${count})`,
  manyDone: (count) => `Done for ${count}`,
  manyLeft: (count) => `${count} are left:`,
  choose: (title) => `Choose: ${title}`,
  atMost: (count) => `at most ${count}`,
  boundsReason: 'Why it is more than that',
  history: 'Changed by later papers',
  changes: { end: 'ended', suspend: 'suspended', change: 'changed' },
  fromDay: (day) => `from ${day}`,
  untilDay: (day) => `until ${day}`,
  newOwners: 'Responsible',
  newOwed: 'What is owed',
  newWhen: 'When',
  pointKind: 'This point',
  pointKinds: { order: 'orders something new', amend: 'changes an earlier direction' },
  obligation: 'Which direction',
  changeKind: 'Change',
  from: 'From which day',
  until: 'Suspended until (optional)',
  changesOwners: 'Change who is responsible',
  changesWhen: 'Change when it is owed',
  owedStays: 'Leave it empty to keep the words',
  oneOffice: 'Only one district, range or zone',
  rhythms: {
    'by-day': 'once, by a day',
    within: 'once, within days of the meeting',
    every: 'again and again',
    on: 'when something happens',
    standing: 'standing',
    none: 'no date stated',
  },
  period: 'How often',
  weekday: 'Day of the week',
  monthDay: 'Day of the month',
  monthDayHint: '31 is the last day of the month',
  firstMonth: 'First month of the year (1 to 12)',
  monthBefore: 'About the month before',
  withinDays: 'Within how many days',
  event: 'Event',
  added: 'Offices and apps',
  addedText:
    'Add offices at headquarters and apps that a later paper names; directions can then be about them.',
  nameHi: 'Name in Hindi',
  nameEn: 'Name in English',
  citizen: 'For citizens',
  addOffice: 'Add the office',
  addApp: 'Add the app',
  addedTold: (name) => `${name} was added`,
  askApp: 'Ask for the approval of an app',
  ask: 'Send the request',
  purpose: 'What the app is for, for whom, and who runs it',
  requests: 'Requests',
  requestsNone: 'There is no request.',
  requestStates: {
    asked: 'Asked',
    supported: 'Supported',
    approved: 'Approved',
    refused: 'Refused',
  },
  appDecisions: { support: 'Support', approve: 'Approve', refuse: 'Refuse' },
  remark: 'Remark (needed to refuse)',
};

export const registerWordsIn = inEachLanguage<RegisterWords>({ hi, en });
