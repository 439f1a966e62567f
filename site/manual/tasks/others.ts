import type { Task } from '../task.ts';

/** Tasks of the PRO to DGP. */
export const proDgpTasks: readonly Task[] = [
  {
    id: 'blasts',
    view: 'blasts',
    hi: 'प्रसारण चलाएँ, रोकें, परिणाम देखें',
    en: 'Run a blast, pause it, see its results',
    steps: [
      {
        hi: '“सभी प्रसारण” में प्रसारण का नाम दबाएँ।',
        en: 'Press a blast’s name under “All blasts”.',
        act: { press: 'SAMPLE किरायेदार' },
        picture: true,
      },
      {
        hi: 'भेजे गए, पहुँचे और विफल की संख्या देखें।',
        en: 'See how many were sent, delivered and failed.',
        act: { look: 'प्रगति' },
        picture: true,
      },
      {
        hi: 'कुछ गलत लगे तो “अभी रोकें” दबाएँ। ठीक होने पर “फिर शुरू करें”।',
        en: 'If something is wrong, press “Pause now”. Later press “Resume”.',
      },
      {
        hi: '“स्थायी रूप से समाप्त करें” के बाद प्रसारण फिर नहीं चलता।',
        en: 'After “Stop for good” a blast does not run again.',
      },
    ],
  },
  {
    id: 'radio',
    view: 'radio',
    hi: 'रेडियो और कॉल की रिकॉर्डिंग दें',
    en: 'Hand in recordings for radio and calls',
    steps: [
      {
        hi: 'पाठ पढ़ें और उतने ही सेकंड में रिकॉर्ड करें।',
        en: 'Read the script and record it in just as many seconds.',
        act: { look: 'रेडियो स्पॉट' },
      },
      {
        hi: '“रिकॉर्डिंग डालें” दबाएँ और फ़ाइल चुनें।',
        en: 'Press “Hand in a recording” and choose the file.',
        act: { look: 'रिकॉर्डिंग डालें: मोबाइल खो गया' },
        picture: true,
      },
      {
        hi: 'दूसरे अधिकारी उसे पूरा सुनकर स्वीकार करें; तभी वह बजती है।',
        en: 'Another officer hears it to its end and accepts it; only then is it played.',
      },
      {
        hi: 'वापस आए तो कारण पढ़ें और “नई रिकॉर्डिंग डालें”।',
        en: 'If it is kept back, read why and use “Hand in another recording”.',
      },
    ],
  },
  {
    id: 'entry',
    view: 'entry',
    hi: 'फ़िल्म, रेडियो, सोशल मीडिया दर्ज करें',
    en: 'Record film, radio and social media',
    steps: [
      {
        hi: '“कार्य” में प्रकार चुनें, जैसे सिनेमाघरों में लघु फ़िल्म।',
        en: 'Choose the kind of work, such as the film in cinemas.',
        act: { choose: 'कार्य', option: 'film' },
      },
      {
        hi: 'सिनेमाघर, नगर और दिन भरें।',
        en: 'Fill in cinema, town and days.',
        act: [
          { fill: 'सिनेमाघर', with: 'SAMPLE नॉवेल्टी' },
          { fill: 'प्रतिदिन प्रदर्शन', with: '4' },
        ],
        picture: true,
      },
      {
        hi: 'प्रमाण-पत्र की फ़ोटो जोड़ें और “दर्ज करें” दबाएँ।',
        en: 'Add a picture of the certificate and press “Record”.',
        act: { look: 'दर्ज करें' },
      },
    ],
  },
];

/** Tasks of a branch of headquarters that the papers name. */
export const branchTasks: readonly Task[] = [
  {
    id: 'directions',
    view: 'directions',
    hi: 'अपनी शाखा के निर्देश का उत्तर दें',
    en: 'Answer a direction of your branch',
    steps: [
      {
        hi: 'सूची में निर्देश का शीर्षक दबाएँ।',
        en: 'Press a direction’s title in the list.',
        act: { press: '3A' },
        picture: true,
      },
      {
        hi: 'मूल शब्द, “अंतिम तिथि” और जो देना है, पढ़ें।',
        en: 'Read its own words, the “Last day” and what is owed.',
        act: { look: 'अंतिम तिथि' },
      },
      {
        hi: '“कृत कार्यवाही” लिखें, पत्र लगाएँ और “प्रेषित करें” दबाएँ।',
        en: 'Write “What was done”, add the paper and press “Hand in”.',
      },
      {
        hi: 'लौटाया जाए तो टिप्पणी पढ़कर फिर प्रेषित करें।',
        en: 'If it comes back, read the remark and hand it in again.',
      },
    ],
  },
  {
    id: 'directions-calendar',
    view: 'directions',
    hi: 'अंतिम तिथियाँ अपने कैलेंडर में लें',
    en: 'Take the last days into your calendar',
    query: '?calendar',
    steps: [
      {
        hi: '“कैलेंडर” खोलें और पता बनाएँ।',
        en: 'Open “Calendar” and make the address.',
        act: { look: 'कैलेंडर' },
        picture: true,
      },
      {
        hi: 'पता अपने फ़ोन या कंप्यूटर के कैलेंडर में जोड़ें।',
        en: 'Add the address to the calendar of your phone or computer.',
      },
      {
        hi: 'पता किसी और को न दें।',
        en: 'Give the address to nobody else.',
      },
    ],
  },
  {
    id: 'entry',
    view: 'entry',
    hi: 'शाखा का कार्य दर्ज करें',
    en: 'Record work of your branch',
    steps: [
      {
        hi: '“गाड़ियों की संख्या” भरें।',
        en: 'Fill in the number of vehicles.',
        act: { fill: 'गाड़ियों की संख्या', with: '12' },
        picture: true,
      },
      {
        hi: '“दर्ज करें” दबाएँ।',
        en: 'Press “Record”.',
        act: { look: 'दर्ज करें' },
      },
      {
        hi: 'प्रविष्टि नीचे “हाल की प्रविष्टियाँ” में दिखती है।',
        en: 'The entry stands below under “Latest entries”.',
        act: { look: 'हाल की प्रविष्टियाँ' },
      },
    ],
  },
];

/** Tasks of the account administrator. */
export const adminTasks: readonly Task[] = [
  {
    id: 'people',
    view: 'people',
    hi: 'अधिकारी को आमंत्रित करें',
    en: 'Invite an officer',
    steps: [
      {
        hi: '“अधिकारी को आमंत्रित करें” में ई-मेल लिखें।',
        en: 'Write the e-mail under “Invite an officer”.',
        act: { fill: 'ई-मेल', with: 'sample-pro@police.example' },
      },
      {
        hi: 'दायित्व और जनपद चुनें। “आमंत्रण लिंक बनाएँ” दबाएँ।',
        en: 'Choose role and district. Press “Make an invitation link”.',
        act: [{ choose: 'जनपद', option: 'mahoba' }, { press: 'आमंत्रण लिंक बनाएँ' }],
        picture: true,
      },
      {
        hi: 'लिंक अभी ही दिखेगा। “इसी पते पर ई-मेल से भेजें” या स्वयं दें।',
        en: 'The link is shown only now. Use “Mail it to this address”, or hand it over.',
        act: { look: 'इसी पते पर ई-मेल से भेजें' },
      },
      {
        hi: 'एक ही खाता दो व्यक्तियों को कभी न दें।',
        en: 'Never give one account to two persons.',
      },
    ],
  },
  {
    id: 'people-end',
    view: 'people',
    hi: 'स्थानांतरण पर खाता बंद करें',
    en: 'Close the account of who leaves',
    steps: [
      {
        hi: '“नाम से खोजें” में नाम लिखें।',
        en: 'Write the name in “Search by name”.',
        act: { fill: 'नाम से खोजें', with: 'नमूना' },
      },
      {
        hi: '“खाता बंद करें” दबाएँ। अधिकारी तुरंत साइन आउट हो जाता है।',
        en: 'Press “Deactivate”. The officer is signed out at once.',
        act: { look: 'खाता बंद करें' },
        picture: true,
      },
      {
        hi: 'नए अधिकारी को अपने ई-मेल से आमंत्रित करें।',
        en: 'Invite the successor by an e-mail of their own.',
      },
    ],
  },
  {
    id: 'doctor',
    view: 'doctor',
    hi: 'सेवा की जाँच देखें',
    en: 'See whether the service is well',
    steps: [
      {
        hi: '“सेवा की जाँच” में ऊपर शेष कामों की संख्या देखें।',
        en: 'See at the top of “Doctor” how many things are to be done.',
      },
      {
        hi: '“करना है” वाली हर पंक्ति में लिखा है कि क्या करें।',
        en: 'Each row with “To do” says what to do.',
        act: { look: 'करना है' },
        picture: true,
      },
      {
        hi: 'ठीक करके “फिर जाँचें” दबाएँ।',
        en: 'Put it right, then press “Check again”.',
        act: { look: 'फिर जाँचें' },
      },
    ],
  },
  {
    id: 'audit',
    view: 'audit',
    hi: 'किसने क्या बदला, देखें',
    en: 'See who changed what',
    steps: [
      {
        hi: 'सबसे नई प्रविष्टि ऊपर है। नाम या विषय से खोजें।',
        en: 'The newest entry is on top. Search by name or subject.',
      },
      {
        hi: '“अभिलेख की शृंखला जाँचें” दबाएँ।',
        en: 'Press “Check the chain of the log”.',
        act: { press: 'अभिलेख की शृंखला जाँचें' },
        picture: true,
      },
      {
        hi: 'शृंखला टूटी हो तो तुरंत मुख्यालय को बताएँ।',
        en: 'If the chain is broken, tell headquarters at once.',
      },
    ],
  },
];

/** Tasks of a printer, who has a link and no account. */
export const vendorTasks: readonly Task[] = [
  {
    id: 'files',
    view: null,
    hi: 'फ़ाइलें लें और छापें',
    en: 'Take the files and print',
    steps: [
      {
        hi: 'जनपद से मिला लिंक खोलें। उसे किसी और को न दें।',
        en: 'Open the link that the district gave you. Give it to nobody else.',
      },
      {
        hi: '“सभी फ़ाइलें” दबाकर ZIP लें।',
        en: 'Press “All files” to take the ZIP.',
        act: { look: 'सभी फ़ाइलें' },
        picture: true,
      },
      {
        hi: 'फ़ाइल पर “नमूना” हो तो न छापें: स्वीकृति शेष है।',
        en: 'Do not print a file marked as a sample: it is not approved yet.',
      },
      {
        hi: 'नाप न बदलें। क्यूआर कोड के चारों ओर सफ़ेद जगह रखें।',
        en: 'Do not change the size. Keep the white space around the QR code.',
      },
    ],
  },
  {
    id: 'proof',
    view: null,
    hi: 'छापकर कोड जाँचें',
    en: 'Check the code once it is printed',
    steps: [
      {
        hi: 'पहला बोर्ड छापें और फ़ोन से कोड स्कैन करें।',
        en: 'Print the first board and scan its code with a phone.',
      },
      {
        hi: 'उसी थाने का पृष्ठ खुले, तभी शेष बोर्ड छापें।',
        en: 'Print the others only if the page of that station opens.',
      },
      {
        hi: 'न खुले तो जनपद के जनसंपर्क अधिकारी को बताएँ।',
        en: 'If it does not open, tell the public relations officer of the district.',
      },
    ],
  },
  {
    id: 'parcels',
    view: null,
    hi: 'पार्सल भेजें',
    en: 'Send the parcels',
    steps: [
      {
        hi: 'लेबल छापें और हर थाने के पार्सल पर लगाएँ।',
        en: 'Print the labels and put one on each station’s parcel.',
      },
      {
        hi: 'भेजने पर लिंक में “भेज दिया” दबाएँ।',
        en: 'Once it is sent, press “Sent” on the link’s page.',
        act: { look: 'भेज दिया' },
        picture: true,
      },
      {
        hi: 'भूल हो तो “चिह्न हटाएँ” दबाएँ।',
        en: 'After a mistake press “Take the mark back”.',
      },
    ],
  },
];
