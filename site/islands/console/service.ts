import type { Bilingual } from './answers.ts';

/** What the service refused, or that it could not be reached (`offline`). */
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

export type Service = ReturnType<typeof createService>;

/** Asks the service on its own origin; the session's cookie goes along by itself. */
export function createService(onRefused: (code: string) => void) {
  function refuse(error: ServiceError): never {
    onRefused(error.code);
    throw error;
  }

  async function send(method: string, path: string, body?: object): Promise<Response> {
    const response = await fetch(path, {
      method,
      headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    }).catch(() => refuse(new ServiceError({ error: 'offline' })));
    if (response.ok) return response;
    const answer = parse(await response.text());
    return refuse(new ServiceError(answer, response.headers.get('retry-after')));
  }

  async function ask<T>(method: string, path: string, body?: object): Promise<T> {
    return parse(await (await send(method, path, body)).text()) as T;
  }

  return {
    get: <T>(path: string) => ask<T>('GET', path),
    put: <T>(path: string, body: object) => ask<T>('PUT', path, body),
    post: <T>(path: string, body: object = {}) => ask<T>('POST', path, body),
    /** For an answer that is a file. */
    postForFile: async (path: string, body: object = {}) => (await send('POST', path, body)).blob(),
    /** Sends one file; `onShare` hears which part of it is on its way, from 0 to 1. */
    upload<T>(path: string, file: File, onShare: (share: number) => void): Promise<T> {
      const form = new FormData();
      form.append('file', file);
      // fetch tells nothing of what was sent so far.
      const request = new XMLHttpRequest();
      return new Promise<T>((resolve, reject) => {
        request.upload.addEventListener('progress', ({ loaded, total }) => onShare(loaded / total));
        request.addEventListener('load', () => {
          const answer = parse(request.responseText);
          if (request.status < 300) resolve(answer as T);
          else reject(new ServiceError(answer, request.getResponseHeader('retry-after')));
        });
        request.addEventListener('error', () => reject(new ServiceError({ error: 'offline' })));
        request.open('POST', path);
        request.setRequestHeader('accept', 'application/json');
        request.send(form);
      }).catch((error: ServiceError) => refuse(error));
    },
  };
}

/** A proxy in between may answer in HTML. */
function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
