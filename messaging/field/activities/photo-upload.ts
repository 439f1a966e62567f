import type { FastifyRequest } from 'fastify';
import type { SavedUpload, UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { PhotoError, type PhotoFault } from './photo-error.ts';

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
