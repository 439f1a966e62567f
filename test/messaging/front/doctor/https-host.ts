import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** An installation behind https as it is seen from outside, with a certificate of its own. */
export interface HttpsHost {
  /** With an address that is not this machine's usual one. */
  url: string;
  port: number;
  certificate: string;
  close(): Promise<void>;
}

export async function openHttpsHost(
  folder: string,
  { days, answers }: { days: number; answers: Readonly<Record<string, [number, string]>> },
): Promise<HttpsHost> {
  const place = join(folder, `host-${days}`);
  const made = ['-keyout', `${place}.key`, '-out', `${place}.crt`, '-days', String(days)];
  const names = ['-subj', '/CN=host', '-addext', 'subjectAltName=IP:127.0.0.2,DNS:localhost'];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  execFileSync('openssl', ['req', ...kind, ...names, ...made], { stdio: 'ignore' });
  const certificate = readFileSync(`${place}.crt`, 'utf8');
  const server = createServer(
    { key: readFileSync(`${place}.key`), cert: certificate },
    ({ url = '' }, reply) => {
      const found = Object.entries(answers).find(([start]) => url.startsWith(start));
      const [status, text] = found?.[1] ?? [404, ''];
      reply.writeHead(status, status === 302 ? { location: text } : {}).end(text);
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.2:${port}`,
    port,
    certificate,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
