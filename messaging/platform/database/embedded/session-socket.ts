import type { Socket } from 'node:net';
import type { Turns } from '../../process/turns.ts';

// Our own in place of `@electric-sql/pglite-socket` (0.2.17 tried): there a COPY FROM STDIN ends its connection
// ("protocol synchronization was lost"), and after it the server answers nobody any more.

/** The one backend behind all connections. */
export interface Backend {
  /** Hands whole protocol messages on, and what the backend says to `onPart` in parts that are the caller's. */
  exchange(messages: Uint8Array, onPart: (part: Buffer) => void): Promise<void>;
  rollback(): Promise<void>;
}

/** Lends the backend to one connection, from its first message until the backend is ready and in no transaction. */
export type BackendTurns = Turns<object | string>;

interface Session {
  socket: Socket;
  backend: Backend;
  turns: BackendTurns;
  /** Came and was not read yet. */
  pending: Buffer;
  started: boolean;
  ended: boolean;
  /** Gives the backend back, while this session has it. */
  release: (() => void) | undefined;
  /** Statement and rows of a COPY that is coming in. */
  copying: Buffer[] | undefined;
}

/** Serves one client until it leaves. */
export function serveSession(socket: Socket, backend: Backend, turns: BackendTurns): void {
  const session: Session = {
    socket,
    backend,
    turns,
    pending: Buffer.alloc(0),
    started: false,
    ended: false,
    release: undefined,
    copying: undefined,
  };
  let chain = Promise.resolve();
  socket.on('data', (chunk) => {
    const { pending } = session;
    session.pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    chain = chain
      .then(() => advance(session))
      .catch((error: Error) => {
        if (!session.ended) socket.end(fatal('55P03', error.message));
      });
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    session.ended = true;
    chain = chain.then(async () => {
      if (session.release === undefined) return;
      await backend.rollback();
      letGo(session);
    });
  });
}

/** Handles the messages that are whole by now. */
async function advance(session: Session): Promise<void> {
  if (!session.started && !openSession(session)) return;
  const messages = readMessages(session.pending);
  session.pending = session.pending.subarray(
    messages.reduce((sum, { bytes }) => sum + bytes.length, 0),
  );
  let batch: Buffer[] = [];
  for (const message of messages) {
    if (message.type === 'X') {
      session.socket.end();
      break;
    }
    if (session.copying !== undefined) {
      await takeCopyRows(session, session.copying, message);
    } else if (startsCopyIn(message)) {
      await exchange(session, batch);
      batch = [];
      session.copying = [message.bytes];
      session.socket.write(copyInResponse());
    } else batch.push(message.bytes);
  }
  await exchange(session, batch);
}

async function exchange(session: Session, batch: Buffer[]): Promise<void> {
  if (batch.length === 0) return;
  const { socket, backend, turns } = session;
  session.release ??= await turns.take(session);
  let end: Buffer = Buffer.alloc(0);
  socket.cork();
  try {
    await backend.exchange(Buffer.concat(batch), (part) => {
      const reply = end.length === 0 ? withoutCopyInResponse(part) : part;
      end = Buffer.concat([end, reply]).subarray(-readyBytes);
      if (!session.ended) socket.write(reply);
    });
  } finally {
    socket.uncork();
  }
  if (readyStatus(end) === 'I') letGo(session);
}

/** The backend wants a COPY's rows together with its statement, so they are gathered here. */
async function takeCopyRows(
  session: Session,
  gathered: Buffer[],
  { type, bytes }: WireMessage,
): Promise<void> {
  if (type === 'd' || type === 'c' || type === 'f') gathered.push(bytes);
  if (type !== 'c' && type !== 'f') return;
  session.copying = undefined;
  await exchange(session, gathered);
}

/** True once the session is open and messages may follow. */
function openSession(session: Session): boolean {
  const { socket } = session;
  let opening = readOpening(session.pending);
  for (; opening; opening = readOpening(session.pending)) {
    session.pending = session.pending.subarray(opening.bytes);
    if (opening.kind === 'encryption') {
      socket.write('N');
      continue;
    }
    if (opening.kind === 'cancel') socket.destroy();
    else socket.write(welcome());
    session.started = opening.kind === 'startup';
    return session.started;
  }
  return false;
}

function letGo(session: Session): void {
  session.release?.();
  session.release = undefined;
}

// The few parts of PostgreSQL's frontend/backend protocol 3.0 that the embedded database's socket speaks itself.

const sslRequest = 80_877_103;
const gssRequest = 80_877_104;
const cancelRequest = 80_877_102;
const lengthBytes = 4;

/** A client's message before its session: it asks for encryption, cancels, or starts. */
interface Opening {
  kind: 'encryption' | 'cancel' | 'startup';
  bytes: number;
}

/** Reads the message without a type that opens a connection; undefined until it is whole. */
function readOpening(buffer: Buffer): Opening | undefined {
  if (buffer.length < 2 * lengthBytes) return undefined;
  const bytes = buffer.readInt32BE(0);
  if (buffer.length < bytes) return undefined;
  const code = buffer.readInt32BE(lengthBytes);
  if (code === sslRequest || code === gssRequest) return { kind: 'encryption', bytes };
  return { kind: code === cancelRequest ? 'cancel' : 'startup', bytes };
}

/** One whole message of a session, its type and length included. */
interface WireMessage {
  type: string;
  bytes: Buffer;
}

/** The whole messages at the buffer's start, in order. */
function readMessages(buffer: Buffer): WireMessage[] {
  const messages: WireMessage[] = [];
  let start = 0;
  while (buffer.length >= start + 1 + lengthBytes) {
    const end = start + 1 + buffer.readInt32BE(start + 1);
    if (buffer.length < end) break;
    messages.push({
      type: String.fromCharCode(buffer[start] ?? 0),
      bytes: buffer.subarray(start, end),
    });
    start = end;
  }
  return messages;
}

/** True for a simple query that asks the client for the rows of a COPY. */
function startsCopyIn({ type, bytes }: WireMessage): boolean {
  return (
    type === 'Q' && /^\s*copy\b[^;]*\bfrom\s+stdin\b/i.test(bytes.toString('utf8', 1 + lengthBytes))
  );
}

/** Tells the client to send the rows, as text. */
function copyInResponse(): Buffer {
  return message('G', Buffer.from([0, 0, 0]));
}

/** An answer without the CopyInResponse at its start. */
function withoutCopyInResponse(answer: Buffer): Buffer {
  if (answer[0] !== 'G'.charCodeAt(0)) return answer;
  return answer.subarray(1 + answer.readInt32BE(1));
}

/** ReadyForQuery is Z, length 5, one status byte, and always ends what the server says. */
const readyBytes = 6;

/** Transaction status of the last ReadyForQuery in an answer: idle, in a transaction, failed; undefined without one. */
function readyStatus(answer: Uint8Array): 'I' | 'T' | 'E' | undefined {
  const start = answer.length - readyBytes;
  if (start < 0 || answer[start] !== 'Z'.charCodeAt(0)) return undefined;
  return String.fromCharCode(answer[answer.length - 1] ?? 0) as 'I' | 'T' | 'E';
}

/** Answer to a startup: accepted without a password (the socket's folder is private), ready. */
function welcome(): Buffer {
  const parameters = {
    server_version: '17.0',
    server_encoding: 'UTF8',
    client_encoding: 'UTF8',
    DateStyle: 'ISO, MDY',
    TimeZone: 'UTC',
    integer_datetimes: 'on',
    standard_conforming_strings: 'on',
  };
  return Buffer.concat([
    message('R', Buffer.from([0, 0, 0, 0])),
    ...Object.entries(parameters).map(([name, value]) =>
      message('S', Buffer.from(`${name}\0${value}\0`)),
    ),
    message('Z', Buffer.from('I')),
  ]);
}

/** A fatal error for a client that is turned away. */
function fatal(sqlState: string, text: string): Buffer {
  return message('E', Buffer.from(`SFATAL\0VFATAL\0C${sqlState}\0M${text}\0\0`));
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(1 + lengthBytes);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + lengthBytes, 1);
  return Buffer.concat([head, body]);
}
