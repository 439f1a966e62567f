import { sayAge } from '../../campaigns/words/age-words.ts';
import type { Pair } from '../../campaigns/words/pairs.ts';
import type { TileId } from '../../messaging/front/home/home-schemas.ts';
import { inEachLanguage } from './own-language.ts';

/** Hindi has one form behind every count. */
const some =
  (hindi: string, one: string, many: string) =>
  (count: number): Pair => [hindi, count === 1 ? one : many];

export const homeWordsIn = inEachLanguage({
  waits: ['आपके लिए शेष कार्य', 'Waiting for you'],
  nothing: ['अभी आपके लिए कुछ शेष नहीं है।', 'Nothing waits for you now.'],
  nothingText: ['नया कार्य आते ही वह यहाँ दिखेगा।', 'New work appears here as soon as it comes in.'],
  since: (age: string) => [`${age} से`, `for ${age}`],
  today: ['आज', 'today'],
  age: (days: number) => [sayAge(days).hi, sayAge(days).en],
  figures: ['अभियान के आँकड़े', 'Figures of the campaign'],
  goal: (goal: string, share: string) => [
    `लक्ष्य ${goal} का ${share}`,
    `${share} of the goal of ${goal}`,
  ],
  asOf: (day: string) => [`${day} तक`, `up to ${day}`],
  noFigures: ['डाउनलोड के आँकड़े अभी नहीं आए हैं।', 'No download figures have come in yet.'],
  required: ['प्रतिदिन आवश्यक', 'needed a day'],
  requiredFrom: (day: string) => [`${day} से प्रतिदिन आवश्यक`, `needed a day from ${day}`],
  rate7: ['7 दिन का औसत', 'average of 7 days'],
  chance: ['लक्ष्य की संभावना', 'chance of the goal'],
  scans: ['कुल स्कैन (इंस्टॉल नहीं)', 'scans in all (not installs)'],
  scansWeek: ['7 दिन में स्कैन', 'scans in 7 days'],
  boardsUp: (all: string) => [`${all} में से बोर्ड लगे`, `of ${all} boards are up`],
  placeAmong: (all: string) => [`बढ़त में, ${all} जनपदों के बीच`, `in the gain of ${all} districts`],
  lateAmong: (all: string) => [`${all} में से जनपद विलंब में`, `of ${all} districts behind`],
  recent: ['अभी हुआ', 'Newest entries'],
  noneRecent: ['अभी कोई कार्य दर्ज नहीं है।', 'Nothing is entered yet.'],
  verified: ['बोर्ड सत्यापित', 'boards verified'],
  trend: ['कुल डाउनलोड, दिन प्रति दिन', 'Downloads in all, day by day'],
  papers: ['समीक्षा टिप्पणी और पत्र', 'Review note and letters'],
  daysLeft: ['दिन शेष', 'days left'],
  more: ['सभी आँकड़े', 'All figures'],
  districts: ['जनपद', 'Districts'],
  mostLeft: ['जहाँ सबसे अधिक शेष', 'Where most is left'],
  columns: {
    name: ['जनपद', 'District'],
    stations: ['थाने', 'Stations'],
    up: ['लगे', 'Up'],
    verified: ['सत्यापित', 'Verified'],
    left: ['शेष', 'Left'],
    share: ['प्रतिशत', 'Per cent'],
    score: ['अंक', 'Score'],
    scans: ['स्कैन', 'Scans'],
    perStation: ['प्रति थाना', 'Per station'],
    perLakh: ['प्रति लाख', 'Per lakh'],
  },
  zone: ['जोन', 'Zone'],
  range: ['परिक्षेत्र', 'Range'],
  state: ['स्थिति', 'State'],
  states: {
    all: ['सभी', 'All'],
    left: ['जहाँ बोर्ड शेष हैं', 'With boards left'],
    behind: ['विलंब वाले', 'Behind'],
  },
  behind: ['विलंब', 'Behind'],
  pace: (share: string) => [
    `आज तक ${share} बोर्ड लग जाने चाहिए; इससे कम वाले जनपद विलंब में हैं।`,
    `By today ${share} of the boards should be up; districts with fewer are behind.`,
  ],
  csv: ['सूची सहेजें (CSV)', 'Save the list (CSV)'],
  csvName: ['janpad-board', 'district-boards'],
  reminder: (count: string) => [`स्मरण पत्र (${count})`, `Reminder letter (${count})`],
  byMail: ['ई-मेल से', 'By e-mail'],
  onPaper: ['काग़ज़ पर', 'On paper'],
  reminderLead: [
    'विलंब वाले जनपद चुनें, पत्र देखें, फिर कॉपी करें या छापें।',
    'Choose the districts that are behind, look at the letter, then copy or print it.',
  ],
  reminderText: ['स्मरण पत्र का पाठ', 'Text of the reminder'],
  show: ['पत्र देखें', 'Show the letter'],
  back: ['सूची पर लौटें', 'Back to the list'],
  copy: ['कॉपी करें', 'Copy'],
  copied: ['कॉपी हो गया।', 'Copied.'],
  print: ['छापें', 'Print'],
  publicPage: (name: string) => [`${name} का सार्वजनिक पृष्ठ`, `Public page of ${name}`],
  boardState: ['स्थिति', 'State'],
  boardStates: {
    all: ['सभी', 'All'],
    open: ['शेष', 'Open'],
    'no-picture': ['बिना फ़ोटो', 'Without picture'],
    refused: ['अस्वीकृत', 'Refused'],
  },
  firstSteps: {
    title: ['पहले तीन कदम', 'First three steps'],
    steps: {
      look: {
        title: ['अपना बोर्ड देखें', 'See your board'],
        text: ['इस थाने का बोर्ड ऐसा छपेगा।', 'The board of this station will be printed like this.'],
      },
      correct: {
        title: ['एक नाम जाँचें', 'Check one name'],
        text: [
          'नाम सही हो तो “नाम सही है” दबाएँ। गलत हो तो सुधारकर सहेजें।',
          'If the name is right, press “The name is right”. If not, correct and save it.',
        ],
      },
      print: {
        title: ['प्रिंटर को भेजें', 'Send it to the printer'],
        text: [
          'चित्र देखकर स्वीकृत करें। फिर कार्यादेश दें और वेंडर को लिंक भेजें।',
          'Look at the picture and approve it. Then order, and send the vendor the link.',
        ],
      },
    },
    at: (step: number): Pair => [`कदम ${step}/3:`, `Step ${step} of 3:`],
    begin: (step: number) => [
      step === 1 ? 'शुरू करें' : `कदम ${step} पर जाएँ`,
      step === 1 ? 'Begin' : `Go to step ${step}`,
    ],
    onward: (title: string) => [`आगे: ${title}`, `Next: ${title}`],
    skip: ['छोड़ें', 'Leave it out'],
    done: ['पूरा हुआ', 'Done'],
  },
  /** A label follows the count and names what is counted; `act` names the work that a tap leads to. */
  tiles: {
    'boards-without-picture': {
      label: some(
        'थानों का बोर्ड या फ़ोटो शेष',
        'board or picture still missing',
        'boards or pictures still missing',
      ),
      act: ['फ़ोटो भेजें', 'Send pictures'],
    },
    'boards-refused': {
      label: some('बोर्ड अस्वीकृत', 'board refused', 'boards refused'),
      act: ['कारण देखें', 'See why'],
    },
    'boards-to-inspect': {
      label: some(
        'बोर्ड मौके पर देखने हैं',
        'board to look at on the spot',
        'boards to look at on the spot',
      ),
      act: ['सूची देखें', 'See the list'],
    },
    'boards-drawn': {
      label: some('बोर्ड ड्रॉ से देखने हैं', 'drawn board to look at', 'drawn boards to look at'),
      act: ['सूची देखें', 'See the list'],
    },
    'names-to-check': {
      label: some('थानों के नाम जाँचने हैं', 'station’s name to check', 'stations’ names to check'),
      act: ['नाम देखें', 'See the names'],
    },
    'names-reported': {
      label: some(
        'नाम नागरिकों ने गलत बताए',
        'name told wrong by a citizen',
        'names told wrong by citizens',
      ),
      act: ['नाम देखें', 'See the names'],
    },
    'codes-reported': {
      label: some(
        'कोड पर नागरिकों ने गड़बड़ी बताई',
        'code that citizens say is tampered with',
        'codes that citizens say are tampered with',
      ),
      act: ['मौके पर देखें', 'Look on the spot'],
    },
    'activities-due': {
      label: some(
        'प्रकार के कार्य की सूचना शून्य',
        'kind of work without an entry',
        'kinds of work without an entry',
      ),
      act: ['दर्ज करें', 'Record work'],
    },
    'codes-low': {
      label: some(
        'लघु कोड के हिस्से समाप्ति पर',
        'share of short codes nearly used up',
        'shares of short codes nearly used up',
      ),
      act: ['हिस्सा देखें', 'See the shares'],
    },
    'own-blasts': {
      label: some('प्रसारण चल रहे या अधूरे', 'blast open', 'blasts open'),
      act: ['प्रसारण देखें', 'See the blasts'],
    },
    'orders-answered': {
      label: some('कार्यादेश के अनुरोध पर उत्तर', 'order request answered', 'order requests answered'),
      act: ['उत्तर देखें', 'See the answer'],
    },
    'held-acts': {
      label: some(
        'कार्य दूसरे अधिकारी के रूप में आपकी प्रतीक्षा में',
        'act waits for you as the second officer',
        'acts wait for you as the second officer',
      ),
      act: ['देखें और निर्णय लें', 'See and decide'],
    },
    'objections-open': {
      label: some(
        'आपत्तियाँ उत्तर की प्रतीक्षा में',
        'objection waits for an answer',
        'objections wait for an answer',
      ),
      act: ['उत्तर दें', 'Answer'],
    },
    'objections-answered': {
      label: some(
        'आपत्तियों पर मुख्यालय का उत्तर',
        'objection was answered',
        'objections were answered',
      ),
      act: ['उत्तर पढ़ें', 'Read the answer'],
    },
    'orders-requested': {
      label: some(
        'कार्यादेश रोक हटने की प्रतीक्षा में',
        'order waits for printing to be released',
        'orders wait for printing to be released',
      ),
      act: ['निर्णय करें', 'Decide'],
    },
    'districts-behind': {
      label: some('जनपद विलंब में', 'district behind', 'districts behind'),
      act: ['जनपद देखें', 'See the districts'],
    },
    'boards-left': {
      label: some('थानों पर बोर्ड शेष', 'board left to put up', 'boards left to put up'),
      act: ['जनपद देखें', 'See where'],
    },
    approvals: {
      label: some('प्रविष्टियाँ स्वीकृति हेतु', 'entry to decide on', 'entries to decide on'),
      act: ['निर्णय करें', 'Decide'],
    },
    'notes-waiting': {
      label: some(
        'प्रेस नोट आपके पढ़ने हेतु',
        'press note waits for your reading',
        'press notes wait for your reading',
      ),
      act: ['प्रेस नोट पढ़ें', 'Read them'],
    },
    'figures-old': {
      label: some(
        'दिन पुराने डाउनलोड आँकड़े',
        'day old are the download figures',
        'days old are the download figures',
      ),
      act: ['आँकड़े दें', 'Give figures'],
    },
    'reports-missing': {
      label: some('अवधियों की रिपोर्ट नहीं आई', 'span without a report', 'spans without a report'),
      act: ['रिपोर्ट दें', 'Give reports'],
    },
    'blasts-waiting': {
      label: some('प्रसारण स्वीकृति हेतु', 'blast to approve', 'blasts to approve'),
      act: ['निर्णय करें', 'Decide'],
    },
    'blasts-stopped': {
      label: some(
        'प्रसारण अपने-आप रुके, निर्णय चाहिए',
        'blast stopped by itself, to decide on',
        'blasts stopped by themselves, to decide on',
      ),
      act: ['निर्णय करें', 'Decide'],
    },
    'blasts-paused': {
      label: some(
        'प्रसारण अधिकारी ने रोके',
        'blast paused by an officer',
        'blasts paused by officers',
      ),
      act: ['प्रसारण देखें', 'See the blasts'],
    },
    'studio-waiting': {
      label: some(
        'सामग्री के प्रारूप स्वीकृति हेतु',
        'draft of the campaign to approve',
        'drafts of the campaign to approve',
      ),
      act: ['निर्णय करें', 'Decide'],
    },
    'directions-due': {
      label: some('निर्देशों पर कार्य आरंभ नहीं', 'direction not begun', 'directions not begun'),
      act: ['निर्देश देखें', 'See the directions'],
    },
    'directions-owed': {
      label: some('निर्देश विलंबित', 'direction late', 'directions late'),
      act: ['कार्यवाही भेजें', 'Hand it in'],
    },
    'directions-review': {
      label: some('कार्यवाही निर्णय के लिए', 'submission to decide on', 'submissions to decide on'),
      act: ['देखें', 'Look at them'],
    },
    'film-due': {
      label: some(
        'जनपदों में फ़िल्म नहीं चली',
        'district without the film',
        'districts without the film',
      ),
      act: ['प्रदर्शन दर्ज करें', 'Record shows'],
    },
    'radio-due': {
      label: some(
        'रेडियो स्पॉट बिना रिकॉर्डिंग',
        'radio spot without a recording',
        'radio spots without a recording',
      ),
      act: ['रिकॉर्डिंग दें', 'Hand in recordings'],
    },
    'social-due': {
      label: some('सोशल मीडिया पोस्ट शेष', 'social media post due', 'social media posts due'),
      act: ['पोस्ट दर्ज करें', 'Record posts'],
    },
    'operator-packs': {
      label: some('पैक सेवा प्रदाता को देने हैं', 'pack for a provider', 'packs for providers'),
      act: ['पैक लें', 'Take the packs'],
    },
    'invitations-open': {
      label: some('आमंत्रण खुले', 'invitation open', 'invitations open'),
      act: ['आमंत्रण देखें', 'See the invitations'],
    },
    'accounts-locked': {
      label: some('खाते बंद', 'account locked', 'accounts locked'),
      act: ['खाते देखें', 'See the accounts'],
    },
    'account-requests': {
      label: some(
        'खाता परिवर्तन पुष्टि हेतु',
        'change of an account to confirm',
        'changes of accounts to confirm',
      ),
      act: ['पुष्टि करें', 'Confirm'],
    },
    'mail-failed': {
      label: some('पत्र नहीं भेजे जा सके', 'letter not sent', 'letters not sent'),
      act: ['पत्र देखें', 'See the letters'],
    },
    trouble: {
      label: some('तकनीकी बाधाएँ', 'technical trouble', 'technical troubles'),
      act: ['बाधा देखें', 'See the trouble'],
    },
    'checks-failed': {
      label: some(
        'जाँचों में सुधार चाहिए',
        'check of the service to act on',
        'checks of the service to act on',
      ),
      act: ['जाँच देखें', 'See the checks'],
    },
  } satisfies Record<TileId, { label: (count: number) => Pair; act: Pair }>,
});
