import { inEachLanguage } from './own-language.ts';
import type { Wide } from './words.ts';

const hi = {
  title: 'अधिकारियों की पुस्तिका',
  description: 'हर दायित्व के कार्य, कदम-दर-कदम, पोर्टल के चित्रों के साथ।',
  doors: {
    use: { title: 'उपयोग', text: 'पोर्टल में अपना कार्य कैसे करें। अपना दायित्व चुनें।' },
    run: {
      title: 'संचालन',
      text: 'सर्वर पर स्थापना, बैकअप, चेतावनियाँ। प्रशासक के लिए, अंग्रेज़ी में।',
      link: 'संचालन-पुस्तिका',
    },
    change: { title: 'परिवर्तन', text: 'ऐप की टीम के लिए: इंस्टॉल बताने का तरीका।' },
    decide: {
      title: 'निर्णय',
      text: 'मुख्यालय के लिए: आँकड़े, जनपदों के अंक और निर्देश।',
      score: 'अंक कैसे बनते हैं',
    },
  },
  card: 'थाने की दीवार के लिए एक पन्ना',
  write: 'जनसंपर्क अधिकारी (PRO) का नाम और नंबर:',
  citizens: 'नागरिकों के लिए',
  tasks: 'इस पुस्तिका में',
  open: (section: string, view: string) =>
    section === view ? `पोर्टल में “${view}” खोलें।` : `पोर्टल में “${section}”, फिर “${view}” खोलें।`,
  picture: (step: string) => `पोर्टल का चित्र: ${step}`,
  print: 'छापने या PDF बनाने के लिए ब्राउज़र में “प्रिंट” चुनें, काग़ज़ A4।',
  sample: 'चित्र नमूना आँकड़ों के हैं। पीला घेरा वह जगह है जिसे दबाना या भरना है।',
  back: 'सभी दायित्व',
  firstSteps: 'पोर्टल में: पहले तीन कदम',
};

const en: Wide<typeof hi> = {
  title: 'Manual for officers',
  description: 'The tasks of each role, step by step, with pictures of the console.',
  doors: {
    use: { title: 'Use', text: 'How to do your work in the console. Choose your role.' },
    run: {
      title: 'Run',
      text: 'Setting up the server, backup, alerts. For administrators.',
      link: 'Handbook for who runs it',
    },
    change: { title: 'Change', text: 'For the app’s team: how installs are reported.' },
    decide: {
      title: 'Decide',
      text: 'For headquarters: figures, scores of districts and directions.',
      score: 'How the score is made',
    },
  },
  card: 'One page for the wall of a station',
  write: 'Name and number of the PRO:',
  citizens: 'For citizens',
  tasks: 'In this manual',
  open: (section, view) =>
    section === view
      ? `Open “${view}” in the console.`
      : `Open “${section}”, then “${view}” in the console.`,
  picture: (step) => `Picture of the console: ${step}`,
  print: 'To print it or make a PDF choose “Print” in the browser, paper A4.',
  sample: 'Pictures show sample figures. The yellow ring is what to press or fill in.',
  back: 'All roles',
  firstSteps: 'In the console: the first three steps',
};

export const manualWordsIn = inEachLanguage<Wide<typeof hi>>({ hi, en });
