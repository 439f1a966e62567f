import { createFormGateway } from './form-gateway.ts';
import type { Gateway } from './gateway.ts';
import { needsUnicode } from './gateway.ts';
import { SendError } from './send-error.ts';

export interface NicOptions {
  username: string;
  pin: string;
  baseUrl: string;
  /** Whether FEFF is before a text in hex. */
  byteOrderMark: boolean;
  requestTimeoutMs: number;
  sockets: number;
}

/** NIC's SMS gateway. It has neither a listing nor callbacks: what stays unknown is settled by an officer. */
export function createNicGateway(options: NicOptions): Gateway {
  const { baseUrl, requestTimeoutMs, sockets } = options;
  return createFormGateway({
    name: 'nic',
    url: new URL('/failsafe/HttpLink', baseUrl),
    requestTimeoutMs,
    sockets,
    form: (message) => nicForm(options, message),
    readReply,
  });
}

interface Content {
  to: string;
  body: string;
  header: string;
  templateId: string | null;
  principalEntityId: string | null;
}

const byteOrderMark = '\uFEFF';

/**
 * The form of HttpLink; Hindi goes as UTF-16BE in hex with `msgType=UC`, behind FEFF as in the example of NIC's paper (SMS
 * Mobile Termination API Guide for HTTPS, 5.3; scribd.com, document 363937845). Whether the mark is taken off before the
 * phone, or costs a unit of the text, is not confirmed.
 */
export function nicForm(options: NicOptions, message: Content): URLSearchParams {
  const unicode = needsUnicode(message.body);
  const form = new URLSearchParams({
    username: options.username,
    pin: options.pin,
    message: unicode
      ? asUtf16Hex((options.byteOrderMark ? byteOrderMark : '') + message.body)
      : message.body,
    mnumber: message.to.replace('+', ''),
    signature: message.header,
    dlt_entity_id: message.principalEntityId ?? '',
    dlt_template_id: message.templateId ?? '',
  });
  if (unicode) form.set('msgType', 'UC');
  return form;
}

/** UTF-16 big endian as upper-case hex: four digits a unit. */
export function asUtf16Hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
}

/** `Request ID=…~code=API000` is success; every other code is ambiguous unless its meaning is plain. */
function readReply(body: string): string {
  const code = /code=(API\d+)/i.exec(body)?.[1]?.toUpperCase();
  const id = /Request ID=(\w+)/i.exec(body)?.[1];
  if (code === 'API000' && id !== undefined) return id;
  const refused =
    /(invalid|wrong|unregistered|not registered|expired|blocked)[^,~&]{0,60}(user|pin\b|login|signature|sender|header|template|entity|ip\b)|authenticat|unauthori[sz]ed|insufficient (credit|balance)/i.test(
      body,
    );
  throw new SendError(`[nic] replied ${code ?? 'without a code'}`, {
    code: code ?? 'unreadable',
    class: refused
      ? 'halt'
      : /invalid (mobile|number|mnumber)/i.test(body)
        ? 'permanent'
        : 'ambiguous',
  });
}
