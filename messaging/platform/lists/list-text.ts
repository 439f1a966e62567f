import { pipeline, type Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { peek } from '../../../campaigns/files/peek.ts';
import { TableError } from '../../../campaigns/tables/table-error.ts';
import { gzipTooLarge, listWords } from '../../../campaigns/words/list-words.ts';

/**
 * A list of numbers may be this much larger than its packed form, and as large as this at any rate: real ones are 3 to
 * 12 times.
 */
const mostTimes = 64;
const leastBytes = 64 * 1024 ** 2;
/** Size of a list, packed or not: as many bytes as an upload may have. */
const mostBytes = 8 * 1024 ** 3;
const pieceBytes = 256 * 1024;
/** The encoding of a text shows in these first bytes. */
const shownBytes = 4096;

/**
 * The text of a list as it streams in, unpacked where it is gzip, by its byte order mark or by what its zero bytes
 * show.
 * @param size of the source in bytes
 * @throws TableError when it is no whole gzip file, or one that unpacks to far more than a list does
 */
export async function* listText(source: Readable, size: number): AsyncGenerator<string> {
  const packed = await peek(source, 2);
  const isGzip = packed.head[0] === 0x1f && packed.head[1] === 0x8b;
  const plain = await peek(isGzip ? gunzip(packed.all, size) : packed.all, shownBytes);
  const decode = chooseDecoder(plain.head);
  for await (const chunk of plain.all) yield decode(chunk);
  yield decode(null);
}

async function* gunzip(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  const most = Math.min(mostBytes, Math.max(leastBytes, size * mostTimes));
  const unpacked = createGunzip({ chunkSize: pieceBytes });
  // An error reaches the reader through the last stream.
  pipeline(bytes, unpacked, () => {});
  let length = 0;
  try {
    for await (const chunk of unpacked) {
      length += chunk.length;
      if (length > most) throw new TableError(gzipTooLarge(Math.floor(most / 1024 ** 2)));
      yield chunk;
    }
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (!code.startsWith('Z_')) throw cause;
    const words = code === 'Z_BUF_ERROR' ? listWords.gzipCut : listWords.gzipDamaged;
    throw new TableError(words, { cause });
  } finally {
    unpacked.destroy();
  }
}

type Decode = (chunk: Uint8Array | null) => string;

/** UTF-8, unless a mark or the zero halves of digits and separators show UTF-16. */
function chooseDecoder(head: Uint8Array): Decode {
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // A stray zero is no sign; of UTF-16 each digit, separator and line end has one.
  const least = head.length / 2 / 10;
  const little = (head[0] === 0xff && head[1] === 0xfe) || (odd > least && odd > even * 4);
  const big = (head[0] === 0xfe && head[1] === 0xff) || (even > least && even > odd * 4);
  if (big) {
    const decoder = new TextDecoder('utf-16be');
    return (chunk) => (chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true }));
  }
  const decoder = new StringDecoder(little ? 'utf16le' : 'utf8');
  return (chunk) =>
    chunk === null
      ? decoder.end()
      : decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
}
