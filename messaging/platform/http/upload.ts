import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { isParagraph, toLine } from '../../../campaigns/plain-text.ts';
import { Refusal } from '../process/refusal.ts';
import { isWellFormed } from './well-formed.ts';

/** A form holds one file and a few short fields. */
export const formLimits = {
  files: 1,
  fields: 10,
  parts: 11,
  /** The words of an entry in Hindi, three bytes a letter. */
  fieldSize: 16_000,
  fieldNameSize: 100,
  headerPairs: 20,
};

/**
 * Writes the one file of a multipart request to the disk and reads the form to its end.
 * @returns the sender's name of the file, its size, and the form's other fields
 * @throws a refusal `no-file`, `wrong-form` for one that is broken, `too-large` above the limit
 */
export async function saveUpload(
  request: FastifyRequest,
  path: string,
  mostBytes: number,
): Promise<Saved> {
  if (!request.isMultipart()) throw new Refusal('no-file');
  let saved: Omit<Saved, 'fields'> | undefined;
  const fields: Record<string, string> = {};
  const names = new Set<string | undefined>();
  try {
    for await (const part of request.parts({ limits: { ...formLimits, fileSize: mostBytes } })) {
      const { fieldname } = part;
      if (fieldname === undefined || fieldname === '') throw wrongForm('a part without a name');
      if (names.has(fieldname)) throw wrongForm(`the part ${fieldname.slice(0, 40)} twice`);
      names.add(fieldname);
      if (part.type === 'file') saved = await save(part, path);
      else if (typeof part.value === 'string') fields[fieldname] = readWord(part.value, fieldname);
    }
  } catch (error) {
    throw toRefusal(error, mostBytes);
  }
  if (saved === undefined) throw new Refusal('no-file');
  return { ...saved, fields };
}

/** A file with the other fields of its form. */
interface Saved {
  /** As its sender calls it. */
  name: string;
  bytes: number;
  fields: Readonly<Record<string, string>>;
}

function readWord(value: string, place: string): string {
  if (!isWellFormed(value) || !isParagraph(value)) throw new Refusal('ill-formed-text', { place });
  return value;
}

async function save(part: MultipartFile, path: string): Promise<Omit<Saved, 'fields'>> {
  const { file, filename } = part;
  if (filename !== undefined && !isWellFormed(filename)) {
    throw new Refusal('ill-formed-text', { place: 'filename' });
  }
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  await pipeline(file, target);
  if (file.truncated) throw Object.assign(new Error('cut at the limit'), { statusCode: 413 });
  return { name: toLine(filename ?? ''), bytes: target.bytesWritten };
}

function wrongForm(detail: string, cause?: unknown): Refusal {
  return new Refusal('wrong-form', { detail }, { cause });
}

const tooManyParts = /^FST_(PARTS|FILES|FIELDS)_LIMIT$/;

/** A form that cannot be read is the sender's fault, a disk that is full is not. */
function toRefusal(error: unknown, mostBytes: number): unknown {
  if (error instanceof Refusal) return error;
  const {
    code = '',
    statusCode,
    message,
  } = error as Error & { code?: string; statusCode?: number };
  if (tooManyParts.test(code)) return new Refusal('too-many-parts', {}, { cause: error });
  if (statusCode === 413) {
    const mostMegabytes = Math.max(1, Math.floor(mostBytes / 1024 ** 2));
    return new Refusal('too-large', { mostMegabytes }, { cause: error });
  }
  if ('syscall' in (error as Error)) return error;
  return wrongForm(message, error);
}
