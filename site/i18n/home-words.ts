import { hindiOrdinal } from '../../campaigns/words/ordinal.ts';
import type { TileId } from '../../messaging/front/home/home-schemas.ts';
import { inEachLanguage } from './own-language.ts';

interface TileWords {
  /** Stands after the count and names what is counted; `count` decides between one and several. */
  label: (count: number) => string;
  /** Names the work that a tap leads to. */
  act: string;
}

interface HomeWords {
  waits: string;
  sampleNotice: string;
  nothing: string;
  nothingText: string;
  since: (age: string) => string;
  today: string;
  days: (count: number) => string;
  figures: string;
  goal: (goal: string, share: string) => string;
  asOf: (day: string) => string;
  noFigures: string;
  required: string;
  requiredFrom: (day: string) => string;
  rate7: string;
  chance: string;
  scans: string;
  scansWeek: string;
  boardsUp: (all: string) => string;
  place: (rank: string) => string;
  placeAmong: (all: string) => string;
  lateAmong: (all: string) => string;
  recent: string;
  noneRecent: string;
  boards: (up: string, all: string) => string;
  verified: (count: string) => string;
  channels: string;
  channel: string;
  activity: string;
  daysLeft: string;
  more: string;
  districts: string;
  mostLeft: string;
  columns: Record<
    | 'name'
    | 'stations'
    | 'up'
    | 'verified'
    | 'left'
    | 'share'
    | 'score'
    | 'scans'
    | 'perStation'
    | 'perLakh',
    string
  >;
  zone: string;
  range: string;
  state: string;
  states: Record<'all' | 'left' | 'behind', string>;
  behind: string;
  pace: (share: string) => string;
  csv: string;
  csvName: string;
  reminder: (count: string) => string;
  reminderLead: string;
  byMail: string;
  onPaper: string;
  reminderText: string;
  show: string;
  back: string;
  copy: string;
  copied: string;
  print: string;
  publicPage: (name: string) => string;
  firstSteps: {
    title: string;
    steps: Record<'look' | 'correct' | 'print', { title: string; text: string }>;
    at: (step: number) => string;
    begin: (step: number) => string;
    onward: (title: string) => string;
    skip: string;
    done: string;
  };
  tiles: Record<TileId, TileWords>;
  boardStates: Record<'all' | 'no-picture' | 'refused' | 'open', string>;
  boardState: string;
}

const hi: HomeWords = {
  waits: 'आपके लिए शेष कार्य',
  sampleNotice: 'नमूना अभियान: ये आँकड़े असली नहीं हैं।',
  nothing: 'अभी आपके लिए कुछ शेष नहीं है।',
  nothingText: 'नया कार्य आते ही वह यहाँ दिखेगा।',
  since: (age) => `${age} से`,
  today: 'आज',
  days: (count) => `${count} दिन`,
  figures: 'अभियान के आँकड़े',
  goal: (goal, share) => `लक्ष्य ${goal} का ${share}`,
  asOf: (day) => `${day} तक`,
  noFigures: 'डाउनलोड के आँकड़े अभी नहीं आए हैं।',
  required: 'प्रतिदिन आवश्यक',
  requiredFrom: (day) => `${day} से प्रतिदिन आवश्यक`,
  rate7: '7 दिन का औसत',
  chance: 'लक्ष्य की संभावना',
  scans: 'कुल स्कैन (इंस्टॉल नहीं)',
  scansWeek: '7 दिन में स्कैन',
  boardsUp: (all) => `${all} में से बोर्ड लगे`,
  place: hindiOrdinal,
  placeAmong: (all) => `${all} जनपदों में स्थान`,
  lateAmong: (all) => `${all} में से जनपद विलंब में`,
  recent: 'अभी हुआ',
  noneRecent: 'अभी कोई कार्य दर्ज नहीं है।',
  boards: (up, all) => `${all} में से ${up} थानों पर बोर्ड`,
  verified: (count) => `${count} सत्यापित`,
  channels: 'माध्यमवार',
  channel: 'माध्यम',
  activity: 'अब तक',
  daysLeft: 'दिन शेष',
  more: 'सभी आँकड़े',
  districts: 'जनपद',
  mostLeft: 'जहाँ सबसे अधिक शेष',
  columns: {
    name: 'जनपद',
    stations: 'थाने',
    up: 'लगे',
    verified: 'सत्यापित',
    left: 'शेष',
    share: 'प्रतिशत',
    score: 'अंक',
    scans: 'स्कैन',
    perStation: 'प्रति थाना',
    perLakh: 'प्रति लाख',
  },
  zone: 'जोन',
  range: 'परिक्षेत्र',
  state: 'स्थिति',
  states: { all: 'सभी', left: 'जहाँ बोर्ड शेष हैं', behind: 'विलंब वाले' },
  behind: 'विलंब',
  pace: (share) => `आज तक ${share} बोर्ड लग जाने चाहिए; इससे कम वाले जनपद विलंब में हैं।`,
  csv: 'सूची सहेजें (CSV)',
  csvName: 'janpad-board',
  reminder: (count) => `स्मरण पत्र (${count})`,
  byMail: 'ई-मेल से',
  onPaper: 'काग़ज़ पर',
  reminderLead: 'विलंब वाले जनपद चुनें, पत्र देखें, फिर कॉपी करें या छापें।',
  reminderText: 'स्मरण पत्र का पाठ',
  show: 'पत्र देखें',
  back: 'सूची पर लौटें',
  copy: 'कॉपी करें',
  copied: 'कॉपी हो गया।',
  print: 'छापें',
  publicPage: (name) => `${name} का सार्वजनिक पृष्ठ`,
  boardState: 'स्थिति',
  boardStates: { all: 'सभी', open: 'शेष', 'no-picture': 'बिना फ़ोटो', refused: 'अस्वीकृत' },
  firstSteps: {
    title: 'पहले तीन कदम',
    steps: {
      look: { title: 'अपना बोर्ड देखें', text: 'इस थाने का बोर्ड ऐसा छपेगा।' },
      correct: {
        title: 'एक नाम जाँचें',
        text: 'नाम सही हो तो “नाम सही है” दबाएँ। गलत हो तो सुधारकर सहेजें।',
      },
      print: {
        title: 'प्रिंटर को भेजें',
        text: 'चित्र देखकर स्वीकृत करें। फिर कार्यादेश दें और वेंडर को लिंक भेजें।',
      },
    },
    at: (step) => `कदम ${step}/3:`,
    begin: (step) => (step === 1 ? 'शुरू करें' : `कदम ${step} पर जाएँ`),
    onward: (title) => `आगे: ${title}`,
    skip: 'छोड़ें',
    done: 'पूरा हुआ',
  },
  tiles: {
    'boards-without-picture': { label: () => 'थानों का बोर्ड या फ़ोटो शेष', act: 'फ़ोटो भेजें' },
    'boards-refused': { label: () => 'बोर्ड अस्वीकृत', act: 'कारण देखें' },
    'boards-to-inspect': { label: () => 'बोर्ड मौके पर देखने हैं', act: 'सूची देखें' },
    'boards-drawn': { label: () => 'बोर्ड ड्रॉ से देखने हैं', act: 'सूची देखें' },
    'names-to-check': { label: () => 'थानों के नाम जाँचने हैं', act: 'नाम देखें' },
    'names-reported': { label: () => 'नाम नागरिकों ने गलत बताए', act: 'नाम देखें' },
    'codes-reported': {
      label: () => 'कोड पर नागरिकों ने गड़बड़ी बताई',
      act: 'मौके पर देखें',
    },
    'activities-due': { label: () => 'प्रकार के कार्य की सूचना शून्य', act: 'दर्ज करें' },
    'codes-low': { label: () => 'लघु कोड के हिस्से समाप्ति पर', act: 'हिस्सा देखें' },
    'own-blasts': { label: () => 'प्रसारण चल रहे या अधूरे', act: 'प्रसारण देखें' },
    'orders-answered': { label: () => 'कार्यादेश के अनुरोध पर उत्तर', act: 'उत्तर देखें' },
    'objections-open': { label: () => 'आपत्तियाँ उत्तर की प्रतीक्षा में', act: 'उत्तर दें' },
    'objections-answered': { label: () => 'आपत्तियों पर मुख्यालय का उत्तर', act: 'उत्तर पढ़ें' },
    'orders-requested': {
      label: () => 'कार्यादेश रोक हटने की प्रतीक्षा में',
      act: 'निर्णय करें',
    },
    'districts-behind': { label: () => 'जनपद विलंब में', act: 'जनपद देखें' },
    'boards-left': { label: () => 'थानों पर बोर्ड शेष', act: 'जनपद देखें' },
    approvals: { label: () => 'प्रविष्टियाँ स्वीकृति हेतु', act: 'निर्णय करें' },
    'notes-waiting': { label: () => 'प्रेस नोट आपके पढ़ने हेतु', act: 'प्रेस नोट पढ़ें' },
    'figures-old': { label: () => 'दिन पुराने डाउनलोड आँकड़े', act: 'आँकड़े दें' },
    'reports-missing': { label: () => 'अवधियों की रिपोर्ट नहीं आई', act: 'रिपोर्ट दें' },
    'blasts-waiting': { label: () => 'प्रसारण स्वीकृति हेतु', act: 'निर्णय करें' },
    'studio-waiting': { label: () => 'सामग्री के प्रारूप स्वीकृति हेतु', act: 'निर्णय करें' },
    'directions-due': { label: () => 'निर्देशों पर कार्य आरंभ नहीं', act: 'निर्देश देखें' },
    'directions-owed': { label: () => 'निर्देश विलंबित', act: 'कार्यवाही भेजें' },
    'directions-review': { label: () => 'कार्यवाही निर्णय के लिए', act: 'देखें' },
    'film-due': { label: () => 'जनपदों में फ़िल्म नहीं चली', act: 'प्रदर्शन दर्ज करें' },
    'radio-due': { label: () => 'रेडियो स्पॉट बिना रिकॉर्डिंग', act: 'रिकॉर्डिंग दें' },
    'social-due': { label: () => 'सोशल मीडिया पोस्ट शेष', act: 'पोस्ट दर्ज करें' },
    'operator-packs': { label: () => 'पैक सेवा प्रदाता को देने हैं', act: 'पैक लें' },
    'invitations-open': { label: () => 'आमंत्रण खुले', act: 'आमंत्रण देखें' },
    'accounts-locked': { label: () => 'खाते बंद', act: 'खाते देखें' },
    'account-requests': { label: () => 'खाता परिवर्तन पुष्टि हेतु', act: 'पुष्टि करें' },
    'mail-failed': { label: () => 'पत्र नहीं भेजे जा सके', act: 'पत्र देखें' },
    trouble: { label: () => 'तकनीकी बाधाएँ', act: 'बाधा देखें' },
    'checks-failed': { label: () => 'जाँचों में सुधार चाहिए', act: 'जाँच देखें' },
  },
};

const some = (one: string, many: string) => (count: number) => (count === 1 ? one : many);

const en: HomeWords = {
  waits: 'Waiting for you',
  sampleNotice: 'Sample campaign: these figures are not real.',
  nothing: 'Nothing waits for you now.',
  nothingText: 'New work appears here as soon as it comes in.',
  since: (age) => `for ${age}`,
  today: 'today',
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
  figures: 'Figures of the campaign',
  goal: (goal, share) => `${share} of the goal of ${goal}`,
  asOf: (day) => `up to ${day}`,
  noFigures: 'No download figures have come in yet.',
  required: 'needed a day',
  requiredFrom: (day) => `needed a day from ${day}`,
  rate7: 'average of 7 days',
  chance: 'chance of the goal',
  scans: 'scans in all (not installs)',
  scansWeek: 'scans in 7 days',
  boardsUp: (all) => `of ${all} boards are up`,
  place: (rank) => `No. ${rank}`,
  placeAmong: (all) => `of ${all} districts`,
  lateAmong: (all) => `of ${all} districts behind`,
  recent: 'Newest entries',
  noneRecent: 'Nothing is entered yet.',
  boards: (up, all) => `boards at ${up} of ${all} stations`,
  verified: (count) => `${count} verified`,
  channels: 'By channel',
  channel: 'Channel',
  activity: 'So far',
  daysLeft: 'days left',
  more: 'All figures',
  districts: 'Districts',
  mostLeft: 'Where most is left',
  columns: {
    name: 'District',
    stations: 'Stations',
    up: 'Up',
    verified: 'Verified',
    left: 'Left',
    share: 'Per cent',
    score: 'Score',
    scans: 'Scans',
    perStation: 'Per station',
    perLakh: 'Per lakh',
  },
  zone: 'Zone',
  range: 'Range',
  state: 'State',
  states: { all: 'All', left: 'With boards left', behind: 'Behind' },
  behind: 'Behind',
  pace: (share) => `By today ${share} of the boards should be up; districts with fewer are behind.`,
  csv: 'Save the list (CSV)',
  csvName: 'district-boards',
  reminder: (count) => `Reminder letter (${count})`,
  byMail: 'By e-mail',
  onPaper: 'On paper',
  reminderLead: 'Choose the districts that are behind, look at the letter, then copy or print it.',
  reminderText: 'Text of the reminder',
  show: 'Show the letter',
  back: 'Back to the list',
  copy: 'Copy',
  copied: 'Copied.',
  print: 'Print',
  publicPage: (name) => `Public page of ${name}`,
  boardState: 'State',
  boardStates: { all: 'All', open: 'Open', 'no-picture': 'Without picture', refused: 'Refused' },
  firstSteps: {
    title: 'First three steps',
    steps: {
      look: {
        title: 'See your board',
        text: 'The board of this station will be printed like this.',
      },
      correct: {
        title: 'Check one name',
        text: 'If the name is right, press “The name is right”. If not, correct and save it.',
      },
      print: {
        title: 'Send it to the printer',
        text: 'Look at the picture and approve it. Then order, and send the vendor the link.',
      },
    },
    at: (step) => `Step ${step} of 3:`,
    begin: (step) => (step === 1 ? 'Begin' : `Go to step ${step}`),
    onward: (title) => `Next: ${title}`,
    skip: 'Leave it out',
    done: 'Done',
  },
  tiles: {
    'boards-without-picture': {
      label: some('board or picture still missing', 'boards or pictures still missing'),
      act: 'Send pictures',
    },
    'boards-refused': { label: some('board refused', 'boards refused'), act: 'See why' },
    'boards-to-inspect': {
      label: some('board to look at on the spot', 'boards to look at on the spot'),
      act: 'See the list',
    },
    'boards-drawn': {
      label: some('drawn board to look at', 'drawn boards to look at'),
      act: 'See the list',
    },
    'names-to-check': {
      label: some('station’s name to check', 'stations’ names to check'),
      act: 'See the names',
    },
    'codes-reported': {
      label: some(
        'code that citizens say is tampered with',
        'codes that citizens say are tampered with',
      ),
      act: 'Look on the spot',
    },
    'names-reported': {
      label: some('name told wrong by a citizen', 'names told wrong by citizens'),
      act: 'See the names',
    },
    'activities-due': {
      label: some('kind of work without an entry', 'kinds of work without an entry'),
      act: 'Record work',
    },
    'codes-low': {
      label: some('share of short codes nearly used up', 'shares of short codes nearly used up'),
      act: 'See the shares',
    },
    'own-blasts': { label: some('blast open', 'blasts open'), act: 'See the blasts' },
    'orders-answered': {
      label: some('order request answered', 'order requests answered'),
      act: 'See the answer',
    },
    'objections-open': {
      label: some('objection waits for an answer', 'objections wait for an answer'),
      act: 'Answer',
    },
    'objections-answered': {
      label: some('objection was answered', 'objections were answered'),
      act: 'Read the answer',
    },
    'orders-requested': {
      label: some(
        'order waits for printing to be released',
        'orders wait for printing to be released',
      ),
      act: 'Decide',
    },
    'districts-behind': {
      label: some('district behind', 'districts behind'),
      act: 'See the districts',
    },
    'boards-left': {
      label: some('board left to put up', 'boards left to put up'),
      act: 'See where',
    },
    approvals: { label: some('entry to decide on', 'entries to decide on'), act: 'Decide' },
    'notes-waiting': {
      label: some('press note waits for your reading', 'press notes wait for your reading'),
      act: 'Read them',
    },
    'figures-old': {
      label: some('day old are the download figures', 'days old are the download figures'),
      act: 'Give figures',
    },
    'reports-missing': {
      label: some('span without a report', 'spans without a report'),
      act: 'Give reports',
    },
    'blasts-waiting': { label: some('blast to approve', 'blasts to approve'), act: 'Decide' },
    'studio-waiting': {
      label: some('draft of the campaign to approve', 'drafts of the campaign to approve'),
      act: 'Decide',
    },
    'directions-due': {
      label: some('direction not begun', 'directions not begun'),
      act: 'See the directions',
    },
    'directions-owed': {
      label: some('direction late', 'directions late'),
      act: 'Hand it in',
    },
    'directions-review': {
      label: some('submission to decide on', 'submissions to decide on'),
      act: 'Look at them',
    },
    'film-due': {
      label: some('district without the film', 'districts without the film'),
      act: 'Record shows',
    },
    'radio-due': {
      label: some('radio spot without a recording', 'radio spots without a recording'),
      act: 'Hand in recordings',
    },
    'social-due': {
      label: some('social media post due', 'social media posts due'),
      act: 'Record posts',
    },
    'operator-packs': {
      label: some('pack for a provider', 'packs for providers'),
      act: 'Take the packs',
    },
    'invitations-open': {
      label: some('invitation open', 'invitations open'),
      act: 'See the invitations',
    },
    'accounts-locked': {
      label: some('account locked', 'accounts locked'),
      act: 'See the accounts',
    },
    'account-requests': {
      label: some('change of an account to confirm', 'changes of accounts to confirm'),
      act: 'Confirm',
    },
    'mail-failed': { label: some('letter not sent', 'letters not sent'), act: 'See the letters' },
    trouble: { label: some('technical trouble', 'technical troubles'), act: 'See the trouble' },
    'checks-failed': {
      label: some('check of the service to act on', 'checks of the service to act on'),
      act: 'See the checks',
    },
  },
};

export const homeWordsIn = inEachLanguage<HomeWords>({ hi, en });
