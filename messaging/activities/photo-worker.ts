import { parentPort } from 'node:worker_threads';
import { isCandidate, isCopy, searchHashes } from '../../campaigns/activities/fingerprint.ts';
import { PhotoError, type PhotoFault } from './photo-error.ts';
import { copyPaper, type PaperCopy, type ReadPhoto, readPhoto } from './read-photo.ts';

/** Hashes or thumb of a picture that is kept. */
export type KnownHashes = { sha256: string; whole: Uint8Array; core: Uint8Array };
export type KnownThumb = { sha256: string; thumb: Uint8Array };

export type PhotoTask =
  | { kind: 'read'; bytes: Uint8Array }
  | { kind: 'copy'; bytes: Uint8Array }
  | { kind: 'candidates'; thumb: Uint8Array; known: KnownHashes[] }
  | { kind: 'copies'; thumb: Uint8Array; known: KnownThumb[] };

export type PhotoAnswer =
  | { kind: 'photo'; photo: ReadPhoto }
  | { kind: 'copy'; copy: PaperCopy }
  | { kind: 'found'; sha256: string[] }
  | { kind: 'refused'; code: PhotoFault; message: string }
  | { kind: 'failed'; message: string };

// Decoding and searching take a second of a core: here they hold up nothing that the service answers.
parentPort?.on('message', (task: PhotoTask) => {
  void work(task).then((answer) => parentPort?.postMessage(answer));
});

async function work(task: PhotoTask): Promise<PhotoAnswer> {
  try {
    return await carryOut(task);
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof PhotoError) return { kind: 'refused', code: error.code, message };
    return { kind: 'failed', message };
  }
}

async function carryOut(task: PhotoTask): Promise<PhotoAnswer> {
  switch (task.kind) {
    case 'read':
      return { kind: 'photo', photo: await readPhoto(task.bytes) };
    case 'copy':
      return { kind: 'copy', copy: await copyPaper(task.bytes) };
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
