import type { Task } from '../task.ts';

/** Tasks of the public relations officer of a district. */
export const districtTasks: readonly Task[] = [
  {
    id: 'boards',
    view: 'boards',
    hi: 'लगे हुए बोर्ड की फ़ोटो भेजें',
    en: 'Send the picture of a board that hangs',
    steps: [
      {
        hi: 'थाने की पंक्ति में “फ़ोटो भेजें” दबाएँ।',
        en: 'Press “Send a picture” in the row of the station.',
        act: { look: 'फ़ोटो भेजें' },
        picture: true,
      },
      {
        hi: 'फ़ोटो सामने से लें। पूरा बोर्ड, थाने का नाम और क्यूआर कोड साफ़ दिखें।',
        en: 'Take the picture from the front. The whole board, the name of the station and the QR code must be clear.',
      },
      {
        hi: 'कोड, रंग और नाम उसी बोर्ड के हों तो वह अपने आप सत्यापित होता है। नहीं तो जोन देखता है।',
        en: 'Where code, colours and name are those of the board, it is verified by itself. If not, the zone looks at it.',
      },
    ],
  },
  {
    id: 'stations',
    view: 'stations',
    hi: 'थाने का नाम जाँचें या सुधारें',
    en: 'Check or correct the name of a station',
    steps: [
      {
        hi: 'सूची में थाने का नाम दबाएँ।',
        en: 'Press the name of the station in the list.',
        act: { press: 'अजनर' },
      },
      {
        hi: 'चित्र देखें: बोर्ड ठीक ऐसा ही छपेगा।',
        en: 'Look at the picture: the board will be printed exactly so.',
        act: { look: 'बोर्ड, जैसा छपेगा' },
        picture: true,
      },
      {
        hi: 'नाम ठीक हो तो “नाम सही है” दबाएँ।',
        en: 'If the name is right, press “The name is right”.',
        act: { look: 'नाम सही है' },
        picture: true,
      },
      {
        hi: 'गलत हो तो “हिंदी नाम” सुधारें और “आधार” में पत्र संख्या लिखें।',
        en: 'If it is wrong, correct “Name in Hindi” and write the letter’s number in “Basis”.',
        act: [
          { fill: 'हिंदी नाम', with: 'अजनर खास' },
          { fill: 'आधार', with: 'पत्र 12, 10.04.2019' },
        ],
      },
      {
        hi: '“सुधार सहेजें” दबाएँ। केवल वर्तनी बदली हो तो फ़ाइलें और साइट अपने आप नई बनती हैं। नाम नया हो तो कारण लिखें। वह दूसरे अधिकारी की स्वीकृति के बाद ही छपता है।',
        en: 'Press “Save the correction”. If only the spelling changed, files and site are made again by themselves. Give a reason for a new name. It is printed once a second officer has accepted it.',
        act: { look: 'सुधार सहेजें' },
      },
    ],
  },
  {
    id: 'orders',
    view: 'orders',
    hi: 'छपाई से पहले बोर्ड स्वीकृत करें',
    en: 'Approve a board before it is printed',
    steps: [
      {
        hi: '“केवल बाकी” चुनें। केवल वे फ़ाइलें दिखेंगी जो आपने नहीं देखीं।',
        en: 'Choose “Open only”. You see the files that you have not looked at yet.',
        act: { press: 'केवल बाकी' },
      },
      {
        hi: 'चित्र दबाकर पूरी फ़ाइल देखें। नाम और वर्तनी मिलाएँ।',
        en: 'Press the picture to see the whole file. Compare name and spelling.',
      },
      {
        hi: 'सब ठीक हो तो “इसी को छापें” दबाएँ।',
        en: 'If all is right, press “Print this one”.',
        act: { press: 'इसी को छापें: अजनर' },
        picture: true,
      },
      {
        hi: 'फ़ाइल नई बनी तो स्वीकृति फिर देनी होगी।',
        en: 'A file that was made again has to be approved again.',
      },
    ],
  },
  {
    id: 'orders-new',
    view: 'orders',
    hi: 'कार्यादेश दें और वेंडर को लिंक दें',
    en: 'Place an order and give the vendor a link',
    steps: [
      {
        hi: '“नया कार्यादेश” खोलें। “वेंडर का नाम”, संख्या और दर भरें।',
        en: 'Open “New order”. Fill in “Name of the vendor”, quantities and rates.',
        act: [{ press: 'नया कार्यादेश' }, { fill: 'वेंडर का नाम', with: 'SAMPLE श्री बालाजी फ़्लेक्स' }],
        picture: true,
      },
      {
        hi: '“आगे: जाँचें” दबाकर सब देखें, फिर “कार्यादेश दें” दबाएँ। छपाई पर रोक हो तो “रोक हटाने का अनुरोध भेजें” दबाएँ।',
        en: 'Press “Next: review” and look at all of it, then press “Place the order”. While HQ holds printing, press “Ask HQ to lift its hold”.',
        act: { look: 'आगे: जाँचें' },
      },
      {
        hi: 'कार्यादेश दिए जाने के बाद “30 दिन का लिंक बनाएँ” दबाएँ।',
        en: 'Once the order is placed, press “Make a link for 30 days”.',
      },
      {
        hi: 'पता केवल अभी दिखेगा। “व्हाट्सऐप से भेजें” दबाएँ या कॉपी करें।',
        en: 'The address is shown only now. Press “Send by WhatsApp” or copy it.',
      },
      {
        hi: 'पार्सल आने पर कार्यादेश में “प्राप्त हुआ” दबाएँ।',
        en: 'When a parcel comes, press “Mark as received” in the order.',
      },
    ],
  },
  {
    id: 'entry',
    view: 'entry',
    hi: 'दूसरा कार्य दर्ज करें',
    en: 'Record other work',
    steps: [
      {
        hi: '“कार्य” में प्रकार चुनें, जैसे पम्पलेट वितरण।',
        en: 'Choose the kind of work, such as pamphlets handed out.',
        act: { choose: 'कार्य', option: 'pamphlet' },
      },
      {
        hi: 'दिनांक और संख्या भरें।',
        en: 'Fill in day and number.',
        act: { fill: 'पम्पलेट की संख्या', with: '5,000' },
        picture: true,
      },
      { hi: '“दर्ज करें” दबाएँ।', en: 'Press “Record”.', act: { press: 'दर्ज करें' } },
      {
        hi: 'भूल हो तो “हाल की प्रविष्टियाँ” में “निरस्त करें” दबाएँ।',
        en: 'After a mistake press “Cancel entry” under “Latest entries”.',
        act: { look: 'निरस्त करें: पम्पलेट' },
      },
    ],
  },
  {
    id: 'list',
    view: 'list',
    hi: 'कई कार्य एक सूची से दर्ज करें',
    en: 'Record much work from one list',
    steps: [
      {
        hi: '“कार्य” में प्रकार चुनें।',
        en: 'Choose the kind of work.',
        act: { choose: 'कार्य', option: 'pamphlet' },
      },
      {
        hi: '“खाली सूची डाउनलोड करें” दबाएँ और Excel में भरें।',
        en: 'Press “Download an empty list” and fill it in Excel.',
        act: { look: 'खाली सूची डाउनलोड करें' },
        picture: true,
      },
      {
        hi: '“भरी हुई सूची” में फ़ाइल चुनें और “सूची भेजें” दबाएँ।',
        en: 'Choose the file in “Filled list” and press “Send the list”.',
        act: { look: 'सूची भेजें' },
      },
      {
        hi: 'जो पंक्तियाँ लौटें, उन्हें “शेष पंक्तियाँ सहेजें” से लेकर सुधारें।',
        en: 'Rows that come back: take them by “Save the other rows” and correct them.',
      },
    ],
  },
  {
    id: 'press-notes',
    view: 'press-notes',
    hi: 'प्रेस नोट बनाएँ और जारी करें',
    en: 'Make a press note and issue it',
    steps: [
      {
        hi: '“नया प्रेस नोट” दबाएँ।',
        en: 'Press “New press note”.',
        act: { press: 'नया प्रेस नोट' },
      },
      {
        hi: 'प्रकार चुनें, जैसे “एक सफल प्रकरण”। फिर “आगे बढ़ें” दबाएँ।',
        en: 'Choose the kind, such as “One success”. Then press “Go on”.',
        act: [{ press: 'एक सफल प्रकरण' }, { press: 'आगे बढ़ें' }],
        picture: true,
      },
      {
        hi: 'थाना, “श्रेणी” और परिणाम चुनें। किसी व्यक्ति का नाम कभी न लिखें।',
        en: 'Choose station, “Category” and result. Never write a person’s name.',
        act: { choose: 'श्रेणी', option: 'theft' },
        picture: true,
      },
      {
        hi: '“पूर्वावलोकन” पढ़ें और “सहेजें” दबाएँ।',
        en: 'Read the “Preview” and press “Save”.',
      },
      {
        hi: 'केवल चुने तथ्य हों तो “प्रेस नोट जारी करें” दबाएँ।',
        en: 'If it has chosen facts only, press “Issue the press note”.',
      },
      {
        hi: 'अपने शब्द लिखे हों तो दूसरे अधिकारी पढ़कर जारी करते हैं।',
        en: 'If you typed words of your own, a second officer reads and issues it.',
      },
    ],
  },
  {
    id: 'blasts',
    view: 'blasts',
    hi: 'SMS या कॉल का प्रसारण तैयार करें',
    en: 'Prepare a blast by SMS or call',
    steps: [
      {
        hi: '“नया प्रसारण तैयार करें” दबाएँ।',
        en: 'Press “Prepare a blast”.',
        act: { press: 'नया प्रसारण तैयार करें' },
      },
      {
        hi: '“सूची” में नंबरों की सूची चुनें या नई अपलोड करें। वहीं दिखेगा कि कितनों को जाएगा।',
        en: 'Choose a list of numbers under “List”, or upload one. It says there how many get it.',
        act: { look: 'सूची' },
        picture: true,
      },
      {
        hi: '“पाठ” के आगे “बदलें” दबाकर नाम और पंजीकृत पाठ देखें।',
        en: 'Press “Change” beside “Text” to see the name and the registered text.',
        act: [{ press: 'पाठ: बदलें' }, { fill: 'प्रसारण का नाम', with: 'SAMPLE ऐप का परिचय' }],
        picture: true,
      },
      {
        hi: 'पहले अपने फ़ोन पर परीक्षण संदेश मँगाएँ।',
        en: 'Have a test message sent to your own phone first.',
      },
      {
        hi: '“स्वीकृति के लिए भेजें” दबाएँ। मुख्यालय निर्णय करता है।',
        en: 'Press “Submit for approval”. Headquarters decides.',
        act: { look: 'स्वीकृति के लिए भेजें' },
      },
    ],
  },
  {
    id: 'directions',
    view: 'directions',
    hi: 'निर्देश पर कार्यवाही की सूचना भेजें',
    en: 'Hand in what was done on a direction',
    query: '?state=late',
    steps: [
      {
        hi: 'विलंबित निर्देश पहले देखें। उसका शीर्षक दबाएँ।',
        en: 'Look at late directions first. Press the title.',
        act: { press: 'L3' },
        picture: true,
      },
      {
        hi: '“कृत कार्यवाही” में संक्षेप में लिखें कि क्या किया गया।',
        en: 'Write in “What was done”, in short.',
        act: { fill: 'कृत कार्यवाही', with: 'सभी थानों पर बोर्ड लगे हैं।' },
        picture: true,
      },
      {
        hi: 'आँकड़े भरें और माँगा गया पत्र “फ़ाइल जोड़ें” से लगाएँ।',
        en: 'Fill in the figures, and add the paper asked for by “Add a file”.',
      },
      { hi: '“प्रेषित करें” दबाएँ।', en: 'Press “Hand in”.', act: { look: 'प्रेषित करें' } },
    ],
  },
];
