import type { Queryable } from '../../platform/database/transaction.ts';
import { insertLetter } from './ledger-sql.ts';
import { checkLetter, type NewLetter, unsubscribePlace } from './letter.ts';
import type { LetterSeal } from './letter-seal.ts';
import { type Recipient, readChoices } from './recipients-sql.ts';
import type { UnsubscribeTokens } from './unsubscribe-token.ts';

/** The one way in which other slices write letters. */
export interface Mail {
  /**
   * Puts a letter into the ledger, in the caller's transaction: it goes out only if that is committed, and once.
   * @returns false when a letter of this key is there, or its recipient does not want the topic
   * @throws LetterFault for an invalid address or header
   */
  send(tx: Queryable, letter: NewLetter): Promise<boolean>;
}

export interface MailDependencies {
  publicUrl: string;
  /** Mailbox of the sender; its host is part of the Message-ID. */
  from: { address: string };
  seal: LetterSeal;
  tokens: UnsubscribeTokens;
}

export function createMail({ publicUrl, from, seal, tokens }: MailDependencies): Mail {
  const domain = from.address.split('@')[1] ?? 'localhost.invalid';
  return {
    async send(tx, letter) {
      checkLetter(letter);
      const { topic, to, link, content } = letter;
      const unsubscribe =
        topic === undefined || to.personId === undefined
          ? null
          : unsubscribeUrl(publicUrl, tokens.make({ personId: to.personId, topic }));
      if (topic !== undefined && to.personId !== undefined) {
        const { unwanted } = await readChoices(tx, to.personId);
        if (unwanted.includes(topic)) return false;
      }
      const fill = (body: string) => body.replaceAll(unsubscribePlace, () => unsubscribe ?? '');
      return insertLetter(
        tx,
        { ...letter, content: { ...content, text: fill(content.text), html: fill(content.html) } },
        { domain, unsubscribe, sealedLink: link === undefined ? null : seal.seal(link) },
      );
    },
  };
}

export function unsubscribeUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/api/mail/unsubscribe/${token}`;
}

/** Whom a letter to an officer goes to, with its language and the topic by which it is chosen. */
export function toOfficer(
  { id, email, role, area }: Omit<Recipient, 'language'>,
  { language, topic }: Pick<NewLetter, 'language' | 'topic'>,
): Pick<NewLetter, 'to' | 'language' | 'topic'> {
  const district = role === 'district' ? (area ?? undefined) : undefined;
  return { to: { email, personId: id, district }, language, topic };
}
