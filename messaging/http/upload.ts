import { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { ApiError } from './api-error.ts';
import { isWellFormed } from './well-formed.ts';

/**
 * The one file of a multipart request as a stream. Larger ones end with status 413 while they are read.
 * @throws ApiError `no-file` without one, `wrong-input` for a form that is broken
 */
export async function openUpload(
  request: FastifyRequest,
  mostBytes: number,
): Promise<MultipartFile> {
  if (!request.isMultipart()) throw new ApiError('no-file');
  const file = await request.file({ limits: { fileSize: mostBytes } }).catch((error: unknown) => {
    throw brokenForm(error);
  });
  if (file === undefined) throw new ApiError('no-file');
  if (!isWellFormed(file.filename)) {
    file.file.resume();
    throw new ApiError('ill-formed-text', { more: { place: 'filename' } });
  }
  return file;
}

/** The one file of a multipart request in memory. */
export async function readUpload(
  request: FastifyRequest,
  mostBytes: number,
): Promise<{ name: string; bytes: Uint8Array }> {
  const upload = await openUpload(request, mostBytes);
  const bytes = await upload.toBuffer().catch((error: unknown) => {
    throw brokenForm(error);
  });
  return { name: upload.filename, bytes };
}

/** The bytes of a file, with an error at the end of one that was cut at the limit or broke off. */
export function wholeFile({ file }: Pick<MultipartFile, 'file'>): Readable {
  return Readable.from(
    (async function* () {
      try {
        yield* file;
      } catch (error) {
        throw brokenForm(error);
      }
      if (file.truncated) {
        throw Object.assign(new Error('Expected a smaller file, got one above the limit'), {
          statusCode: 413,
        });
      }
    })(),
  );
}

/** A form that cannot be read is the sender's fault; what says its own status keeps it. */
function brokenForm(error: unknown): unknown {
  if (
    error instanceof ApiError ||
    typeof (error as { statusCode?: unknown }).statusCode === 'number'
  )
    return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new ApiError('wrong-input', { more: { detail }, cause: error });
}
