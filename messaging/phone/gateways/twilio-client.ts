import twilio from 'twilio';
import { z } from 'zod';
import { answerError, asJson, askProvider, type Exchanger } from './http-exchange.ts';
import { classifyHttpStatus, type ErrorClass, SendError } from './send-error.ts';
import { classifyTwilioCode } from './twilio-codes.ts';

const fault = z.object({ code: z.number() });

type Options = Parameters<InstanceType<typeof twilio.RequestClient>['request']>[0];

/**
 * Twilio's SDK with our own transport: as many sockets as we want, any base URL, one time limit, and an error
 * that keeps Retry-After and says whether the request was processed (the SDK's own loses both).
 */
export class TwilioClient extends twilio.RequestClient {
  readonly #exchanger: Exchanger;
  readonly #timeoutMs: number;
  readonly #origin: URL | undefined;

  constructor(exchanger: Exchanger, options: { timeoutMs: number; baseUrl: string | undefined }) {
    super({ timeout: options.timeoutMs });
    this.#exchanger = exchanger;
    this.#timeoutMs = options.timeoutMs;
    this.#origin = options.baseUrl === undefined ? undefined : new URL(options.baseUrl);
  }

  // The SDK's own type of an answer has `any` for its body.
  override async request<Data>(options: Options) {
    const url = this.#url(options);
    const method = options.method.toUpperCase();
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (options.username !== undefined && options.password !== undefined) {
      const pair = Buffer.from(`${options.username}:${options.password}`).toString('base64');
      headers.Authorization = `Basic ${pair}`;
    }
    let body: string | undefined;
    if (options.data !== undefined) {
      headers['Content-Type'] = 'application/x-www-form-urlencoded';
      body = form(options.data as object).toString();
    }
    const request = { method, url, headers, timeoutMs: this.#timeoutMs, body };
    const answer = await askProvider(this.#exchanger, 'twilio', request);
    if (answer.status >= 400) {
      const { code } = fault.safeParse(asJson(answer.body)).data ?? {};
      const meaning = classifyAnswer(answer.status, code);
      throw answerError('twilio', answer, { code: code?.toString(), class: meaning });
    }
    return {
      statusCode: answer.status,
      body: parse(answer.body) as Data,
      headers: answer.headers,
    };
  }

  #url(options: Options): URL {
    const url = new URL(options.uri);
    if (this.#origin !== undefined) {
      url.protocol = this.#origin.protocol;
      url.host = this.#origin.host;
    }
    if (options.params !== undefined) {
      for (const [name, value] of form(options.params)) url.searchParams.append(name, value);
    }
    return url;
  }
}

function form(data: object): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(data)) {
    for (const entry of Array.isArray(value) ? value : [value]) {
      if (entry !== undefined && entry !== null) fields.append(name, String(entry));
    }
  }
  return fields;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new SendError('[twilio] Expected JSON in the answer', {
      code: 'no-json',
      class: 'ambiguous',
      cause,
    });
  }
}

/** The status decides where there is no code, and where the code is not listed: 401 and 403 speak of our account. */
function classifyAnswer(status: number, code: number | undefined): ErrorClass {
  const byStatus = classifyHttpStatus(status);
  if (code === undefined || status === 429 || (status >= 500 && code !== 20503)) return byStatus;
  const byCode = classifyTwilioCode(code);
  return byCode === 'unlisted' ? byStatus : byCode;
}
