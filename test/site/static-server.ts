import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.csv': 'text/csv',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
};
const compressed = new Set([
  '.html',
  '.css',
  '.js',
  '.json',
  '.csv',
  '.txt',
  '.xml',
  '.svg',
  '.webmanifest',
]);

export interface StaticServer {
  url: string;
  close: () => Promise<void>;
}

/**
 * A plain web server for a folder, as a CDN would be: index files, gzip, a 404 page, and nothing else.
 * @param answers bodies by path, for what only the service answers
 */
export async function serveFolder(
  folder: string,
  answers: Readonly<Record<string, string>> = {},
): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    void answer(folder, decodeURIComponent(pathname), answers, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

async function answer(
  folder: string,
  path: string,
  answers: Readonly<Record<string, string>>,
  response: ServerResponse,
): Promise<void> {
  const canned = answers[path];
  if (canned !== undefined) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(canned);
    return;
  }
  const name = path.endsWith('/') ? `${path}index.html` : path;
  try {
    send(response, 200, extname(name), await readFile(join(folder, name)));
  } catch {
    send(response, 404, '.html', await readFile(join(folder, '404.html')));
  }
}

function send(response: ServerResponse, status: number, extension: string, body: Buffer): void {
  const headers = { 'content-type': types[extension] ?? 'application/octet-stream' };
  if (compressed.has(extension)) {
    response.writeHead(status, { ...headers, 'content-encoding': 'gzip' }).end(gzipSync(body));
  } else {
    response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
  }
}
