import type { Bilingual } from '../../bilingual.ts';
import { pairs } from '../pairs.ts';

/** Changes in an account that may mean that somebody else has it, by the action of the audit log. */
export const accountEvents = {
  'person.change-password': {
    hi: 'आपका पासवर्ड बदला गया',
    en: 'Your password was changed',
  },
  'person.set-password': {
    hi: 'लिंक से आपका नया पासवर्ड रखा गया',
    en: 'A new password was set by a link',
  },
  'person.set-up-second-factor': {
    hi: 'दो-चरणीय सत्यापन चालू किया गया',
    en: 'The second factor was set up',
  },
  'person.renew-backup-codes': {
    hi: 'बैकअप कोड नए बनाए गए; पुराने अब नहीं चलेंगे',
    en: 'New backup codes were made; the old ones are void',
  },
  'person.make-password-link': {
    hi: 'आपके खाते के लिए पासवर्ड का लिंक बनाया गया',
    en: 'A password link was made for your account',
  },
  'person.reset-second-factor': {
    hi: 'आपके खाते का दो-चरणीय सत्यापन हटाया गया',
    en: 'The second factor of your account was taken away',
  },
  'person.ask-password-link': {
    hi: 'आपके खाते के लिए पासवर्ड का लिंक माँगा गया',
    en: 'A password link was asked for, for your account',
  },
  'person.ask-second-factor': {
    hi: 'आपके खाते का दो-चरणीय सत्यापन हटाने की माँग हुई',
    en: 'Somebody asked to take the second factor of your account away',
  },
  'person.link-provider': {
    hi: 'आपके खाते में पहली बार विभागीय खाते से साइन इन हुआ',
    en: 'Somebody signed in to your account with the department’s account for the first time',
  },
  'person.unlink-provider': {
    hi: 'आपके खाते से विभागीय खाता हटाया गया',
    en: 'Your account was untied from the department’s account',
  },
} as const satisfies Record<string, Bilingual>;

const notice = pairs({
  subject: (app: string, event: string) => [
    `${app} विभागीय पोर्टल: ${event}`,
    `${app} console: ${event}`,
  ],
  sentence: (event: string) => [`${event}।`, `${event}.`],
  when: ['समय', 'When'],
  by: ['किसके द्वारा', 'By'],
  yourself: ['आपके खाते से', 'your own account'],
  warning: [
    'यह आपने नहीं किया या नहीं कराया? तुरंत खाता प्रशासक को बताएँ। फिर साइन इन करके सभी उपकरणों से साइन आउट करें।',
    'If you neither did this nor asked for it, tell the account administrator at once, sign in and sign out on all devices.',
  ],
  open: ['अपना खाता देखें', 'See your account'],
});

const invitation = pairs({
  subject: (outreach: string) => [
    `${outreach}: खाता खोलने का आमंत्रण`,
    `${outreach}: invitation to open an account`,
  ],
  opening: (outreach: string) => [
    `आपको ${outreach} के विभागीय पोर्टल पर खाता खोलने के लिए आमंत्रित किया जाता है।`,
    `You are invited to open an account in the console of the ${outreach}.`,
  ],
  office: ['दायित्व', 'Office'],
  validity: ['लिंक की अवधि', 'Link valid until'],
  until: (day: string) => [`${day} तक`, day],
  open: ['खाता खोलें', 'Open the account'],
  secret: [
    'यह लिंक केवल आपके लिए है और एक ही बार काम करता है। इसे किसी को न भेजें। साइन इन के लिए फ़ोन पर ऑथेंटिकेटर ऐप भी चाहिए।',
    'The link is for you alone and works once. Please do not pass it on. To sign in you also need an authenticator app on your phone.',
  ],
  strange: [
    'यदि यह पत्र आपके लिए नहीं है, तो कुछ न करें; लिंक अपने-आप समाप्त हो जाएगा।',
    'If this letter is not meant for you, do nothing; the link ends by itself.',
  ],
});

/** Letters about an officer's own account. */
export const accountWords = { notice, invitation };
