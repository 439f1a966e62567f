import { setTimeout as wait } from 'node:timers/promises';
import twilio from 'twilio';
import { type EmulatorBehaviour, findCallOutcome } from './emulator-behaviour.ts';
import type { Kept } from './emulator-store.ts';
import type { Exchanger } from './http-exchange.ts';

/** The one account of the emulator; its behaviour may change while it runs. */
export interface EmulatedAccount {
  accountSid: string;
  authToken: string;
  exchanger: Exchanger;
  behaviour: EmulatorBehaviour;
  random(): number;
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

/** Lets a message reach its phone, and tells its callback so, as often and as disorderly as the behaviour says. */
export async function deliver(account: EmulatedAccount, kept: Kept): Promise<void> {
  const { callbacks, callbackCopies, callbackSpreadMs } = account.behaviour;
  const { callbackUrl } = kept;
  const arrived = kept.to.startsWith('whatsapp:+9166666') ? ['delivered', 'read'] : ['delivered'];
  const statuses = ['sent', ...(kept.errorCode === null ? arrived : ['undelivered'])];
  kept.from ??= poolSender;
  kept.status = statuses.at(-1) ?? kept.status;
  if (callbackUrl === null || !callbacks) return;
  const posts = statuses.flatMap((status) => {
    const fields = {
      MessageSid: kept.sid,
      AccountSid: account.accountSid,
      MessageStatus: status,
      To: kept.to,
      From: kept.from ?? '',
      ...(status === 'undelivered' ? { ErrorCode: String(kept.errorCode) } : {}),
    };
    return Array.from({ length: callbackCopies }, async () => {
      await wait(account.random() * callbackSpreadMs, undefined, { ref: false });
      await postSigned(account, callbackUrl, fields);
    });
  });
  await Promise.all(posts);
}

/** Lets a call happen: it rings, somebody answers, listens, perhaps presses a key. */
export async function dial(account: EmulatedAccount, kept: Kept): Promise<void> {
  const outcome = findCallOutcome(kept.to);
  const fields: Record<string, string> = {
    CallSid: kept.sid,
    AccountSid: account.accountSid,
    To: kept.to,
    From: kept.from ?? '',
    Direction: 'outbound-api',
  };
  const report = async (status: string) => {
    kept.status = status;
    if (kept.callbackUrl === null || !account.behaviour.callbacks) return;
    await postSigned(account, kept.callbackUrl, { ...fields, CallStatus: status });
  };
  await report('initiated');
  await report('ringing');
  if (outcome.kind === 'busy' || outcome.kind === 'no-answer') return report(outcome.kind);
  fields['AnsweredBy'] = outcome.kind === 'machine' ? 'machine_end_beep' : 'human';
  await report('in-progress');
  await listen(account, kept, { ...fields, CallStatus: 'in-progress' }, outcome.key);
  await report('completed');
}

/** Hears the menu and presses a key where the menu waits for one. */
async function listen(
  account: EmulatedAccount,
  { answerUrl }: Kept,
  fields: Record<string, string>,
  key: string | null,
): Promise<void> {
  if (answerUrl === null) return;
  const menu = await postSigned(account, answerUrl, fields);
  if (menu === null || key === null) return;
  const action = /<Gather[^<>]*\baction="([^"]+)"/.exec(menu)?.[1]?.replaceAll('&amp;', '&');
  if (action === undefined || !URL.canParse(action, answerUrl)) return;
  const url = new URL(action, answerUrl).href;
  await postSigned(account, url, { ...fields, Digits: key });
}
