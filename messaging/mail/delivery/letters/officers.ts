import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import { formatDay } from '../../../../campaigns/numbers.ts';
import {
  type ApprovalCase,
  approvalText,
  decideLabel,
} from '../../../../campaigns/words/letters/approval-words.ts';
import { pairs } from '../../../../campaigns/words/pairs.ts';
import { type LetterContent, linkPlace } from '../letter.ts';
import { frame } from './frame.ts';
import type { Voice } from './voice.ts';

type AccountEvent = keyof typeof accountEvents;

/** Actions of the audit log that are reported to the owner of the account by mail. */
export function isAccountEvent(action: string): action is AccountEvent {
  return Object.hasOwn(accountEvents, action);
}

interface AccountNoticeFacts {
  event: AccountEvent;
  /** Day and time as they are shown. */
  at: string;
  /** Name of who did it; null for the owner. */
  by: string | null;
  consoleUrl: string;
}

/** Tells an officer of a change of password or second factor, at any hour. */
export function accountNoticeLetter(facts: AccountNoticeFacts, voice: Voice): LetterContent {
  const { language, app } = voice;
  const words = accountWords.notice[language];
  const event = accountEvents[facts.event][language];
  return frame({
    voice,
    subject: words.subject(app, event),
    parts: [
      { kind: 'text', text: words.sentence(event) },
      {
        kind: 'rows',
        rows: [
          [words.when, facts.at],
          [words.by, facts.by ?? words.yourself],
        ],
      },
      { kind: 'text', text: words.warning },
      { kind: 'button', label: words.open, href: facts.consoleUrl },
    ],
  });
}

interface InvitationFacts {
  /** Office that the account is for. */
  office: Bilingual;
  /** Last day of the link, YYYY-MM-DD. */
  validUntil: string;
  signedBy: Bilingual;
}

/** Invites an officer to make an account; the one-time link is in the letter only. */
export function invitationLetter(facts: InvitationFacts, voice: Voice): LetterContent {
  const { language, outreach } = voice;
  const words = accountWords.invitation[language];
  return frame({
    voice,
    signedBy: facts.signedBy[language],
    subject: words.subject(outreach),
    parts: [
      { kind: 'text', text: words.opening(outreach) },
      {
        kind: 'rows',
        rows: [
          [words.office, facts.office[language]],
          [words.validity, words.until(formatDay(facts.validUntil, language))],
        ],
      },
      { kind: 'button', label: words.open, href: linkPlace },
      { kind: 'text', text: words.secret },
      { kind: 'text', text: words.strange },
    ],
  });
}

export type ApprovalFacts = ApprovalCase & { consoleUrl: string };

/** Something waits for the officer's approval. */
export function approvalLetter(facts: ApprovalFacts, voice: Voice): LetterContent {
  const { language } = voice;
  const { subject, sentence } = approvalText(facts)[language];
  return frame({
    voice,
    subject,
    unsubscribe: true,
    parts: [
      { kind: 'text', text: sentence },
      { kind: 'button', label: decideLabel[language], href: facts.consoleUrl },
    ],
  });
}

export interface ReturnedFacts {
  what: ReturnedThing;
  id: number;
  remark: string;
  by: string;
  consoleUrl: string;
}

/** Something that the officer handed in came back with a remark. */
export function returnedLetter(facts: ReturnedFacts, voice: Voice): LetterContent {
  const { what, id, remark, by, consoleUrl } = facts;
  const words = returnedWords[voice.language];
  return frame({
    voice,
    unsubscribe: true,
    subject: words.subject(what, id),
    parts: [
      { kind: 'text', text: words.opening(what, id) },
      ...(remark === '' ? [] : [{ kind: 'quote' as const, text: remark }]),
      { kind: 'rows', rows: [[words.by, by]] },
      { kind: 'button', label: words.open, href: consoleUrl },
    ],
  });
}

const nouns = {
  blast: { hi: 'प्रसारण', en: 'blast' },
  'press-note': { hi: 'प्रेस नोट', en: 'press note' },
  activity: { hi: 'प्रविष्टि', en: 'entry' },
  'campaign-draft': { hi: 'सामग्री का प्रारूप', en: 'campaign draft' },
  detour: { hi: 'क्यूआर कोड की दिशा', en: 'destination of codes' },
} as const;

/** With the gender of each noun. */
const sentences = {
  blast: (id: number) => `आपका प्रसारण ${id} इस टिप्पणी के साथ वापस किया गया है:`,
  'press-note': (id: number) => `आपका प्रेस नोट ${id} इस टिप्पणी के साथ वापस किया गया है:`,
  activity: (id: number) => `आपकी प्रविष्टि ${id} इस टिप्पणी के साथ अस्वीकार की गई है:`,
  'campaign-draft': (id: number) =>
    `आपका भेजा सामग्री का प्रारूप ${id} इस टिप्पणी के साथ वापस किया गया है:`,
  detour: (id: number) =>
    `क्यूआर कोड की दिशा बदलने का आपका अनुरोध ${id} इस टिप्पणी के साथ वापस किया गया है:`,
} as const;

type ReturnedThing = keyof typeof nouns;

/** The letter that something came back to the officer who handed it in. */
const returnedWords = pairs({
  subject: (what: ReturnedThing, id: number) => [
    `टिप्पणी के साथ वापस: ${nouns[what].hi} ${id}`,
    `Returned with a remark: ${nouns[what].en} ${id}`,
  ],
  opening: (what: ReturnedThing, id: number) => [
    sentences[what](id),
    `Your ${nouns[what].en} ${id} came back with this remark:`,
  ],
  by: ['किसके द्वारा', 'By'],
  open: ['खोलें और सुधारें', 'Open and correct'],
});

/** Changes in an account that may mean that somebody else has it, by the action of the audit log. */
const accountEvents = {
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
const accountWords = { notice, invitation };
