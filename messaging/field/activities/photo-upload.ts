import type { FastifyRequest } from 'fastify';
import type { photoFaultWords } from '../../../campaigns/words/photo-fault-words.ts';
import type { SavedUpload, UploadRoom } from '../../platform/http/upload-room-fs.ts';

const mostPhotoBytes = 25 * 1024 ** 2;

/** A file that is not a picture that can be taken. */
export interface FaultyPhoto {
  kind: 'faulty';
  code: PhotoFault;
}

/** Lends the picture of a request to the work with it. */
export async function lendPhoto<Result>(
  uploads: UploadRoom,
  request: FastifyRequest,
  work: (upload: SavedUpload) => Promise<Result>,
): Promise<Result | FaultyPhoto> {
  try {
    return await uploads.lend(request, mostPhotoBytes, work);
  } catch (error) {
    if (error instanceof PhotoError) return { kind: 'faulty', code: error.code };
    throw error;
  }
}

/** Name of a kept picture in the room of pictures. */
export function photoPath(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) {
    throw new Error(`Expected a SHA-256 for \`photo\`, got "${sha256}"`);
  }
  return `${sha256.slice(0, 2)}/${sha256}.jpg`;
}

export type PhotoFault = keyof typeof photoFaultWords;

export class PhotoError extends Error {
  readonly code: PhotoFault;

  constructor(code: PhotoFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PhotoError';
    this.code = code;
  }
}
