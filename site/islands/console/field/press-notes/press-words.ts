import { plural } from '../../../../../campaigns/words/plural.ts';
import { pressRuleWords } from '../../../../../campaigns/words/press-rule-words.ts';
import { headquarters } from '../../../../i18n/campaign-names.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';
import { useConsole } from '../../ui/console-context.ts';

/** The words of press notes. */
export const pressWordsIn = inEachLanguage({
  lead: (app: string) => [
    `${app} ऐप से दर्ज मुकदमों का समय-समय पर स्थानीय समाचार-पत्रों में प्रकाशन कराया जाता है।`,
    `Cases registered through ${app} are published in local newspapers from time to time.`,
  ],
  add: ['नया प्रेस नोट', 'New press note'],
  none: ['अभी कोई प्रेस नोट नहीं है।', 'There is no press note yet.'],
  firstSteps: [
    'पहले माह के आँकड़ों का नोट बनाएँ: थानावार संख्या भरें, पूर्वावलोकन देखें और जारी करें। केवल चुने गए तथ्यों का नोट आप स्वयं जारी करते हैं।',
    'Begin with a month’s counts: enter the numbers by station, look at the preview and issue it. A note of chosen facts is issued by you alone.',
  ],
  queue: ['द्वितीय अधिकारी के पढ़ने हेतु', 'To be read by the second officer'],
  queueNone: ['पढ़ने के लिए कोई प्रेस नोट शेष नहीं है।', 'No press note waits to be read.'],
  all: ['सभी प्रेस नोट', 'All press notes'],
  queueAll: (count: string) => [`पढ़ने हेतु सभी ${count} देखें`, `See all ${count} that wait`],
  changed: ['अंतिम परिवर्तन', 'Last changed'],
  orders: {
    newest: ['नवीनतम पहले', 'Latest first'],
    urgent: ['पहले जिन पर कार्यवाही शेष है', 'What waits for somebody first'],
    oldest: ['सबसे पुराने पहले', 'Oldest first'],
    place: ['जनपद', 'District'],
  },
  back: ['प्रेस नोटों की सूची', 'All press notes'],
  number: (number: string) => [`संख्या ${number}`, `No. ${number}`],
  draftOf: (day: string, by: string) => [`${day} · ${by}`, `${day} · ${by}`],
  issuedOn: (day: string, by: string) => [`${day} को जारी · ${by}`, `Issued ${day} · ${by}`],
  printed: (count: string) => [
    `${count} समाचार-पत्र में प्रकाशित`,
    `Printed in ${count} ${plural.en(count, 'newspaper', 'newspapers')}`,
  ],
  status: {
    draft: ['प्रारूप', 'Draft'],
    waiting: ['द्वितीय अधिकारी के पढ़ने हेतु', 'To be read by second officer'],
    issued: ['जारी', 'Issued'],
    cancelled: ['निरस्त', 'Cancelled'],
  },
  kinds: {
    counts: {
      name: ['माह के आँकड़े', 'Counts of a month'],
      hint: ['श्रेणी और थाने के अनुसार दर्ज प्रकरणों की संख्या', 'Number of cases by category and station'],
    },
    story: {
      name: ['एक सफल प्रकरण', 'One success'],
      hint: [
        'किस थाने का, कितने दिन में, क्या परिणाम; नाम कभी नहीं',
        'Which station, how many days, what came of it; never a name',
      ],
    },
    appeal: {
      name: ['जनता से अपील', 'Appeal to the public'],
      hint: ['ऐप के उपयोग की अपील, तैयार पाठ से', 'To use the app, from ready texts'],
    },
  },
  steps: ['प्रेस नोट के चरण', 'Steps of the press note'],
  stepNames: {
    kind: ['प्रकार', 'Kind'],
    facts: ['तथ्य', 'Facts'],
    words: ['शब्द', 'Words'],
  },
  stepTitles: {
    kind: ['किस प्रकार का प्रेस नोट?', 'Which kind of press note?'],
    facts: ['तथ्य चुनें', 'Choose the facts'],
    words: ['शब्दावली चुनें और देखें', 'Choose the wording and look'],
  },
  next: ['आगे बढ़ें', 'Go on'],
  previous: ['पीछे', 'Back'],
  save: ['सहेजें', 'Save'],
  month: ['माह', 'Month'],
  category: ['श्रेणी', 'Category'],
  count: ['संख्या', 'Number'],
  station: ['थाना', 'Police station'],
  registeredOn: ['दर्ज होने का दिनांक (वैकल्पिक)', 'Registered on (optional)'],
  registeredHint: ['भरने पर वाक्य में आएगा', 'Filled in, it stands in the sentence'],
  days: ['कितने दिन में', 'Days it took'],
  daysHint: [
    'दर्ज होने से परिणाम तक; उसी दिन हो तो 0',
    'From the report to the result; 0 for the same day',
  ],
  result: ['परिणाम', 'Result'],
  appeal: ['अपील का विषय', 'Subject of the appeal'],
  service: ['ऐप की सेवा (वैकल्पिक)', 'Service of the app (optional)'],
  noService: ['कोई विशेष सेवा नहीं', 'No service in particular'],
  language: ['नोट की भाषा', 'Language of the note'],
  languages: {
    hi: ['हिंदी', 'Hindi'],
    en: ['अंग्रेज़ी', 'English'],
  },
  wording: ['शब्दावली', 'Wording'],
  wordingName: (wording: number) => [`पाठ ${wording}`, `Text ${wording}`],
  ownWords: ['अपने शब्द जोड़ें', 'Add words of your own'],
  needsNobody: [
    'यह नोट केवल चुने गए तथ्यों से बना है; सहेजने के बाद आप स्वयं जारी कर सकते हैं।',
    'This note is made of chosen facts only; once saved, you can issue it yourself.',
  ],
  needsReader: [
    'आपने शब्द लिखे हैं: नोट तभी जारी होगा जब दूसरे अधिकारी उसे पढ़ लेंगे।',
    'You typed words: the note goes out once another officer has read it.',
  ],
  addRow: ['पंक्ति जोड़ें', 'Add a row'],
  removeRow: (row: number) => [`पंक्ति ${row} हटाएँ`, `Remove row ${row}`],
  rowName: (row: number) => [`पंक्ति ${row}`, `Row ${row}`],
  unconfirmed: [
    `श्रेणियों की सूची समाचार रिपोर्टों पर आधारित है; इसकी पुष्टि ${headquarters.hi} से होनी शेष है।`,
    `The list of categories rests on press reports; ${headquarters.en} has yet to confirm it.`,
  ],
  excluded: ['जो श्रेणियाँ सूची में नहीं हैं, और क्यों', 'Categories that are not in the list, and why'],
  smallCounts: (least: number) => [
    `${least} से कम संख्या वाले थाने केवल जनपद के योग में दिखते हैं। इससे किसी व्यक्ति की पहचान नहीं होती।`,
    `Stations with fewer than ${least} are hidden by themselves and stand in the district’s total only, so that nobody can be known.`,
  ],
  title: ['शीर्षक', 'Title'],
  titleHint: ['खाली छोड़ने पर तैयार शीर्षक लगेगा', 'Leave it empty for the usual title'],
  details: ['अतिरिक्त विवरण', 'More details'],
  detailsHint: [
    'नाम, पता, नंबर, आयु और दोष की बात न लिखें; आरोपी अज्ञात ही रहता है',
    'No names, addresses, numbers, ages or words of guilt; the accused stays unknown',
  ],
  nothingFound: [
    'जाँच में कुछ नहीं मिला, पर जाँच हर नाम और हर संकेत नहीं पहचानती। हर शब्द स्वयं पढ़ें।',
    'The check found nothing, and it knows neither every name nor every hint. Read each word yourself.',
  ],
  blocked: [
    'ये अंश प्रकाशित नहीं हो सकते; इन्हें हटाएँ। इन पर कोई छूट नहीं मिलती।',
    'This cannot be published; take it out. Nobody can overrule it.',
  ],
  hints: [
    'इन अंशों पर ध्यान दें; जाँच इनके अलावा बहुत कुछ नहीं पहचानती।',
    'Look at these; there is much that the check does not know.',
  ],
  level: {
    block: ['वर्जित', 'Barred'],
    hint: ['ध्यान दें', 'Look at it'],
  },
  rules: pressRuleWords,
  preview: ['पूर्वावलोकन', 'Preview'],
  pressNote: ['प्रेस नोट', 'Press note'],
  qr: (link: string) => [`${link} का क्यूआर कोड`, `QR code of ${link}`],
  submitTitle: ['द्वितीय अधिकारी को भेजें', 'Send it to the second officer'],
  submitText: [
    'इस नोट में लिखे हुए शब्द हैं। दूसरे अधिकारी उन्हें पढ़कर ही नोट जारी करेंगे।',
    'Words were typed into this note. Another officer reads them and issues it.',
  ],
  submit: ['पढ़ने के लिए भेजें', 'Send it to be read'],
  edit: ['बदलें', 'Change'],
  returned: (why: string) => [
    `द्वितीय अधिकारी ने लौटाया: ${why}`,
    `Sent back by the second officer: ${why}`,
  ],
  waitsFor: {
    district: [
      'जनपद के दूसरे अधिकारी इसे पढ़ेंगे; जोन और मुख्यालय भी पढ़ सकते हैं। तब तक नोट जारी नहीं हो सकता।',
      'Another officer of the district reads it; the zone and HQ may as well. Until then it cannot be issued.',
    ],
    zone: [
      'जनपद में कोई दूसरा पात्र अधिकारी नहीं है, इसलिए जोन के अधिकारी इसे पढ़ेंगे। तब तक नोट जारी नहीं हो सकता।',
      'The district has no other officer who may read it, so the zone does. Until then it cannot be issued.',
    ],
    hq: [
      'जनपद और जोन में कोई दूसरा पात्र अधिकारी नहीं है, इसलिए मुख्यालय इसे पढ़ेगा। तब तक नोट जारी नहीं हो सकता।',
      'Neither district nor zone has another officer who may read it, so HQ does. Until then it cannot be issued.',
    ],
  },
  waitsForNobody: [
    'अभी कोई पात्र अधिकारी नहीं है जो इसे पढ़ सके। व्यवस्थापक से जनपद के दूसरे अधिकारी का खाता बनवाएँ।',
    'There is no officer who may read it. Ask the administrator for an account of a second officer of the district.',
  ],
  readTitle: ['पढ़ें और निर्णय लें', 'Read and decide'],
  readText: (by: string) => [
    `ये शब्द ${by} ने लिखे हैं; नोट के शेष वाक्य चुने गए तथ्यों से बने हैं।`,
    `${by} typed these words; the note’s other sentences are made of chosen facts.`,
  ],
  questions: {
    victim: [
      'क्या इससे किसी अपराध के पीड़ित की पहचान हो सकती है?',
      'Can the victim of an offence be known by it?',
    ],
    minor: ['क्या इसमें 18 वर्ष से कम आयु के किसी व्यक्ति की बात है?', 'Is it about anybody below 18?'],
    sexual: ['क्या इसमें यौन अपराध का उल्लेख या संकेत है?', 'Does it mention or hint at a sexual offence?'],
    identity: [
      'क्या कोई स्थान, नाम, रिश्ता या विवरण किसी व्यक्ति की पहचान कराता है?',
      'Does a place, name, relation or detail make a person known?',
    ],
  },
  answers: {
    yes: ['हाँ', 'Yes'],
    no: ['नहीं', 'No'],
  },
  saidYes: [
    'किसी प्रश्न का उत्तर “हाँ” है, इसलिए नोट जारी नहीं होगा; कारण लिखकर लौटाएँ।',
    'One answer is yes, so the note is not issued; send it back and say why.',
  ],
  readIssue: ['पढ़ लिया, जारी करें', 'I have read it, issue it'],
  sendBack: ['लौटाएँ', 'Send back'],
  sendBackReason: ['लौटाने का कारण', 'Why it is sent back'],
  readByOfficer: (by: string) => [`लिखे हुए शब्द पढ़े: ${by}`, `Typed words were read by ${by}`],
  issueTitle: ['जारी करें', 'Issue'],
  issueText: [
    'इस नोट में कोई लिखा हुआ शब्द नहीं है; आप स्वयं जारी कर सकते हैं। जारी करते ही नोट को जनपद की अगली संख्या मिलेगी। फिर वह बदला नहीं जा सकेगा।',
    'Nothing is typed in this note, so you can issue it yourself. Once issued, the note has the district’s next number and cannot be changed any more.',
  ],
  issue: ['प्रेस नोट जारी करें', 'Issue the press note'],
  done: {
    sendBack: ['नोट जनपद को लौटाया गया।', 'The note went back to the district.'],
    submitted: [
      'नोट द्वितीय अधिकारी को पढ़ने के लिए भेजा गया।',
      'The note went to the second officer to be read.',
    ],
    issued: (number: string) => [
      `प्रेस नोट संख्या ${number} जारी हुआ। अब उसे समाचार-पत्रों को दें।`,
      `Press note no. ${number} is issued. Now give it to the newspapers.`,
    ],
    cancelled: [
      'प्रेस नोट निरस्त हुआ; उसकी संख्या बनी रहेगी।',
      'The press note is cancelled; its number stays.',
    ],
    appeared: [
      'प्रकाशन दर्ज हुआ; यह प्रगति में समाचार के रूप में गिना जाएगा।',
      'Recorded; the progress counts it as a news item.',
    ],
    cutting: ['कतरन की फ़ोटो सहेजी गई।', 'The picture of the cutting is stored.'],
  },
  files: ['समाचार-पत्रों को दें', 'Give it to the newspapers'],
  pdf: ['PDF', 'PDF'],
  docx: ['Word (DOCX)', 'Word (DOCX)'],
  copy: ['व्हाट्सऐप का पाठ कॉपी करें', 'Copy the text for WhatsApp'],
  copied: ['पाठ कॉपी हुआ; व्हाट्सऐप में चिपकाएँ।', 'Copied; paste it in WhatsApp.'],
  share: ['फ़ोन से भेजें', 'Send from the phone'],
  whatsapp: ['व्हाट्सऐप का पाठ', 'Text for WhatsApp'],
  cancelTitle: ['निरस्त करना', 'Cancelling'],
  cancelText: [
    'त्रुटि हो तो नोट निरस्त करें और नया जारी करें। निरस्त नोट की संख्या किसी और को नहीं मिलती।',
    'If there is an error, cancel the note and issue a new one. Nobody else gets its number.',
  ],
  cancelReason: ['निरस्त करने का कारण', 'Why it is cancelled'],
  cancelIt: ['प्रेस नोट निरस्त करें', 'Cancel the press note'],
  cancelledText: (why: string) => [`निरस्त: ${why}`, `Cancelled: ${why}`],
  logTitle: ['कहाँ-कहाँ प्रकाशित हुआ', 'Where it was printed'],
  logNone: ['अभी कहीं प्रकाशित होना दर्ज नहीं है।', 'No newspaper is recorded yet.'],
  paper: ['समाचार-पत्र', 'Newspaper'],
  paperHint: ['संस्करण सहित, जैसे अमर उजाला, आगरा', 'With its edition, such as Amar Ujala, Agra'],
  day: ['प्रकाशन का दिन', 'Day of the newspaper'],
  record: ['प्रकाशन दर्ज करें', 'Record it'],
  cuttingAdd: ['कतरन की फ़ोटो दें', 'Add the cutting’s picture'],
  cuttingOf: (paper: string) => [`${paper} की कतरन`, `Cutting from ${paper}`],
  withdrawn: ['निरस्त, गिनती में नहीं', 'Taken back, not counted'],
  chooseStation: ['थाना चुनें', 'Choose a station'],
  chooseCategory: ['श्रेणी चुनें', 'Choose a category'],
  chooseResult: ['परिणाम चुनें', 'Choose a result'],
  faults: {
    kind: ['प्रकार चुनें', 'Choose a kind'],
    rows: ['कम से कम एक पंक्ति भरें', 'Fill in at least one row'],
    row: ['थाना, श्रेणी और 1 या अधिक संख्या भरें', 'Fill in station, category and a number of 1 or more'],
    double: ['यह थाना और श्रेणी ऊपर आ चुके हैं', 'This station and category stand above already'],
    station: ['थाना चुनें', 'Choose a station'],
    category: ['श्रेणी चुनें', 'Choose a category'],
    day: [
      'अभियान के आरंभ से आज तक का दिनांक भरें',
      'Fill in a day from the start of the campaign to today',
    ],
    days: ['0 से 3,650 तक दिन भरें', 'Fill in 0 to 3,650 days'],
    result: ['परिणाम चुनें', 'Choose a result'],
    appeal: ['विषय चुनें', 'Choose a subject'],
    reason: ['कारण लिखें', 'Write a reason'],
    answer: ['उत्तर चुनें', 'Choose an answer'],
  },
});

/** The words of these views in the page's language. */
export function usePressWords() {
  return pressWordsIn(useConsole().language);
}
