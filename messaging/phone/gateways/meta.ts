import { z } from 'zod';
import {
  type Gateway,
  missingTemplate,
  type NewTemplate,
  type OutgoingTemplate,
  type Receipt,
  type Receipts,
  type SenderState,
  type TemplateReading,
  type TemplateRefusal,
  type TemplateState,
} from './gateway.ts';
import {
  type Answer,
  answerError,
  asJson,
  askProvider,
  createExchanger,
  type Exchanger,
} from './http-exchange.ts';
import { classifyHttpStatus, type ErrorClass, SendError } from './send-error.ts';

/**
 * Codes of Meta's Cloud API by what they speak of: the recipient, or us (account, rights, number, template, request).
 * Source: developers.facebook.com, WhatsApp error codes, of 18.06.2026, read 30.11.2026. None of them is an opt-out:
 * nobody has told us to stop, and 131026 does not even say why.
 */
const classes: Record<Exclude<ErrorClass, 'opt-out'>, readonly number[]> = {
  permanent: [
    // No WhatsApp at the number (or old terms, an old app: it does not say which), sender and recipient the same.
    131026,
    131021,
    // Too many marketing messages for this person, in an experiment, stopped marketing messages: not now, or not at all.
    131049,
    130472, 131050,
  ],
  halt: [
    // Login, rights, account locked, restricted or not paid, number not registered or deleted, certificate, name not approved.
    0,
    3, 10, 190, 200, 33, 368, 131005, 131031, 131042, 131045, 131037, 133010, 130497,
    // The request itself, and a free text where a template is due.
    100, 131008, 131009, 131047, 131051,
    // Template: other variables, not there, too long, against the policy, wrong form, paused, disabled.
    132000,
    132001, 132005, 132007, 132012, 132015, 132016,
    // The picture cannot be had.
    131053,
    // Too many of our messages were blocked or reported.
    131048,
  ],
  // Too many requests of app, account (messages or templates), number or pair; overloaded; under maintenance.
  later: [4, 80007, 80008, 130429, 131056, 131016, 131057],
  ambiguous: [1, 2, 131000],
  unlisted: [],
};

const byCode = new Map<string, ErrorClass>(
  Object.entries(classes).flatMap(([name, codes]) =>
    codes.map((code): [string, ErrorClass] => [String(code), name as ErrorClass]),
  ),
);

/** Class of an error code of the Cloud API. */
export function classifyMetaCode(code: string): ErrorClass {
  return byCode.get(code) ?? 'unlisted';
}

const metaReceipts: Receipts = { classify: classifyMetaCode, filterCodes: [] };

const metaNoWhatsapp = ['131026'] as const;

/** Failed messages that a retry on another day takes: what spoke of us, was refused for now, or was one too many. */
const retryableMetaCodes = [...classes.later, ...classes.halt, 131049, 130472].map(String);

export interface MetaOptions {
  baseUrl: string;
  /** Of the Graph API, such as v24.0. */
  version: string;
  phoneNumberId: string;
  /** Of the WhatsApp Business account, which has the templates. */
  accountId: string;
  token: string;
  requestTimeoutMs: number;
  sockets: number;
}

interface Graph extends MetaOptions {
  exchanger: Exchanger;
}

const probeTimeoutMs = 4000;
const sent = z.object({ messages: z.array(z.object({ id: z.string().min(1) })).min(1) });
const templateList = z.object({
  data: z.array(
    z.object({
      name: z.string(),
      language: z.string(),
      status: z.string(),
      category: z.string().optional(),
      rejected_reason: z.string().nullish(),
      components: z.array(z.object({ type: z.string(), text: z.string().optional() })).default([]),
    }),
  ),
});
const numberState = z.object({
  quality_rating: z.string().optional(),
  whatsapp_business_manager_messaging_limit: z.string().optional(),
  messaging_limit_tier: z.string().optional(),
});
const takenTemplate = z.object({
  id: z.string(),
  status: z.string(),
  category: z.string().optional(),
});
const fault = z.object({
  error: z.object({
    code: z.number(),
    error_subcode: z.number().optional(),
    error_user_msg: z.string().optional(),
  }),
});

/** WhatsApp by Meta's Cloud API. Sending is not idempotent there, so no request is ever repeated here. */
export function createMetaGateway(options: MetaOptions): Gateway {
  const graph = { ...options, exchanger: createExchanger(options.sockets) };
  // A new connection each time: one that the provider has closed meanwhile would look like a failure.
  const probes = {
    ...options,
    exchanger: createExchanger(1, false),
    requestTimeoutMs: probeTimeoutMs,
  };
  return {
    name: 'meta',
    // Its webhooks carry our reference; there is no listing.
    reconcile: 'callback',
    requestTimeoutMs: options.requestTimeoutMs,
    retryableCodes: retryableMetaCodes,
    receipts: metaReceipts,
    texts: 'refused',
    async sendSms() {
      throw new SendError('[meta] carries no text messages', { code: 'no-sms', class: 'halt' });
    },
    whatsapp: {
      noWhatsappCodes: metaNoWhatsapp,
      sendTemplate: (message) => postMessage(graph, toMessage(message)),
      reply: (to, body) => postMessage(graph, { to, type: 'text', text: { body } }),
      readTemplate: ({ name, language }) => readTemplate(probes, name, language),
      readSender: () => readSender(probes),
      submitTemplate: (template) => submitTemplate(graph, template),
    },
    async probe() {
      await readSender(probes);
    },
    async close() {
      probes.exchanger.close();
      graph.exchanger.close();
    },
  };
}

function toMessage(message: OutgoingTemplate): Record<string, unknown> {
  const { to, reference, template, values, picture, buttons } = message;
  const image = picture === null ? [] : [{ type: 'image', image: { link: picture } }];
  const texts = values.map((text) => ({ type: 'text', text }));
  return {
    to,
    type: 'template',
    // Comes back in each webhook, also where this request's answer is lost.
    biz_opaque_callback_data: reference,
    template: {
      name: template.name,
      language: { code: template.language },
      components: [
        ...(image.length === 0 ? [] : [{ type: 'header', parameters: image }]),
        ...(texts.length === 0 ? [] : [{ type: 'body', parameters: texts }]),
        ...buttons.map(({ kind, value }, index) => ({
          type: 'button',
          sub_type: kind === 'app' ? 'url' : 'quick_reply',
          index: String(index),
          parameters: [
            kind === 'app' ? { type: 'text', text: value } : { type: 'payload', payload: value },
          ],
        })),
      ],
    },
  };
}

async function postMessage(graph: Graph, message: Record<string, unknown>): Promise<Receipt> {
  const body = { messaging_product: 'whatsapp', recipient_type: 'individual', ...message };
  const answer = await ask(graph, 'POST', `${graph.phoneNumberId}/messages`, body);
  const [first] = read(sent, answer).messages;
  return { providerId: first?.id ?? '' };
}

async function readTemplate(
  graph: Graph,
  name: string,
  language: string,
): Promise<TemplateReading> {
  const fields = `fields=name,language,status,category,rejected_reason,components&name=${encodeURIComponent(name)}`;
  const answer = await ask(graph, 'GET', `${graph.accountId}/message_templates?${fields}`);
  const found = read(templateList, answer).data.find(
    (entry) => entry.name === name && entry.language === language,
  );
  if (found === undefined) return missingTemplate;
  return {
    state: templateStates[found.status] ?? 'pending',
    category: found.category?.toLowerCase() ?? null,
    body: found.components.find(({ type }) => type === 'BODY')?.text ?? null,
    // Meta says NONE of what it did not reject.
    reason: found.rejected_reason === 'NONE' ? null : (found.rejected_reason ?? null),
  };
}

/**
 * Codes by which Meta's Graph API refuses a new template for what it is; the subcode says more, and 33 that there is no such
 * account for us.
 */
const templateFaults: readonly number[] = [100, 192, 200002];
const noAccount = 33;

async function submitTemplate(
  graph: Graph,
  template: NewTemplate,
): Promise<TemplateReading | TemplateRefusal> {
  const { name, language, category, body, samples, footer, buttons, link, sampleCode } = template;
  const path = `${graph.accountId}/message_templates`;
  const answer = await exchange(graph, 'POST', path, {
    name,
    language,
    category: category.toUpperCase(),
    components: [
      {
        type: 'BODY',
        text: body,
        ...(samples.length > 0 && { example: { body_text: [samples] } }),
      },
      ...(footer === '' ? [] : [{ type: 'FOOTER', text: footer }]),
      ...(buttons.length === 0
        ? []
        : [
            {
              type: 'BUTTONS',
              buttons: buttons.map(({ kind, label: text }) =>
                kind === 'app'
                  ? { type: 'URL', text, url: `${link}{{1}}`, example: [`${link}${sampleCode}`] }
                  : { type: 'QUICK_REPLY', text },
              ),
            },
          ]),
    ],
  });
  if (answer.status >= 400) {
    const { code, error_subcode, error_user_msg } = {
      ...fault.safeParse(asJson(answer.body)).data?.error,
    };
    const isOfTemplate = templateFaults.includes(code ?? 0) && error_subcode !== noAccount;
    if (answer.status >= 500 || !isOfTemplate) throw toError(answer);
    return { refused: String(error_subcode ?? code), words: error_user_msg ?? null };
  }
  const taken = read(takenTemplate, answer);
  return {
    state: templateStates[taken.status] ?? 'pending',
    category: taken.category?.toLowerCase() ?? null,
    body: null,
    reason: null,
  };
}

const templateStates: Readonly<Record<string, TemplateState>> = {
  APPROVED: 'approved',
  REJECTED: 'rejected',
  PAUSED: 'paused',
  DISABLED: 'disabled',
};

async function readSender(graph: Graph): Promise<SenderState> {
  const fields = 'quality_rating,whatsapp_business_manager_messaging_limit,messaging_limit_tier';
  const state = read(
    numberState,
    await ask(graph, 'GET', `${graph.phoneNumberId}?fields=${fields}`),
  );
  return {
    quality: qualities[state.quality_rating ?? ''] ?? 'unknown',
    dailyLimit: readTier(
      state.whatsapp_business_manager_messaging_limit ?? state.messaging_limit_tier ?? '',
    ),
  };
}

const qualities: Readonly<Record<string, SenderState['quality']>> = {
  GREEN: 'green',
  YELLOW: 'yellow',
  RED: 'red',
};

/** `TIER_250` as 250, `TIER_10K` as 10,000. */
function readTier(tier: string): number | null {
  const [, count, thousand] = /^TIER_(\d+)(K?)$/.exec(tier) ?? [];
  return count === undefined ? null : Number(count) * (thousand === 'K' ? 1000 : 1);
}

async function ask(graph: Graph, method: 'GET' | 'POST', path: string, body?: unknown) {
  const answer = await exchange(graph, method, path, body);
  if (answer.status < 400) return answer;
  throw toError(answer);
}

function exchange(graph: Graph, method: 'GET' | 'POST', path: string, body?: unknown) {
  return askProvider(graph.exchanger, 'meta', {
    method,
    url: new URL(`/${graph.version}/${path}`, graph.baseUrl),
    headers: { Authorization: `Bearer ${graph.token}`, 'Content-Type': 'application/json' },
    timeoutMs: graph.requestTimeoutMs,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

function toError(answer: Answer): SendError {
  const code = fault.safeParse(asJson(answer.body)).data?.error.code.toString();
  return answerError('meta', answer, { code, class: classifyAnswer(answer.status, code) });
}

/** An answer that cannot be read is ambiguous like no answer at all. */
function read<Shape extends z.ZodType>(shape: Shape, { body }: Answer): z.output<Shape> {
  try {
    return shape.parse(JSON.parse(body));
  } catch (cause) {
    throw new SendError('[meta] unreadable answer', {
      code: 'unreadable',
      class: 'ambiguous',
      cause,
    });
  }
}

/** The code decides where it is listed: Meta answers most faults by 400 or 500, whatever they speak of. */
function classifyAnswer(status: number, code: string | undefined): ErrorClass {
  const byCode = code === undefined ? 'unlisted' : classifyMetaCode(code);
  return byCode === 'unlisted' || status === 429 ? classifyHttpStatus(status) : byCode;
}
