import DKIM from 'nodemailer/lib/dkim';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Parcel } from './carrier.ts';
import type { StoredLetter } from './ledger-sql.ts';
import { type Attachment, checkHeader, checkMailbox, inlinePlace, linkPlace } from './letter.ts';
import type { MailSettings, Sender } from './mail-settings.ts';

/** A letter with all that goes out with it. */
export interface WholeLetter extends StoredLetter {
  recipient: string;
  /** The one-time link, where the letter has one. */
  link: string | undefined;
  attachments: readonly Attachment[];
}

export interface ComposeSettings extends Pick<MailSettings, 'dkim'> {
  from: Sender;
}

/**
 * Writes a letter as RFC 5322 has it, with its DKIM signature where one is set up. The same letter always has the same
 * Message-ID and Date.
 * @throws LetterFault for a value that would add a header, however it came into the ledger
 */
export async function compose(
  letter: WholeLetter,
  { from, dkim }: ComposeSettings,
): Promise<Parcel> {
  checkMailbox('recipient', letter.recipient);
  checkHeader('subject', letter.subject);
  const { link, unsubscribe } = letter;
  const withLink = (body: string) =>
    link === undefined ? body : body.replaceAll(linkPlace, () => link);
  const composer = new MailComposer({
    from: from.name === '' ? from.address : from,
    to: letter.recipient,
    subject: letter.subject,
    messageId: `<${letter.messageId}>`,
    date: letter.createdAt,
    text: withLink(letter.bodyText),
    html: withLink(letter.bodyHtml),
    attachments: letter.attachments.map(({ name, contentType, content }) => ({
      filename: name,
      contentType,
      content: Buffer.from(content),
      ...(letter.bodyHtml.includes(`"${inlinePlace}${name}"`) && {
        cid: name,
        contentDisposition: 'inline' as const,
      }),
    })),
    headers: {
      'Content-Language': letter.language,
      // No answering machine needs to answer it (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe === null
        ? {}
        : {
            'List-Unsubscribe': `<${unsubscribe}>`,
            // RFC 8058: the mail program ends it with one POST.
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const plain = await composer.compile().build();
  const message = dkim === undefined ? plain : await sign(plain, dkim);
  return { from: from.address, to: letter.recipient, message, messageId: letter.messageId };
}

async function sign(message: Buffer, dkim: NonNullable<MailSettings['dkim']>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of new DKIM(dkim).sign(message)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
