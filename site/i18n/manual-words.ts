import { inEachLanguage } from './own-language.ts';

export const manualWordsIn = inEachLanguage({
  title: ['अधिकारियों की पुस्तिका', 'Manual for officers'],
  description: [
    'हर दायित्व के कार्य, कदम-दर-कदम, पोर्टल के चित्रों के साथ।',
    'The tasks of each role, step by step, with pictures of the console.',
  ],
  doors: {
    use: {
      title: ['उपयोग', 'Use'],
      text: [
        'पोर्टल में अपना कार्य कैसे करें। अपना दायित्व चुनें।',
        'How to do your work in the console. Choose your role.',
      ],
    },
    run: {
      title: ['संचालन', 'Run'],
      text: [
        'सर्वर पर स्थापना, बैकअप, चेतावनियाँ। प्रशासक के लिए, अंग्रेज़ी में।',
        'Setting up the server, backup, alerts. For administrators.',
      ],
      link: ['संचालन-पुस्तिका', 'Handbook for who runs it'],
    },
    change: {
      title: ['परिवर्तन', 'Change'],
      text: [
        'ऐप की टीम के लिए: इंस्टॉल बताने का तरीका।',
        'For the app’s team: how installs are reported.',
      ],
    },
    decide: {
      title: ['निर्णय', 'Decide'],
      text: [
        'मुख्यालय के लिए: आँकड़े, जनपदों के अंक और निर्देश।',
        'For headquarters: figures, scores of districts and directions.',
      ],
      score: ['अंक कैसे बनते हैं', 'How the score is made'],
    },
  },
  card: ['थाने की दीवार के लिए एक पन्ना', 'One page for the wall of a station'],
  write: ['जनसंपर्क अधिकारी (PRO) का नाम और नंबर:', 'Name and number of the PRO:'],
  citizens: ['नागरिकों के लिए', 'For citizens'],
  tasks: ['इस पुस्तिका में', 'In this manual'],
  open: (section: string, view: string) => [
    section === view ? `पोर्टल में “${view}” खोलें।` : `पोर्टल में “${section}”, फिर “${view}” खोलें।`,
    section === view
      ? `Open “${view}” in the console.`
      : `Open “${section}”, then “${view}” in the console.`,
  ],
  picture: (step: string) => [`पोर्टल का चित्र: ${step}`, `Picture of the console: ${step}`],
  print: [
    'छापने या PDF बनाने के लिए ब्राउज़र में “प्रिंट” चुनें, काग़ज़ A4।',
    'To print it or make a PDF choose “Print” in the browser, paper A4.',
  ],
  sample: [
    'चित्र नमूना आँकड़ों के हैं। पीला घेरा वह जगह है जिसे दबाना या भरना है।',
    'Pictures show sample figures. The yellow ring is what to press or fill in.',
  ],
  back: ['सभी दायित्व', 'All roles'],
  firstSteps: ['पोर्टल में: पहले तीन कदम', 'In the console: the first three steps'],
});
