import { once } from 'node:events';
import { type IncomingHttpHeaders, request as plainRequest } from 'node:http';
import { Agent, request as tlsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { connect, type SecureVersion } from 'node:tls';
import { installCommands, type Machine, project } from './machine.ts';

/** The name that the deployed files have. */
export const host = 'outreach.example.gov.in';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Asking {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Puts the deployed files where their own comment says, with a certificate, and starts nginx as Debian does. */
export async function startNginx(machine: Machine): Promise<void> {
  machine.run(`openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \\
    -subj /CN=${host} -addext subjectAltName=DNS:${host} \\
    -keyout /etc/ssl/private/${host}.key -out /etc/ssl/certs/${host}.pem 2>&1`);
  install(machine, 'nginx-site.conf');
  const nginx = machine.spawn(['nginx', '-g', 'daemon off;'], { stdio: 'inherit' });
  const ended = once(nginx, 'exit');
  while (!machine.run('ss -Hltn sport = :443').includes('443')) {
    if (nginx.exitCode !== null) throw new Error(`nginx ended with ${(await ended)[0]}`);
    await wait(50);
  }
}

/** Runs what a deployed file says of its installation, but for what systemd would do. */
export function install(machine: Machine, file: string): void {
  const commands = installCommands(file).filter(
    (command) => !/^systemctl|^systemd-run/.test(command),
  );
  machine.run([`cd ${project}`, ...commands].join('\n'));
}

/** Asks the machine as a browser does that has looked the host up. */
export function openClient(machine: Machine) {
  const ca = machine.run(`cat /etc/ssl/certs/${host}.pem`);
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  return {
    https: (path: string, asking: Asking = {}) =>
      send(
        tlsRequest,
        { socketPath: machine.socketOf(443), agent, ca, servername: host },
        path,
        asking,
      ),
    http: (path: string, asking: Asking = {}) =>
      send(plainRequest, { socketPath: machine.socketOf(80) }, path, asking),
    /** A process of the service itself. */
    direct: (port: number, path: string, asking: Asking = {}) =>
      send(plainRequest, { socketPath: machine.socketOf(port) }, path, asking),
    /** The version of TLS that is agreed on when no other is offered, or the server's word against it. */
    async handshake(version: SecureVersion): Promise<string> {
      const socket = connect({
        path: machine.socketOf(443),
        ca,
        servername: host,
        minVersion: version,
        maxVersion: version,
        // Else OpenSSL would refuse the older ones before the server does.
        ciphers: 'DEFAULT@SECLEVEL=0',
      });
      try {
        await once(socket, 'secureConnect');
        return socket.getProtocol() ?? '';
      } catch (error) {
        return (error as NodeJS.ErrnoException).code ?? '';
      } finally {
        socket.destroy();
      }
    },
    close: () => agent.destroy(),
  };
}

async function send(
  request: typeof tlsRequest | typeof plainRequest,
  place: object,
  path: string,
  asking: Asking,
): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = asking;
  const asked = request({
    ...place,
    path,
    method,
    headers: {
      host,
      ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
      ...headers,
    },
  });
  asked.end(body);
  const heard = await once(asked, 'response').catch((error: NodeJS.ErrnoException) => {
    // nginx closes a kept connection when it is short of them; a browser that used it just then asks again.
    if (asked.reusedSocket && error.code === 'ECONNRESET') return null;
    throw error;
  });
  if (heard === null) return send(request, place, path, asking);
  const [answer] = heard;
  // Stays open: its head is all there is to hear.
  const isStream = String(answer.headers['content-type']).startsWith('text/event-stream');
  if (isStream) asked.destroy();
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    body: isStream ? '' : await text(answer),
  };
}
