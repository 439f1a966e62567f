import { headquarters } from './campaign-names.ts';
import { inEachLanguage } from './own-language.ts';

interface DirectionWords {
  views: Record<'owed' | 'matrix' | 'events' | 'meetings' | 'apps' | 'calendar', string>;
  own: string;
  all: string;
  downloads: string;
  none: string;
  noneText: string;
  filters: Record<'state' | 'app' | 'direction' | 'office' | 'month' | 'role', string>;
  recent: string;
  offices: (count: string) => string;
  others: string;
  sum: string;
  handIn: string;
  due: (day: string) => string;
  since: (day: string) => string;
  forwarded: string;
  sample: string;
  back: string;
  quote: string;
  paper: string;
  point: string;
  number: string;
  named: string;
  owner: string;
  period: string;
  when: string;
  dueLabel: string;
  baseMoved: (day: string, reason: string) => string;
  stateLabel: string;
  event: string;
  station: string;
  counted: string;
  countedText: string;
  parts: string;
  partsText: string;
  office: string;
  takeSums: string;
  done: string;
  doneHint: string;
  figures: string;
  figureKinds: Record<'count' | 'money' | 'day', string>;
  papers: string;
  papersHint: string;
  paperAdd: string;
  paperRemove: (name: string) => string;
  paperGone: (name: string) => string;
  save: string;
  submit: string;
  submitFor: string;
  onBehalf: (office: string) => string;
  remark: string;
  remarkHint: string;
  actions: Record<'forward' | 'accept' | 'return' | 'set-aside' | 'close' | 'reopen', string>;
  decide: string;
  takeBack: string;
  takeBackText: string;
  told: Record<
    | 'save'
    | 'submit'
    | 'forward'
    | 'accept'
    | 'return'
    | 'set-aside'
    | 'close'
    | 'reopen'
    | 'withdraw'
    | 'paper',
    string
  >;
  changed: string;
  behind: string;
  catchUp: string;
  history: string;
  historyNone: string;
  steps: Record<
    'submit' | 'withdraw' | 'forward' | 'accept' | 'return' | 'set-aside' | 'close' | 'reopen',
    string
  >;
  behalf: string;
  matrixText: string;
  cell: (done: string, total: string) => string;
  cellLate: (late: string) => string;
  nothingOwed: string;
  eventsText: string;
  eventNew: string;
  eventKind: string;
  eventDay: string;
  eventDistrict: string;
  eventStation: string;
  eventNoName: string;
  eventEnter: string;
  eventWithdraw: string;
  eventsNone: string;
  meetingsText: string;
  meetingNew: string;
  meetingTitle: string;
  meetingNumber: string;
  meetingDay: string;
  meetingMinutes: string;
  meetingHint: string;
  meetingEnter: string;
  meetingsNone: string;
  pointsLeft: (open: string, points: string) => string;
  pointTitle: string;
  pointOwed: string;
  pointApps: string;
  pointOwners: string;
  pointWhen: string;
  pointFile: string;
  pointOpen: string;
  pointCheck: string;
  pointDrop: string;
  pointRestore: string;
  pointStatus: Record<'draft' | 'checked' | 'dropped', string>;
  checkedBy: (name: string) => string;
  ownerKinds: Record<'district' | 'range' | 'zone' | 'hq' | 'pro-dgp', string>;
  base: string;
  baseText: string;
  baseDay: string;
  baseReason: string;
  baseSet: string;
  baseOwn: string;
}

const hi: DirectionWords = {
  views: {
    owed: 'सूची',
    matrix: 'सारणी',
    events: 'घटनाएँ',
    meetings: 'बैठकें व पत्र',
    apps: 'ऐप स्वीकृति',
    calendar: 'कैलेंडर',
  },
  own: 'अपने कार्यालय के निर्देश',
  all: 'सभी निर्देश',
  downloads: 'डाउनलोड',
  none: 'कुछ शेष नहीं',
  noneText: 'इस चयन में कोई निर्देश नहीं है।',
  filters: {
    state: 'स्थिति',
    app: 'ऐप',
    direction: 'निर्देश',
    office: 'कार्यालय',
    month: 'माह',
    role: 'उत्तरदायी',
  },
  recent: 'सभी शेष और हाल के',
  offices: (count) => `${count} कार्यालय`,
  others: 'मुख्यालय व शाखाएँ',
  sum: 'कुल',
  handIn: 'सूचना भेजें',
  due: (day) => `${day} तक`,
  since: (day) => `${day} से`,
  forwarded: 'जोन से अग्रसारित',
  sample: 'नमूना',
  back: 'निर्देशों की सूची',
  quote: 'निर्देश, मूल शब्दों में',
  paper: 'पत्र',
  point: 'बिंदु',
  number: 'संख्या',
  named: 'कार्यवाही',
  owner: 'उत्तरदायी',
  period: 'अवधि',
  when: 'समय-सीमा का नियम',
  dueLabel: 'अंतिम तिथि',
  baseMoved: (day, reason) => `गणना ${day} से: ${reason}`,
  stateLabel: 'स्थिति',
  event: 'घटना',
  station: 'थाना',
  counted: 'ट्रैकर के आँकड़े',
  countedText: 'ये आँकड़े दर्ज कार्यों से अपने-आप आते हैं; यहाँ फिर से लिखने की आवश्यकता नहीं है।',
  parts: 'समेकन: कार्यालयों से प्राप्त',
  partsText: 'हर कार्यालय की अंतिम प्रेषित सूचना।',
  office: 'कार्यालय',
  takeSums: 'योग नीचे भरें',
  done: 'कृत कार्यवाही',
  doneHint: 'क्या किया गया, संक्षेप में; नाम और मोबाइल नंबर न लिखें',
  figures: 'आँकड़े',
  figureKinds: { count: 'पूर्ण संख्या', money: 'रुपये', day: 'दिनांक' },
  papers: 'संलग्नक',
  papersHint: 'PDF, DOCX, XLSX, JPEG या PNG, 10 MB तक; अधिक से अधिक पाँच',
  paperAdd: 'फ़ाइल जोड़ें',
  paperRemove: (name) => `${name} हटाएँ`,
  paperGone: (name) => `${name} (रखने की अवधि पूरी; फ़ाइल हटाई गई)`,
  save: 'प्रारूप सहेजें',
  submit: 'प्रेषित करें',
  submitFor: 'कार्यालय की ओर से प्रेषित करें',
  onBehalf: (office) => `आप इसे ${office} की ओर से दर्ज कर रहे हैं; यह अभिलेख में लिखा जाएगा।`,
  remark: 'टिप्पणी',
  remarkHint: 'लौटाने, लागू न मानने, बंद करने या फिर खोलने पर आवश्यक',
  actions: {
    forward: 'अग्रसारित करें',
    accept: 'स्वीकार करें',
    return: 'टिप्पणी के साथ लौटाएँ',
    'set-aside': 'लागू नहीं',
    close: 'बंद करें',
    reopen: 'फिर खोलें',
  },
  decide: 'निर्णय',
  takeBack: 'वापस लें',
  takeBackText: 'स्वीकार होने तक इसे वापस लेकर सुधारा जा सकता है।',
  told: {
    save: 'प्रारूप सहेजा गया',
    submit: 'प्रेषित हुआ',
    forward: 'अग्रसारित हुआ',
    accept: 'स्वीकार हुआ',
    return: 'लौटाया गया',
    'set-aside': 'लागू नहीं माना गया',
    close: 'बंद किया गया',
    reopen: 'फिर खोला गया',
    withdraw: 'वापस लिया गया। सुधारकर फिर प्रेषित करें।',
    paper: 'संलग्नक बदले गए',
  },
  changed: 'आपके खोलने के बाद इसमें परिवर्तन हुआ; यह नई स्थिति है।',
  behind: 'आपके लिखते समय इसमें परिवर्तन हुआ। नीचे का पाठ पुरानी स्थिति का है और प्रेषित नहीं होगा।',
  catchUp: 'नई स्थिति लें; नीचे का पाठ हटेगा',
  history: 'इतिहास',
  historyNone: 'अभी कुछ प्रेषित नहीं हुआ।',
  steps: {
    submit: 'प्रेषित',
    forward: 'अग्रसारित',
    accept: 'स्वीकृत',
    return: 'लौटाया',
    'set-aside': 'लागू नहीं',
    close: 'बंद किया',
    reopen: 'फिर खोला',
    withdraw: 'वापस लिया',
  },
  behalf: 'कार्यालय की ओर से',
  matrixText: 'हर खाने में: पूर्ण / कुल। लाल में विलंबित।',
  cell: (done, total) => `${done}/${total}`,
  cellLate: (late) => `${late} विलंबित`,
  nothingOwed: 'लागू नहीं',
  eventsText: 'कुछ निर्देश किसी घटना से आरंभ होते हैं। घटना दर्ज होते ही उसका निर्देश सूची में आता है।',
  eventNew: 'घटना दर्ज करें',
  eventKind: 'घटना',
  eventDay: 'घटना का दिनांक',
  eventDistrict: 'जनपद',
  eventStation: 'थाना',
  eventNoName: 'अधिकारी का नाम न लिखें; थाना और दिनांक पर्याप्त हैं।',
  eventEnter: 'दर्ज करें',
  eventWithdraw: 'निरस्त करें',
  eventsNone: 'कोई घटना दर्ज नहीं है।',
  meetingsText:
    'नई बैठक का कार्यवृत्त यहाँ रखें। बिंदु अलग-अलग दिखेंगे; हर बिंदु तभी गिना जाएगा जब अधिकारी उसे जाँच लेंगे।',
  meetingNew: 'नई बैठक',
  meetingTitle: 'बैठक का नाम',
  meetingNumber: 'कार्यवृत्त संख्या',
  meetingDay: 'बैठक का दिनांक',
  meetingMinutes: 'कार्यवृत्त का पाठ',
  meetingHint: 'हर बिंदु नई पंक्ति में 1-, (A) या (क) से आरंभ हो; व्यक्तियों के नाम हटा दें',
  meetingEnter: 'बिंदुओं में बाँटें',
  meetingsNone: 'कोई नई बैठक दर्ज नहीं है।',
  pointsLeft: (open, points) => `${points} में से ${open} बिंदु जाँचने शेष`,
  pointTitle: 'छोटा शीर्षक',
  pointOwed: 'क्या देना है',
  pointApps: 'ऐप',
  pointOwners: 'उत्तरदायी',
  pointWhen: 'कब',
  pointFile: 'संलग्नक भी चाहिए',
  pointOpen: 'निर्देश बनाएँ',
  pointCheck: 'जाँचा; निर्देश बनाएँ',
  pointDrop: 'यह निर्देश नहीं है',
  pointRestore: 'फिर रखें',
  pointStatus: { draft: 'जाँचना शेष', checked: 'निर्देश', dropped: 'छोड़ा गया' },
  checkedBy: (name) => `जाँचा: ${name}`,
  ownerKinds: {
    district: 'सभी जनपद',
    range: 'सभी परिक्षेत्र',
    zone: 'सभी जोन',
    hq: `${headquarters.hi}`,
    'pro-dgp': 'PRO to DGP',
  },
  base: 'गिनकर निकाली गई तिथियों का आधार',
  baseText: '“अगले 15 दिन” जैसी अवधि वाले निर्देशों की तिथि इस दिन से गिनी जाती है।',
  baseDay: 'गणना का दिनांक',
  baseReason: 'कारण',
  baseSet: 'बदलें',
  baseOwn: 'पत्र का अपना दिनांक लें',
};

const en: DirectionWords = {
  views: {
    owed: 'List',
    matrix: 'Matrix',
    events: 'Events',
    meetings: 'Meetings and letters',
    apps: 'App approval',
    calendar: 'Calendar',
  },
  own: 'Directions of the own office',
  all: 'All directions',
  downloads: 'downloads',
  none: 'Nothing is open',
  noneText: 'No direction is in this selection.',
  filters: {
    state: 'State',
    app: 'App',
    direction: 'Direction',
    office: 'Office',
    month: 'Month',
    role: 'Responsible',
  },
  recent: 'All that is owed, and recent',
  offices: (count) => `${count} offices`,
  others: 'Headquarters and branches',
  sum: 'All',
  handIn: 'Hand in',
  due: (day) => `by ${day}`,
  since: (day) => `since ${day}`,
  forwarded: 'forwarded by the zone',
  sample: 'Sample',
  back: 'All directions',
  quote: 'The direction in its own words',
  paper: 'Paper',
  point: 'Point',
  number: 'Number',
  named: 'Action by',
  owner: 'Responsible',
  period: 'Period',
  when: 'Rule of its day',
  dueLabel: 'Last day',
  baseMoved: (day, reason) => `counted from ${day}: ${reason}`,
  stateLabel: 'State',
  event: 'Event',
  station: 'Station',
  counted: 'Figures of the tracker',
  countedText: 'They come from what was entered already; nothing is to be typed again.',
  parts: 'Consolidation: what offices sent',
  partsText: 'The last submission of each office.',
  office: 'Office',
  takeSums: 'Take the sums below',
  done: 'What was done',
  doneHint: 'In short; no names and no mobile numbers',
  figures: 'Figures',
  figureKinds: { count: 'whole number', money: 'rupees', day: 'day' },
  papers: 'Papers',
  papersHint: 'PDF, DOCX, XLSX, JPEG or PNG up to 10 MB; five at most',
  paperAdd: 'Add a file',
  paperRemove: (name) => `Remove ${name}`,
  paperGone: (name) => `${name} (kept for its time; the file is deleted)`,
  save: 'Keep as draft',
  submit: 'Hand in',
  submitFor: 'Hand in for the office',
  onBehalf: (office) => `You enter this on behalf of ${office}; the log says so.`,
  remark: 'Remark',
  remarkHint: 'Needed to return, to set aside, to close and to open again',
  actions: {
    forward: 'Forward',
    accept: 'Accept',
    return: 'Return with the remark',
    'set-aside': 'Not applicable',
    close: 'Close',
    reopen: 'Open again',
  },
  decide: 'Decision',
  takeBack: 'Take it back',
  takeBackText: 'Until it is accepted it can be taken back and mended.',
  told: {
    save: 'Kept as draft',
    submit: 'Handed in',
    forward: 'Forwarded',
    accept: 'Accepted',
    return: 'Returned',
    'set-aside': 'Set aside as not applicable',
    close: 'Closed',
    reopen: 'Opened again',
    withdraw: 'Taken back. Mend it and hand it in again.',
    paper: 'Papers changed',
  },
  changed: 'It was changed after you opened it; this is the new state.',
  behind:
    'It was changed while you were typing. What stands below is for the earlier state and cannot be sent.',
  catchUp: 'Take the new state; drop the text below',
  history: 'History',
  historyNone: 'Nothing was handed in yet.',
  steps: {
    submit: 'Handed in',
    forward: 'Forwarded',
    accept: 'Accepted',
    return: 'Returned',
    'set-aside': 'Not applicable',
    close: 'Closed',
    reopen: 'Opened again',
    withdraw: 'Taken back',
  },
  behalf: 'on behalf of the office',
  matrixText: 'In each cell: done / all. Late ones in red.',
  cell: (done, total) => `${done}/${total}`,
  cellLate: (late) => `${late} late`,
  nothingOwed: 'nothing owed',
  eventsText:
    'Some directions begin with an event. Once it is entered, its direction is on the list.',
  eventNew: 'Enter an event',
  eventKind: 'Event',
  eventDay: 'Day of the event',
  eventDistrict: 'District',
  eventStation: 'Station',
  eventNoName: 'No officer’s name: station and day are enough.',
  eventEnter: 'Enter',
  eventWithdraw: 'Take back',
  eventsNone: 'No event is entered.',
  meetingsText:
    'Put the minutes of a new meeting here. They are split by points; each counts once an officer has checked it.',
  meetingNew: 'New meeting',
  meetingTitle: 'Name of the meeting',
  meetingNumber: 'Number of the minutes',
  meetingDay: 'Day of the meeting',
  meetingMinutes: 'Text of the minutes',
  meetingHint:
    'Each point on a line of its own beginning with 1-, (A) or (क); leave out names of persons',
  meetingEnter: 'Split by points',
  meetingsNone: 'No later meeting is entered.',
  pointsLeft: (open, points) => `${open} of ${points} points to check`,
  pointTitle: 'Short title',
  pointOwed: 'What is owed',
  pointApps: 'Apps',
  pointOwners: 'Responsible',
  pointWhen: 'When',
  pointFile: 'A paper belongs to it',
  pointOpen: 'Make it a direction',
  pointCheck: 'Checked; make it a direction',
  pointDrop: 'This is no direction',
  pointRestore: 'Put back',
  pointStatus: { draft: 'to check', checked: 'direction', dropped: 'left out' },
  checkedBy: (name) => `Checked by ${name}`,
  ownerKinds: {
    district: 'All districts',
    range: 'All ranges',
    zone: 'All zones',
    hq: `${headquarters.en}`,
    'pro-dgp': 'PRO to DGP',
  },
  base: 'What computed days count from',
  baseText: 'Where a direction says “in the next 15 days”, its day is counted from here.',
  baseDay: 'Day to count from',
  baseReason: 'Reason',
  baseSet: 'Change',
  baseOwn: 'Take the paper’s own day',
};

export const directionWordsIn = inEachLanguage<DirectionWords>({ hi, en });
