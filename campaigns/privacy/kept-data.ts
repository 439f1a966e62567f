import type { Bilingual } from '../bilingual.ts';
import type { Dictionary, Pair, Pairs } from '../words/pairs.ts';
import { retention } from './retention.ts';

/** One kind of data about people: what it is, when it goes, and why not earlier. */
export interface KeptData {
  what: Bilingual;
  until: Bilingual;
  why: Bilingual;
}
type Terms = Readonly<Record<keyof typeof retention, number>>;

/** Personal data and how long it is kept, for the privacy page: worded with the periods that the deletion uses. */
export const keptPairs = {
  lists: {
    what: [
      'मोबाइल नंबरों की सूचियाँ, जनपद, थाने और भाषा के साथ',
      'Lists of mobile numbers, with district, station and language',
    ],
    until: (r: Terms): Pair => [
      `उस दिन तक जो सूची देते समय तय होता है, अधिक से अधिक ${r.longestListDays} दिन`,
      `Until the day that is set when the list is given, at most ${r.longestListDays} days`,
    ],
    why: ['केवल इस अभियान के संदेशों के लिए', 'For messages of this campaign only'],
  },
  rejects: {
    what: ['सूची की वे पंक्तियाँ जो नहीं ली गईं', 'Rows of a list that were not taken'],
    until: (r: Terms): Pair => [`${r.rejectDays} दिन`, `${r.rejectDays} days`],
    why: ['ताकि सूची सुधारी जा सके', 'So that the list can be put right'],
  },
  sent: {
    what: ['किस नंबर पर कौन-सा संदेश गया', 'Which message went to which number'],
    until: (r: Terms): Pair => [
      `सूची की अवधि तक; प्रसारण चल रहा हो तो उसके ${r.receiptDays} दिन बाद तक। फिर केवल गिनती रहती है`,
      `As long as the list; while the message still goes out, until ${r.receiptDays} days after. Then only counts stay`,
    ],
    why: [
      'ताकि कोई संदेश दो बार न जाए और शिकायत का उत्तर दिया जा सके',
      'So that no message goes out twice and complaints can be answered',
    ],
  },
  receipts: {
    what: [
      'दूरसंचार कंपनी की रसीद का नंबर, जब तक उसका संदेश न मिले',
      'Number in an operator’s receipt, while its message is not found',
    ],
    until: (r: Terms): Pair => [`${r.receiptDays} दिन`, `${r.receiptDays} days`],
    why: [
      'ताकि जिस संदेश का उत्तर खो गया, वह दोबारा न जाए',
      'So that a message whose answer was lost is not sent again',
    ],
  },
  linkRequests: {
    what: ['जिसने कॉल से ऐप का लिंक माँगा, उसका नंबर', 'Number of a caller who asked for the link'],
    until: (r: Terms): Pair => [`${r.linkRequestDays} दिन`, `${r.linkRequestDays} days`],
    why: ['ताकि दिन में एक ही संदेश जाए', 'So that one message a day goes out, not more'],
  },
  optIns: {
    what: [
      'जिसने WhatsApp संदेशों की सहमति दी, उसका नंबर, दिन और स्रोत',
      'Number of somebody who agreed to WhatsApp messages, with day and source',
    ],
    until: (r: Terms): Pair => [
      `सहमति के ${r.optInDays} दिन बाद तक, या आपके रोकने तक`,
      `Until ${r.optInDays} days after the consent, or until you say stop`,
    ],
    why: [
      'ताकि बिना सहमति किसी को WhatsApp न जाए',
      'So that nobody gets WhatsApp messages without having agreed',
    ],
  },
  whatsapp: {
    what: ['कि किसी नंबर ने हमें WhatsApp पर लिखा', 'That a number wrote to us by WhatsApp'],
    until: (r: Terms): Pair => [`${r.whatsappWindowHours} घंटे`, `${r.whatsappWindowHours} hours`],
    why: ['ताकि हर संदेश का एक ही उत्तर जाए', 'So that each message gets one answer'],
  },
  stops: {
    what: [
      'जिसने संदेश रोकने को कहा, उसका नंबर, दिन और माध्यम',
      'Number of somebody who said stop, with day and channel',
    ],
    until: ['जब तक आप हटाने को न कहें', 'Until you ask for its deletion'],
    why: ['ताकि उस पर फिर कोई संदेश न जाए', 'So that nothing is sent to it again'],
  },
  boards: {
    what: [
      'थाने के बोर्ड की फ़ोटो, उसका स्थान और समय, और फ़ोटो बदलने के प्रोग्राम का नाम यदि फ़ाइल में हो',
      'Pictures of boards, with place, time and the photo editor that the file names, if any',
    ],
    until: (r: Terms): Pair => [
      `अभियान के अंतिम दिन के ${r.photoDays} दिन बाद तक (बाद की फ़ोटो उतने ही दिन); अस्वीकृत या निरस्त की गई ${r.refusedPhotoDays} दिन`,
      `Until ${r.photoDays} days after the campaign’s last day (a later picture as long from its own day); refused or withdrawn ones ${r.refusedPhotoDays} days`,
    ],
    why: ['बोर्ड लगने का प्रमाण', 'Proof that the board stands'],
  },
  specimens: {
    what: [
      'मौके की फ़ोटो की प्रति, जिसमें बोर्ड को छोड़कर सब धुँधला है, यदि अधिकारी ने सहमति दी हो',
      'Copies of live pictures in which all but the board is blurred, where the officer agreed',
    ],
    until: (r: Terms): Pair => [
      `${r.specimenDays} दिन; अधिकारी पहले भी हटा सकता है`,
      `${r.specimenDays} days; the officer can delete them sooner`,
    ],
    why: [
      'ताकि बोर्ड की फ़ोटो की जाँच असली फ़ोटो से सुधरे',
      'So that the check of boards’ pictures is improved by real ones',
    ],
  },
  papers: {
    what: [
      'समाचार-पत्र की कतरन और प्रदर्शन या प्रसारण के प्रमाण-पत्र की प्रति; उसमें जिनके नाम छपे हों, वे भी',
      'Copies of cuttings and of certificates of shows and broadcasts, with the names printed in them',
    ],
    until: (r: Terms): Pair => [
      `अभियान के अंतिम दिन के ${r.photoDays} दिन बाद तक (बाद की प्रति उतने ही दिन); अस्वीकृत, निरस्त की गई या बदली गई ${r.refusedPhotoDays} दिन; अधिकारी पहले भी हटा सकता है`,
      `Until ${r.photoDays} days after the campaign’s last day (a later copy as long from its own day); refused, withdrawn or replaced ones ${r.refusedPhotoDays} days; the officer can delete them sooner`,
    ],
    why: ['प्रकाशन और प्रसारण का प्रमाण', 'Proof of what was printed and aired'],
  },
  cuttings: {
    what: [
      'प्रेस नोट जिस समाचार-पत्र में छपा, उसकी कतरन की प्रति',
      'Copies of cuttings in which a press note was printed',
    ],
    until: (r: Terms): Pair => [
      `अभियान के अंतिम दिन के ${r.photoDays} दिन बाद तक (बाद की प्रति उतने ही दिन); निरस्त की गई या बदली गई ${r.refusedPhotoDays} दिन; प्रेस नोट हटने पर उसके साथ`,
      `Until ${r.photoDays} days after the campaign’s last day (a later copy as long from its own day); withdrawn or replaced ones ${r.refusedPhotoDays} days; with the note where it is deleted`,
    ],
    why: ['प्रकाशन का प्रमाण', 'Proof of what was printed'],
  },
  directions: {
    what: [
      'निर्देशों के अनुपालन में कार्यालयों की भेजी फ़ाइलें; उनमें जिनके नाम हों, वे भी',
      'Files that offices handed in on directions, with the names in them',
    ],
    until: (r: Terms): Pair => [
      `अपलोड के ${r.directionPaperDays} दिन बाद तक; भेजने से पहले हटाई गई ${r.refusedPhotoDays} दिन`,
      `Until ${r.directionPaperDays} days after the upload; those taken off before they were handed in ${r.refusedPhotoDays} days`,
    ],
    why: [
      'ताकि तीन वर्ष की मासिक आख्याएँ मिलाई जा सकें',
      'So that monthly reports of three years can be compared',
    ],
  },
  drafts: {
    what: ['प्रेस नोट का प्रारूप जो जारी नहीं हुआ', 'Drafts of press notes that were not issued'],
    until: (r: Terms): Pair => [
      `अंतिम बदलाव के ${r.pressDraftDays} दिन बाद तक`,
      `Until ${r.pressDraftDays} days after the last change`,
    ],
    why: ['ताकि काम आगे बढ़ाया जा सके', 'So that work can go on'],
  },
  refusedWords: {
    what: [
      'कार्यालय के शब्द जिन्हें दूसरे अधिकारी ने सार्वजनिक नहीं होने दिया',
      'Words of offices that a second officer kept from the public',
    ],
    until: (r: Terms): Pair => [
      `निर्णय के ${r.pressDraftDays} दिन बाद तक`,
      `Until ${r.pressDraftDays} days after the decision`,
    ],
    why: ['ताकि निर्णय समझा जा सके', 'So that the decision can be understood'],
  },
  nameReports: {
    what: [
      'थाने के नाम पर भेजी गई सूचना (भेजने वाले का नाम नहीं)',
      'Reports of a wrong station name (not who sent them)',
    ],
    until: (r: Terms): Pair => [
      `निपटने के ${r.nameReportDays} दिन बाद तक`,
      `Until ${r.nameReportDays} days after they were settled`,
    ],
    why: ['ताकि जनपद नाम ठीक कर सके', 'So that the district can correct the name'],
  },
  codeReports: {
    what: [
      'बोर्ड के कोड पर भेजी गई सूचना: कोड, दिन और क्या दिखा (भेजने वाले का कुछ नहीं)',
      'Reports of a tampered or damaged code: code, day and what was seen (nothing of who sent them)',
    ],
    until: (r: Terms): Pair => [`${r.codeReportDays} दिन तक`, `For ${r.codeReportDays} days`],
    why: ['ताकि झूठा स्टिकर हटाया जा सके', 'So that a false sticker can be taken off'],
  },
  invitations: {
    what: ['अधिकारी के आमंत्रण का ई-मेल पता', 'Address of an officer’s invitation'],
    until: (r: Terms): Pair => [
      `प्रयोग होने या समय निकलने के ${r.invitationDays} दिन बाद तक`,
      `Until ${r.invitationDays} days after it was used or ran out`,
    ],
    why: ['ताकि पूछताछ का उत्तर दिया जा सके', 'So that questions can be answered'],
  },
  letters: {
    what: ['अधिकारियों को भेजे गए ई-मेल, पते सहित', 'E-mails to officers, with their addresses'],
    until: (r: Terms): Pair => [
      `भेजने के ${r.letterDays} दिन बाद तक`,
      `Until ${r.letterDays} days after they were sent`,
    ],
    why: [
      'ताकि कोई पत्र दो बार न जाए और पूछताछ का उत्तर दिया जा सके',
      'So that no letter goes out twice and questions can be answered',
    ],
  },
  attempts: {
    what: [
      'गलत पासवर्ड, कोड या लिंक के प्रयास, और एक पते (IP) से आई सूचनाओं की गिनती; पता केवल ऐसे रूप में, जिससे वह पढ़ा नहीं जाता',
      'Tries of wrong passwords, codes and links, and how many reports came from one address (IP), of which only a keyed hash is stored',
    ],
    until: (r: Terms): Pair => [`${r.signInAttemptHours} घंटे`, `${r.signInAttemptHours} hours`],
    why: [
      'ताकि कोई पासवर्ड या लिंक का अनुमान न लगा सके',
      'So that nobody guesses a password or a link',
    ],
  },
  scans: {
    what: ['बोर्ड का कोड स्कैन करने पर', 'When a board’s code is scanned'],
    until: [
      'एक दिन की कुकी, और नेटवर्क (IPv4 /24, IPv6 /48) केवल ऐसे रूप में, जिससे वह पढ़ा नहीं जाता; कुंजी और यह रूप दिन बीतते ही नष्ट होते हैं, पता (IP) दर्ज नहीं होता',
      'A cookie for one day, and of the network (IPv4 /24, IPv6 /48) a keyed hash; key and hash are destroyed when the day is over, and no address is stored',
    ],
    why: ['ताकि एक व्यक्ति दो बार न गिना जाए', 'So that nobody is counted twice'],
  },
  audit: {
    what: ['अधिकारियों के कार्य का लेखा', 'Log of what officers did'],
    until: ['स्थायी; नंबर इसमें छिपाए जाते हैं', 'For good; numbers are masked in it'],
    why: ['उत्तरदायित्व', 'Accountability'],
  },
  installs: {
    what: [
      'ऐप के इंस्टॉल का बेनामी संकेत (केवल उसका चिह्न, जिससे मूल अंक नहीं जाना जा सकता)',
      'Anonymous mark of an app’s install (its hash only)',
    ],
    until: (r: Terms): Pair => [`${r.installDays} दिन`, `${r.installDays} days`],
    why: ['ताकि एक इंस्टॉल एक ही बार गिना जाए', 'So that one install is counted once'],
  },
  backups: {
    what: ['इन सबकी सुरक्षा-प्रति (बैकअप)', 'Backups of all this'],
    until: (r: Terms): Pair => [`${r.backupDays} दिन`, `${r.backupDays} days`],
    why: [
      'यंत्र खराब होने पर; हटाया गया नंबर सबसे पुरानी प्रति के साथ वहाँ से भी जाता है',
      'For when a machine fails; a deleted number leaves them with the oldest one',
    ],
  },
} satisfies Pairs;
type KeptWords = Dictionary<typeof keptPairs>;

/** The same as rows, each in two languages. */
export function listKept(hi: KeptWords, en: KeptWords): KeptData[] {
  return (Object.keys(keptPairs) as (keyof KeptWords)[]).map((name) => {
    const say = (part: 'what' | 'until' | 'why'): Bilingual => {
      const [own, english] = [hi[name][part], en[name][part]];
      return { hi: fill(own), en: fill(english) };
    };
    return { what: say('what'), until: say('until'), why: say('why') };
  });
}

const fill = (text: string | ((terms: Terms) => string)) =>
  typeof text === 'string' ? text : text(retention);
