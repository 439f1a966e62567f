import type { Gateway } from './gateway.ts';
import { answerError, askProvider, createExchanger } from './http-exchange.ts';
import { retryableReportCodes } from './report-words.ts';
import { classifyHttpStatus } from './send-error.ts';

type Message = Parameters<Gateway['sendSms']>[0];

/** The differences between gateways that take a posted form. */
export interface FormGateway {
  name: 'cdac' | 'nic';
  url: URL;
  requestTimeoutMs: number;
  sockets: number;
  form(message: Message): URLSearchParams;
  /** Where one form takes several numbers: how many, and the form. */
  bulk?: { limit: number; form(first: Message, numbers: readonly string[]): URLSearchParams };
  /** The provider's id in a reply, or a SendError. */
  readReply(body: string): string;
}

/**
 * A gateway that takes one form for one message. It has neither a listing nor callbacks: what stays unknown is settled
 * by an officer. The form is posted, so that the number is in no URL.
 */
export function createFormGateway(options: FormGateway): Gateway {
  const { name, url, requestTimeoutMs, form, readReply } = options;
  const exchanger = createExchanger(options.sockets);

  /** Posts a form and returns the provider's id. */
  async function post(fields: URLSearchParams): Promise<string> {
    const body = fields.toString();
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const request = { method: 'POST', url, headers, body, timeoutMs: requestTimeoutMs };
    const answer = await askProvider(exchanger, name, request);
    if (answer.status !== 200) {
      throw answerError(name, answer, { class: classifyHttpStatus(answer.status) });
    }
    return readReply(answer.body);
  }

  const { bulk } = options;
  return {
    name,
    reconcile: 'none',
    requestTimeoutMs,
    // Its one answer comes at once, and what may work later is tried again within the blast: these are a report file's.
    retryableCodes: retryableReportCodes,
    async sendSms(message) {
      return { providerId: await post(form(message)) };
    },
    ...(bulk === undefined
      ? {}
      : {
          bulkLimit: bulk.limit,
          async sendBulk(messages: readonly Message[]) {
            const numbers = messages.map(({ to }) => to);
            const providerId = await post(bulk.form(oneText(messages), numbers));
            return messages.map(() => ({ providerId }));
          },
        }),
    async close() {
      exchanger.close();
    },
  };
}

/** One form carries one text: anything else would send somebody the wrong one. */
function oneText(messages: readonly Message[]): Message {
  const [first] = messages;
  if (first === undefined) throw new Error('Expected messages, got none');
  const { body, header, templateId } = first;
  for (const other of messages) {
    if (other.body !== body || other.header !== header || other.templateId !== templateId) {
      throw new Error('Expected one text for all messages of a request, got two');
    }
  }
  return first;
}
