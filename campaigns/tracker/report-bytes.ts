import { createHash, type Hash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { peek } from '../files/peek.ts';
import { type Encoding, findEncoding } from '../tables/csv-text.ts';
import { ReportError } from './report-error.ts';

/** A report as it comes in: its file name, which says what it holds, and its bytes. */
export interface ReportFile {
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}

/** A month of any report has far fewer; more is a mistake or an attack. */
export interface ReportLimits {
  bytes: number;
  rows: number;
}
export const defaultLimits: ReportLimits = { bytes: 32 * 1024 ** 2, rows: 250_000 };

export interface ReportText {
  encoding: Encoding;
  chunks: AsyncIterable<string>;
  /** SHA-256 of the unpacked bytes, once all chunks are read: the same content, packed or not, is the same report */
  contentHash: () => string;
}

/** Unpacks and decodes a report as it streams in, holding one chunk at a time. */
export async function openReportText(file: ReportFile, limits: ReportLimits): Promise<ReportText> {
  const hash = createHash('sha256');
  const packed = await peek(file.bytes, 4);
  if (packed.head.length === 0)
    throw new ReportError(
      { file: file.name },
      { hi: 'फ़ाइल खाली है', en: 'Expected a report, got an empty file' },
    );
  const kind = packed.head.toString('latin1');
  if (kind.startsWith('PK')) {
    throw new ReportError(
      { file: file.name },
      {
        hi: 'CSV, TSV या gzip फ़ाइल चाहिए, ZIP या Excel फ़ाइल मिली',
        en: 'Expected CSV, TSV or gzip, got a ZIP archive or workbook',
      },
    );
  }
  const unpacked = kind.startsWith('\x1f\x8b') ? gunzip(packed.all, file.name) : packed.all;
  const plain = await peek(bounded(unpacked, { file: file.name, limits, hash }), 64);
  const encoding = findEncoding(plain.head);
  return { encoding, chunks: decode(plain.all, encoding), contentHash: () => hash.digest('hex') };
}

async function* gunzip(bytes: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  const unpacked = createGunzip();
  // An error reaches the reader through the last stream.
  pipeline(Readable.from(bytes), unpacked, () => {});
  try {
    yield* unpacked;
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (!code.startsWith('Z_')) throw cause;
    const cut = code === 'Z_BUF_ERROR';
    const found = cut ? 'one that ends early' : `a damaged one (${code})`;
    throw new ReportError(
      { file },
      {
        hi: cut ? 'gzip फ़ाइल अधूरी है' : `gzip फ़ाइल खराब है (${code})`,
        en: `Expected a whole gzip file, got ${found}`,
      },
      { cause },
    );
  }
}

interface Bound {
  file: string;
  limits: ReportLimits;
  hash: Hash;
}

async function* bounded(
  bytes: AsyncIterable<Uint8Array>,
  { file, limits, hash }: Bound,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > limits.bytes) {
      const megabytes = Math.floor(limits.bytes / 1024 ** 2);
      throw new ReportError(
        { file },
        {
          hi: `खुलने पर अधिकतम ${megabytes} MB की फ़ाइल ली जाती है; यह उससे बड़ी है`,
          en: `Expected at most ${megabytes} MB unpacked, got more`,
        },
      );
    }
    hash.update(chunk);
    yield chunk;
  }
}

async function* decode(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  // Not fatal: bytes of another encoding become marks that the reader of a row can point to.
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
