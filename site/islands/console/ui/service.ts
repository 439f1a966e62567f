import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import type { Answer, Asked, RouteName } from '../../../../messaging/contract/contract.ts';
import { type Sent, toRequest, type With } from './address.ts';

/** The service refused a request, or could not be reached (`offline`). */
export class ServiceError extends Error {
  readonly code: string;
  /** Words of the service for the officer; none when it was not reached. */
  readonly texts: Bilingual | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds: number | undefined;

  constructor(body: Readonly<Record<string, unknown>>, retryAfter: string | null = null) {
    const code = typeof body['error'] === 'string' ? body['error'] : 'failed';
    super(code);
    this.name = 'ServiceError';
    this.code = code;
    this.body = body;
    const { hi, en } = body;
    this.texts = typeof hi === 'string' && typeof en === 'string' ? { hi, en } : undefined;
    this.retryAfterSeconds = retryAfter === null ? undefined : Number(retryAfter);
  }
}

/** A file to send, with the other fields of its form. */
interface Upload {
  file: Blob;
  fields?: Readonly<Record<string, string>>;
  onShare: (share: number) => void;
}

/** Asks the service by the routes of its contract; the session's cookie goes along by itself. */
export interface Service {
  /** For an answer that is a file. */
  askFile<Name extends RouteName>(name: Name, ...request: With<Name>): Promise<Blob>;
  ask<Name extends RouteName>(name: Name, ...request: With<Name>): Promise<Answer<Name>>;
  /** Sends one file; `onShare` hears which part of it is on its way, from 0 to 1. */
  upload<Name extends RouteName>(
    name: Name,
    request: Asked<Name>,
    file: Upload,
  ): Promise<Answer<Name>>;
}

const longestUploadMs = 180_000;

export function createService(onRefused: (code: string) => void): Service {
  function refuse(error: ServiceError): never {
    onRefused(error.code);
    throw error;
  }

  async function send(name: RouteName, request: Sent = {}): Promise<Response> {
    const { method, address } = toRequest(name, request);
    // A route that takes something gets an object, even an empty one.
    const body = method === 'GET' ? undefined : JSON.stringify(request.body ?? {});
    const response = await fetch(address, {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
    }).catch(() => refuse(new ServiceError({ error: 'offline' })));
    if (response.ok) return response;
    const answer = parse(await response.text());
    return refuse(new ServiceError(answer, response.headers.get('retry-after')));
  }

  return {
    ask: async (name, ...[request]) => parse(await (await send(name, request)).text()),
    askFile: async (name, ...[request]) => (await send(name, request)).blob(),
    upload(name, request, { file, fields = {}, onShare }) {
      const form = new FormData();
      // Before the file, so that the service has them when the file is in.
      for (const [key, value] of Object.entries(fields)) form.append(key, value);
      form.append('file', file);
      const { method, address } = toRequest(name, request);
      // fetch tells nothing of what was sent so far.
      const xhr = new XMLHttpRequest();
      return new Promise<Answer<typeof name>>((resolve, reject) => {
        xhr.upload.addEventListener('progress', ({ loaded, total }) => onShare(loaded / total));
        xhr.addEventListener('load', () => {
          const answer = parse(xhr.responseText);
          if (xhr.status < 300) resolve(answer);
          else reject(new ServiceError(answer, xhr.getResponseHeader('retry-after')));
        });
        xhr.addEventListener('error', () => reject(new ServiceError({ error: 'offline' })));
        // On a line that is dead without saying so.
        xhr.timeout = longestUploadMs;
        xhr.addEventListener('timeout', () => reject(new ServiceError({ error: 'offline' })));
        xhr.open(method, address);
        xhr.setRequestHeader('accept', 'application/json');
        xhr.send(form);
      }).catch((error: ServiceError) => refuse(error));
    },
  };
}

/** The service answers as the contract says; a proxy in between may answer in HTML. */
function parse(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
