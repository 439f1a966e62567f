import { readFileSync } from 'node:fs';
import { isCandidate, isCopy, searchHashes } from '../../../campaigns/activities/fingerprint.ts';
import { PhotoError, type PhotoFault } from './photo-upload.ts';
import {
  copyPaper,
  type PaperCopy,
  type PhotoComparison,
  type ReadPhoto,
  readPhoto,
} from './read-photo.ts';

/** Hashes or thumb of a picture that is kept. */
export interface KnownHashes {
  sha256: string;
  whole: Uint8Array;
  core: Uint8Array;
}
export interface KnownThumb {
  sha256: string;
  thumb: Uint8Array;
}

export type PhotoTask =
  | { kind: 'read'; path: string; compared: PhotoComparison }
  | { kind: 'copy'; path: string }
  | { kind: 'candidates'; thumb: Uint8Array; known: KnownHashes[] }
  | { kind: 'copies'; thumb: Uint8Array; known: KnownThumb[] };

type PhotoAnswer =
  | { kind: 'photo'; photo: ReadPhoto }
  | { kind: 'copy'; copy: PaperCopy }
  | { kind: 'found'; sha256: string[] }
  | { kind: 'refused'; code: PhotoFault; message: string };

export async function decode(task: PhotoTask): Promise<PhotoAnswer> {
  try {
    return await carryOut(task);
  } catch (error) {
    if (!(error instanceof PhotoError)) throw error;
    return { kind: 'refused', code: error.code, message: error.message };
  }
}

async function carryOut(task: PhotoTask): Promise<PhotoAnswer> {
  switch (task.kind) {
    case 'read':
      return { kind: 'photo', photo: await readPhoto(readFileSync(task.path), task.compared) };
    case 'copy':
      return { kind: 'copy', copy: await copyPaper(readFileSync(task.path)) };
    case 'candidates': {
      const search = searchHashes(task.thumb);
      const near = task.known.filter((known) => isCandidate(search, known));
      return { kind: 'found', sha256: near.map(({ sha256 }) => sha256) };
    }
    case 'copies': {
      const copies = task.known.filter(({ thumb }) => isCopy(thumb, task.thumb));
      return { kind: 'found', sha256: copies.map(({ sha256 }) => sha256) };
    }
  }
}
