import { setTimeout as wait } from 'node:timers/promises';
import twilio from 'twilio';
import type { EmulatorBehaviour } from './emulator-behaviour.ts';
import type { KeptMessage } from './emulator-store.ts';
import type { Exchanger } from './http-exchange.ts';

/** The one account of the emulator; its behaviour may change while it runs. */
export interface EmulatedAccount {
  accountSid: string;
  authToken: string;
  exchanger: Exchanger;
  behaviour: EmulatorBehaviour;
  random(): number;
  /** Keeps account of what is under way. */
  track(work: Promise<unknown>): void;
}

const callbackTimeoutMs = 15_000;
/** The sender that a messaging service of the emulator chooses. */
const poolSender = '+15005550006';

/** Posts a signed form as Twilio does and returns the answer's body; a failed post is lost, as it is there. */
export async function postSigned(
  account: EmulatedAccount,
  url: string,
  fields: Record<string, string>,
): Promise<string | null> {
  const signature = twilio.getExpectedTwilioSignature(account.authToken, url, fields);
  try {
    const answer = await account.exchanger.exchange({
      method: 'POST',
      url: new URL(url),
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Twilio-Signature': signature,
      },
      body: new URLSearchParams(fields).toString(),
      timeoutMs: callbackTimeoutMs,
    });
    return answer.status < 400 ? answer.body : null;
  } catch {
    return null;
  }
}

/** Lets a message go out, and tells its callback so, as often and as disorderly as the behaviour says. */
export async function reportMessage(account: EmulatedAccount, kept: KeptMessage): Promise<void> {
  const now = Date.now();
  kept.from ??= poolSender;
  kept.sentAtMs = now;
  const isRead = kept.to.startsWith('whatsapp:+9166666');
  const arrived = isRead ? ['delivered', 'read'] : ['delivered'];
  await tell(account, kept, ['sent', ...(kept.errorCode === null ? arrived : ['undelivered'])]);
}

/** Brings a message to a status that is its last, and tells its callback. */
export async function tellMessage(
  account: EmulatedAccount,
  kept: KeptMessage,
  status: string,
): Promise<void> {
  await tell(account, kept, [status]);
}

async function tell(
  account: EmulatedAccount,
  kept: KeptMessage,
  statuses: readonly string[],
): Promise<void> {
  const { callbackUrl } = kept;
  const behaviour = account.behaviour;
  kept.status = statuses.at(-1) ?? kept.status;
  kept.updatedAtMs = Date.now();
  if (callbackUrl === null || !behaviour.callbacks) return;
  const posts: Promise<unknown>[] = [];
  for (const status of statuses) {
    const fields = {
      MessageSid: kept.sid,
      SmsSid: kept.sid,
      AccountSid: account.accountSid,
      MessageStatus: status,
      SmsStatus: status,
      To: kept.to,
      From: kept.from ?? '',
      ApiVersion: '2010-04-01',
      ...(kept.serviceSid === null ? {} : { MessagingServiceSid: kept.serviceSid }),
      ...(status === 'undelivered' ? { ErrorCode: String(kept.errorCode) } : {}),
    };
    for (let copy = 0; copy < behaviour.callbackCopies; copy += 1) {
      const delayMs = account.random() * behaviour.callbackSpreadMs;
      posts.push(
        wait(delayMs, undefined, { ref: false }).then(() =>
          postSigned(account, callbackUrl, fields),
        ),
      );
    }
  }
  await Promise.all(posts);
}
