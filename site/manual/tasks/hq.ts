import type { Task } from '../task.ts';

/** Tasks of the nodal officer at headquarters. */
export const hqTasks: readonly Task[] = [
  {
    id: 'home',
    view: 'home',
    hi: 'प्रदेश के आँकड़े और समीक्षा टिप्पणी',
    en: 'Figures of the state, and the review note',
    steps: [
      {
        hi: 'ऊपर “आपके लिए शेष कार्य” देखें।',
        en: 'See “Waiting for you” at the top.',
        act: { look: 'आपके लिए शेष कार्य' },
        picture: true,
      },
      {
        hi: 'जनपदों की सूची “थाने”, फिर “बोर्ड” में है। उसे अंक, बोर्ड या स्कैन से छाँटें।',
        en: 'The list of districts is under “Stations”, “Boards”. Sort it by score, boards or scans.',
      },
      {
        hi: '“समीक्षा टिप्पणी और पत्र” खोलें, माह चुनें और “PDF डाउनलोड करें” दबाएँ।',
        en: 'Open “Review note and letters”, choose the month and press “Download PDF”.',
        act: [{ press: 'समीक्षा टिप्पणी और पत्र' }, { look: 'PDF डाउनलोड करें' }],
        picture: true,
      },
    ],
  },
  {
    id: 'reports',
    view: 'reports',
    hi: 'डाउनलोड के आँकड़े दर्ज करें',
    en: 'Enter the figures of downloads',
    steps: [
      {
        hi: 'स्टोर की रिपोर्ट “रिपोर्ट की फ़ाइल” में चुनें, जैसी मिली।',
        en: 'Choose the store’s report in “File of the report”, just as it came.',
        act: { look: 'रिपोर्ट की फ़ाइल' },
      },
      {
        hi: '“देखें कि क्या बदलेगा” दबाएँ और सारणी पढ़ें।',
        en: 'Press “See what would change” and read the table.',
        act: { look: 'देखें कि क्या बदलेगा' },
        picture: true,
      },
      {
        hi: '“पुष्टि करें और दर्ज करें” दबाएँ। जो योग को दूर तक बदलता है, उसका कारण लिखें। वह दूसरे अधिकारी को जाता है।',
        en: 'Press “Confirm and store”. Give the reason for what moves a total far. It goes to a second officer.',
      },
      {
        hi: 'केवल फ़ोन या पत्र से संख्या ज्ञात हो तो “कुल डाउनलोड” और “किसने बताया” भरें।',
        en: 'If only told by phone or letter, fill in “Total downloads” and “Who said so”.',
        act: [
          { fill: 'कुल डाउनलोड', with: '1,62,345' },
          { fill: 'किसने बताया', with: 'SAMPLE दूरभाष से' },
        ],
      },
    ],
  },
  {
    id: 'held-acts',
    view: 'held-acts',
    hi: 'दूसरे अधिकारी के रूप में निर्णय लें',
    en: 'Decide as the second officer',
    steps: [
      {
        hi: 'हर कार्य के नीचे पढ़ें कि उससे क्या बदलेगा।',
        en: 'Read below each act what it would change.',
      },
      {
        hi: 'कारण और यह भी पढ़ें कि एक अधिकारी से वह क्यों नहीं होता।',
        en: 'Read the reason, and why one officer alone does not do it.',
      },
      {
        hi: '“स्वीकार करें” दबाएँ, या टिप्पणी लिखकर “अस्वीकार करें”। अपना भेजा हुआ वापस लिया जा सकता है।',
        en: 'Press “Accept”, or write a remark and press “Refuse”. What you sent yourself you may take back.',
      },
    ],
  },
  {
    id: 'blasts',
    view: 'blasts',
    hi: 'प्रसारण स्वीकृत करें',
    en: 'Approve a blast',
    steps: [
      {
        hi: '“आपकी स्वीकृति की प्रतीक्षा में” का प्रसारण खोलें।',
        en: 'Open a blast under “Waiting for your approval”.',
        act: { press: 'SAMPLE खोए सामान' },
        picture: true,
      },
      {
        hi: '“पाठ”, “सूची” और “व्यय” की पंक्तियाँ पढ़ें।',
        en: 'Read the rows “Text”, “List” and “Cost”.',
        act: { look: 'व्यय' },
      },
      {
        hi: '“पूर्वाभ्यास देखें” दबाएँ: पहले मिनट में किसे क्या जाएगा।',
        en: 'Press “Show the dry run”: what goes to whom in the first minute.',
        act: { look: 'पूर्वाभ्यास देखें' },
      },
      {
        hi: '“जाँचें और निर्णय लें” दबाएँ: सब कुछ एक पृष्ठ पर।',
        en: 'Press “Check and decide”: all of it on one page.',
        act: { press: 'जाँचें और निर्णय लें' },
      },
      {
        hi: 'ठीक हो तो “स्वीकृत करें” दबाएँ।',
        en: 'If it is right, press “Approve”.',
        act: { look: 'स्वीकृत करें' },
        picture: true,
      },
      {
        hi: 'नहीं तो “कुछ ठीक नहीं है?” में “टिप्पणी” लिखें और “सुधार के लिए लौटाएँ” दबाएँ।',
        en: 'If not, write a “Remark” under “Is something wrong?” and press “Send back to be corrected”.',
      },
    ],
  },
  {
    id: 'studio',
    view: 'studio',
    hi: 'बोर्ड और साइट के शब्द बदलें',
    en: 'Change the words of boards and site',
    steps: [
      {
        hi: '“प्रारूप बनाएँ” दबाएँ।',
        en: 'Press “Make a draft”.',
        act: { press: 'प्रारूप बनाएँ' },
        picture: true,
      },
      {
        hi: 'शब्द बदलें। पास में दिखता है कि छपने पर कैसा होगा।',
        en: 'Change the words. Beside them you see how it will be printed.',
      },
      {
        hi: '“क्या बदला” पढ़ें और “स्वीकृति हेतु भेजें” दबाएँ।',
        en: 'Read “What changed” and press “Submit for approval”.',
        act: { look: 'स्वीकृति हेतु भेजें' },
      },
      {
        hi: 'दूसरा अधिकारी “स्वीकृत कर प्रकाशित करें” दबाता है। फ़ाइलें नई बनती हैं।',
        en: 'Another officer presses “Approve and publish”. The files are made again.',
      },
    ],
  },
  {
    id: 'directions',
    view: 'directions',
    hi: 'निर्देशों पर निर्णय करें',
    en: 'Decide on directions',
    query: '?state=submitted&office=all',
    steps: [
      {
        hi: 'सूची में प्रेषित निर्देश खोलें।',
        en: 'Open a direction that was handed in.',
        act: { look: 'L3' },
        picture: true,
      },
      {
        hi: 'कृत कार्यवाही, आँकड़े और संलग्नक देखें।',
        en: 'Look at what was done, the figures and the papers.',
      },
      {
        hi: 'पूरा हो तो “स्वीकार करें” दबाएँ।',
        en: 'If it is complete, press “Accept”.',
      },
      {
        hi: 'अधूरा हो तो “टिप्पणी के साथ लौटाएँ” दबाएँ।',
        en: 'If not, press “Return with the remark”.',
      },
      {
        hi: 'नया पत्र या कार्यवृत्त “बैठकें व पत्र” में रखें।',
        en: 'Put a new letter or new minutes under “Meetings and letters”.',
        act: { look: 'बैठकें व पत्र' },
      },
    ],
  },
];
