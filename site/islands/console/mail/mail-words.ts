import type { Pair } from '../../../../campaigns/words/pairs.ts';
import type { LetterKind, LetterState } from '../../../../messaging/contract/values.ts';
import { inEachLanguage } from '../../../i18n/own-language.ts';

const counted = (count: string, noun: string) => `${count} ${noun}${count === '1' ? '' : 's'}`;

export const mailWordsIn = inEachLanguage({
  outbox: [
    'मेल सर्वर नहीं जुड़ा है: पत्र भेजे नहीं जा रहे, सर्वर पर रखे जा रहे हैं।',
    'No mail server is set up: letters lie in the folder outbox on the server.',
  ],
  quiet: [
    'रात्रि 22:00 से 07:00 तक केवल खाते की सूचनाएँ भेजी जाती हैं; शेष पत्र प्रातः 07:00 के बाद जाएँगे।',
    'From 22:00 to 07:00 only notices about accounts go out; all other letters go after 07:00.',
  ],
  letters: ['पत्र', 'Letters'],
  search: ['पता या विषय खोजें', 'Find an address or a subject'],
  all: ['सभी', 'All'],
  none: ['ऐसा कोई पत्र नहीं है।', 'There is no such letter.'],
  shown: (shown: string, matching: string) => [
    `${matching} में से ${shown} पत्र`,
    `${shown} of ${matching} letters`,
  ],
  open: ['पत्र पढ़ें', 'Read the letter'],
  close: ['बंद करें', 'Close'],
  preview: ['पत्र जैसा पाने वाले को दिखता है', 'The letter as its reader sees it'],
  attachments: ['संलग्न', 'Attached'],
  answer: ['सर्वर का उत्तर', 'The server’s answer'],
  nextTry: (moment: string) => [`अगला प्रयास: ${moment}`, `Next try: ${moment}`],
  decidedBy: (name: string) => [`निर्णय: ${name}`, `Decided by ${name}`],
  gone: ['पता हटाया जा चुका है', 'The address was deleted'],
  unknownWhat: [
    'पत्र सौंपते समय सर्वर का उत्तर नहीं मिला; हो सकता है वह पहुँच गया हो। पाने वाले से पूछकर निर्णय लें। यह पत्र अपने-आप दोबारा नहीं जाएगा।',
    'The letter was handed over and the server did not answer: it may have arrived. Ask its recipient, then decide. It is never sent again by itself.',
  ],
  arrived: ['पहुँच गया', 'It arrived'],
  sendAgain: ['नहीं पहुँचा, फिर भेजें', 'It did not, send again'],
  address: ['सही ई-मेल पता', 'Right e-mail address'],
  resend: ['फिर भेजें', 'Send again'],
  mailings: ['सभी जनपदों को', 'To all districts'],
  kit: ['मुद्रण सामग्री का पत्र', 'Letter with the print kit'],
  kitWhat: [
    'हर जनपद को उसकी मुद्रण सामग्री का लिंक, थानों और फ़ाइलों की संख्या; मिलान के लिए नाम।',
    'To each district the link to its print kit, its counts of stations and files, and the names to check.',
  ],
  reminder: ['स्मरण पत्र', 'Reminder'],
  toReminder: ['विलंब वाले जनपदों को स्मरण पत्र', 'Reminder to the districts that are behind'],
  reminderWhat: [
    'उन जनपदों को जिनके बोर्ड बीते दिनों के अनुपात में पीछे हैं।',
    'To districts whose boards are behind the share of days that are gone.',
  ],
  ready: (letters: string, districts: string) => [
    `${districts} ${districts === '1' ? 'जनपद' : 'जनपदों'} को ${letters} पत्र ${letters === '1' ? 'जाएगा' : 'जाएँगे'}।`,
    `${counted(letters, 'letter')} will go to ${counted(districts, 'district')}.`,
  ],
  nobody: ['अभी भेजने को कोई पत्र नहीं है।', 'There is nobody to write to now.'],
  without: (count: string) => [
    `${count} ${count === '1' ? 'जनपद' : 'जनपदों'} का पता ज्ञात नहीं`,
    `${counted(count, 'district')} without a known address`,
  ],
  see: ['पत्र देखें', 'See the letter'],
  district: ['जनपद', 'District'],
  send: (letters: string) => [`${letters} पत्र भेजें`, `Send ${counted(letters, 'letter')}`],
  sure: (letters: string) => [
    `${letters} ई-मेल अभी ${letters === '1' ? 'भेजा जाए' : 'भेजे जाएँ'}?`,
    `Send ${counted(letters, 'e-mail')} now?`,
  ],
  yes: ['हाँ, भेजें', 'Yes, send'],
  no: ['नहीं', 'No'],
  latest: (moment: string, name: string) => [
    `पिछली बार ${moment} को ${name} ने भेजा`,
    `Last sent on ${moment} by ${name}`,
  ],
  progress: (sent: string, letters: string) => [
    `${letters} में से ${sent} भेजे गए`,
    `${sent} of ${letters} are sent`,
  ],
  choices: ['ई-मेल', 'E-mail'],
  choicesWhat: [
    'चुनें कि कौन-से ई-मेल आएँ। पासवर्ड और दो-चरणीय सत्यापन की सूचना सदैव आती है।',
    'Choose which e-mails you get. Those about your password and second factor always come.',
  ],
  choicesQuiet: [
    'रात्रि 22:00 से 07:00 तक केवल खाते की सूचनाएँ भेजी जाती हैं; शेष प्रातः 07:00 के बाद।',
    'From 22:00 to 07:00 only notices about your account are sent; all others after 07:00.',
  ],
  language: ['पत्रों की भाषा', 'Language of letters'],
  save: ['सहेजें', 'Save'],
  saved: ['सहेजा गया।', 'Saved.'],
  states: {
    queued: ['प्रतीक्षारत', 'Waiting'],
    sending: ['भेजा जा रहा है', 'Being sent'],
    sent: ['भेजा गया', 'Sent'],
    deferred: ['टला हुआ', 'Put off'],
    bounced: ['लौटा हुआ', 'Bounced'],
    refused: ['अस्वीकृत', 'Refused'],
    unknown: ['अनिश्चित', 'In doubt'],
  } satisfies Record<LetterState, Pair>,
  kinds: {
    kit: ['मुद्रण सामग्री', 'Print kit'],
    invitation: ['आमंत्रण', 'Invitation'],
    'account-notice': ['खाते की सूचना', 'Account notice'],
    approval: ['स्वीकृति', 'Approval'],
    returned: ['टिप्पणी', 'Remark'],
    reminder: ['स्मरण', 'Reminder'],
    weekly: ['साप्ताहिक', 'Weekly'],
    directions: ['निर्देशों का स्मरण', 'Reminder of directions'],
    monthly: ['मासिक नोट', 'Monthly note'],
    alert: ['चेतावनी', 'Alert'],
  } satisfies Record<LetterKind, Pair>,
});
