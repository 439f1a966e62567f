import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { type MailTopic, mailTopics } from '../../../campaigns/words/mail-topics.ts';

export interface Unsubscription {
  personId: string;
  topic: MailTopic;
}

/** Signs addresses by which letters of one topic are ended without signing in; they do nothing else, so they do not end. */
export interface UnsubscribeTokens {
  make(of: Unsubscription): string;
  /** Undefined for a token that was not made here. */
  read(token: string): Unsubscription | undefined;
}

/** 128 bits: a route takes a parameter of at most 100 characters. */
const signatureBytes = 16;

export function createUnsubscribeTokens(secret: string): UnsubscribeTokens {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'letters: unsubscribe', 32));
  const sign = (content: string) =>
    createHmac('sha256', key).update(content).digest().subarray(0, signatureBytes);
  return {
    make({ personId, topic }) {
      const content = Buffer.from(`${topic}:${personId}`).toString('base64url');
      return `${content}.${sign(content).toString('base64url')}`;
    },
    read(token) {
      const [content = '', signature = '', ...rest] = token.split('.');
      const found = Buffer.from(signature, 'base64url');
      const expected = sign(content);
      if (rest.length > 0 || found.length !== expected.length) return undefined;
      if (!timingSafeEqual(found, expected)) return undefined;
      const [, topic, personId] =
        /^([a-z]+):(.+)$/.exec(Buffer.from(content, 'base64url').toString()) ?? [];
      const known = mailTopics.find((name) => name === topic);
      return known === undefined || personId === undefined ? undefined : { personId, topic: known };
    },
  };
}
