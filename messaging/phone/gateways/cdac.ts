import { createHash } from 'node:crypto';
import { createFormGateway } from './form-gateway.ts';
import type { Gateway } from './gateway.ts';
import { needsUnicode } from './gateway.ts';
import { type ErrorClass, SendError } from './send-error.ts';

export interface CdacOptions {
  username: string;
  /** In clear; it is sent as SHA-1. */
  password: string;
  /** Secure key of the department. */
  departmentKey: string;
  baseUrl: string;
  requestTimeoutMs: number;
  sockets: number;
  /** Numbers in one request; 1 where the department's account has no bulk service. */
  bulkNumbers: number;
}

/** C-DAC Mobile Seva. It has neither a listing nor callbacks: what stays unknown is settled by an officer. */
export function createCdacGateway(options: CdacOptions): Gateway {
  const { baseUrl, requestTimeoutMs, sockets, bulkNumbers } = options;
  const gateway = createFormGateway({
    name: 'cdac',
    url: new URL('/esms/sendsmsrequestDLT', baseUrl),
    requestTimeoutMs,
    sockets,
    form: (message) => cdacForm(options, message),
    ...(bulkNumbers < 2
      ? {}
      : {
          bulk: {
            limit: bulkNumbers,
            form: (first: Content, numbers: readonly string[]) => cdacForm(options, first, numbers),
          },
        }),
    readReply,
  });
  // C-DAC's paper on Mobile Seva of 2026: no promotional traffic. Seen by us once and not confirmed at C-DAC.
  return { ...gateway, promotion: 'refused' };
}

interface Content {
  to: string;
  body: string;
  header: string;
  templateId: string | null;
}

/**
 * The form that Mobile Seva takes; the key covers the content as it is sent.
 * @param numbers where the text goes to several, E.164
 */
export function cdacForm(
  options: CdacOptions,
  message: Content,
  numbers: readonly string[] = [message.to],
): URLSearchParams {
  const unicode = needsUnicode(message.body);
  const content = unicode ? asEntities(message.body) : message.body;
  const { username, departmentKey } = options;
  const list = numbers.map((number) => number.replace('+', '')).join(',');
  const many = numbers.length > 1;
  return new URLSearchParams({
    username,
    password: createHash('sha1').update(options.password).digest('hex'),
    senderid: message.header,
    content,
    smsservicetype: unicode ? 'unicodemsg' : many ? 'bulkmsg' : 'singlemsg',
    [unicode || many ? 'bulkmobno' : 'mobileno']: list,
    templateid: message.templateId ?? '',
    key: createHash('sha512')
      .update(username + message.header + content + departmentKey)
      .digest('hex'),
  });
}

/** Every character as a decimal entity, as Mobile Seva takes Hindi. */
export function asEntities(text: string): string {
  return [...text].map((character) => `&#${character.codePointAt(0)};`).join('');
}

/**
 * `402,MsgID = …` is success. What the other numbers mean is documented for three of them only; after all others
 * nobody knows whether the message left, so they are ambiguous and no number is counted as failed for them.
 */
function readReply(body: string): string {
  const reply = body.trim();
  const success = /^402\s*,\s*MsgID\s*=\s*(\S+)/i.exec(reply);
  if (success?.[1] !== undefined) return success[1];
  const code = /^\d{3}/.exec(reply)?.[0] ?? 'unreadable';
  throw new SendError(`[cdac] replied ${code}`, { code, class: classifyReply(code, reply) });
}

/** 401 credentials, 403 no credits, 406 invalid number; words about our login, header, template or key are about us. */
function classifyReply(code: string, reply: string): ErrorClass {
  if (code === '401' || code === '403') return 'halt';
  if (code === '406') return 'permanent';
  const refusesUs =
    /(invalid|wrong|unregistered|not registered|expired|blocked|unauthori[sz]ed)[^,.]{0,60}(user|password|credential|sender|header|template|entity|key|ip\b)/i;
  return refusesUs.test(reply) ? 'halt' : 'ambiguous';
}
