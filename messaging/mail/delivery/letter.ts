import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { MailTopic } from '../../../campaigns/words/mail-topics.ts';
import type { LetterKind } from '../../contract/values.ts';
import { maskAddresses } from '../../platform/process/address-mask.ts';

export type LetterLanguage = keyof Bilingual;

/** Words of a letter: its subject, and both bodies, which say the same. */
export interface LetterContent {
  subject: string;
  text: string;
  html: string;
}

/** Placeholder in bodies for the one-time link, replaced at the moment of sending only. */
export const linkPlace = 'https://link.invalid/one-time';
/** Placeholder in bodies for the address to end such letters. */
export const unsubscribePlace = 'https://link.invalid/unsubscribe';

/** Before the name of an attachment that is shown in the letter (RFC 2392). */
export const inlinePlace = 'cid:';

export interface Attachment {
  name: string;
  contentType: string;
  content: Uint8Array;
}

/** A letter as it is handed to the ledger. */
export interface NewLetter {
  /** Names the letter for ever: a second one of the same key is not taken. */
  key: string;
  kind: LetterKind;
  /** A letter to many at once has a name such as `kit/…`. */
  mailing?: string | undefined;
  to: { email: string; personId?: string | undefined; district?: string | undefined };
  language: LetterLanguage;
  content: LetterContent;
  /** The recipient may choose not to get this topic; such a letter carries the address that ends it. */
  topic?: MailTopic | undefined;
  /** A link that opens something: kept encrypted, and for nobody to read in the console. */
  link?: string | undefined;
  /** Goes out at night too: somebody may be taking the account over. */
  urgent?: boolean | undefined;
  attachments?: readonly Attachment[] | undefined;
}

/** Why a letter cannot be one: names field, what was expected and what was found. */
export class LetterFault extends Error {
  readonly field: string;

  constructor(field: string, expected: string, found: string) {
    super(`Expected ${expected} for \`${field}\`, got ${found}`);
    this.name = 'LetterFault';
    this.field = field;
  }
}

/** Characters that end a line, and control characters: in a header they would begin another one (RFC 5322, 2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;
const mostSubject = 250;
const mostName = 120;

/** RFC 5321 lets a quoted local part hold nearly everything: mailboxes of offices have none. */
const mailbox =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{1,62}$/;

/** @throws LetterFault unless it is one mailbox */
export function checkMailbox(field: string, address: string): void {
  const [local = ''] = address.split('@');
  if (address.length <= 254 && local.length <= 64 && mailbox.test(address)) return;
  throw new LetterFault(field, 'one e-mail address (name@office.example)', shownFault(address));
}

/** @throws LetterFault for a header in which a line ends or that is empty or too long */
export function checkHeader(field: string, value: string, most = mostSubject): void {
  if (control.test(value)) {
    throw new LetterFault(field, 'one line without control characters', shownFault(value));
  }
  if (value.trim() === '') throw new LetterFault(field, 'some words', 'nothing');
  if (value.length > most) {
    throw new LetterFault(field, `at most ${most} characters`, `${value.length}`);
  }
}

/** @throws LetterFault for a value that would add a header */
export function checkLetter({ key, to, content, attachments = [] }: NewLetter): void {
  checkHeader('key', key);
  checkMailbox('to.email', to.email);
  checkHeader('subject', content.subject);
  for (const { name, contentType } of attachments) {
    checkHeader('attachment.name', name, mostName);
    checkHeader('attachment.contentType', contentType, mostName);
  }
}

/** Describes a wrong value, with only the end of an address. */
function shownFault(value: string): string {
  const at = control.exec(value)?.index;
  if (at !== undefined) {
    const code = value.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
    return `U+${code} at place ${at + 1}`;
  }
  return value === '' ? 'nothing' : maskAddresses(JSON.stringify(value));
}
