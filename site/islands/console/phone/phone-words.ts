import {
  categoryNames,
  gatewayNames,
  languageNames,
} from '../../../../campaigns/words/blast-words.ts';
import { consentWords } from '../../../../campaigns/words/consent-words.ts';
import type { Pair } from '../../../../campaigns/words/pairs.ts';
import { plural } from '../../../../campaigns/words/plural.ts';
import { recipientStatusNames } from '../../../../campaigns/words/recipient-words.ts';
import { headquarters } from '../../../i18n/campaign-names.ts';
import { inEachLanguage } from '../../../i18n/own-language.ts';

/** Words of the views of texts, numbers, providers and gateways. */
export const phoneWordsIn = inEachLanguage({
  languages: [languageNames.hi, languageNames.en],
  channels: {
    sms: ['SMS', 'SMS'],
    ivr: ['कॉल', 'Call'],
    whatsapp: ['WhatsApp', 'WhatsApp'],
  },
  texts: {
    lead: [
      'नागरिक के फ़ोन पर ये पाठ अक्षरशः ऐसे ही पहुँचते हैं। बिल खंडों (SMS segments) से बनता है; हिंदी का एक खंड 70 वर्णों का होता है; कई हों तो 67 का।',
      'Citizens’ phones get these texts letter by letter. Segments are what is billed; one of Hindi holds 70 units, or 67 where there are several.',
    ],
    unregistered: [
      'हेडर और टेंपलेट अभी डीएलटी पोर्टल पर पंजीकृत नहीं हैं। पंजीकरण होने तक केवल प्रशिक्षण का एमुलेटर संदेश लेता है; नागरिकों तक कुछ नहीं पहुँचता।',
      'Header and templates are not registered on the DLT portal yet. Until they are, only the training emulator takes messages; nothing reaches citizens.',
    ],
    principalEntity: ['प्रमुख इकाई की पंजीकरण आईडी', 'Principal entity id (PE ID)'],
    notYet: ['अभी पंजीकृत नहीं', 'not registered yet'],
    sms: ['SMS के पाठ', 'Texts by SMS'],
    inLanguage: {
      hi: ['हिंदी में', 'In Hindi'],
      en: ['अंग्रेज़ी में', 'In English'],
    },
    header: ['हेडर', 'Header'],
    templateId: ['टेंपलेट आईडी', 'Template id'],
    category: ['श्रेणी', 'Category'],
    categories: [categoryNames.hi, categoryNames.en],
    approvedOn: ['स्वीकृति का दिनांक', 'Approved on'],
    onPortal: ['पोर्टल पर यह पाठ', 'This text on the portal'],
    tagsApart: ['पोर्टल पर चरों के प्रकार, क्रम से', 'Kinds of its variables there, in order'],
    registrar: ['डीएलटी पोर्टल', 'DLT portal'],
    size: ['लंबाई', 'Length'],
    units: (units: string) => [`${units} वर्ण`, `${units} units`],
    encodings: {
      'GSM-7': ['सामान्य', 'plain'],
      'UCS-2': ['यूनिकोड', 'Unicode'],
    },
    segments: ['खंड', 'Segments'],
    oneMore: ['एक वर्ण बढ़ाने पर', 'One more character'],
    free: (left: string) => [
      `व्यय वही रहेगा; इस खंड में ${left} वर्ण शेष हैं`,
      `costs nothing; ${left} units are left in this segment`,
    ],
    costs: (share: string) => [
      `एक खंड और लगेगा; व्यय ${share} अधिक`,
      `takes one more segment; ${share} dearer`,
    ],
    lakh: ['1 लाख फ़ोन पर व्यय', 'Cost for 1 lakh phones'],
    at: (price: string, gateway: string) => [
      `${price} प्रति खंड, ${gateway}`,
      `${price} a segment, ${gateway}`,
    ],
    severity: {
      error: ['त्रुटि', 'Error'],
      warning: ['ध्यान दें', 'Note'],
    },
    clean: ['कोई त्रुटि नहीं मिली।', 'No faults were found.'],
  },
  check: {
    title: ['नया पाठ लिखें और जाँचें', 'Write and check a new text'],
    lead: [
      'लिखते समय ही वर्ण, खंड और नियम जाँचे जाते हैं। यहाँ कुछ सहेजा या भेजा नहीं जाता; ठीक पाठ को डीएलटी पोर्टल पर पंजीकृत कराएँ।',
      'Units, segments and rules are checked as you type. Nothing is stored or sent here; have a good text registered on the DLT portal.',
    ],
    language: ['भाषा', 'Language'],
    headerHint: [
      'छह बड़े अक्षर; -G, -S आदि ऑपरेटर स्वयं जोड़ता है',
      'Six capital letters; the operator adds -G, -S and the like',
    ],
    text: ['पाठ', 'Text'],
    textHint: [
      'बदलने वाले शब्द के स्थान पर {#alphanumeric#}, अंकों के स्थान पर {#numeric#}, लघु लिंक के स्थान पर {#url#}',
      '{#alphanumeric#} stands for a word that changes, {#numeric#} for digits, {#url#} for the short link',
    ],
    addLink: ['लिंक का स्थान जोड़ें', 'Add a place for the link'],
    addVariable: ['चर जोड़ें', 'Add a variable'],
    empty: [
      'पाठ लिखते ही यहाँ दिखेगा: वह फ़ोन पर कैसा होगा और कितने खंडों का।',
      'As soon as you write, you see here how a phone shows the text and how many segments it takes.',
    ],
    status: (units: string, segments: string) => [
      `${units} वर्ण, ${segments} खंड`,
      `${units} units, ${segments} ${segments === '1' ? 'segment' : 'segments'}`,
    ],
    marked: ['जिन स्थानों पर ध्यान देना है', 'Places to look at'],
    tidy: ['मानक रूप में यह पाठ ऐसा होगा:', 'In its standard form the text would be:'],
    takeTidy: ['मानक रूप अपनाएँ', 'Take the standard form'],
  },
  call: {
    title: ['कॉल में क्या सुनाई देता है', 'What is heard in a call'],
    lead: [
      'कॉल उठाने पर यही बोला जाता है। रिकॉर्डिंग न होने पर गेटवे की मशीनी आवाज़ इसे पढ़ती है।',
      'This is spoken when the call is answered. Where there is no recording, the gateway’s voice reads it.',
    ],
  },
  replies: {
    title: ['लिखने वाले को क्या उत्तर मिलता है', 'What answers somebody who writes'],
    lead: [
      'जो चैनल नागरिक का लिखा पाठ ले सकता है, वह यही उत्तर देता है। हर संख्या के आगे लिखा है कि उससे क्या होता है।',
      'A channel that takes texts from citizens answers with this. Beside each number stands what it does.',
    ],
  },
  flows: {
    step: (number: number) => [`चरण ${number}`, `Step ${number}`],
    back: (number: number) => [`आगे चरण ${number}`, `on to step ${number}`],
    ends: ['यहीं समाप्त', 'ends here'],
    anyText: ['कोई पाठ', 'any text'],
    refused: ['न हो सके तो:', 'Where it cannot be done:'],
    other: {
      call: ['कोई अन्य कुंजी', 'Another key'],
      text: ['कोई अन्य पाठ', 'Another text'],
    },
    none: ['उत्तर न मिले या बारी पूरी हो', 'No answer, or asked often enough'],
    machine: ['उत्तर-मशीन पर', 'Answering machine'],
    machineOff: ['कुछ नहीं; कॉल काट दी जाती है', 'nothing; the call is ended'],
    link: {
      call: ['लिंक SMS से जाता है', 'the link goes out by SMS'],
      text: ['लिंक भेजा जाता है', 'the link is sent'],
    },
    does: {
      'opt-out': ['नंबर रोक-सूची में जाता है', 'the number goes on the stop list'],
      station: ['थाना खोजा जाता है', 'the station is looked up'],
    },
    transfer: {
      call: (number: string): Pair => [`${number} से जोड़ा जाता है`, `put through to ${number}`],
      text: (number: string) => [`नंबर ${number} बताया जाता है`, `the number ${number} is named`],
    },
    language: {
      hi: ['आगे अपनी भाषा में', 'in the own language from here'],
      en: ['आगे अंग्रेज़ी में', 'in English from here'],
    },
    trial: {
      call: ['कॉल यहीं आज़माएँ', 'Try the call here'],
      text: ['उत्तर यहीं आज़माएँ', 'Try the answers here'],
    },
    trialHint: {
      call: [
        'बटन दबाएँ या कुंजीपटल से 0–9, *, #। कुछ भेजा नहीं जाता।',
        'Press the buttons, or 0–9, * and # of the keyboard. Nothing is sent.',
      ],
      text: ['संख्या या पाठ लिखें। कुछ भेजा नहीं जाता।', 'Write a number or a text. Nothing is sent.'],
    },
    again: ['फिर से शुरू करें', 'Begin again'],
    reply: ['आपका उत्तर', 'Your answer'],
    send: ['भेजें', 'Send'],
    over: ['बातचीत समाप्त', 'The conversation is over'],
  },
  numbers: {
    one: ['एक नंबर की जानकारी', 'What is known of one number'],
    lead: [
      'हर खोज आपके नाम से परिवर्तन-अभिलेख में दर्ज होती है। स्क्रीन पर नंबर का बीच का भाग छिपा रहता है।',
      'Every look-up is logged under your name. The screen hides the middle of the number.',
    ],
    number: ['मोबाइल नंबर', 'Mobile number'],
    numberHint: ['10 अंक, जैसे नागरिक ने बताया', '10 digits, as the citizen gave it'],
    stopNumber: ['जिस नंबर को रोकना है', 'Number to stop'],
    find: ['खोजें', 'Look up'],
    messages: ['भेजे गए संदेश और कॉल', 'Messages and calls sent'],
    noMessages: ['इस नंबर पर कुछ नहीं भेजा गया है।', 'Nothing was sent to this number.'],
    tests: ['इस नंबर पर किए गए परीक्षण', 'Tests sent to this number'],
    ownNumber: [
      'यह किसी अधिकारी का परीक्षण के लिए सत्यापित नंबर है।',
      'It is the number that an officer has verified for tests.',
    ],
    blast: ['प्रसारण', 'Blast'],
    state: ['स्थिति', 'State'],
    when: ['समय', 'Time'],
    notSent: ['अभी नहीं भेजा गया', 'not sent yet'],
    statuses: [recipientStatusNames.hi, recipientStatusNames.en],
    code: (code: string) => [`कोड ${code}`, `code ${code}`],
    lists: ['सूचियाँ', 'Lists'],
    noLists: ['किसी सूची में नहीं है।', 'It is on no list.'],
    stop: ['रोक-सूची', 'Stop list'],
    ways: ['लोग संदेश ऐसे बंद करा सकते हैं', 'How people can stop messages'],
    stopped: ['रोक-सूची में है: इस पर कुछ नहीं भेजा जाता।', 'On the stop list: nothing is sent to it.'],
    notStopped: ['रोक-सूची में नहीं है।', 'Not on the stop list.'],
    since: (moment: string, source: string) => [
      `${moment} से, ${source}।`,
      `Since ${moment}, ${source}.`,
    ],
    dnd: [
      'DND सूची में है: इस पर प्रचारात्मक संदेश नहीं जाते।',
      'On the DND list: no promotional messages go to it.',
    ],
    notDnd: ['DND सूची में नहीं है।', 'Not on the DND list.'],
    add: ['रोक-सूची में जोड़ें', 'Add to the stop list'],
    remove: ['रोक-सूची से हटाएँ', 'Take off the stop list'],
    added: (number: string) => [
      `${number} रोक-सूची में जुड़ गया। अब इस पर कुछ नहीं भेजा जाएगा।`,
      `${number} is on the stop list now. Nothing will be sent to it.`,
    ],
    already: (number: string) => [
      `${number} पहले से रोक-सूची में है।`,
      `${number} was on the stop list already.`,
    ],
    delete: ['हर जगह से हटाएँ', 'Delete everywhere'],
    sure: (number: string) => [
      `${number} सभी सूचियों और प्रसारणों से मिटा दिया जाएगा। इसे वापस नहीं लाया जा सकता; गिनती बनी रहेगी।`,
      `${number} will be erased from all lists and blasts. It cannot be brought back; the counts stay.`,
    ],
    keep: [
      'रोक-सूची में बनाए रखें, ताकि इस पर फिर कभी संदेश न जाए',
      'Keep it on the stop list, so that it is never written to again',
    ],
    confirmDelete: ['हटा दें', 'Delete it'],
    deleted: (held: string) => [
      `नंबर मिटा दिया गया; वह ${held} स्थानों पर था।`,
      `The number is erased; it stood in ${held} places.`,
    ],
    stopLead: [
      'जिन्होंने मना किया है। इन पर न संदेश जाता है, न कॉल, चाहे वे किसी भी सूची में हों।',
      'Those who said stop. Neither messages nor calls go to them, whatever list they are on.',
    ],
    total: (count: string) => [`${count} नंबर`, `${count} ${plural.en(count, 'number', 'numbers')}`],
    noStops: ['अभी किसी ने मना नहीं किया है।', 'Nobody has said stop yet.'],
    removeHint: [
      'किसी नंबर को इस सूची से हटाने के लिए उसे ऊपर खोजें।',
      'To take a number off this list, look it up above.',
    ],
    masked: ['नंबर', 'Number'],
    source: ['कैसे मना किया', 'How they said it'],
    sources: [consentWords.hi.channels, consentWords.en.channels],
    history: ['सहमति और रोक का इतिहास', 'History of consent and stops'],
    what: ['क्या', 'What'],
    saidAt: ['कब', 'When'],
    by: ['किसने, किस आधार पर', 'By whom, on what ground'],
    owner: ['नंबर के स्वामी ने', 'owner of the number'],
    paper: ['नागरिक का पत्र: संख्या और दिनांक', 'Paper of the citizen: number and day'],
    page: (first: string, last: string, total: string) => [
      `${total} में से ${first} से ${last}`,
      `${first} to ${last} of ${total}`,
    ],
    newer: ['इससे नए', 'Newer'],
    older: ['इससे पुराने', 'Older'],
  },
  operators: {
    title: ['नंबर किस सेवा प्रदाता के हैं', 'Operators of numbers'],
    lead: [
      'इससे प्रसारण के नंबर सेवा प्रदाता के अनुसार गेटवे में बाँटे जा सकते हैं। पोर्ट हुआ नंबर अपनी शृंखला से अलग गिना जाता है।',
      'By this a blast can share its numbers among gateways by telecom operator. A ported number counts apart from its series.',
    ],
    never: ['सूची अभी नहीं डाली गई है।', 'No list has been uploaded yet.'],
    operator: ['सेवा प्रदाता', 'Operator'],
    series: ['शृंखलाएँ', 'Series'],
    ported: ['पोर्ट हुए नंबर', 'Ported numbers'],
    submit: ['सेवा प्रदाताओं की सूची डालें', 'Put in the operators'],
    file: ['शृंखलाओं या पोर्ट हुए नंबरों की फ़ाइल', 'File of series or ported numbers'],
    fileHint: [
      'CSV (gzip भी), स्तंभ series या mobile और operator: शृंखला के पहले 4 या 5 अंक, या पोर्ट हुआ पूरा नंबर; चाहें तो circle भी',
      'CSV (gzip too) with the columns series or mobile, and operator: the first 4 or 5 digits of a series, or a whole ported number; circle too where it is known',
    ],
    modes: {
      add: ['नई प्रविष्टियाँ उसमें जुड़ें', 'Add the new entries'],
      replace: ['नई सूची उसकी जगह ले', 'The new list takes its place'],
    },
    stored: ['सूची दर्ज हुई।', 'The list was taken.'],
    reasons: {
      malformed: ['शृंखला, नंबर या सेवा प्रदाता का नाम नहीं है', 'No series, number or operator'],
      'spreadsheet-damaged': [
        'तालिका ने नंबर बिगाड़ दिया है',
        'The spreadsheet has damaged the number',
      ],
      landline: ['लैंडलाइन', 'A landline'],
      foreign: ['विदेशी नंबर', 'A foreign number'],
    } as Record<string, Pair>,
  },
  dnd: {
    title: ['डू नॉट डिस्टर्ब (DND)', 'Do not disturb (DND)'],
    lead: [
      'प्रचारात्मक श्रेणी के संदेश इन नंबरों पर नहीं जाते; शासकीय संदेशों पर यह रोक नहीं है।',
      'Promotional messages do not go to these numbers; government messages are exempt from this.',
    ],
    numbers: ['नंबर DND सूची में', 'numbers on the DND list'],
    changed: (moment: string) => [`${moment} को बदली गई`, `changed ${moment}`],
    never: ['सूची अभी नहीं डाली गई है।', 'No list has been put in yet.'],
    file: ['DND सूची की फ़ाइल', 'File of the DND list'],
    fileHint: [
      'CSV (gzip भी), हर पंक्ति में एक मोबाइल नंबर; साथ में 0 से 8 तक की वरीयता श्रेणी (class) का स्तंभ हो सकता है',
      'CSV (also gzip), one mobile number a row; a column class with the preference classes 0 to 8 may stand beside it',
    ],
    mode: ['पुरानी सूची का क्या हो', 'What becomes of the old list'],
    modes: {
      replace: ['नई सूची उसकी जगह ले', 'the new list takes its place'],
      add: ['नए नंबर उसमें जुड़ें', 'new numbers are added to it'],
    },
    submit: ['सूची डालें', 'Put in the list'],
    stored: (count: string) => [
      `सूची में अब ${count} नंबर हैं।`,
      `The list has ${count} ${plural.en(count, 'number', 'numbers')} now.`,
    ],
    rejected: (count: string) => [
      `${count} ${plural.hi(count, 'पंक्ति छोड़ दी गई', 'पंक्तियाँ छोड़ दी गईं')}:`,
      `${count} ${plural.en(count, 'row was', 'rows were')} left out:`,
    ],
    reasons: {
      malformed: ['नंबर नहीं है', 'no number'],
      'unknown-class': ['श्रेणी 0 से 8 में से नहीं', 'no class from 0 to 8'],
      'spreadsheet-damaged': ['तालिका ने नंबर बिगाड़ दिया है', 'damaged by a spreadsheet'],
      landline: ['लैंडलाइन', 'landline'],
      foreign: ['विदेशी नंबर', 'foreign number'],
    } as Record<string, Pair>,
    row: (row: string, reason: string) => [`पंक्ति ${row}: ${reason}`, `row ${row}: ${reason}`],
    hqOnly: [`सूची ${headquarters.hi} से डाली जाती है।`, `The list is put in by ${headquarters.en}.`],
  },
  providers: {
    lead: [
      'जब सेवा प्रदाता (BSNL, Jio, Airtel, Vi) स्वयं अपने उपभोक्ताओं को संदेश भेजे: पहले उसे पत्र और सामग्री दें, भेजने के बाद उसकी रिपोर्ट यहाँ दर्ज करें।',
      'For messages that a service provider (BSNL, Jio, Airtel, Vi) sends to its own subscribers: give it the pack, and take in its report afterwards.',
    ],
    pack: ['1. प्रदाता को पत्र और सामग्री दें', '1. Give the provider the pack'],
    packLead: [
      'एक ZIP में: पत्र (Word), पाठ यूनिकोड और प्रदाताओं के रूपों में, डीएलटी विवरण और कॉल का आलेख; जनपद, संख्या, अनुमानित व्यय और रिपोर्ट का प्रपत्र।',
      'One ZIP with the letter (Word), the texts in Unicode and in the forms providers take, DLT ids, call script, districts, volume, expected cost, and the form of the report.',
    ],
    blast: ['प्रसारण', 'Blast'],
    blastHint: [
      'जो स्वीकृत हैं और जिन्हें सेवा प्रदाता स्वयं भेजेगा',
      'Approved ones that a service provider sends itself',
    ],
    noBlasts: [
      'अभी ऐसा कोई स्वीकृत प्रसारण नहीं है। प्रारूप में “सेवा प्रदाता स्वयं भेजेगा” चुनें और स्वीकृति लें; सामग्री फिर यहाँ मिलेगी।',
      'No such blast is approved yet. Choose “A service provider sends it itself” in a draft and have it approved; its pack is here then.',
    ],
    draft: ['प्रसारण का प्रारूप बनाएँ', 'Draft a blast'],
    download: ['पत्र और सामग्री डाउनलोड करें (ZIP)', 'Download the pack (ZIP)'],
    report: ['2. प्रदाता की रिपोर्ट दर्ज करें', '2. Take in the provider’s report'],
    reportLead: [
      'दिनवार और जनपदवार योग, बिना किसी मोबाइल नंबर के। उसी दिन, जनपद और माध्यम का नया योग पुराने की जगह लेता है; दो बार नहीं जुड़ता।',
      'Totals by day and district, without any mobile number. A new total of the same day, district and channel replaces the old one; it is not added twice.',
    ],
    form: ['रिपोर्ट का खाली प्रपत्र (CSV)', 'Empty form of the report (CSV)'],
    operator: ['सेवा प्रदाता', 'Service provider'],
    operatorHint: ['हर रिपोर्ट में एक ही वर्तनी रखें', 'Spell it alike in every report'],
    file: ['रिपोर्ट की फ़ाइल', 'File of the report'],
    fileHint: ['CSV; या नीचे चिपकाएँ', 'CSV; or paste it below'],
    pasted: ['या रिपोर्ट यहाँ चिपकाएँ', 'Or paste the report here'],
    pastedHint: [
      'पहली पंक्ति: day,district,channel,sent,delivered',
      'First row: day,district,channel,sent,delivered',
    ],
    nothing: ['रिपोर्ट की फ़ाइल चुनें या रिपोर्ट चिपकाएँ', 'Choose the report’s file or paste the report'],
    submit: ['रिपोर्ट दर्ज करें', 'Enter the report'],
    stored: (rows: string, operator: string) => [
      `${operator}: ${rows} ${plural.hi(rows, 'पंक्ति दर्ज हुई', 'पंक्तियाँ दर्ज हुईं')}।`,
      `${operator}: ${rows} rows are stored.`,
    ],
    faults: ['इन्हें ठीक करके रिपोर्ट फिर दें:', 'Correct these and hand the report in again:'],
    column: ['स्तंभ', 'Column'],
    expected: ['क्या होना चाहिए', 'Expected'],
    found: ['क्या मिला', 'Got'],
    more: (count: string) => [
      `और ${count} ${plural.hi(count, 'त्रुटि', 'त्रुटियाँ')}`,
      `and ${count} more ${plural.en(count, 'fault', 'faults')}`,
    ],
    totals: ['3. अब तक के योग', '3. Totals so far'],
    none: ['अभी किसी सेवा प्रदाता की रिपोर्ट नहीं आई है।', 'No service provider has reported yet.'],
    counted: [
      'ये योग बिंदु 1 (F) "फ़ोन के माध्यम से प्रचार" की प्रगति में जुड़ते हैं।',
      'These totals count in the progress of item 1 (F) of the minutes, “promotion by phone”.',
    ],
    progress: ['प्रगति देखें', 'See the progress'],
    sentSms: ['SMS भेजे गए', 'SMS sent'],
    sentCalls: ['कॉल की गईं', 'calls made'],
    reached: {
      sms: (count: string, share: string) => [
        `${count} पहुँचे (${share})`,
        `${count} delivered (${share})`,
      ],
      ivr: (count: string, share: string) => [
        `${count} सुनी गईं (${share})`,
        `${count} heard (${share})`,
      ],
    },
    byDay: ['दिनवार', 'By day'],
    byDistrict: ['जनपदवार', 'By district'],
    byOperator: ['सेवा प्रदातावार', 'By service provider'],
    lastReport: (moment: string) => [`पिछली रिपोर्ट ${moment}`, `last report ${moment}`],
    day: ['दिनांक', 'Day'],
    sms: ['SMS', 'SMS'],
    smsReached: ['पहुँचे', 'Delivered'],
    calls: ['कॉल', 'Calls'],
    callsReached: ['सुनी गईं', 'Heard'],
  },
  gateways: {
    emulatorOnly: [
      'केवल एमुलेटर चालू है: नागरिकों तक कुछ नहीं पहुँचता',
      'Emulator only: nothing reaches citizens',
    ],
    emulatorText: [
      'संदेश और कॉल इसी सर्वर के प्रशिक्षण-एमुलेटर को जाते हैं।',
      'Messages and calls go to this server’s training emulator.',
    ],
    names: [gatewayNames.hi, gatewayNames.en],
    states: {
      up: ['चालू', 'up'],
      down: ['संपर्क नहीं', 'down'],
      unknown: ['ज्ञात नहीं', 'not known'],
    },
    checked: ['पिछली जाँच', 'Last check'],
    answered: (ms: string) => [`${ms} मिलीसेकंड में उत्तर`, `answered in ${ms} ms`],
    channels: ['माध्यम', 'Channels'],
    rate: ['अधिकतम गति', 'Rate limit'],
    perSecond: (rate: string) => [`${rate} संदेश प्रति सेकंड`, `${rate} messages a second`],
    unlimited: ['सीमा नहीं', 'none'],
    price: ['मूल्य', 'Price'],
    perSegment: (price: string) => [`${price} प्रति खंड`, `${price} a segment`],
    reconcile: ['उत्तर न मिलने पर', 'Where an answer is lost'],
    ways: {
      callback: ['प्रदाता की सूचना से तय होता है', 'the provider’s report settles it'],
      list: ['प्रदाता की सूची से मिलाया जाता है', 'the provider’s listing settles it'],
      none: ['अधिकारी तय करते हैं', 'an officer decides'],
    },
    lastHour: ['पिछला एक घंटा', 'Last hour'],
    sent: ['भेजे गए', 'Sent'],
    failed: ['उनमें विफल', 'Of these failed'],
    unknown: ['उत्तर नहीं मिला', 'No answer'],
    again: ['फिर जाँचें', 'Check again'],
    byAdministrator: ['वास्तविक गेटवे व्यवस्थापक जोड़ते हैं।', 'The administrator adds real gateways.'],
    more: ['दूसरा गेटवे जोड़ना', 'Adding a gateway'],
    moreText: [
      'वास्तविक गेटवे के लिए इनमें से किसी एक के नाम सर्वर की सेटिंग में भरें। फिर सेवा चालू करें; अर्थ .env.example में लिखे हैं।',
      'For a real gateway fill in the names of one of these in the server’s settings and restart the service; .env.example says what they mean.',
    ],
  },
});

export type PhoneWords = ReturnType<typeof phoneWordsIn>;
