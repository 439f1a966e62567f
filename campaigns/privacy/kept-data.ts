import type { Bilingual } from '../bilingual.ts';
import { retention } from './retention.ts';

/** One kind of data about people: what it is, when it goes, and why not earlier. */
export interface KeptData {
  what: Bilingual;
  until: Bilingual;
  why: Bilingual;
}

const days = (count: number): Bilingual => ({ hi: `${count} दिन`, en: `${count} days` });
const list = days(retention.longestListDays);
const rejects = days(retention.rejectDays);
const receipts = days(retention.receiptDays);
const requests = days(retention.linkRequestDays);
const optIns = days(retention.optInDays);
const windows: Bilingual = {
  hi: `${retention.whatsappWindowHours} घंटे`,
  en: `${retention.whatsappWindowHours} hours`,
};
const invitations = days(retention.invitationDays);
const photos = days(retention.photoDays);
const specimens = days(retention.specimenDays);
const refused = days(retention.refusedPhotoDays);
const papers = days(retention.directionPaperDays);
const drafts = days(retention.pressDraftDays);
const reports = days(retention.nameReportDays);
const codeReports = days(retention.codeReportDays);
const letters = days(retention.letterDays);
const installs = days(retention.installDays);
const backups = days(retention.backupDays);

/** Personal data and how long it is kept, for the privacy page: worded with the periods that the deletion uses. */
export const keptData: readonly KeptData[] = [
  {
    what: {
      hi: 'मोबाइल नंबरों की सूचियाँ, जनपद, थाने और भाषा के साथ',
      en: 'Lists of mobile numbers, with district, station and language',
    },
    until: {
      hi: `उस दिन तक जो सूची देते समय तय होता है, अधिक से अधिक ${list.hi}`,
      en: `Until the day that is set when the list is given, at most ${list.en}`,
    },
    why: { hi: 'केवल इस अभियान के संदेशों के लिए', en: 'For messages of this campaign only' },
  },
  {
    what: { hi: 'सूची की वे पंक्तियाँ जो नहीं ली गईं', en: 'Rows of a list that were not taken' },
    until: { hi: rejects.hi, en: rejects.en },
    why: { hi: 'ताकि सूची सुधारी जा सके', en: 'So that the list can be put right' },
  },
  {
    what: { hi: 'किस नंबर पर कौन-सा संदेश गया', en: 'Which message went to which number' },
    until: {
      hi: `सूची की अवधि तक; प्रसारण चल रहा हो तो उसके ${receipts.hi} बाद तक। फिर केवल गिनती रहती है`,
      en: `As long as the list; while the message still goes out, until ${receipts.en} after. Then only counts stay`,
    },
    why: {
      hi: 'ताकि कोई संदेश दो बार न जाए और शिकायत का उत्तर दिया जा सके',
      en: 'So that no message goes out twice and complaints can be answered',
    },
  },
  {
    what: {
      hi: 'दूरसंचार कंपनी की रसीद का नंबर, जब तक उसका संदेश न मिले',
      en: 'Number in an operator’s receipt, while its message is not found',
    },
    until: { hi: receipts.hi, en: receipts.en },
    why: {
      hi: 'ताकि जिस संदेश का उत्तर खो गया, वह दोबारा न जाए',
      en: 'So that a message whose answer was lost is not sent again',
    },
  },
  {
    what: {
      hi: 'जिसने कॉल से ऐप का लिंक माँगा, उसका नंबर',
      en: 'Number of a caller who asked for the link',
    },
    until: { hi: requests.hi, en: requests.en },
    why: { hi: 'ताकि दिन में एक ही संदेश जाए', en: 'So that one message a day goes out, not more' },
  },
  {
    what: {
      hi: 'जिसने WhatsApp संदेशों की सहमति दी, उसका नंबर, दिन और स्रोत',
      en: 'Number of somebody who agreed to WhatsApp messages, with day and source',
    },
    until: {
      hi: `सहमति के ${optIns.hi} बाद तक, या आपके रोकने तक`,
      en: `Until ${optIns.en} after the consent, or until you say stop`,
    },
    why: {
      hi: 'ताकि बिना सहमति किसी को WhatsApp न जाए',
      en: 'So that nobody gets WhatsApp messages without having agreed',
    },
  },
  {
    what: {
      hi: 'कि किसी नंबर ने हमें WhatsApp पर लिखा',
      en: 'That a number wrote to us by WhatsApp',
    },
    until: windows,
    why: {
      hi: 'ताकि हर संदेश का एक ही उत्तर जाए',
      en: 'So that each message gets one answer',
    },
  },
  {
    what: {
      hi: 'जिसने संदेश रोकने को कहा, उसका नंबर, दिन और माध्यम',
      en: 'Number of somebody who said stop, with day and channel',
    },
    until: {
      hi: 'जब तक आप हटाने को न कहें',
      en: 'Until you ask for its deletion',
    },
    why: { hi: 'ताकि उस पर फिर कोई संदेश न जाए', en: 'So that nothing is sent to it again' },
  },
  {
    what: {
      hi: 'थाने के बोर्ड की फ़ोटो, उसका स्थान और समय, और फ़ोटो बदलने के प्रोग्राम का नाम यदि फ़ाइल में हो',
      en: 'Pictures of boards, with place, time and the photo editor that the file names, if any',
    },
    until: {
      hi: `अभियान के अंतिम दिन के ${photos.hi} बाद तक (बाद की फ़ोटो उतने ही दिन); अस्वीकृत या निरस्त की गई ${refused.hi}`,
      en: `Until ${photos.en} after the campaign’s last day (a later picture as long from its own day); refused or withdrawn ones ${refused.en}`,
    },
    why: { hi: 'बोर्ड लगने का प्रमाण', en: 'Proof that the board stands' },
  },
  {
    what: {
      hi: 'मौके की फ़ोटो की प्रति, जिसमें बोर्ड को छोड़कर सब धुँधला है, यदि अधिकारी ने सहमति दी हो',
      en: 'Copies of live pictures in which all but the board is blurred, where the officer agreed',
    },
    until: {
      hi: `${specimens.hi}; अधिकारी पहले भी हटा सकता है`,
      en: `${specimens.en}; the officer can delete them sooner`,
    },
    why: {
      hi: 'ताकि बोर्ड की फ़ोटो की जाँच असली फ़ोटो से सुधरे',
      en: 'So that the check of boards’ pictures is improved by real ones',
    },
  },
  {
    what: {
      hi: 'समाचार-पत्र की कतरन और प्रदर्शन या प्रसारण के प्रमाण-पत्र की प्रति; उसमें जिनके नाम छपे हों, वे भी',
      en: 'Copies of cuttings and of certificates of shows and broadcasts, with the names printed in them',
    },
    until: {
      hi: `अभियान के अंतिम दिन के ${photos.hi} बाद तक (बाद की प्रति उतने ही दिन); अस्वीकृत, निरस्त की गई या बदली गई ${refused.hi}; अधिकारी पहले भी हटा सकता है`,
      en: `Until ${photos.en} after the campaign’s last day (a later copy as long from its own day); refused, withdrawn or replaced ones ${refused.en}; the officer can delete them sooner`,
    },
    why: { hi: 'प्रकाशन और प्रसारण का प्रमाण', en: 'Proof of what was printed and aired' },
  },
  {
    what: {
      hi: 'प्रेस नोट जिस समाचार-पत्र में छपा, उसकी कतरन की प्रति',
      en: 'Copies of cuttings in which a press note was printed',
    },
    until: {
      hi: `अभियान के अंतिम दिन के ${photos.hi} बाद तक (बाद की प्रति उतने ही दिन); निरस्त की गई या बदली गई ${refused.hi}; प्रेस नोट हटने पर उसके साथ`,
      en: `Until ${photos.en} after the campaign’s last day (a later copy as long from its own day); withdrawn or replaced ones ${refused.en}; with the note where it is deleted`,
    },
    why: { hi: 'प्रकाशन का प्रमाण', en: 'Proof of what was printed' },
  },
  {
    what: {
      hi: 'निर्देशों के अनुपालन में कार्यालयों की भेजी फ़ाइलें; उनमें जिनके नाम हों, वे भी',
      en: 'Files that offices handed in on directions, with the names in them',
    },
    until: {
      hi: `अपलोड के ${papers.hi} बाद तक; भेजने से पहले हटाई गई ${refused.hi}`,
      en: `Until ${papers.en} after the upload; those taken off before they were handed in ${refused.en}`,
    },
    why: {
      hi: 'ताकि तीन वर्ष की मासिक आख्याएँ मिलाई जा सकें',
      en: 'So that monthly reports of three years can be compared',
    },
  },
  {
    what: {
      hi: 'प्रेस नोट का प्रारूप जो जारी नहीं हुआ',
      en: 'Drafts of press notes that were not issued',
    },
    until: {
      hi: `अंतिम बदलाव के ${drafts.hi} बाद तक`,
      en: `Until ${drafts.en} after the last change`,
    },
    why: { hi: 'ताकि काम आगे बढ़ाया जा सके', en: 'So that work can go on' },
  },
  {
    what: {
      hi: 'कार्यालय के शब्द जिन्हें दूसरे अधिकारी ने सार्वजनिक नहीं होने दिया',
      en: 'Words of offices that a second officer kept from the public',
    },
    until: {
      hi: `निर्णय के ${drafts.hi} बाद तक`,
      en: `Until ${drafts.en} after the decision`,
    },
    why: { hi: 'ताकि निर्णय समझा जा सके', en: 'So that the decision can be understood' },
  },
  {
    what: {
      hi: 'थाने के नाम पर भेजी गई सूचना (भेजने वाले का नाम नहीं)',
      en: 'Reports of a wrong station name (not who sent them)',
    },
    until: {
      hi: `निपटने के ${reports.hi} बाद तक`,
      en: `Until ${reports.en} after they were settled`,
    },
    why: { hi: 'ताकि जनपद नाम ठीक कर सके', en: 'So that the district can correct the name' },
  },
  {
    what: {
      hi: 'बोर्ड के कोड पर भेजी गई सूचना: कोड, दिन और क्या दिखा (भेजने वाले का कुछ नहीं)',
      en: 'Reports of a tampered or damaged code: code, day and what was seen (nothing of who sent them)',
    },
    until: { hi: `${codeReports.hi} तक`, en: `For ${codeReports.en}` },
    why: {
      hi: 'ताकि झूठा स्टिकर हटाया जा सके',
      en: 'So that a false sticker can be taken off',
    },
  },
  {
    what: { hi: 'अधिकारी के आमंत्रण का ई-मेल पता', en: 'Address of an officer’s invitation' },
    until: {
      hi: `प्रयोग होने या समय निकलने के ${invitations.hi} बाद तक`,
      en: `Until ${invitations.en} after it was used or ran out`,
    },
    why: { hi: 'ताकि पूछताछ का उत्तर दिया जा सके', en: 'So that questions can be answered' },
  },
  {
    what: {
      hi: 'अधिकारियों को भेजे गए ई-मेल, पते सहित',
      en: 'E-mails to officers, with their addresses',
    },
    until: { hi: `भेजने के ${letters.hi} बाद तक`, en: `Until ${letters.en} after they were sent` },
    why: {
      hi: 'ताकि कोई पत्र दो बार न जाए और पूछताछ का उत्तर दिया जा सके',
      en: 'So that no letter goes out twice and questions can be answered',
    },
  },
  {
    what: {
      hi: 'गलत पासवर्ड, कोड या लिंक के प्रयास, और एक पते (IP) से आई सूचनाओं की गिनती; पता केवल ऐसे रूप में, जिससे वह पढ़ा नहीं जाता',
      en: 'Tries of wrong passwords, codes and links, and how many reports came from one address (IP), of which only a keyed hash is stored',
    },
    until: {
      hi: `${retention.signInAttemptHours} घंटे`,
      en: `${retention.signInAttemptHours} hours`,
    },
    why: {
      hi: 'ताकि कोई पासवर्ड या लिंक का अनुमान न लगा सके',
      en: 'So that nobody guesses a password or a link',
    },
  },
  {
    what: { hi: 'बोर्ड का कोड स्कैन करने पर', en: 'When a board’s code is scanned' },
    until: {
      hi: 'एक दिन की कुकी, और नेटवर्क (IPv4 /24, IPv6 /48) केवल ऐसे रूप में, जिससे वह पढ़ा नहीं जाता; कुंजी और यह रूप दिन बीतते ही नष्ट होते हैं, पता (IP) दर्ज नहीं होता',
      en: 'A cookie for one day, and of the network (IPv4 /24, IPv6 /48) a keyed hash; key and hash are destroyed when the day is over, and no address is stored',
    },
    why: { hi: 'ताकि एक व्यक्ति दो बार न गिना जाए', en: 'So that nobody is counted twice' },
  },
  {
    what: { hi: 'अधिकारियों के कार्य का लेखा', en: 'Log of what officers did' },
    until: { hi: 'स्थायी; नंबर इसमें छिपाए जाते हैं', en: 'For good; numbers are masked in it' },
    why: { hi: 'उत्तरदायित्व', en: 'Accountability' },
  },
  {
    what: {
      hi: 'ऐप के इंस्टॉल का बेनामी संकेत (केवल उसका चिह्न, जिससे मूल अंक नहीं जाना जा सकता)',
      en: 'Anonymous mark of an app’s install (its hash only)',
    },
    until: { hi: installs.hi, en: installs.en },
    why: { hi: 'ताकि एक इंस्टॉल एक ही बार गिना जाए', en: 'So that one install is counted once' },
  },
  {
    what: { hi: 'इन सबकी सुरक्षा-प्रति (बैकअप)', en: 'Backups of all this' },
    until: { hi: backups.hi, en: backups.en },
    why: {
      hi: 'यंत्र खराब होने पर; हटाया गया नंबर सबसे पुरानी प्रति के साथ वहाँ से भी जाता है',
      en: 'For when a machine fails; a deleted number leaves them with the oldest one',
    },
  },
];
