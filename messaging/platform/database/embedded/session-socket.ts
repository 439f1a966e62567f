// Our own in place of `@electric-sql/pglite-socket` (0.2.17 tried): there a COPY FROM STDIN ends its connection
// ("protocol synchronization was lost"), and after it the server answers nobody any more.
import type { Socket } from 'node:net';
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

/**
 * Lends the backend to one connection at a time: from its first message until the backend is ready
 * and in no transaction. So transactions exclude each other, and one that waits for another
 * connection of the same process would wait for ever: it is turned away after `limitMs`.
 */
export function createTurns(limitMs: number): { take(): Promise<() => void> } {
  const waiting: { resolve: (release: () => void) => void; timer: NodeJS.Timeout }[] = [];
  let taken = false;
  function release(): void {
    const next = waiting.shift();
    if (next === undefined) taken = false;
    else {
      clearTimeout(next.timer);
      next.resolve(release);
    }
  }
  return {
    take() {
      if (!taken) {
        taken = true;
        return Promise.resolve(release);
      }
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(entry), 1);
          reject(
            new Error(
              `The embedded database was held by one transaction for ${limitMs} ms: inside a transaction use its own handle only`,
            ),
          );
        }, limitMs);
        const entry = { resolve, timer };
        waiting.push(entry);
      });
    },
  };
}

/** Serves one client until it leaves. */
export function serveSession(
  socket: Socket,
  backend: Backend,
  turns: ReturnType<typeof createTurns>,
): void {
  let pending: Buffer = Buffer.alloc(0);
  let started = false;
  let ended = false;
  let release: (() => void) | undefined;
  let copying: Buffer[] | undefined;
  let chain = Promise.resolve();

  async function advance(): Promise<void> {
    if (!started && !open()) return;
    const messages = readMessages(pending);
    pending = pending.subarray(messages.reduce((sum, { bytes }) => sum + bytes.length, 0));
    let batch: Buffer[] = [];
    for (const message of messages) {
      if (message.type === 'X') {
        socket.end();
        break;
      }
      if (copying !== undefined) {
        await takeCopyRows(copying, message);
      } else if (startsCopyIn(message)) {
        await exchange(batch);
        batch = [];
        copying = [message.bytes];
        socket.write(copyInResponse());
      } else batch.push(message.bytes);
    }
    await exchange(batch);
  }

  async function exchange(batch: Buffer[]): Promise<void> {
    if (batch.length === 0) return;
    release ??= await turns.take();
    let end: Buffer = Buffer.alloc(0);
    socket.cork();
    try {
      await backend.exchange(Buffer.concat(batch), (part) => {
        const said = end.length === 0 ? withoutCopyInResponse(part) : part;
        end = Buffer.concat([end, said]).subarray(-readyBytes);
        if (!ended) socket.write(said);
      });
    } finally {
      socket.uncork();
    }
    if (readyStatus(end) === 'I') letGo();
  }

  /** The backend wants a COPY's rows together with its statement, so they are gathered here. */
  async function takeCopyRows(gathered: Buffer[], { type, bytes }: WireMessage): Promise<void> {
    if (type === 'd' || type === 'c' || type === 'f') gathered.push(bytes);
    if (type !== 'c' && type !== 'f') return;
    copying = undefined;
    await exchange(gathered);
  }

  /** True once the session is open and messages may follow. */
  function open(): boolean {
    for (let opening = readOpening(pending); opening; opening = readOpening(pending)) {
      pending = pending.subarray(opening.bytes);
      if (opening.kind === 'encryption') {
        socket.write('N');
        continue;
      }
      if (opening.kind === 'cancel') socket.destroy();
      else socket.write(welcome());
      started = opening.kind === 'startup';
      return started;
    }
    return false;
  }

  function letGo(): void {
    release?.();
    release = undefined;
  }

  function turnAway(error: Error): void {
    if (!ended) socket.end(fatal('55P03', error.message));
  }

  socket.on('data', (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    chain = chain.then(advance).catch(turnAway);
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    ended = true;
    chain = chain.then(async () => {
      if (release === undefined) return;
      await backend.rollback();
      letGo();
    });
  });
}
