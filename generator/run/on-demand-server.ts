import { rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type ManifestFile, onDemandSocket, socketPathLimit } from '../../campaigns/manifest.ts';

/** Answers of a run while it is at work. */
export interface RunAtWork {
  progress(): { made: number; total: number };
  /**
   * Makes a station's press files or previews, or a district's press files and ticket, before their turn.
   * @returns what the manifest will say of them; undefined for a place that the run knows nothing of
   */
  make(
    district: string,
    station?: string,
    kind?: 'pdf' | 'preview',
  ): Promise<ManifestFile[] | undefined>;
}

/**
 * Answers on a socket in the output folder: `GET /progress`, and `POST /make/<district>[/<station>/pdf|preview]` for a file that
 * somebody waits for. A place that is asked for twice is made once.
 */
export async function openOnDemandServer(out: string, work: RunAtWork): Promise<{ close(): void }> {
  const path = join(out, onDemandSocket);
  if (Buffer.byteLength(path) > socketPathLimit) return { close: () => undefined };
  const making = new Map<string, ReturnType<RunAtWork['make']>>();
  const make = (place: string) => {
    const [district = '', station, kind] = place.split('/');
    const kept =
      making.get(place) ??
      work
        .make(district, station, kind === 'preview' ? kind : 'pdf')
        .finally(() => making.delete(place));
    making.set(place, kept);
    return kept;
  };
  const server = createServer((request, response) => {
    const { method, url = '' } = request;
    if (method === 'GET' && url === '/progress') return send(response, 200, work.progress());
    const place = /^\/make\/([a-z0-9-]+(?:\/[a-z0-9-]+\/(?:pdf|preview))?)$/.exec(url)?.[1];
    if (method !== 'POST' || place === undefined)
      return send(response, 404, { error: 'not-found' });
    make(place).then(
      (files) =>
        files === undefined
          ? send(response, 404, { error: 'not-in-this-run' })
          : send(response, 200, { files }),
      (error: Error) => send(response, 500, { error: error.message }),
    );
  });
  // Left behind by a run that was killed; the folder's lock says that no other is at work.
  rmSync(path, { force: true });
  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject);
  server.listen(path, listening.resolve);
  await listening.promise;
  return {
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
