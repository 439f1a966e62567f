// Our own in place of `@electric-sql/pglite-socket` (0.2.17 tried): there a COPY FROM STDIN ends its connection
// ("protocol synchronization was lost"), and after it the server answers nobody any more.
import type { Socket } from 'node:net';
import type { Turns } from '../../process/turns.ts';
import {
  copyInResponse,
  fatal,
  readMessages,
  readOpening,
  readyBytes,
  readyStatus,
  startsCopyIn,
  type WireMessage,
  welcome,
  withoutCopyInResponse,
} from './wire.ts';

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
