import { plural } from '../../../../../campaigns/words/plural.ts';
import { headquarters } from '../../../../i18n/campaign-names.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';

/** Words of a blast that runs or has run. */
export const runWordsIn = inEachLanguage({
  run: {
    pause: ['अभी रोकें', 'Pause now'],
    resume: ['फिर शुरू करें', 'Resume'],
    approveAgain: ['फिर से स्वीकृति दें', 'Approve again'],
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
        'The gateway has given no sure answer for a while, or cannot be reached, so it paused by itself',
      ],
      what: [
        'अनुमत समय में एक-एक संदेश से गेटवे को परखा जा रहा है; वह संदेश लेते ही यह वहीं से अपने आप आगे बढ़ेगा। लंबा चले तो गेटवे के संचालक से बात करें।',
        'Within its hours the gateway is tried by one message at a time; as soon as it takes one, the blast goes on from here by itself. If that takes long, talk to whoever runs the gateway.',
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
    'plan-changed': {
      why: [
        'यह वैसा नहीं रहा, जैसा स्वीकृत हुआ था, इसलिए अपने आप रुका है:',
        'It is no longer what was approved, so it paused by itself:',
      ],
      what: [
        'नई योजना ठीक हो तो स्वीकृति देने वाला दूसरा अधिकारी फिर से स्वीकृति दे: तब यही स्वीकृत मानी जाएगी। नहीं तो बंद करें।',
        'If the new plan is right, another officer, who approves, approves it again, and then this one is approved. Otherwise stop the blast.',
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
    outage: (since: string) => [
      `${since} से गेटवे उत्तर नहीं दे रहा, इसलिए भेजना अपने-आप रुका है। उत्तर मिलते ही शेष अपने-आप जाएगा; आपको कुछ नहीं करना है।`,
      `The gateway has not answered since ${since}, so sending has stopped by itself. The rest goes by itself as soon as it answers; there is nothing to do.`,
    ],
    etaOutage: ['गेटवे के लौटने पर', 'once the gateway is back'],
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
  promotion: {
    taken: [
      'ऑपरेटर इस पाठ को प्रचार मानता है, जबकि यहाँ यह प्रचार नहीं है। DLT पोर्टल पर टेंपलेट की श्रेणी देखें और ऑपरेटर से ठीक कराएँ।',
      'The operator takes this text for promotion, which it is not here. Look at its template’s category on the DLT portal and have the operator correct it.',
    ],
    night: [
      'प्रचार का समय 10:00 से 21:00 है; अभी शुरू करने पर फिर यही त्रुटि आएगी।',
      'Promotion goes from 10:00 to 21:00; resumed now it would meet the same fault.',
    ],
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
  map: {
    none: ['कोई नहीं', 'none'],
    upTo: (count: string) => [`${count} तक`, `up to ${count}`],
    over: (count: string) => [`${count} से अधिक`, `over ${count}`],
  },
  byDistrict: ['जनपदवार', 'By district'],
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
      'A new draft gets these texts and hours; you choose list, ceiling and start again. It too is sent only after approval.',
    ],
    make: ['फिर से', 'Once more'],
  },
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
