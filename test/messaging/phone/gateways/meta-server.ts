import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { listenLocally } from './local-server.ts';

export const metaAccount = {
  version: 'v24.0',
  phoneNumberId: '106540352242922',
  accountId: '102290129340398',
  token: 'EAAG-token',
  appSecret: 'app-secret',
};

/**
 * How the next requests are answered; a number is a code of Meta's, which answers nearly all of them by 400, or the subcode of
 * a template that it does not take. In an outage
 * what is before Meta's own servers answers everything by 502.
 */
export type MetaMode =
  | 'ok'
  | 'busy'
  | 'broken'
  | 'outage'
  | 'silent'
  | 'drop-after'
  | 'drop-before'
  | 'refuse-login'
  | number;

interface Component {
  parameters: { type: string; image?: { link?: string } }[];
}

interface HandedIn {
  name: string;
  language: string;
  category: string;
  components: { type: string; text?: string; example?: { body_text: string[][] } }[];
}

interface Taken {
  to: string;
  reference: string | null;
  components: unknown;
  text: string | null;
}

/** Meta's Cloud API on this machine: answers, misbehaves and calls back as that does. */
export interface MetaServer {
  url: string;
  mode: MetaMode;
  /** Milliseconds before each answer to a message. */
  latencyMs: number;
  taken: Taken[];
  faults: string[];
  quality: string;
  tier: string;
  templates: {
    name: string;
    language: string;
    status: string;
    category?: string;
    rejected_reason?: string;
    components?: object[];
  }[];
  /** Each template that was handed in, as often as it was. */
  handedIn: HandedIn[];
  /** Posts receipts signed as Meta signs them, each as often and as late as is said. */
  tell(
    webhook: string,
    value: object,
    options?: { copies?: number; secret?: string; lateMs?: number; beside?: readonly unknown[] },
  ): Promise<number[]>;
  close(): Promise<void>;
}

export async function startMetaServer(): Promise<MetaServer> {
  const state: MetaServer = {
    url: '',
    mode: 'ok',
    latencyMs: 0,
    taken: [],
    faults: [],
    quality: 'GREEN',
    tier: 'TIER_10K',
    handedIn: [],
    templates: [{ name: 'services_hi', language: 'hi', status: 'APPROVED' }],
    tell,
    close: async () => {},
  };
  const server = createServer(async (request, response) => {
    const answer = (status: number, value: unknown, head: Record<string, string> = {}) =>
      void response
        .writeHead(status, { 'Content-Type': 'application/json', ...head })
        .end(JSON.stringify(value));
    const refuse = (status: number, code: number, head = {}, more = {}) =>
      answer(
        status,
        { error: { message: `(#${code})`, type: 'OAuthException', code, ...more } },
        head,
      );
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (request.method === 'POST' && state.latencyMs > 0) await wait(state.latencyMs);
    const { mode } = state;
    if (mode === 'outage') return void response.writeHead(502).end('Bad Gateway');
    const login = `Bearer ${metaAccount.token}`;
    if (mode === 'refuse-login' || request.headers.authorization !== login) return refuse(401, 190);
    const url = new URL(request.url ?? '/', 'http://meta');
    if (request.method === 'GET') return answer(200, read(state, url));
    if (mode === 'busy') return refuse(429, 130429, { 'Retry-After': '7' });
    if (mode === 'broken') return void response.writeHead(503).end('Service Unavailable');
    if (url.pathname.endsWith('/message_templates')) {
      const given = JSON.parse(Buffer.concat(parts).toString()) as HandedIn;
      state.handedIn.push(given);
      const subcode = Number(mode) > 2_388_000 ? Number(mode) : takeTemplate(state, given, mode);
      const said = { error_subcode: subcode, error_user_msg: 'Meta says why' };
      if (subcode !== null) return refuse(400, 100, {}, said);
      if (mode === 'silent') return;
      if (mode === 'drop-after' || mode === 'drop-before') return void request.socket.destroy();
      const id = String(10_000 + state.handedIn.length);
      if (typeof mode !== 'number')
        return answer(200, { id, status: 'PENDING', category: given.category });
    }
    if (typeof mode === 'number') return refuse([2, 131000].includes(mode) ? 500 : 400, mode);
    try {
      state.taken.push(readMessage(request, url, Buffer.concat(parts).toString()));
    } catch (error) {
      state.faults.push(String(error));
      return refuse(400, 100);
    }
    if (mode === 'silent') return;
    if (mode === 'drop-after') return void request.socket.destroy();
    const { to } = state.taken.at(-1) as Taken;
    answer(200, {
      messaging_product: 'whatsapp',
      contacts: [{ input: to, wa_id: to.replace('+', '') }],
      messages: [{ id: `wamid.HBgM${state.taken.length}AA==`, message_status: 'accepted' }],
    });
  });
  Object.assign(state, await listenLocally(server));
  return state;
}

/** Keeps a template for its review, as Meta does: the subcode by which it refuses it, else null. */
function takeTemplate({ templates }: MetaServer, given: HandedIn, mode: MetaMode): number | null {
  const { name, language, category, components } = given;
  const { text = '', example } = components.find(({ type }) => type === 'BODY') ?? {};
  if (templates.some((each) => each.name === name && each.language === language)) return 2388024;
  if (/^\{\{|\}\}$/.test(text)) return 2388299;
  const variables = text.match(/\{\{\d+\}\}/g)?.length ?? 0;
  if (variables !== (example?.body_text[0]?.length ?? 0)) return 2388043;
  if (mode !== 'drop-before' && typeof mode !== 'number')
    templates.push({ name, language, status: 'PENDING', category, components });
  return null;
}

function read({ quality, tier, templates }: MetaServer, url: URL): unknown {
  const { version, phoneNumberId, accountId } = metaAccount;
  if (url.pathname === `/${version}/${phoneNumberId}`) {
    return {
      quality_rating: quality,
      whatsapp_business_manager_messaging_limit: tier,
      id: phoneNumberId,
    };
  }
  if (url.pathname !== `/${version}/${accountId}/message_templates`) return {};
  return { data: templates.filter(({ name }) => name === url.searchParams.get('name')) };
}

function readMessage(request: IncomingMessage, url: URL, body: string): Taken {
  const expected = `/${metaAccount.version}/${metaAccount.phoneNumberId}/messages`;
  if (url.pathname !== expected) throw new Error(`Expected ${expected}, got ${url.pathname}`);
  if (request.headers['content-type'] !== 'application/json') throw new Error('Expected JSON');
  const message = JSON.parse(body) as Record<string, unknown>;
  if (message['messaging_product'] !== 'whatsapp') throw new Error('Expected messaging_product');
  if (!/^\+\d{11,15}$/.test(String(message['to']))) throw new Error('Expected E.164 for `to`');
  const template = message['template'] as
    | { name?: string; language?: { code?: string }; components?: unknown }
    | undefined;
  if (message['type'] === 'template' && (!template?.name || !template.language?.code)) {
    throw new Error('Expected name and language of the template');
  }
  for (const { parameters } of (template?.components ?? []) as Component[]) {
    const { link = null } = parameters.find(({ type }) => type === 'image')?.image ?? {};
    // It is fetched from outside: an address of this machine, or one without https, is refused.
    if (link !== null && !/^https:\/\/[^/]+\.[^/]+\/.+\.(?:png|jpe?g)$/.test(link)) {
      throw new Error(`Expected an https address of a picture, got ${link}`);
    }
  }
  const text = message['text'] as { body: string } | undefined;
  return {
    to: String(message['to']),
    reference: (message['biz_opaque_callback_data'] as string | undefined) ?? null,
    components: template?.components ?? null,
    text: text?.body ?? null,
  };
}

async function tell(
  webhook: string,
  value: object,
  {
    copies = 1,
    secret = metaAccount.appSecret,
    lateMs = 0,
    beside = [],
  }: Parameters<MetaServer['tell']>[2] = {},
): Promise<number[]> {
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: metaAccount.accountId,
        changes: [
          ...beside,
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { phone_number_id: metaAccount.phoneNumberId },
              ...value,
            },
          },
        ],
      },
    ],
  });
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  const headers = { 'Content-Type': 'application/json', 'X-Hub-Signature-256': signature };
  await wait(lateMs);
  return Promise.all(
    Array.from(
      { length: copies },
      async () => (await fetch(webhook, { method: 'POST', headers, body })).status,
    ),
  );
}
