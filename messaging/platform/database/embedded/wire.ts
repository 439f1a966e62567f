// The few parts of PostgreSQL's frontend/backend protocol 3.0 that the embedded database's socket speaks itself.

const sslRequest = 80_877_103;
const gssRequest = 80_877_104;
const cancelRequest = 80_877_102;
const lengthBytes = 4;

/** A client's message before its session: it asks for encryption, cancels, or starts. */
export interface Opening {
  kind: 'encryption' | 'cancel' | 'startup';
  bytes: number;
}

/** Reads the message without a type that opens a connection; undefined until it is whole. */
export function readOpening(buffer: Buffer): Opening | undefined {
  if (buffer.length < 2 * lengthBytes) return undefined;
  const bytes = buffer.readInt32BE(0);
  if (buffer.length < bytes) return undefined;
  const code = buffer.readInt32BE(lengthBytes);
  if (code === sslRequest || code === gssRequest) return { kind: 'encryption', bytes };
  return { kind: code === cancelRequest ? 'cancel' : 'startup', bytes };
}

/** One whole message of a session, its type and length included. */
export interface WireMessage {
  type: string;
  bytes: Buffer;
}

/** The whole messages at the buffer's start, in order. */
export function readMessages(buffer: Buffer): WireMessage[] {
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
export function startsCopyIn({ type, bytes }: WireMessage): boolean {
  return (
    type === 'Q' && /^\s*copy\b[^;]*\bfrom\s+stdin\b/i.test(bytes.toString('utf8', 1 + lengthBytes))
  );
}

/** Tells the client to send the rows, as text. */
export function copyInResponse(): Buffer {
  return message('G', Buffer.from([0, 0, 0]));
}

/** An answer without the CopyInResponse at its start. */
export function withoutCopyInResponse(answer: Buffer): Buffer {
  if (answer[0] !== 'G'.charCodeAt(0)) return answer;
  return answer.subarray(1 + answer.readInt32BE(1));
}

/** ReadyForQuery is Z, length 5, one status byte, and always ends what the server says. */
export const readyBytes = 6;

/** Transaction status of the last ReadyForQuery in an answer: idle, in a transaction, failed; undefined without one. */
export function readyStatus(answer: Uint8Array): 'I' | 'T' | 'E' | undefined {
  const start = answer.length - readyBytes;
  if (start < 0 || answer[start] !== 'Z'.charCodeAt(0)) return undefined;
  return String.fromCharCode(answer[answer.length - 1] ?? 0) as 'I' | 'T' | 'E';
}

/** Answer to a startup: accepted without a password (the socket's folder is private), ready. */
export function welcome(): Buffer {
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
export function fatal(sqlState: string, text: string): Buffer {
  return message('E', Buffer.from(`SFATAL\0VFATAL\0C${sqlState}\0M${text}\0\0`));
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(1 + lengthBytes);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + lengthBytes, 1);
  return Buffer.concat([head, body]);
}
