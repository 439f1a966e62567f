import { inEachLanguage } from './own-language.ts';

interface CalendarWords {
  title: string;
  text: string;
  holds: string;
  none: string;
  noneAtAll: string;
  make: string;
  made: (name: string, at: string) => string;
  used: (day: string) => string;
  unused: string;
  renew: string;
  revoke: string;
  sureRenew: string;
  sureRevoke: string;
  link: string;
  once: string;
  add: string;
  copy: string;
  copied: string;
  how: string;
  all: string;
  allText: string;
}

const hi: CalendarWords = {
  title: 'कार्यालय का कैलेंडर',
  text: 'आपके कार्यालय को जो देना है, वह कैलेंडर में अपने-आप आता है; तीन दिन पहले स्मरण।',
  holds:
    'केवल वे निर्देश जिनकी तिथि पत्र में है या बैठक से गिनी जाती है; दर्ज घटनाओं की ट्रेनिंग भी। कैलेंडर कार्यालय का है: अधिकारी के बदलने पर भी चलता रहता है।',
  none: 'आपके कार्यालय का कोई कैलेंडर पता चालू नहीं है।',
  noneAtAll: 'किसी कार्यालय का कैलेंडर पता चालू नहीं है।',
  make: 'कैलेंडर पता बनाएँ',
  made: (name, at) => `${name} ने बनाया, ${at}`,
  used: (day) => `अंतिम बार पढ़ा गया: ${day}`,
  unused: 'अभी किसी कैलेंडर ने नहीं पढ़ा',
  renew: 'नया पता बनाएँ',
  revoke: 'पता बंद करें',
  sureRenew: 'पुराना पता तुरंत बंद हो जाएगा; जिन फ़ोन और कंप्यूटर में वह जुड़ा है, वहाँ नया पता जोड़ना होगा।',
  sureRevoke: 'जिन फ़ोन और कंप्यूटर में यह पता जुड़ा है, वहाँ कैलेंडर नया नहीं होगा।',
  link: 'कैलेंडर का पता',
  once: 'यह पता केवल अभी दिखेगा। जिसके पास पता है, वह कैलेंडर पढ़ सकता है; केवल अपने कार्यालय में दें।',
  add: 'कैलेंडर में जोड़ें',
  copy: 'पता कॉपी करें',
  copied: 'कॉपी हुआ',
  how: 'Google Calendar: कंप्यूटर पर “अन्य कैलेंडर” में “URL से” चुनकर पता चिपकाएँ। iPhone और Outlook: ऊपर का बटन।',
  all: 'कार्यालयों के कैलेंडर पते',
  allText: 'निर्देशों के कैलेंडर, जो बिना लॉग-इन पढ़े जाते हैं। जिस पते के बाहर जाने की आशंका हो, उसे बंद करें।',
};

const en: CalendarWords = {
  title: 'Calendar of the office',
  text: 'What your office owes comes by itself into the calendar of phones and computers, with a reminder three days before.',
  holds:
    'Only directions whose day a paper states or that is counted from the day of the meeting, and the training for events that are entered. The calendar belongs to the office and goes on when its officer changes.',
  none: 'No calendar address of your office is in use.',
  noneAtAll: 'No calendar address of any office is in use.',
  make: 'Make a calendar address',
  made: (name, at) => `made by ${name}, ${at}`,
  used: (day) => `last read on ${day}`,
  unused: 'read by no calendar yet',
  renew: 'Make a new address',
  revoke: 'End the address',
  sureRenew: 'The old address ends at once; phones and computers that have it need the new one.',
  sureRevoke: 'Phones and computers that have this address will no longer be kept up to date.',
  link: 'Address of the calendar',
  once: 'The address is shown only now. Whoever has it can read the calendar: keep it in your office.',
  add: 'Add to a calendar',
  copy: 'Copy the address',
  copied: 'Copied',
  how: 'Google Calendar: on a computer choose “From URL” under “Other calendars” and paste the address. iPhone and Outlook: the button above.',
  all: 'Calendar addresses of offices',
  allText:
    'Calendars of directions, which are read without signing in. End an address that may have got out.',
};

export const calendarWordsIn = inEachLanguage<CalendarWords>({ hi, en });
