import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** One letter as it arrived. */
export interface Arrived {
  to: string;
  messageId: string;
  raw: string;
  /** Whether it came over TLS, and as whom. */
  secure: boolean;
  user: string | undefined;
}

export interface TestMailServer {
  port: number;
  arrived: Arrived[];
  /** How often each mailbox got a letter. */
  countOf(to: string): number;
  /** Connections that were opened. */
  connections(): number;
  close(): Promise<void>;
}

/**
 * A real SMTP server that misbehaves as the name of the mailbox says: `busy` 450, `gone` 550, `spam` 554 after DATA, `later`
 * 451 after DATA, `drop` takes the letter and goes away without an answer, `cut` goes away before its end, `slow` waits.
 */
export async function openMailServer(
  options: SMTPServerOptions & { greet?: number; slowMs?: number; holdAt?: readonly number[] } = {},
): Promise<TestMailServer> {
  const { greet, slowMs = 30, holdAt = [], ...more } = options;
  const arrived: Arrived[] = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    ...more,
    onConnect(_session, done) {
      connections += 1;
      done(greet === undefined ? null : refusal(greet, 'too busy, come back later'));
    },
    onRcptTo({ address }, _session, done) {
      if (address.startsWith('busy')) return done(refusal(450, `mailbox of ${address} is busy`));
      if (address.startsWith('gone')) return done(refusal(550, `no mailbox ${address} here`));
      return done();
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo[0]?.address ?? '';
      const leave = () => {
        for (const connection of server.connections) {
          const { session: own, _socket: socket } = connection as unknown as {
            session: { id: string };
            _socket: { destroy(): void };
          };
          if (own.id === session.id) socket.destroy();
        }
      };
      if (to.startsWith('cut')) {
        stream.once('data', leave);
        stream.on('error', () => {});
        return;
      }
      const parts: Buffer[] = [];
      stream.on('error', () => {});
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (to.startsWith('spam')) return done(refusal(554, 'looks like spam'));
        if (to.startsWith('later')) return done(refusal(451, 'local trouble'));
        const raw = Buffer.concat(parts).toString();
        const messageId = /^Message-ID: (\S+)/im.exec(raw)?.[1] ?? '';
        arrived.push({
          to,
          messageId,
          raw,
          secure: session.secure,
          user: session.user as unknown as string,
        });
        // Taken, and never answered.
        if (holdAt.includes(arrived.length)) return;
        if (to.startsWith('drop')) return leave();
        if (to.startsWith('slow')) return void setTimeout(() => done(), slowMs);
        return done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    port: (server.server.address() as AddressInfo).port,
    arrived,
    countOf: (to) => arrived.filter((letter) => letter.to === to).length,
    connections: () => connections,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** A letter as its reader sees it. */
export function readBody(raw: string): string {
  return raw
    .split(/\r\n--[^\r\n]+/)
    .map((part) => {
      const [head = '', ...rest] = part.split('\r\n\r\n');
      const body = rest.join('\r\n\r\n');
      if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString();
      if (!/transfer-encoding: quoted-printable/i.test(head)) return body;
      const bytes = body
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_all, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        );
      return Buffer.from(bytes, 'latin1').toString();
    })
    .join('\n');
}
