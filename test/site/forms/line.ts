import type { Browser } from '../../messaging/fixtures/console.ts';

/** A request of the page; of a form with a file the fields and what is in the file. */
export interface Request {
  method: string;
  url: string;
  body?: unknown;
}

/** What an answer of the service is changed to on its way, by the method and path of its request. */
export type Changes = Readonly<Record<string, (answer: Answer, request: Request) => Answer>>;

/** Answers in place of the service's. */
export type Answers = Readonly<Record<string, (request: Request) => Answer>>;

interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: as a test has it
  json: any;
}

/** The line between a page and the service in the same process. */
export interface Line {
  requests: Request[];
  /** Requests without an answer so far. */
  open: number;
  /** No request reaches the service. */
  isDown: boolean;
  fetch: typeof fetch;
  XMLHttpRequest: unknown;
}

interface Sent extends Request {
  headers: Record<string, string>;
  payload: Buffer | undefined;
}

interface LineOptions {
  changes?: Changes | undefined;
  answers?: Answers | undefined;
  userAgent: string;
}

export function openLine(
  browser: Browser,
  { changes = {}, answers = {}, userAgent }: LineOptions,
): Line {
  const ownFetch = globalThis.fetch;
  async function send({ headers, payload, ...request }: Sent): Promise<Response> {
    line.requests.push(request);
    const { method, url } = request;
    if (line.isDown) throw new TypeError('Failed to fetch');
    line.open += 1;
    try {
      const name = `${method} ${url.replace(/\?.*/, '')}`;
      const own = answers[name]?.(request);
      if (own !== undefined) return Response.json(own.json, { status: own.status });
      const answer = await browser.send({
        method,
        url,
        headers: { ...headers, 'user-agent': userAgent },
        payload,
      });
      const change = changes[name];
      if (change !== undefined) {
        const json = JSON.parse(answer.body);
        const changed = change({ status: answer.statusCode, json }, request);
        return Response.json(changed.json, { status: changed.status });
      }
      const noBody = [204, 304].includes(answer.statusCode);
      return new Response(noBody ? null : new Uint8Array(answer.rawPayload), {
        status: answer.statusCode,
        headers: Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
      });
    } finally {
      // After those who wait for the answer.
      setTimeout(() => {
        line.open -= 1;
      });
    }
  }
  const line: Line = {
    requests: [],
    open: 0,
    isDown: false,
    fetch: async (address, { method = 'GET', headers, body } = {}) => {
      // The service itself asks by whole addresses.
      if (typeof address !== 'string' || !address.startsWith('/'))
        return ownFetch(address, { method, ...(headers && { headers }), ...(body && { body }) });
      const text = typeof body === 'string' ? body : undefined;
      return send({
        method,
        url: address,
        ...(text === undefined ? {} : { body: JSON.parse(text) }),
        headers: { ...(headers as Record<string, string>) },
        payload: text === undefined ? undefined : Buffer.from(text),
      });
    },
    XMLHttpRequest: createUploads(send),
  };
  return line;
}

/** As much of the browser's class as the console's uploads use. */
function createUploads(send: (request: Sent) => Promise<Response>) {
  // Both of Node, also while a page is open.
  const { Event, EventTarget } = globalThis;
  return class extends EventTarget {
    readonly upload = new EventTarget();
    status = 0;
    responseText = '';
    timeout = 0;
    private readonly to = { method: '', url: '' };
    private response: Response | undefined;

    open(method: string, url: string) {
      Object.assign(this.to, { method, url });
    }
    setRequestHeader() {}
    getResponseHeader(name: string) {
      return this.response?.headers.get(name) ?? null;
    }
    send(form: FormData) {
      void this.take(form).then(
        () => this.dispatchEvent(new Event('load')),
        () => this.dispatchEvent(new Event('error')),
      );
    }
    private async take(form: FormData) {
      const { body, headers, payload } = await encode(form);
      this.response = await send({ ...this.to, body, headers, payload });
      this.status = this.response.status;
      this.responseText = await this.response.text();
    }
  };
}

/** The document's form as a browser writes it, and its fields for a test to look at. */
async function encode(form: FormData) {
  const boundary = 'form-of-a-test';
  const body: Record<string, string> = {};
  const parts: Buffer[] = [];
  for (const [name, value] of form) {
    const isText = typeof value === 'string';
    const content = isText ? Buffer.from(value) : Buffer.from(await value.arrayBuffer());
    const file = isText ? '' : `; filename="${value.name}"\r\ncontent-type: ${value.type}`;
    parts.push(
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    );
    body[name] = content.toString();
  }
  return {
    body,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}
