import { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

export const noFile = {
  error: 'no-file',
  hi: 'कोई फाइल नहीं मिली',
  en: 'Expected a file, got none',
};

/** The one file of a multipart request as a stream; undefined without one. Larger ones end with status 413. */
export async function openUpload(
  request: FastifyRequest,
  mostBytes: number,
): Promise<MultipartFile | undefined> {
  return request.isMultipart() ? request.file({ limits: { fileSize: mostBytes } }) : undefined;
}

/** The one file of a multipart request in memory. */
export async function readUpload(
  request: FastifyRequest,
  mostBytes: number,
): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const file = await openUpload(request, mostBytes);
  return file && { name: file.filename, bytes: await file.toBuffer() };
}

/** The bytes of a file, with an error at the end of one that was cut at the limit. */
export function wholeFile({ file }: Pick<MultipartFile, 'file'>): Readable {
  return Readable.from(
    (async function* () {
      yield* file;
      if (file.truncated) {
        throw Object.assign(new Error('Expected a smaller file, got one above the limit'), {
          statusCode: 413,
        });
      }
    })(),
  );
}
