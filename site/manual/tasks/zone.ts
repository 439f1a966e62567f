import type { Task } from '../task.ts';

/** Tasks of a zone's ADG and a range's IG or DIG; a range reads. */
export const zoneTasks: readonly Task[] = [
  {
    id: 'home',
    view: 'home',
    hi: 'अपने क्षेत्र के आँकड़े देखें',
    en: 'Read the figures of your area',
    steps: [
      {
        hi: 'ऊपर वे कार्य हैं जो आपके लिए शेष हैं।',
        en: 'At the top stands what waits for you.',
        act: { look: 'आपके लिए शेष कार्य' },
        picture: true,
      },
      {
        hi: 'नीचे देखें कि कितने जनपद विलंब में हैं, और उसे दबाएँ।',
        en: 'See below how many districts are behind, and press it.',
        act: { press: '8 में से जनपद विलंब में' },
      },
      {
        hi: 'जनपद का नाम दबाएँ। हर थाने के बोर्ड की स्थिति खुलती है।',
        en: 'Press a district’s name. It shows the state of each station’s board.',
      },
    ],
  },
  {
    id: 'approvals',
    view: 'approvals',
    hi: 'प्रविष्टि स्वीकृत या अस्वीकृत करें (जोन)',
    en: 'Approve or reject an entry (zone)',
    steps: [
      {
        hi: 'सूची में प्रविष्टि दबाएँ।',
        en: 'Press an entry in the list.',
        act: { press: 'बरगढ़, चित्रकूट' },
        picture: true,
      },
      {
        hi: 'फ़ोटो को उस थाने से मिलाएँ जिसका नाम साथ लिखा है।',
        en: 'Compare the picture with the station named beside it.',
      },
      {
        hi: 'ठीक हो तो “स्वीकृत करें” दबाएँ।',
        en: 'If it is right, press “Approve”.',
        act: { look: 'स्वीकृत करें' },
        picture: true,
      },
      {
        hi: 'ठीक न हो तो “टिप्पणी” में कारण लिखें और “अस्वीकृत करें” दबाएँ।',
        en: 'If not, write why in “Remark” and press “Reject”.',
        act: { look: 'अस्वीकृत करें' },
      },
      {
        hi: 'जिससे सार्वजनिक आँकड़ा घटे, उसे दूसरे अधिकारी भी स्वीकार करते हैं।',
        en: 'What lowers a public figure takes a second officer as well.',
      },
      {
        hi: 'निर्णय बाद में “निर्णय बदलें” से बदला जा सकता है।',
        en: 'A decision can be changed later by “Change the decision”.',
      },
    ],
  },
  {
    id: 'directions',
    view: 'directions',
    hi: 'जनपदों की सूचना अग्रसारित करें',
    en: 'Forward what districts handed in',
    query: '?matrix',
    steps: [
      {
        hi: '“सारणी” में हर जनपद का पूर्ण और विलंबित दिखता है।',
        en: '“Matrix” shows what each district has done and what is late.',
        act: { look: 'सारणी' },
        picture: true,
      },
      {
        hi: 'खाना दबाएँ, फिर सूची से निर्देश खोलें।',
        en: 'Press a cell, then open the direction from the list.',
      },
      {
        hi: 'सूचना पढ़ें। पूरी हो तो “अग्रसारित करें” दबाएँ।',
        en: 'Read it. If it is complete, press “Forward”.',
      },
      {
        hi: 'अधूरी हो तो “टिप्पणी” लिखें और “टिप्पणी के साथ लौटाएँ” दबाएँ।',
        en: 'If not, write a “Remark” and press “Return with the remark”.',
      },
    ],
  },
  {
    id: 'press-notes',
    view: 'press-notes',
    hi: 'जनपद का प्रेस नोट पढ़ें (जोन)',
    en: 'Read a press note of a district (zone)',
    steps: [
      {
        hi: '“द्वितीय अधिकारी के पढ़ने हेतु” में नोट खोलें।',
        en: 'Open the note under “To be read by the second officer”.',
        act: { look: 'द्वितीय अधिकारी के पढ़ने हेतु' },
      },
      {
        hi: 'हर शब्द पढ़ें। चारों प्रश्नों का उत्तर दें।',
        en: 'Read every word. Answer the four questions.',
      },
      {
        hi: 'सब ठीक हो तो “पढ़ लिया, जारी करें” दबाएँ।',
        en: 'If all is right, press “I have read it, issue it”.',
      },
      {
        hi: 'एक भी उत्तर “हाँ” हो तो कारण लिखकर “लौटाएँ”।',
        en: 'If one answer is yes, write why and press “Send back”.',
      },
    ],
  },
];
