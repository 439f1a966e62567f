import {
  blastChannelNames,
  blastStatusNames,
  categoryNames,
  gatewayNames,
  languageNames,
} from '../../../../../campaigns/words/blast-words.ts';
import type { Pair } from '../../../../../campaigns/words/pairs.ts';
import { plural } from '../../../../../campaigns/words/plural.ts';
import { headquarters } from '../../../../i18n/campaign-names.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';

/** Words of the console's blasts. */
export const blastWordsIn = inEachLanguage({
  emulator: {
    tag: ['प्रशिक्षण', 'Training'],
    text: [
      'अभी कोई वास्तविक गेटवे जुड़ा नहीं है। संदेश इसी मशीन के प्रशिक्षण एमुलेटर को जाते हैं, किसी के फ़ोन पर नहीं।',
      'No real gateway is set up yet. Messages go to the training emulator on this machine and reach nobody’s phone.',
    ],
  },
  languages: [languageNames.hi, languageNames.en],
  channels: [blastChannelNames.hi, blastChannelNames.en],
  gateways: [gatewayNames.hi, gatewayNames.en],
  categories: [categoryNames.hi, categoryNames.en],
  status: [blastStatusNames.hi, blastStatusNames.en],
  figures: {
    sent: ['भेजे गए', 'Sent'],
    delivered: ['पहुँचे', 'Delivered'],
    awaited: ['पावती शेष', 'Receipt awaited'],
    failed: ['विफल', 'Failed'],
    unknown: ['अनिश्चित', 'Uncertain'],
    skipped: ['छोड़े गए', 'Left out'],
    waiting: ['भेजना शेष', 'Still to send'],
    cost: ['व्यय', 'Cost'],
  },
  callFigures: {
    sent: ['कॉल की गईं', 'Called'],
    delivered: ['उठाई गईं', 'Answered'],
    awaited: ['परिणाम शेष', 'Result awaited'],
    waiting: ['कॉल करना शेष', 'Still to call'],
  },
  rows: {
    all: (count: string) => [`सभी ${count} जनपद दिखाएँ`, `Show all ${count} districts`],
    fewer: ['कम दिखाएँ', 'Show fewer'],
  },
  list: {
    new: ['नया प्रसारण तैयार करें', 'Prepare a blast'],
    waiting: ['आपकी स्वीकृति की प्रतीक्षा में', 'Waiting for your approval'],
    all: ['सभी प्रसारण', 'All blasts'],
    none: ['अभी कोई प्रसारण नहीं है। शुरुआत ऐसे करें:', 'There is no blast yet. This is how to begin:'],
    howList: [
      'नंबरों की सूची अपलोड करें, या इसे प्रसारण तैयार करते समय करें।',
      'Upload a list of numbers, or do it while you prepare the blast.',
    ],
    howListLink: ['नंबर सूचियाँ', 'Lists of numbers'],
    howDraft: ['पाठ, सूची और समय चुनकर प्रारूप बनाएँ।', 'Choose text, list and time, and make a draft.'],
    howApproval: [
      `${headquarters.hi} की स्वीकृति के बाद प्रसारण निर्धारित समय पर अपने आप शुरू होता है।`,
      `Once ${headquarters.en} has approved it, the blast starts by itself at its time.`,
    ],
    of: (sent: string, all: string) => [`${sent} / ${all}`, `${sent} / ${all}`],
    when: {
      created: (moment: string) => [`प्रारूप ${moment}`, `drafted ${moment}`],
      submitted: (moment: string) => [`स्वीकृति के लिए भेजा ${moment}`, `submitted ${moment}`],
      starts: (moment: string) => [`शुरू होगा ${moment}`, `starts ${moment}`],
      started: (moment: string) => [`शुरू हुआ ${moment}`, `started ${moment}`],
      ended: (moment: string) => [`समाप्त ${moment}`, `ended ${moment}`],
    },
  },
  detail: {
    back: ['← सभी प्रसारण', '← All blasts'],
    lost: [
      'सर्वर से संपर्क टूटा है; नीचे के आँकड़े पुराने हैं। संपर्क होते ही फिर दिखेंगे।',
      'The server cannot be reached; the figures below are old. They will go on by themselves.',
    ],
    draftedBy: (name: string, moment: string) => [
      `प्रारूप: ${name}, ${moment}`,
      `Drafted by ${name}, ${moment}`,
    ],
    approvedBy: (name: string, moment: string) => [
      `स्वीकृति: ${name}, ${moment}`,
      `approved by ${name}, ${moment}`,
    ],
    retryOf: ['यह इस प्रसारण के विफल नंबरों के लिए है:', 'This is for the numbers that failed in blast'],
    retriedIn: ['विफल नंबरों के लिए नया प्रसारण:', 'New blast for the numbers that failed:'],
    number: (id: number) => [`क्रमांक ${id}`, `no. ${id}`],
  },
  draft: {
    sentBack: [
      'मुख्यालय ने यह प्रारूप सुधार के लिए लौटाया है',
      'HQ has sent this draft back to be corrected',
    ],
    cautions: ['ध्यान दें', 'Please note'],
    problems: [
      'इन बातों को ठीक किए बिना प्रसारण नहीं हो सकता',
      'It cannot be sent before this is put right',
    ],
    waits: [
      `प्रारूप ${headquarters.hi} की स्वीकृति की प्रतीक्षा में है। बदलना हो तो पहले वापस लें।`,
      `The draft waits for the approval of ${headquarters.en}. To change it, take it back first.`,
    ],
    withdraw: ['प्रारूप वापस लें', 'Take the draft back'],
  },
  approval: {
    title: ['निर्णय', 'Decision'],
    sum: (recipients: string, cost: string) => [
      `स्वीकृति मिलने पर ठीक यही पाठ ${recipients} नंबरों को जाएगा; अनुमानित व्यय ${cost}।`,
      `On approval exactly this goes to ${recipients} numbers, for about ${cost}.`,
    ],
    packTaken: (moment: string) => [
      `${moment} को यही प्रसारण सेवा प्रदाता के लिए लिया गया था। यदि वह भेज रहा है, तो यहाँ की स्वीकृति से संदेश दो बार जाएगा।`,
      `On ${moment} this blast was taken for a service provider. If it is being sent there, people get it twice when it is approved here.`,
    ],
    approve: ['स्वीकृत करें', 'Approve'],
    remark: ['टिप्पणी', 'Remark'],
    remarkHint: ['लौटाने पर लिखें कि क्या सुधारना है', 'When you send it back: what is to be corrected'],
    remarkMissing: ['लौटाने का कारण लिखें', 'Write why it is sent back'],
    reject: ['सुधार के लिए लौटाएँ', 'Send back to be corrected'],
    reloaded: [
      'ऊपर अब नया प्रारूप दिख रहा है। उसे देखकर फिर निर्णय लें।',
      'The new draft now stands above. Please look at it and decide again.',
    ],
  },
  content: {
    counting: ['गिनती हो रही है…', 'Being counted…'],
    title: ['भेजने की सामग्री, अक्षरशः', 'Exactly what is sent'],
    noCeiling: ['कोई सीमा नहीं', 'none'],
    atOnce: ['स्वीकृति मिलते ही', 'upon approval'],
    hours: ['भेजने का समय', 'Hours of sending'],
    noHours: ['चुने हुए समय में भेजने की अनुमति नहीं है', 'the chosen hours are not allowed'],
    span: (from: string, to: string) => [
      from === '00:00' && to === '24:00' ? 'दिन-रात' : `प्रतिदिन ${from} से ${to} बजे तक`,
      from === '00:00' && to === '24:00' ? 'all day' : `daily ${from} to ${to}`,
    ],
    canary: ['परीक्षण-समूह', 'Trial group'],
    noCanary: ['नहीं, सब एक साथ', 'none, all at once'],
    canaryOf: (count: string) => [
      `पहले ${count} नंबर, पहुँचने पर शेष`,
      `first ${count} numbers, the rest once these arrive`,
    ],
    gateway: ['गेटवे', 'Gateway'],
    header: ['हेडर', 'Header'],
    template: ['डीएलटी टेंपलेट', 'DLT template'],
    unregistered: ['अभी पंजीकृत नहीं', 'not registered yet'],
    category: ['श्रेणी', 'Category'],
    age: ['सूची की आयु', 'Age of the list'],
    ageOf: (days: number, taken: string) => [
      days === 0 ? `आज ही ली गई (${taken})` : `${days} दिन (${taken} को ली गई)`,
      days === 0
        ? `taken in today (${taken})`
        : `${days} ${plural.en(days, 'day', 'days')} (taken in ${taken})`,
    ],
  },
  recordings: {
    title: ['जो सुनाया जाएगा', 'What is heard'],
    of: (recorded: number, all: number) => [
      recorded === 0 ? 'कोई रिकॉर्डिंग नहीं, पाठ मशीन बोलेगी' : `${all} में से ${recorded} रिकॉर्ड किए हुए`,
      recorded === 0
        ? 'no recordings, a machine speaks the texts'
        : `${recorded} of ${all} recorded`,
    ],
    machine: ['मशीन बोलेगी', 'Spoken by a machine'],
  },
  dryRun: {
    title: ['पूर्वाभ्यास: पहला मिनट', 'Dry run: the first minute'],
    lead: [
      'स्वीकृति मिलते ही पहले मिनट में किसे क्या जाएगा। इससे कुछ भेजा या लिखा नहीं जाता।',
      'What would go to whom in the first minute after approval. Nothing is sent or written by it.',
    ],
    make: ['पूर्वाभ्यास देखें', 'Show the dry run'],
    again: ['फिर से देखें', 'Show it again'],
    begins: ['पहला संदेश', 'First message'],
    first: ['पहले मिनट में', 'In the first minute'],
    firstOf: (first: string, all: string) => [
      `${all} में से ${first} नंबर`,
      `${first} of ${all} numbers`,
    ],
    cost: ['इनका व्यय', 'Cost of these'],
    pace: ['गति', 'Pace'],
    paceOf: (count: string) => [`अधिकतम ${count} प्रति सेकंड`, `at most ${count} a second`],
    paceOfMinute: (count: string) => [`अधिकतम ${count} प्रति मिनट`, `at most ${count} a minute`],
    ends: ['अंतिम संदेश', 'Last message'],
    endsUnknown: ['गेटवे की गति पर निर्भर', 'depends on the gateway’s pace'],
    noPace: ['जितनी तेज़ी से गेटवे ले', 'as fast as the gateway takes them'],
    rows: (shown: string, all: string) => [
      `भेजने के क्रम में पहले ${shown}, कुल ${all} में से`,
      `The first ${shown} in the order of sending, of ${all}`,
    ],
    place: ['क्रम', 'Place'],
    number: ['नंबर', 'Number'],
    text: ['पाठ', 'Text'],
    nothing: [
      'भेजते समय तक जो रोक लगवाएगा, वह छूट जाएगा; क्रम वही रहेगा।',
      'Who says stop before it is sent is left out; the order stays.',
    ],
  },
  map: {
    none: ['कोई नहीं', 'none'],
    upTo: (count: string) => [`${count} तक`, `up to ${count}`],
    over: (count: string) => [`${count} से अधिक`, `over ${count}`],
  },
  segments: {
    caption: ['नंबर जनपद और भाषा के अनुसार', 'Numbers by district and language'],
    all: ['योग', 'All'],
    noDistrict: ['जनपद नहीं लिखा', 'no district given'],
  },
  text: {
    name: ['प्रसारण का नाम', 'Name of the blast'],
    nameHint: (app: string) => [
      `केवल अधिकारियों के लिए, जैसे: ${app} का परिचय, अप्रैल`,
      `For officers only, such as: Introducing ${app}, April`,
    ],
    channel: ['कैसे पहुँचे', 'How it reaches people'],
    channelHints: {
      sms: ['पंजीकृत पाठ, ऐप के लिंक के साथ', 'A registered text with the link to the app'],
      ivr: [
        'हिंदी में रिकॉर्डेड संदेश; 1 दबाने पर लिंक SMS से',
        'A recorded message in Hindi; pressing 1 brings the link by SMS',
      ],
      whatsapp: [
        'WhatsApp से स्वीकृत टेंपलेट: चित्र, पाठ और बटन; केवल उन्हें जिन्होंने सहमति दी',
        'A template that WhatsApp approved: picture, text and buttons; only to those who have agreed',
      ],
    },
    noGateway: ['अभी कोई जुड़ा हुआ गेटवे यह नहीं कर सकता।', 'No gateway that is set up can do this.'],
    channelKept: [
      'सहेजे हुए प्रारूप का माध्यम नहीं बदलता; दूसरे माध्यम के लिए नया प्रसारण बनाएँ।',
      'A kept draft does not change between SMS, call and WhatsApp; make a new blast for another.',
    ],
    texts: {
      hi: ['हिंदी पाठ', 'Hindi text'],
      en: ['अंग्रेज़ी पाठ', 'English text'],
    },
    textHints: {
      hi: ['पंजीकृत पाठों में से चुनें', 'Choose one of the registered texts'],
      en: [
        'वैकल्पिक: सूची में जिनकी भाषा अंग्रेज़ी लिखी है, उनके लिए',
        'Optional: for those whose language in the list is English',
      ],
    },
    noText: ['कोई नहीं', 'None'],
    variable: (place: number) => [`खाली स्थान ${place} में क्या आए`, `What stands in blank ${place}`],
    variableHint: (kind: string, most: number) => [
      `${kind}, अधिकतम ${most} वर्ण`,
      `${kind}, up to ${most} characters`,
    ],
    kinds: {
      var: ['कोई भी पाठ', 'Any text'],
      numeric: ['केवल अंक', 'Digits only'],
      number: ['केवल अंक', 'Digits only'],
      alphanumeric: ['अक्षर और अंक', 'Letters and digits'],
      urlott: ['ऐप का लिंक', 'Link of the app'],
      cbn: ['फ़ोन नंबर', 'Phone number'],
      email: ['ई-मेल', 'E-mail'],
    } as Record<string, Pair>,
    size: ['लंबाई', 'Length'],
    units: (count: string, encoding: string) => [
      `${count} वर्ण (${encoding})`,
      `${count} characters (${encoding})`,
    ],
    encodings: {
      'GSM-7': ['सामान्य', 'plain'],
      'UCS-2': ['यूनिकोड', 'Unicode'],
    },
    segments: (count: number) => [
      `${count} खंड`,
      `${count} ${plural.en(count, 'segment', 'segments')}`,
    ],
    parts: ['खंड', 'Parts'],
    price: ['एक व्यक्ति पर व्यय', 'Cost per person'],
    oneMore: ['एक वर्ण और बढ़ाने पर', 'One more character'],
    free: (left: string) => [
      `व्यय नहीं बढ़ेगा; अभी ${left} वर्ण और आ सकते हैं`,
      `costs nothing; ${left} more fit`,
    ],
    dearer: (percent: number) => [`व्यय ${percent}% बढ़ जाएगा`, `raises the cost by ${percent}%`],
    sampleLink: [
      'लिंक का अंतिम भाग नमूने का है; प्रसारण का अपना कोड स्वीकृति पर, या फ़ोन पर जाँचते समय, लगता है।',
      'The end of the link is a sample; the blast’s own code comes with the approval, or when the text is tried on a phone.',
    ],
    clean: ['पाठ की जाँच में कोई त्रुटि नहीं मिली।', 'The check of the text found no fault.'],
    severities: {
      error: ['त्रुटि', 'Fault'],
      warning: ['ध्यान दें', 'Note'],
    },
  },
  audience: {
    lists: ['सभी सूचियाँ', 'All lists'],
    none: [
      'अभी कोई सूची नहीं है। ऊपर से पहली अपलोड करें।',
      'There is no list yet. Upload the first one above.',
    ],
    list: ['नंबरों की सूची', 'List of numbers'],
    noLists: [
      'अभी कोई सूची तैयार नहीं है; पहली यहीं अपलोड करें।',
      'No list is ready yet; upload the first one here.',
    ],
    another: ['दूसरी सूची अपलोड करें', 'Upload another list'],
    retry: [
      'यह उन्हीं नंबरों को जाएगा जो विफल रहे और जिन पर फिर भेजना संभव है।',
      'This goes to the numbers that failed in the earlier blast and may be tried once more.',
    ],
    numbers: (count: string) => [
      `${count} नंबर`,
      `${count} ${plural.en(count, 'number', 'numbers')}`,
    ],
    about: (sum: string) => [`अनुमानित व्यय ${sum}`, `estimated cost ${sum}`],
    stops: [
      'जिन्होंने संदेश बंद करने को कहा है, उन्हें अपने आप छोड़ दिया जाता है।',
      'Whoever said stop is left out, up to the moment of sending.',
    ],
    gatewayHint: ['मूल्य प्रति खंड या कॉल', 'Price per segment or call'],
    source: ['सूची कहाँ से मिली', 'Where the list is from'],
    basis: ['सहमति का आधार', 'Basis of consent'],
    consentTemplate: ['सहमति टेंपलेट की आईडी', 'Consent template id'],
    bases: {
      'public-duty': [
        'शासकीय कर्तव्य (जनहित की सूचना)',
        'Public duty (information in the public interest)',
      ],
      'service-user': ['पुलिस सेवा के उपयोगकर्ता', 'Users of a police service'],
      'explicit-consent': ['लिखित सहमति', 'Written consent'],
    },
    until: ['कब तक रखी जाए', 'Kept until'],
    kept: (day: string) => [`${day} तक रखी जाएगी`, `kept until ${day}`],
    districts: ['किन जनपदों में', 'In which districts'],
    allDistricts: ['सूची के सभी नंबर', 'All numbers of the list'],
    someDistricts: ['केवल चुने हुए जनपद', 'Chosen districts only'],
    without: (count: string) => [
      `${count} ${plural.hi(count, 'नंबर', 'नंबरों')} का जनपद सूची में नहीं लिखा; इन पर यह प्रसारण नहीं जाएगा`,
      `${count} numbers have no district in the list and are left out here`,
    ],
    find: ['जनपद खोजें', 'Find a district'],
    members: ['नंबर', 'Numbers'],
    dnd: ['DND में', 'On DND'],
    dndHint: ['प्रचारात्मक संदेश इन्हें नहीं जाते', 'promotional messages do not go to these'],
    rejected: ['नहीं ली गईं', 'Not taken'],
    stations: ['थाना लिखा है', 'With a station'],
    back: ['← सभी सूचियाँ', '← All lists'],
    headline: (rows: string) => [
      `नंबर लिए गए, ${rows} पंक्तियों में से`,
      `numbers taken, of ${rows} rows`,
    ],
    owner: ['किसकी सूची', 'List of'],
  },
  upload: {
    title: ['नई सूची अपलोड करें', 'Upload a list'],
    lead: [
      'CSV या Excel, किसी भी आकार की। पहली पंक्ति में स्तंभ का नाम “मोबाइल”; “जनपद”, “थाना” और “भाषा” भी हो सकते हैं।',
      'CSV or Excel of any size. The first row names the column “mobile”; “district”, “station” and “language” may stand beside it.',
    ],
    file: ['सूची की फ़ाइल', 'File of the list'],
    fileHint: [
      'CSV (gzip भी), अल्पविराम, ; टैब या | से अलग, अथवा XLSX; स्तंभ मोबाइल, और चाहें तो जनपद, थाना, भाषा। जहाँ पता न हो, खाना खाली छोड़ें',
      'CSV (also gzip), separated by comma, ; tab or |, or XLSX; column mobile, and if you like district, station, language. An empty cell is a number of which it is not known',
    ],
    name: ['सूची का नाम', 'Name of the list'],
    nameHint: ['जैसे: किरायेदार सत्यापन, मार्च', 'Such as: tenant verification, March'],
    sourceHint: [
      'जैसे: CCTNS के आवेदक, पत्रांक और दिनांक सहित',
      'Such as: applicants in CCTNS, with letter number and date',
    ],
    consentTemplateHint: [
      '12 या 19 अंक, डीएलटी पोर्टल की; प्रचार के संदेश के लिए आवश्यक',
      '12 or 19 digits, of the DLT portal; promotion needs it',
    ],
    basisHint: [
      'किस अधिकार से इन नंबरों पर संदेश भेजा जाए',
      'By what right these numbers are written to',
    ],
    chooseBasis: ['चुनें', 'Choose'],
    language: ['जिनकी भाषा नहीं लिखी, उनकी भाषा', 'Language of those who have none in the list'],
    languageHint: [
      'सूची के भाषा स्तंभ में जो लिखा है वही माना जाता है',
      'What stands in the list’s language column holds',
    ],
    untilHint: [
      'इसके बाद नंबर मिटा दिए जाते हैं; अधिकतम एक वर्ष।',
      'After that the numbers are deleted; one year at most.',
    ],
    send: ['सूची अपलोड करें', 'Upload the list'],
    form: ['सूची का खाली प्रारूप, स्तंभों सहित (CSV)', 'An empty list with its columns (CSV)'],
    stored: (name: string, count: string) => [
      `“${name}” तैयार है: ${count} नंबर लिए गए।`,
      `“${name}” is ready: ${count} numbers taken.`,
    ],
    faults: {
      consentTemplate: ['12 या 19 अंक लिखें', 'Enter 12 or 19 digits'],
      file: ['फ़ाइल चुनें', 'Choose a file'],
      name: ['सूची का नाम लिखें', 'Write a name for the list'],
      source: ['लिखें कि सूची कहाँ से मिली', 'Write where the list is from'],
      basis: ['सहमति का आधार चुनें', 'Choose the basis of consent'],
      until: ['आज से एक वर्ष तक का दिनांक दें', 'Give a day from today to one year on'],
    },
  },
  leaveOut: {
    cap: ['एक नंबर पर अधिकतम संदेश', 'Most messages to one number'],
    capHint: [
      'सभी प्रसारणों के संदेश और कॉल मिलाकर। जिन्हें इतने मिल चुके हैं या मिलने वाले हैं, वे छोड़ दिए जाते हैं।',
      'Messages and calls of all blasts together. Whoever has had or will get so many is left out.',
    ],
    capMessages: ['कितने संदेश', 'How many messages'],
    capMessagesHint: ['खाली: कोई सीमा नहीं', 'Empty: no cap'],
    capDays: ['कितने दिन में', 'In how many days'],
    capOf: (messages: number, days: number) => [
      `${days} दिन में ${messages}`,
      `${messages} in ${days} days`,
    ],
    noCap: ['कोई सीमा नहीं', 'no cap'],
    unusual: ['सामान्य सीमा से भिन्न', 'other than usual'],
    overridden: (cap: string, usual: string) => [
      `ध्यान दें: इस प्रसारण में एक नंबर की संदेश-सीमा बदली गई है: ${cap}; सामान्य सीमा ${usual} है।`,
      `Note: the cap on messages to one number is changed for this blast: ${cap}; usual is ${usual}.`,
    ],
    received: ['जिन्हें पहले मिल चुका है', 'Those who got one before'],
    whichBlasts: ['कौन-से प्रसारण:', 'Which blasts:'],
    receivedChoices: {
      nobody: ['उन्हें भी भेजें', 'send to them too'],
      blasts: ['जिन्हें चुने हुए प्रसारण मिले, उन्हें छोड़ें', 'leave out who got the chosen blasts'],
      any: [
        'जिन्हें इस अभियान का कोई भी प्रसारण मिला, उन्हें छोड़ें',
        'leave out who got any blast of this campaign',
      ],
    },
    receivedBlasts: (ids: string) => [
      `जिन्हें प्रसारण क्रमांक ${ids} मिले, उन्हें छोड़ें`,
      `leave out who got blasts ${ids}`,
    ],
    noBlasts: ['अभी कोई प्रसारण भेजा नहीं गया है।', 'No blast has been sent yet.'],
    classes: ['डीएनडी की कौन-सी श्रेणियाँ छोड़ें', 'Which do-not-disturb classes to leave out'],
    classesHint: [
      'जिन्होंने सब कुछ बंद कराया है, उन्हें प्रचार कभी नहीं जाता। शेष में संदेश की श्रेणी चुनें।',
      'Promotion never goes to those who block all of it. Of the others choose the class of the text.',
    ],
    notBound: (category: string) => [
      `${category} संदेशों पर डीएनडी की रोक लागू नहीं होती।`,
      `${category}: do-not-disturb does not bind these messages.`,
    ],
    excluding: [
      'यह उन नंबरों की सूची है जिन्हें कोई प्रसारण न जाए',
      'This is a list of numbers that no blast goes to',
    ],
    excludingHint: [
      'चालू रहने तक इसके नंबर हर प्रसारण से छोड़े जाते हैं; इस सूची पर कुछ नहीं भेजा जाता।',
      'While it is kept, its numbers are left out of every blast; nothing is sent to the list itself.',
    ],
    excludingTag: ['छोड़ने की सूची', 'leave-out list'],
  },
  rejects: {
    title: ['जो पंक्तियाँ नहीं ली गईं', 'Rows that were not taken'],
    none: ['कोई पंक्ति छोड़ी नहीं गई।', 'Every row was taken.'],
    some: (count: string): Pair => [
      `${count} ${plural.hi(count, 'पंक्ति नहीं ली गई', 'पंक्तियाँ नहीं ली गईं')}:`,
      `${count} ${plural.en(count, 'row was', 'rows were')} not taken:`,
    ],
    save: ['ये पंक्तियाँ कारण सहित सहेजें (CSV)', 'Save these rows with their reasons (CSV)'],
    reasons: {
      malformed: ['नंबर सही नहीं', 'not a right number'],
      'spreadsheet-damaged': [
        'Excel ने नंबर बिगाड़ा (जैसे 9.19E+11)',
        'damaged by Excel (such as 9.19E+11)',
      ],
      landline: ['लैंडलाइन', 'landline'],
      foreign: ['विदेशी नंबर', 'foreign number'],
      'unknown-district': ['जनपद पहचाना नहीं गया', 'district not recognised'],
      'unknown-language': ['भाषा पहचानी नहीं गई', 'language not recognised'],
      'unknown-station': ['थाना पहचाना नहीं गया', 'station not recognised'],
      'unknown-class': ['श्रेणी पहचानी नहीं गई', 'class not recognised'],
      duplicate: ['दोहराया हुआ', 'given twice'],
      'opted-out': ['संदेश रोकने को कह चुके', 'said stop'],
    } as Record<string, Pair>,
  },
  sheet: {
    title: ['नया प्रसारण', 'A new blast'],
    rows: {
      text: ['पाठ', 'Text'],
      list: ['सूची', 'List'],
      hours: ['समय', 'Time'],
      cap: ['संदेश-सीमा', 'Message cap'],
      cost: ['व्यय', 'Cost'],
    },
    change: ['बदलें', 'Change'],
    close: ['बंद करें', 'Close'],
    done: ['ठीक है', 'Done'],
    changed: ['बदला गया।', 'Changed.'],
    undo: ['पहले जैसा करें', 'Undo'],
    noList: ['अभी नहीं चुनी', 'None chosen yet'],
    goesTo: (count: string) => [
      `${count} ${plural.hi(count, 'नंबर', 'नंबरों')} को जाएगा`,
      `goes to ${count} ${plural.en(count, 'number', 'numbers')}`,
    ],
    counts: ['सूची से भेजने तक', 'From the list to what is sent'],
    rowsRead: ['फ़ाइल की पंक्तियाँ', 'Rows of the file'],
    taken: ['सूची में लिए गए', 'Taken into the list'],
    outside: ['चुने जनपदों के बाहर', 'Outside the chosen districts'],
    outsideGroup: [
      'लक्षित समूह से बाहर, या संदेश बंद करने को कहा',
      'Outside the target group, or said stop',
    ],
    capped: (cap: string) => [`संदेश-सीमा पूरी (${cap})`, `Message cap reached (${cap})`],
    sent: ['भेजे जाएँगे', 'Will be sent'],
    ready: [
      `${headquarters.hi} को यही दिखेगा। भेजने के बाद बदलना हो तो पहले वापस लें।`,
      `This is what ${headquarters.en} will see. To change it afterwards, take it back first.`,
    ],
    submit: ['स्वीकृति के लिए भेजें', 'Submit for approval'],
    states: {
      kept: ['प्रारूप सहेजा हुआ है', 'The draft is kept'],
      keeping: ['सहेजा जा रहा है…', 'Being kept…'],
      unkept: ['शेष चुनते ही सहेजा जाएगा', 'Kept once the rest is chosen'],
    },
    copyName: (name: string) => [`${name} (फिर से)`, `${name} (again)`],
  },
  next: {
    title: ['आगे किसे क्या करना है', 'Who does what next'],
    you: ['आप:', 'You:'],
    hq: [`${headquarters.hi}:`, `${headquarters.en}:`],
    itself: ['अपने आप:', 'By itself:'],
    by: (name: string) => [`${name}:`, `${name}:`],
    what: {
      draft: ['प्रारूप पूरा करके भेजना', 'finish the draft and submit it'],
      decision: ['देखकर स्वीकृति देना या लौटाना', 'look at it, approve it or send it back'],
      sending: [
        'चुने समय पर भेजना; कभी भी रोका जा सकता है',
        'goes out at the chosen time; may be paused at any time',
      ],
      results: [
        'परिणाम देखना, विफल नंबरों को फिर भेजना',
        'look at the results, send to failed numbers again',
      ],
    },
  },
  test: {
    title: ['पहले अपने फ़ोन पर देखें', 'See it on your own phone first'],
    lead: {
      sms: [
        'ठीक यही संदेश अपने नंबर पर भेजकर देखें। परीक्षण का व्यय भी प्रसारण में जुड़ता है।',
        'Send exactly this message to your own number. What a test costs counts in the blast.',
      ],
      ivr: [
        'ठीक यही कॉल अपने नंबर पर मँगाकर सुनें। परीक्षण का व्यय भी प्रसारण में जुड़ता है।',
        'Have exactly this call made to your own number. What a test costs counts in the blast.',
      ],
      whatsapp: [
        'ठीक यही WhatsApp संदेश अपने नंबर पर मँगाकर देखें। परीक्षण का व्यय भी प्रसारण में जुड़ता है।',
        'Send exactly this WhatsApp message to your own number. What a test costs counts in the blast.',
      ],
    },
    byOperator: [
      'यह प्रसारण सेवा प्रदाता स्वयं भेजेगा; परीक्षण संदेश स्वीकृति के बाद उसी से मँगाएँ।',
      'A service provider sends this blast itself; have a test message sent by it once the blast is approved.',
    ],
    language: ['किस भाषा में', 'In which language'],
    number: ['आपका मोबाइल नंबर', 'Your mobile number'],
    numberHint: [
      '10 अंक। इसे एक बार SMS से आए कोड से सत्यापित करना है; परीक्षण केवल इसी पर जाते हैं',
      '10 digits. It is verified once by a code that comes by SMS; tests go to this number only',
    ],
    numberWrong: ['10 अंकों का मोबाइल नंबर लिखें', 'Write a mobile number of 10 digits'],
    sendCode: ['कोड मँगाएँ', 'Send me a code'],
    sendCodeAgain: ['नया कोड मँगाएँ', 'Send me a new code'],
    codeSent: {
      accepted: ['कोड SMS से भेजा गया है।', 'The code was sent by SMS.'],
      unknown: [
        'गेटवे का उत्तर नहीं मिला; कोड फिर भी आ सकता है। एक मिनट प्रतीक्षा करें।',
        'The gateway’s answer was lost; the code may come all the same. Wait a minute.',
      ],
    },
    trainingCode: [
      'यह प्रशिक्षण है, फ़ोन पर कुछ नहीं आएगा। आपका कोड:',
      'This is training; nothing reaches the phone. Your code:',
    ],
    code: ['SMS में आया कोड', 'Code of the SMS'],
    codeHint: ['6 अंक, 10 मिनट तक मान्य', '6 digits, valid for 10 minutes'],
    confirm: ['सत्यापित करें', 'Verify'],
    verified: ['आपका सत्यापित नंबर:', 'Your verified number:'],
    otherNumber: ['दूसरा नंबर', 'Another number'],
    forget: ['नंबर हटाएँ', 'Forget the number'],
    sendAgain: ['फिर भी भेजें', 'Send it again'],
    lost: [
      'गेटवे का उत्तर नहीं मिला। संदेश पहुँचा भी हो सकता है; फ़ोन देखें।',
      'The gateway’s answer was lost. It may have arrived; look at the phone.',
    ],
    list: ['अब तक के परीक्षण', 'Tests so far'],
    by: (name: string, moment: string) => [`${name}, ${moment}`, `${name}, ${moment}`],
    version: (revision: number, present: boolean) => [
      present ? `संस्करण ${revision} (वर्तमान)` : `संस्करण ${revision}`,
      present ? `version ${revision} (the present one)` : `version ${revision}`,
    ],
    send: {
      sms: ['परीक्षण SMS भेजें', 'Send a test SMS'],
      ivr: ['परीक्षण कॉल करें', 'Make a test call'],
      whatsapp: ['परीक्षण WhatsApp भेजें', 'Send a test WhatsApp'],
    },
    sent: [
      'गेटवे ने ले लिया। कुछ क्षण में फ़ोन पर आना चाहिए।',
      'The gateway has taken it. It should reach the phone in a moment.',
    ],
    emulated: [
      'एमुलेटर ने ले लिया। यह प्रशिक्षण है, फ़ोन पर कुछ नहीं आएगा।',
      'The emulator has taken it. This is training; nothing reaches the phone.',
    ],
    receipt: (id: string) => [`गेटवे का क्रमांक ${id}`, `The gateway’s number ${id}`],
    refused: (code: string) => [
      `गेटवे ने नहीं लिया (${code}):`,
      `The gateway did not take it (${code}):`,
    ],
  },
  schedule: {
    start: ['आरंभ', 'Start'],
    starts: {
      now: ['स्वीकृति मिलते ही', 'Upon approval'],
      later: ['किसी दिन और समय पर', 'At a day and time'],
    },
    startHints: {
      now: ['स्वीकृति के बाद, नीचे के समय के भीतर', 'After approval, within the hours below'],
      later: ['उससे पहले स्वीकृति आवश्यक है', 'It has to be approved before'],
    },
    day: ['दिनांक', 'Day'],
    time: ['समय', 'Time'],
    timeHint: ['भारतीय समय', 'Indian time'],
    hours: ['दिन में किस समय', 'Hours of the day'],
    allDay: (category: string) => [
      `${category} श्रेणी के संदेश नियमानुसार किसी भी समय जा सकते हैं। फिर भी रात में किसी को न जगाएँ।`,
      `Messages of the category ${category} may be sent at any hour. Even so, let nobody be woken at night.`,
    ],
    legal: (what: string, from: string, to: string) => [
      `${what}: नियमानुसार केवल ${from} से ${to} बजे तक (TCCCPR 2018)। इसके बाहर कुछ नहीं जाता; शेष अगले दिन जाता है।`,
      `${what}: by the rules from ${from} to ${to} only (TCCCPR 2018). Nothing is sent outside; the rest goes the next day.`,
    ],
    from: ['से', 'From'],
    to: ['तक', 'To'],
    canary: ['पहले कितनों पर परखें', 'Try it on how many first'],
    canaryHint: [
      'इतने नंबरों पर पहुँचने के बाद ही शेष जाते हैं; न पहुँचें तो प्रसारण रुक जाता है। 0: परखे बिना। खाली: सूची के अनुसार',
      'The rest goes only once these have arrived; otherwise the blast pauses. 0: no trial. Empty: as fits the list',
    ],
    canaryFits: (count: string) => [`(अभी ${count})।`, `(now ${count}).`],
    budget: ['व्यय की सीमा (रुपये)', 'Ceiling of the cost (rupees)'],
    budgetHint: [
      'इस पर पहुँचते ही प्रसारण रुक जाता है। खाली: कोई सीमा नहीं।',
      'The blast pauses when it is reached. Empty: no ceiling.',
    ],
    estimate: (sum: string) => [`अनुमानित व्यय ${sum}।`, `The estimate is ${sum}.`],
  },
  faults: {
    name: ['प्रसारण का नाम लिखें', 'Write a name for the blast'],
    template: ['कम से कम एक भाषा का पाठ चुनें', 'Choose a text in at least one language'],
    category: ['दोनों भाषाओं के पाठ एक ही श्रेणी के हों', 'Both texts have to be of one category'],
    value: ['यहाँ 1 से 30 वर्ण लिखें', 'Write 1 to 30 characters here'],
    form: ['यहाँ केवल ऊपर बताए प्रकार का पाठ लिखें', 'Write only what is said above'],
    audience: ['सूची चुनें या नई अपलोड करें', 'Choose a list or upload one'],
    districts: ['कम से कम एक जनपद चुनें', 'Choose at least one district'],
    gateway: ['गेटवे चुनें', 'Choose a gateway'],
    shares: [
      '1 से 99 तक लिखें; सब मिलाकर अधिकतम 99 प्रतिशत',
      'Write 1 to 99, at most 99 percent together',
    ],
    operators: [
      'कम से कम एक सेवा प्रदाता चुनें, हर एक केवल एक गेटवे पर',
      'Choose at least one operator, each for one gateway only',
    ],
    day: ['दिनांक और समय दें', 'Give a day and a time'],
    past: ['यह समय बीत चुका है; आगे का समय दें', 'This time has passed; give a later one'],
    hours: [
      'समाप्ति का समय आरंभ के बाद का और अनुमन्य समय के भीतर हो',
      'The end has to lie after the beginning and within the hours allowed',
    ],
    canary: ['0 से 1,00,000 तक की संख्या लिखें', 'Write a number from 0 to 1,00,000'],
    cap: [
      'संख्या लिखें: 1 से 100 संदेश (या खाली), 1 से 366 दिन',
      'Write a number: 1 to 100 messages (or leave it empty), 1 to 366 days',
    ],
    trial: ['दूसरे पाठ की तुलना पूरी भरें', 'Fill in the second text, its percent and hours'],
    skipBlasts: ['कम से कम एक प्रसारण चुनें', 'Choose one blast at least'],
    budget: ['रुपयों में राशि लिखें, जैसे 5,000', 'Write a sum in rupees, such as 5,000'],
    repeatStart: [
      'शृंखला के लिए पहली बारी का दिन और समय चुनें',
      'A series needs the day and time of its first round',
    ],
    repeatEnd: [
      'कितनी बार (2 से 60) या किस दिन तक, यह लिखें; पहले दिन के बाद कम से कम एक दिन हो',
      'Write how often (2 to 60) or until which day; there has to be one day after the first',
    ],
    repeatDays: ['पहले दिन के बाद कम से कम एक दिन चुनें', 'Give at least one day after the first'],
    repeatTexts: [
      'हर पाठ चुनें और पहले के 1 से 60 दिन बाद का अलग-अलग दिन लिखें',
      'Choose each text and say 1 to 60 days after the first, each on a day of its own',
    ],
  },
  run: {
    pause: ['अभी रोकें', 'Pause now'],
    resume: ['फिर शुरू करें', 'Resume'],
    stop: ['स्थायी रूप से समाप्त करें', 'Stop for good'],
    sure: [
      'बंद करने पर शेष नंबरों को कुछ नहीं जाएगा। यह प्रसारण फिर शुरू नहीं होगा।',
      'Once stopped, the remaining numbers get nothing, and this blast cannot be resumed.',
    ],
    canarySeen: ['संदेश फ़ोन पर देखा गया, शेष को भेजें', 'Seen on a phone, send the rest'],
    newCeiling: ['व्यय की नई सीमा (रुपये)', 'New ceiling of the cost (rupees)'],
    raise: ['सीमा बदलें', 'Change the ceiling'],
    stopForGood: ['हाँ, बंद करें', 'Yes, stop it'],
    goOn: ['नहीं', 'No'],
  },
  pause: {
    officer: {
      why: ['अधिकारी ने रोका है', 'Paused by an officer'],
      what: [
        'फिर शुरू करने पर वहीं से आगे बढ़ेगा; जिसे मिल चुका, उसे दोबारा नहीं जाएगा।',
        'When resumed it goes on from here; nobody gets it twice.',
      ],
    },
    canary: {
      why: [
        'परीक्षण-समूह में पर्याप्त संदेश नहीं पहुँचे, इसलिए अपने आप रुका है',
        'Too few of the trial group’s messages arrived, so it paused by itself',
      ],
      what: [
        'नीचे विफलता के कारण देखें। पाठ या सूची की कमी हो तो बंद करें; सब ठीक लगे तो स्वीकृति देने वाला दूसरा अधिकारी फिर शुरू करे। शेष नंबरों को तभी जाएगा।',
        'Look at the reasons below. Stop it when text or list are at fault; when all is well another officer, who approves, resumes it, and the rest goes as well.',
      ],
    },
    missed: {
      why: [
        'यह अपने दिन के समय में शुरू नहीं हो सका, इसलिए अब अपने आप नहीं जाएगा',
        'It could not begin within the hours of its day, so it is not sent by itself any more',
      ],
      what: [
        'आज भी भेजना उचित हो तो स्वीकृति देने वाला दूसरा अधिकारी शुरू करे; नहीं तो बंद करें।',
        'If it still makes sense today, another officer who approves blasts lets it go on; otherwise stop it.',
      ],
    },
    restored: {
      why: [
        'डेटाबेस बैकअप से लौटाया गया है; उसके बाद जो भेजा गया, वह इसमें दर्ज नहीं',
        'The database was restored from a backup, and what was sent since is not in it',
      ],
      what: [
        'बीच में जिन्हें मिल चुका, उन्हें दोबारा जाएगा। पहले सेवा प्रदाता की अपनी सूची देखें; फिर स्वीकृति देने वाला दूसरा अधिकारी आगे बढ़ाए या बंद करे।',
        'Whoever got it since would get it again. Look at the provider’s own list first; then another officer who approves blasts lets it go on, or stops it.',
      ],
    },
    'canary-unseen': {
      why: [
        'परीक्षण-समूह के संदेश गेटवे ने ले लिए हैं; यह गेटवे पावती नहीं देता, इसलिए अपने आप रुका है',
        'The gateway has taken the trial group’s messages; it gives no receipts, so the blast paused by itself',
      ],
      what: [
        'परीक्षण-समूह के किसी फ़ोन पर संदेश देख लें; स्वीकृति देने वाला अधिकारी पुष्टि करे तो शेष नंबरों को जाएगा।',
        'Look at the message on a phone of the trial group; when an officer who approves confirms it, the rest goes.',
      ],
    },
    errors: {
      why: [
        'पिछले कुछ मिनटों में बहुत अधिक संदेश विफल हुए, इसलिए अपने आप रुका है',
        'Too many messages failed in the last minutes, so it paused by itself',
      ],
      what: [
        'नीचे विफलता के कारण और गेटवे की स्थिति देखें। कारण दूर होने पर स्वीकृति देने वाला दूसरा अधिकारी फिर शुरू करे।',
        'Look at the reasons below and the state of the gateway. When the cause is gone another officer, who approves, resumes it.',
      ],
    },
    'gateway-busy': {
      why: [
        'गेटवे काफ़ी देर से संदेश नहीं ले रहा, या उससे संपर्क नहीं है। इसलिए यह अपने आप रुका है',
        'The gateway has answered nothing but “later” for a while, or cannot be reached, so it paused by itself',
      ],
      what: [
        'गेटवे के संचालक से बात करें; वह चलने लगे तो स्वीकृति देने वाला दूसरा अधिकारी फिर शुरू करे। वहीं से आगे बढ़ेगा।',
        'Talk to whoever runs the gateway; when it works again another officer, who approves, resumes it. It goes on from here.',
      ],
    },
    'halting-code': {
      why: [
        'गेटवे या ऑपरेटर ने ऐसी त्रुटि बताई जिससे कोई संदेश नहीं जाएगा',
        'The gateway or an operator reported a fault that keeps every message from going',
      ],
      what: [
        'कारण दूर कराएँ (गेटवे का खाता, हेडर या टेंपलेट); फिर स्वीकृति देने वाला दूसरा अधिकारी शुरू करे।',
        'Have the cause removed (the gateway’s account, header or template); then another officer, who approves, resumes it.',
      ],
    },
    'call-changed': {
      why: [
        'कॉल की कोई रिकॉर्डिंग स्वीकृति के बाद बदली गई है, इसलिए यह अपने आप रुका है',
        'A recording of the call was changed after the approval, so it paused by itself',
      ],
      what: [
        'नई रिकॉर्डिंग सुन लें। ठीक हो तो स्वीकृति देने वाला दूसरा अधिकारी आगे बढ़ाए: तब वही स्वीकृत मानी जाएगी। नहीं तो पहले वाली फिर दें और आगे बढ़ाएँ, या बंद करें।',
        'Hear the new recording. If it is right, another officer, who approves, lets it go on, and has approved it thereby. Otherwise give the former one again and let it go on, or stop the blast.',
      ],
    },
    trial: {
      why: [
        'दोनों पाठ अपने-अपने भाग को जा चुके हैं और प्रतीक्षा पूरी हुई; शेष रुका है',
        'Both texts went to their parts of the list and the time to wait is over; the rest waits',
      ],
      what: [
        'नीचे आँकड़े देखें; स्वीकृति देने वाला दूसरा अधिकारी चुनता है कि शेष को कौन-सा पाठ जाए, या प्रसारण समाप्त करता है।',
        'Look at the figures below; another officer, who approves, chooses the text for the rest, or ends the blast.',
      ],
    },
    budget: {
      why: [
        'व्यय की सीमा पूरी हो गई, इसलिए अपने आप रुका है',
        'The ceiling of the cost is reached, so it paused by itself',
      ],
      what: [
        'स्वीकृति देने वाला दूसरा अधिकारी सीमा बढ़ाकर फिर शुरू कर सकता है।',
        'For the rest, another officer, who approves, may raise the ceiling and then resume it.',
      ],
    },
  },
  groups: {
    title: ['लक्षित समूह', 'Target group'],
    hint: [
      'जनपद, भाषा और पहुँच का चुनाव नाम देकर सहेजा जा सकता है। गिनती हर बार नई होती है।',
      'A choice of districts, language and reach can be saved by a name. It is counted anew each time.',
    ],
    choose: ['सहेजा हुआ समूह', 'Saved group'],
    chooseOne: ['समूह चुनें', 'Choose a group'],
    language: ['केवल इस भाषा के', 'Only of this language'],
    everyLanguage: ['सभी भाषाएँ', 'All languages'],
    reached: ['पहले का प्रसारण', 'Earlier blasts'],
    reachedChoices: {
      all: ['सभी, पहुँचा हो या नहीं', 'All, reached or not'],
      yes: ['केवल जिन तक पहले पहुँचा', 'Only whom one reached before'],
      no: ['केवल जिन तक अब तक नहीं पहुँचा', 'Only whom none has reached yet'],
    },
    now: (count: string) => [`अभी ${count} नंबर`, `${count} numbers now`],
    name: ['समूह का नाम', 'Name of the group'],
    nameHint: ['किसी का नंबर या पता न लिखें', 'Write nobody’s number or address'],
    save: ['इस चुनाव को सहेजें', 'Save this choice'],
    saved: (name: string) => [`समूह “${name}” सहेजा गया।`, `The group “${name}” is saved.`],
    remove: ['समूह हटाएँ', 'Remove the group'],
  },
  together: {
    title: ['साथ के गेटवे', 'Gateways beside it'],
    hint: [
      'किसी गेटवे के अपने आप रुकने पर, जो निश्चित रूप से नहीं भेजा गया, वह दूसरे गेटवे से जाता है। जिसका पता नहीं, वह दोबारा नहीं भेजा जाता।',
      'When a gateway stops by itself, another one takes over what has surely not been sent. What is in doubt is never sent again.',
    ],
    uses: {
      none: ['नहीं', 'No'],
      share: ['कुछ प्रतिशत नंबर', 'A share of the numbers'],
      operators: ['कुछ सेवा प्रदाताओं के नंबर', 'Numbers of some operators'],
      reserve: ['केवल दूसरे के रुकने पर', 'Only when another stops'],
    },
    share: (name: string) => [`${name} से कितने प्रतिशत`, `Percent through ${name}`],
    operatorsOf: (name: string) => [
      `${name} से किन सेवा प्रदाताओं के नंबर`,
      `Operators whose numbers go through ${name}`,
    ],
    noOperators: ['नंबर-शृंखलाएँ अभी नहीं डाली गई हैं।', 'No number series are known yet.'],
    toNumbers: ['नंबरों का पृष्ठ', 'Page of numbers'],
    plan: ['योजना, गेटवे के अनुसार', 'Plan by gateway'],
    planHead: [
      ['गेटवे', 'Gateway'],
      ['नंबर', 'Numbers'],
      ['गति', 'Pace'],
      ['अंतिम संदेश', 'Last message'],
      ['व्यय', 'Cost'],
    ],
    parts: ['गेटवे के अनुसार', 'By gateway'],
    runHead: [
      ['गेटवे', 'Gateway'],
      ['भेजे गए', 'Sent'],
      ['पहुँचे', 'Delivered'],
      ['विफल', 'Failed'],
      ['अनिश्चित', 'In doubt'],
      ['शेष', 'Waiting'],
      ['व्यय', 'Cost'],
    ],
    stopped: (code: string) => [`रुक गया: ${code}`, `Stopped: ${code}`],
  },
  live: {
    title: ['प्रगति', 'Progress'],
    planning: ['नंबरों की सूची तैयार की जा रही है…', 'The list of numbers is being prepared…'],
    planned: (count: string) => [
      `${count} नंबर तैयार`,
      `${count} ${plural.en(count, 'number is', 'numbers are')} ready`,
    ],
    sentOf: (all: string) => [`भेजे गए, कुल ${all} में से`, `sent, of ${all}`],
    calledOf: (all: string) => [`कॉल की गईं, कुल ${all} में से`, `called, of ${all}`],
    rest: ['शेष समय', 'Time left'],
    begins: (moment: string) => [`${moment} पर शुरू होगा`, `starts ${moment}`],
    receipts: ['सब भेजे जा चुके; पावतियाँ आ रही हैं', 'all sent; receipts are coming in'],
    shut: (from: string) => [
      `अभी भेजने का समय नहीं है; ${from} बजे से जाएगा`,
      `outside the hours; sends from ${from}`,
    ],
    etaUnknown: ['गति मिलते ही दिखेगा', 'as soon as the rate is known'],
    eta: (minutes: number) => [
      minutes < 60
        ? `लगभग ${minutes} मिनट`
        : `लगभग ${Math.floor(minutes / 60)} घंटे ${minutes % 60} मिनट`,
      minutes < 60
        ? `about ${minutes} min`
        : `about ${Math.floor(minutes / 60)} h ${minutes % 60} min`,
    ],
    rate: ['गति', 'Rate'],
    perMinute: (count: string) => [`${count} प्रति मिनट`, `${count} a minute`],
    canary: ['परीक्षण-समूह', 'Trial group'],
    noCanary: ['नहीं रखा गया', 'none'],
    canaryPassed: (delivered: string) => [
      `ठीक रहा: ${delivered} पहुँचे`,
      `went well: ${delivered} delivered`,
    ],
    canaryWaits: (delivered: string, share: string) => [
      `${delivered} पहुँचे; ${share} पहुँचने पर शेष भेजे जाएँगे`,
      `${delivered} delivered; the rest goes at ${share}`,
    ],
    cost: ['अब तक व्यय', 'Cost so far'],
    costOf: (expected: string) => [`अनुमानित ${expected} में से`, `of an estimated ${expected}`],
    ceiling: (sum: string) => [`सीमा ${sum}`, `ceiling ${sum}`],
  },
  rate: {
    title: ['प्रति मिनट भेजे गए, पिछले 60 मिनट', 'Sent a minute, last 60 minutes'],
    alternative: (most: string) => [
      `पिछले 60 मिनट का स्तंभ-चित्र, अधिकतम ${most} प्रति मिनट; आँकड़े नीचे सारणी में`,
      `Bars of the last 60 minutes, at most ${most} a minute; the figures stand in the table below`,
    ],
    most: (count: string) => [`अधिकतम ${count}`, `at most ${count}`],
    table: ['आँकड़े सारणी में', 'Figures as a table'],
    minute: ['समय', 'Time'],
    sent: ['भेजे गए', 'Sent'],
    settled: ['निपटे', 'Settled'],
    failed: ['विफल', 'Failed'],
  },
  codes: {
    caption: ['क्यों नहीं पहुँचे', 'Why they did not arrive'],
    code: ['कोड', 'Code'],
    reason: ['कारण', 'Reason'],
    count: ['नंबर', 'Numbers'],
    others: (count: string) => [
      `${count} और कोड, रिपोर्ट में`,
      `${count} more ${plural.en(count, 'code', 'codes')}, in the report`,
    ],
    unlisted: [
      'गेटवे का कोड; अर्थ उसके अभिलेख में देखें',
      'code of the gateway; its documentation says what it means',
    ],
  },
  doubtful: {
    title: (count: string) => [
      `${count} ${plural.hi(count, 'संदेश', 'संदेशों')} का उत्तर खो गया`,
      `The answer to ${count} ${plural.en(count, 'message', 'messages')} was lost`,
    ],
    settles: [
      'ये गए या नहीं, यह गेटवे से पूछा जा रहा है। जो नहीं गया वह अपने आप फिर भेजा जाएगा, दोबारा किसी को नहीं।',
      'The gateway is being asked whether they went out. What did not will go by itself, and nobody gets it twice.',
    ],
    left: (count: string) => [
      `गेटवे की सूची से ${count} संदेशों का निर्णय नहीं हो सका; वे पहुँच चुके हो सकते हैं, इसलिए दोबारा नहीं भेजे जाएँगे। सूची आगे भी देखी जाती रहेगी; चाहें तो इन्हें भेजा हुआ मान लें।`,
      `The gateway’s listing does not settle ${count} of them; they may have arrived and are not sent again. The listing is looked at again and again; they can be counted as sent.`,
    ],
    decide: [
      'यह गेटवे बता नहीं सकता कि ये गए या नहीं। फिर भेजने पर कुछ को दो बार मिल सकता है।',
      'This gateway cannot say whether they went out. If they are sent again, some people may get it twice.',
    ],
    countAsSent: ['भेजे हुए मानें', 'Count as sent'],
    sendAgain: ['फिर भेजें', 'Send again'],
    hqDecides: [`इसका निर्णय ${headquarters.hi} लेता है।`, `${headquarters.en} decides on this.`],
  },
  response: {
    title: ['प्रभाव', 'What came of it'],
    scans: ['लिंक खुले', 'Link opened'],
    visitors: ['व्यक्ति', 'People'],
    perScan: ['प्रति खुले लिंक व्यय', 'Cost per opened link'],
    stops: ['संदेश बंद करने को कहा', 'Said stop'],
    installs: ['ऐप इंस्टॉल', 'Installs'],
    perInstall: ['प्रति इंस्टॉल व्यय', 'Cost per install'],
    noInstalls: [
      'इंस्टॉल तब दिखेंगे जब Play Console की “ट्रैफ़िक स्रोत” रिपोर्ट अपलोड की जाएगी।',
      'Installs appear once the Play Console report “traffic source” is uploaded.',
    ],
    until: (day: string) => [
      `इंस्टॉल ${day} तक की Play Console रिपोर्ट से।`,
      `Installs by the Play Console report up to ${day}.`,
    ],
  },
  retry: {
    title: ['विफल नंबरों को फिर भेजना', 'Try the failed numbers again'],
    text: (count: string) => [
      `${count} नंबर विफल रहे। नए प्रारूप में केवल वे आएँगे जिन पर फिर भेजना संभव है; वह भी स्वीकृति के बाद ही जाएगा।`,
      `${count} numbers failed. The new draft takes only those that may be tried again, and is sent only after approval.`,
    ],
    make: ['विफल नंबरों का नया प्रारूप बनाएँ', 'Draft a blast for the failed numbers'],
  },
  copy: {
    title: ['यही प्रसारण फिर से', 'The same once more'],
    text: [
      'नए प्रारूप में यही पाठ और समय आएँगे; सूची, व्यय की सीमा और आरंभ नए सिरे से चुने जाते हैं। वह भी स्वीकृति के बाद ही जाएगा।',
      'A new draft gets these texts and hours; list, ceiling and start are chosen anew. It too goes only after approval.',
    ],
    make: ['फिर से', 'Once more'],
  },
  byDistrict: ['जनपदवार', 'By district'],
  pack: {
    title: ['सेवा प्रदाता के लिए सामग्री', 'Pack for the service provider'],
    text: [
      'पत्र, पाठ, जनपद, अनुमानित संख्या और व्यय एक ZIP में। यहाँ से कुछ नहीं जाएगा; भेजने के बाद प्रदाता की रिपोर्ट दर्ज करें।',
      'Letter, texts, districts, expected volume and cost in one ZIP. Nothing goes out from here; take in the provider’s report afterwards.',
    ],
    later: [
      'स्वीकृति के बाद पत्र और सामग्री यहीं मिलेगी; यहाँ से कोई संदेश नहीं जाएगा।',
      'Once it is approved, letter and pack are here; no message goes out from here.',
    ],
    taken: (when: string) => [`पहली बार ${when} को ली गई`, `First taken ${when}`],
    take: ['सामग्री डाउनलोड करें (ZIP)', 'Download the pack (ZIP)'],
  },
  reports: {
    title: ['रिपोर्ट', 'Reports'],
    text: ['रिपोर्ट में केवल योग हैं, कोई फ़ोन नंबर नहीं।', 'Reports hold totals only, no phone numbers.'],
  },
});

export type BlastWords = ReturnType<typeof blastWordsIn>;
