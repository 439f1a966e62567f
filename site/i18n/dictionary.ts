import { languageFacts } from '../../campaigns/language.ts';
import { artworkWords } from '../../campaigns/words/artwork-words.ts';
import type { Pair } from '../../campaigns/words/pairs.ts';
import { plural } from '../../campaigns/words/plural.ts';
import { headquarters, state } from './campaign-names.ts';
import { ownLanguage } from './own-language.ts';
import { inEveryLanguage } from './own-words.ts';

const facts = languageFacts[ownLanguage];

/** Every word of the pages that is not campaign data. */
export const wordsIn = inEveryLanguage('pages', {
  skip: ['मुख्य सामग्री पर जाएँ', 'Skip to main content'],
  breadcrumb: ['आप यहाँ हैं', 'You are here'],
  navigation: ['मुख्य सूची', 'Main menu'],
  emblem: ['प्रतीक चिह्न', 'Emblem'],
  nav: {
    citizen: ['ऐप पाएँ', 'Get the app'],
    print: ['बोर्ड और पम्पलेट', 'Boards and pamphlets'],
    progress: ['प्रगति', 'Progress'],
    campaign: ['निर्देश', 'Directions'],
    search: ['खोजें', 'Search'],
    about: ['परिचय और स्वामित्व', 'About and ownership'],
    accessibility: ['सुगम्यता', 'Accessibility'],
    privacy: ['निजता', 'Privacy'],
    smsNotice: ['SMS पाने वालों के लिए सूचना', 'Notice for recipients of SMS'],
    contact: ['संपर्क', 'Contact'],
    help: ['सहायता', 'Help'],
    feedback: ['सुझाव', 'Feedback'],
    terms: ['उपयोग की शर्तें और कॉपीराइट', 'Terms of use and copyright'],
    sitemap: ['साइट का नक्शा', 'Site map'],
  },
  privacy: {
    description: [
      'आपकी कौन-सी जानकारी रखी जाती है, कितने दिन और क्यों।',
      'Which data is kept of you, for how long and why.',
    ],
    kept: ['क्या कितने दिन रखा जाता है', 'What is kept how long'],
  },
  footer: {
    updated: ['अंतिम अद्यतन', 'Last updated'],
  },
  citizen: {
    title: (app: string, headline: string) => [
      `${app} ऐप पाएँ: ${headline}`,
      `Get the ${app} app: ${headline}`,
    ],
    description: [
      'ई-एफ़आईआर, चरित्र प्रमाण-पत्र, किरायेदार सत्यापन और अन्य पुलिस सेवाएँ मोबाइल पर।',
      'e-FIR, character certificate, tenant verification and other police services on your phone.',
    ],
    play: ['Google Play से पाएँ', 'Get it on Google Play'],
    appStore: ['App Store से पाएँ', 'Get it on the App Store'],
    storesOpen: [
      'ऐप स्टोर की इन कड़ियों की पुष्टि ऐप के स्वामी से अभी शेष है।',
      'The owner of the app has not confirmed these store links yet.',
    ],
    portal: ['ऐप के बिना: नागरिक पोर्टल खोलें', 'Without the app: open the citizen portal'],
    qr: ['मोबाइल कैमरे से स्कैन करें', 'Scan with your phone’s camera'],
    drawn: ['ऐप की स्क्रीन (हमारा बनाया चित्र)', 'A screen of the app (our drawing)'],
    openStore: ['ऊपर का बटन दबाकर ऐप स्टोर खोलें', 'Open the app store with the button above'],
    qrAlt: (app: string) => [
      `क्यूआर कोड, जो ${app} ऐप के पन्ने पर ले जाता है`,
      `QR code that leads to the page of the ${app} app`,
    ],
    servicesLead: (count: number) => [
      `मोबाइल नंबर से पंजीकरण कीजिए और इन ${count} में से कोई भी सेवा चुनिए।`,
      `Register with your mobile number and choose any of these ${count} services.`,
    ],
    fee: (rupees: number) => [`शुल्क ₹${rupees}`, `Fee ₹${rupees}`],
    honest: ['पहले से जान लें', 'Good to know first'],
    helpLead: ['आपात स्थिति में ऐप न खोलें, सीधे फ़ोन करें।', 'In an emergency do not open the app: call.'],
    call: (number: string): Pair => [`${number} पर फ़ोन करें`, `Call ${number}`],
    officer: ['पुलिस अधिकारियों के लिए', 'For police officers'],
    officerPrint: [
      'अपने थाने का बोर्ड और पम्पलेट डाउनलोड करें',
      'Download the board and pamphlet of your station',
    ],
    officerProgress: ['अभियान की प्रगति देखें', 'See the progress of the campaign'],
  },
  get: {
    title: (app: string) => [`${app} ऐप पाएँ`, `Get the ${app} app`],
    description: (app: string) => [
      `क्यूआर कोड से आए हैं? यहाँ से ${app} ऐप इंस्टॉल करें।`,
      `Came here from a QR code? Install the ${app} app from here.`,
    ],
    from: ['यह कोड यहाँ का है', 'This code belongs to'],
    unknown: [
      'यह कोड पहचाना नहीं गया, पर ऐप आप यहीं से पा सकते हैं।',
      'This code was not recognised, but you can get the app right here.',
    ],
    noApp: [
      'इस फ़ोन (जैसे जियोफ़ोन) में ऐप इंस्टॉल नहीं होता। यही सेवाएँ नागरिक पोर्टल पर लें, या अपने थाने पर जाएँ।',
      'The app cannot be installed on this phone (such as a JioPhone). Use the citizen portal for the same services, or go to your police station.',
    ],
    more: ['ऐप पर कौन-सी सेवाएँ मिलती हैं', 'Which services does the app offer?'],
  },
  print: {
    title: ['बोर्ड और पम्पलेट: अपना जनपद चुनें', 'Boards and pamphlets: choose your district'],
    description: [
      `${state.hi} के हर थाने के लिए छपाई की फ़ाइलें: 8×5 फ़ुट का बोर्ड और पम्पलेट।`,
      `Print files for every police station of ${state.en}: the 8×5 ft board and the pamphlet.`,
    ],
    lead: (stations: string, districts: number) => [
      `${districts} जनपदों के ${stations} थानों की छपाई की फ़ाइलें। हर थाने का अपना क्यूआर कोड है।`,
      `Print files for ${stations} police stations in ${districts} districts. Every station has a QR code of its own.`,
    ],
    searchLabel: [
      'थाना, जनपद, परिक्षेत्र, जोन या कोड',
      'Police station, district, range, zone or code',
    ],
    searchHint: (name: string, english: string) => [
      `हिंदी या English में लिखें, जैसे ${name} या ${english}`,
      `Write in ${facts.name.en} or English, for instance ${name} or ${english}`,
    ],
    searchNone: [
      'इस नाम का कोई थाना या जनपद नहीं मिला। वर्तनी बदलकर देखें या नीचे सूची से चुनें।',
      'No police station or district of that name. Try another spelling or choose from the list below.',
    ],
    searchCount: (count: string) => [
      `${count} परिणाम`,
      `${count} ${plural.en(count, 'result', 'results')}`,
    ],
    searchShown: (count: string, shown: string) => [
      `कुल ${count} परिणाम, पहले ${shown} नीचे हैं`,
      `${count} results, the first ${shown} below`,
    ],
    searchMore: ['और दिखाएँ', 'Show more'],
    searchOffline: [
      'अभी नेटवर्क नहीं है: खोज चलती है, पन्ने नेटवर्क आने पर खुलेंगे।',
      'There is no network: you can search, pages open once it is back.',
    ],
    searchCode: (code: string) => [`कोड ${code}`, `Code ${code}`],
    searchArea: (count: string) => [
      `${count} जनपद`,
      `${count} ${plural.en(count, 'district', 'districts')}`,
    ],
    searchOff: [
      'खोज के लिए JavaScript चाहिए। नीचे की सूची से चुनें।',
      'Search needs JavaScript. Choose from the list below.',
    ],
    mapTitle: ['नक्शे से चुनें', 'Choose on the map'],
    mapNote: [
      'हर षट्कोण एक जनपद है, अपनी जगह के आसपास।',
      'Each hexagon is one district, near its true place.',
    ],
    listTitle: ['सूची से चुनें', 'Choose from the list'],
    stations: (count: string) => [
      `${count} ${plural.hi(count, 'थाना', 'थाने')}`,
      `${count} ${plural.en(count, 'station', 'stations')}`,
    ],
    noFiles: ['छपाई की फ़ाइलें अभी नहीं बनी हैं।', 'No print files yet.'],
    noFilesHow: [
      `${headquarters.hi} से बनवाने को कहें; बनने पर वे यहाँ दिखेंगी। थानों की सूची और नाम अभी जाँचे जा सकते हैं।`,
      `Ask ${headquarters.en} to have them made; they will then stand here. The list of stations and their names can be checked already.`,
    ],
    making: (made: string, total: string) => [
      `छपाई की फ़ाइलें बन रही हैं: ${total} में से ${made}।`,
      `The print files are being made: ${made} of ${total}.`,
    ],
    incomplete: (missing: string) => [
      `${missing} फ़ाइलें अभी नहीं बनी हैं।`,
      `${missing} files are not made yet.`,
    ],
    atOnce: [
      'जो फ़ाइल अभी चाहिए, उसका लिंक दबाएँ: वह तुरंत बन जाती है।',
      'Follow the link of a file that you need now: it is made at once.',
    ],
    progressLabel: ['कितनी फ़ाइलें बन गईं', 'How many files are made'],
    hold: ['अभी न छपवाएँ', 'Do not print yet'],
    holdText: (host: string) => [
      `क्यूआर कोड का पता ${host} उसके स्वामी से अभी पुष्ट नहीं हुआ है। नाम और रूप देख लें; छपाई पुष्टि के बाद ही कराएँ।`,
      `The address in the QR codes, ${host}, has not been confirmed by its owner. Check names and looks; print only after it is confirmed.`,
    ],
  },
  district: {
    title: (name: string) => [
      `जनपद ${name}: बोर्ड और पम्पलेट`,
      `${name} district: boards and pamphlets`,
    ],
    heading: (name: string) => [`जनपद ${name}`, `${name} district`],
    description: (name: string, count: number) => [
      `जनपद ${name} के ${count} थानों के बोर्ड और पम्पलेट, छपाई के लिए।`,
      `Boards and pamphlets of the ${count} police stations of ${name} district, ready for print.`,
    ],
    all: ['सभी जनपद', 'All districts'],
    zip: ['पूरे जनपद की फ़ाइलें (ZIP)', 'All files of the district (ZIP)'],
    filter: ['सूची में थाना खोजें', 'Find a station in the list'],
    filterNone: [
      'इस नाम का कोई थाना इस जनपद में नहीं है।',
      'No station of that name in this district.',
    ],
    noStationFiles: ['फ़ाइलें अभी नहीं बनी हैं', 'No files yet'],
    checkTag: ['जाँचें', 'To check'],
    checkCount: (count: string) => [
      `${count} नाम ${plural.hi(count, 'जाँचना है', 'जाँचने हैं')}`,
      `${count} ${plural.en(count, 'name', 'names')} to check`,
    ],
    checkLead: [
      'जिन नामों पर ‘जाँचें’ लिखा है, उनकी वर्तनी जनपद को पुष्ट करनी है। छपवाने से पहले थाने से मिलान कर लें।',
      'The district has to confirm the spelling of names marked “To check”. Compare with the station before you print.',
    ],
    checkHow: ['नाम कैसे पुष्ट करें या सुधारें', 'How to confirm or correct a name'],
    checkSteps: [
      [
        'जाँच-पत्रक डाउनलोड करें। थाने के पत्र, मुहर या बोर्ड से हर नाम मिलाएँ।',
        'Download the checking sheet. Compare each name with the station’s letterhead, seal or board.',
      ],
      [
        'पहले खाने में ‘सही’ या ‘नाम बदलें’ लिखें; नाम बदलना हो तो उसी पंक्ति में सही नाम लिखें।',
        `Write ${facts.nameActions.checked} (right) or ${facts.nameActions.rename} (rename) in the first column; for a rename put the right name in the same row.`,
      ],
      [
        `पत्रक जनसंपर्क अधिकारी की ओर से ${headquarters.hi} को भेजें।`,
        `The public relations officer sends the sheet to ${headquarters.en}.`,
      ],
      [
        'नाम सुधरने पर फ़ाइलें दोबारा बनती हैं। क्यूआर कोड नहीं बदलता, इसलिए लगे हुए बोर्ड काम करते रहते हैं।',
        'The files are then made again. The QR code does not change, so boards already up keep working.',
      ],
    ],
    checkSheet: ['जाँच-पत्रक (CSV, Excel में खुलता है)', 'Checking sheet (CSV, opens in Excel)'],
    chosen: (count: string) => [
      `${count} ${plural.hi(count, 'थाना चुना', 'थाने चुने')}`,
      `${count} ${plural.en(count, 'station', 'stations')} chosen`,
    ],
    choose: (name: string) => [`${name} चुनें`, `Choose ${name}`],
    chooseAll: ['सभी चुनें', 'Choose all'],
    chooseNone: ['चयन हटाएँ', 'Clear'],
    chooseArtwork: ['क्या डाउनलोड करना है', 'What to download'],
    download: ['चुनी हुई फ़ाइलें डाउनलोड करें', 'Download the chosen files'],
    downloading: ['डाउनलोड हो रहा है', 'Downloading'],
    cancel: ['रोकें', 'Stop'],
    done: ['ZIP सहेजी गई।', 'ZIP saved.'],
    failed: [
      'डाउनलोड पूरा नहीं हुआ। नेटवर्क देखकर फिर प्रयास करें।',
      'The download did not finish. Check the network and try again.',
    ],
  },
  shelf: {
    title: ['दूसरे माध्यमों की सामग्री', 'Material for other channels'],
    channels: {
      film: {
        name: ['सिनेमाघर की फ़िल्म', 'Film for cinemas'],
        what: ['19 सेकंड, हर आकार में, DCP सहित', '19 seconds in every shape, DCP included'],
      },
      radio: {
        name: ['एफ़एम रेडियो', 'FM radio'],
        what: ['10, 20 और 30 सेकंड के आलेख और स्पॉट', 'Scripts and spots of 10, 20 and 30 seconds'],
      },
      social: {
        name: ['सोशल मीडिया और व्हाट्सऐप', 'Social media and WhatsApp'],
        what: ['कार्ड, पोस्ट का पाठ और हर थाने का पैक', 'Cards, captions and a pack for every station'],
      },
      vehicle: {
        name: ['गाड़ियों की पट्टियाँ', 'Vehicle panels'],
        what: ['दरवाज़े, पीछे और दोपहिया बॉक्स के लिए', 'For doors, rear and two-wheeler boxes'],
      },
      newspaper: {
        name: ['समाचार-पत्र', 'Newspapers'],
        what: [
          'विज्ञापन हर आकार में, प्रेस नोट का प्रारूप',
          'Advertisements of every size, form of the press note',
        ],
      },
    },
    save: ['डाउनलोड', 'Download'],
    coming: ['अभी बन रही है', 'Being made'],
    seconds: (seconds: number) => [`${seconds} सेकंड`, `${seconds} s`],
    size: (width: number, height: number) => [
      `${width} × ${height} मिमी`,
      `${width} × ${height} mm`,
    ],
  },
  station: {
    title: (name: string, district: string) => [
      `${name}, जनपद ${district}`,
      `${name}, ${district} district`,
    ],
    description: (name: string, district: string) => [
      `${name}, जनपद ${district}: छपाई के लिए बोर्ड और पम्पलेट।`,
      `${name}, ${district} district: board and pamphlet, ready for print.`,
    ],
    previewAlt: (name: string) => [`बोर्ड का चित्र: ${name}`, `Picture of the board: ${name}`],
    pamphlet: ['पम्पलेट', 'Pamphlet'],
    front: ['सामने का पृष्ठ', 'Front'],
    back: ['पीछे का पृष्ठ', 'Back'],
    zoom: ['बड़ा करके देखें', 'View larger'],
    zoomIn: ['बड़ा करें', 'Larger'],
    zoomOut: ['छोटा करें', 'Smaller'],
    close: ['बंद करें', 'Close'],
    board: ['बोर्ड PDF डाउनलोड करें', 'Download the board PDF'],
    files: ['सभी फ़ाइलें', 'All files'],
    what: ['क्या', 'What'],
    format: ['प्रकार', 'Format'],
    measure: ['माप', 'Measure'],
    save: ['डाउनलोड', 'Download'],
    code: ['लघु कोड', 'Short code'],
    link: ['क्यूआर कोड का पता', 'Address in the QR code'],
    reads: ['बोर्ड कितनी दूर से पढ़ा जाता है', 'From how far the board is read'],
    readParts: {
      headline: ['शीर्षक', 'headline'],
      scan: ['स्कैन करें', 'scan'],
      name: ['थाने का नाम', 'station'],
      service: ['सेवाएँ', 'services'],
      district: ['जनपद', 'district'],
      smallest: ['सबसे छोटा पाठ', 'smallest text'],
    },
    readFrom: (part: string, metres: number) => [
      `${part} ${metres}\u00a0मी`,
      `${part} ${metres}\u00a0m`,
    ],
    readFromLeast: (part: string, metres: number, least: number) => [
      `${part} ${metres}\u00a0मी (लंबे नाम ${least}\u00a0मी)`,
      `${part} ${metres}\u00a0m (long names ${least}\u00a0m)`,
    ],
    share: ['व्हाट्सऐप पर भेजें', 'Send by WhatsApp'],
    shareText: (name: string, district: string) => [
      `बोर्ड और पम्पलेट: ${name}, जनपद ${district}`,
      `Board and pamphlet: ${name}, ${district} district`,
    ],
    doubts: ['इस नाम में क्या जाँचना है', 'What to check in this name'],
    doubt: [
      'इस नाम की वर्तनी किसी सूची से पुष्ट नहीं हुई है।',
      'No list has confirmed the spelling of this name.',
    ],
    none: ['इस थाने की फ़ाइलें अभी नहीं बनी हैं।', 'The files of this station have not been made yet.'],
    previous: ['पिछला', 'Previous'],
    next: ['अगला', 'Next'],
    neighbours: ['जनपद के अन्य थाने', 'Other stations of the district'],
  },
  artworkGroups: {
    boards: ['बाहर लगाने के लिए', 'To hang outside'],
    pamphlets: ['बाँटने के लिए', 'To hand out'],
    posters: ['भीतर लगाने के लिए', 'To put up inside'],
    others: ['अन्य', 'Others'],
  },
  artworks: [artworkWords.hi, artworkWords.en],
  formats: {
    pdf: ['PDF, छपाई के लिए', 'PDF for print'],
    proof: ['प्रूफ़, हस्ताक्षर के लिए (PDF)', 'Proof to sign (PDF)'],
    rgb: ['JPEG, व्हाट्सऐप पर स्वीकृति के लिए', 'JPEG for approval by WhatsApp'],
    tif: ['TIFF, CMYK', 'TIFF, CMYK'],
    tiff: ['TIFF, CMYK', 'TIFF, CMYK'],
    jpg: ['JPEG, CMYK', 'JPEG, CMYK'],
    jpeg: ['JPEG, CMYK', 'JPEG, CMYK'],
    zip: ['ZIP', 'ZIP'],
  } as Record<string, Pair>,
  campaign: {
    title: ['अभियान के निर्देश', 'Directions of the campaign'],
    description: [
      'कार्यवृत्त और पत्र के निर्देश, उत्तरदायी कार्यालय और हर निर्देश के साधन।',
      'Directions of the minutes and the letter, who is responsible, and what the toolkit gives for each.',
    ],
    lead: (app: string) => [
      `${app} के प्रचार के लिए दिए गए निर्देश, अपने मूल शब्दों में।`,
      `The directions given for the promotion of ${app}, quoted as they were given.`,
    ],
    goal: ['लक्ष्य', 'Goal'],
    goalText: (downloads: string, day: string) => [
      `${day} तक कुल ${downloads} से अधिक डाउनलोड`,
      `More than ${downloads} downloads in total by ${day}`,
    ],
    offices: ['उत्तरदायी', 'Responsible'],
    noOffice: [
      'इस बिंदु पर अलग से कोई कार्यालय नहीं लिखा है',
      'No office is named for this item on its own',
    ],
    due: ['तिथि', 'Date'],
    noDue: ['कोई तिथि नहीं', 'No date stated'],
    dueMonthly: (day: number) => [`प्रत्येक माह की ${day} तारीख`, `The ${day}th of each month`],
    ifPossible: ['यदि संभव हो', 'If possible'],
    toolkit: ['इस प्रचार सामग्री में', 'In this toolkit'],
    progress: ['प्रगति देखें', 'See the progress'],
    para: (number: string) => [`प्रस्तर ${number}`, `Paragraph ${number}`],
    open: ['फ़ाइलें खोलें', 'Open the files'],
  },
  search: {
    title: ['थाना या जनपद खोजें', 'Find a police station or district'],
    description: [
      `${state.hi} के थानों और जनपदों की खोज, हिंदी या अंग्रेज़ी में।`,
      `Search the police stations and districts of ${state.en} in ${facts.name.en} or English.`,
    ],
    stationIn: (district: string) => [`जनपद ${district}`, `${district} district`],
  },
  sitemap: {
    title: ['साइट का नक्शा', 'Site map'],
    description: ['इस साइट के सभी पन्ने।', 'All pages of this site.'],
    pages: ['मुख्य पन्ने', 'Main pages'],
    districts: ['जनपदवार छपाई की फ़ाइलें', 'Print files by district'],
  },
  notFound: {
    title: ['यह पन्ना नहीं मिला', 'Page not found'],
    lead: [
      'पता बदल गया है या उसमें कोई अक्षर छूट गया है।',
      'The address has changed, or a letter is missing in it.',
    ],
    try: ['आप यहाँ जा सकते हैं:', 'You can go on here:'],
    code: [
      'बोर्ड पर लिखा कोड टाइप किया था? ऐप यहाँ से पाएँ।',
      'Did you type the code from a board? Get the app here.',
    ],
  },
});

export type Words = ReturnType<typeof wordsIn>;
