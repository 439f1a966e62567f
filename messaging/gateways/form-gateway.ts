import type { Gateway } from './gateway.ts';
import { createExchanger } from './http-exchange.ts';
import { classOfHttpStatus } from './http-status.ts';
import { retryAfterMs, SendError, transportError } from './send-error.ts';

type Message = Parameters<Gateway['sendSms']>[0];

/** What tells one gateway that takes a posted form from another. */
export interface FormGateway {
  name: 'cdac' | 'nic';
  url: URL;
  requestTimeoutMs: number;
  sockets: number;
  form(message: Message): URLSearchParams;
  /** The provider's id in a reply, or a SendError. */
  readReply(body: string): string;
}

/**
 * A gateway that takes one form for one message. It has neither a listing nor callbacks: what stays unknown is settled
 * by an officer. The form is posted, so that the number stands in no URL.
 */
export function createFormGateway(options: FormGateway): Gateway {
  const { name, url, requestTimeoutMs, form, readReply } = options;
  const exchanger = createExchanger(options.sockets);
  return {
    name,
    reconcile: 'none',
    requestTimeoutMs,
    // Its one answer comes at once: what may work later is tried again within the blast.
    retryableCodes: [],
    async sendSms(message) {
      const body = form(message).toString();
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const answer = await exchanger
        .exchange({ method: 'POST', url, headers, body, timeoutMs: requestTimeoutMs })
        .catch((cause: unknown) => {
          throw transportError(name, cause);
        });
      if (answer.status !== 200) {
        const retry = answer.headers['retry-after'];
        throw new SendError(`[${name}] answered ${answer.status}`, {
          code: String(answer.status),
          class: classOfHttpStatus(answer.status),
          retryAfterMs: typeof retry === 'string' ? retryAfterMs(retry, Date.now()) : undefined,
        });
      }
      return { providerId: readReply(answer.body) };
    },
    async close() {
      exchanger.close();
    },
  };
}
