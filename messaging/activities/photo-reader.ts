import { Worker } from 'node:worker_threads';
import { PhotoError } from './photo-error.ts';
import type { KnownHashes, KnownThumb, PhotoAnswer, PhotoTask } from './photo-worker.ts';
import type { PaperCopy, ReadPhoto } from './read-photo.ts';

/** Reads pictures in a thread of its own, one at a time. */
export interface PhotoReader {
  /** @throws PhotoError when it is no picture that can be taken */
  read(bytes: Uint8Array): Promise<ReadPhoto>;
  /** The kept copy of a certificate or a cutting; @throws PhotoError when it is none that can be taken */
  copy(bytes: Uint8Array): Promise<PaperCopy>;
  /** SHA-256 of kept pictures that the new one may be a copy of. */
  candidates(thumb: Uint8Array, known: KnownHashes[]): Promise<string[]>;
  /** SHA-256 of those that it is a copy of. */
  copies(thumb: Uint8Array, known: KnownThumb[]): Promise<string[]>;
  close(): Promise<void>;
}

const defaultLimitMs = 60_000;

/** @param limitMs after which a picture is given up and its thread ended, whatever it was doing */
export function openPhotoReader(limitMs = defaultLimitMs): PhotoReader {
  let worker: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  function ask(task: PhotoTask): Promise<PhotoAnswer> {
    const answer = queue.then(() => answerTo(task));
    queue = answer.catch(() => {});
    return answer;
  }

  async function answerTo(task: PhotoTask): Promise<PhotoAnswer> {
    worker ??= startWorker();
    const current = worker;
    const { promise, resolve, reject } = Promise.withResolvers<PhotoAnswer>();
    const timer = setTimeout(
      () =>
        reject(
          new PhotoError('took-too-long', `Expected an answer within ${limitMs} ms, got none`),
        ),
      limitMs,
    );
    const stopped = (code: number) =>
      reject(new Error(`The thread for pictures ended with ${code}`));
    current.on('message', resolve).on('error', reject).on('exit', stopped);
    current.postMessage(task);
    try {
      const answer = await promise;
      if (answer.kind === 'refused') throw new PhotoError(answer.code, answer.message);
      if (answer.kind === 'failed') throw new Error(answer.message);
      return answer;
    } catch (error) {
      if (!(error instanceof PhotoError) || error.code === 'took-too-long') {
        worker = undefined;
        await current.terminate();
      }
      throw error;
    } finally {
      clearTimeout(timer);
      current.off('message', resolve).off('error', reject).off('exit', stopped);
    }
  }

  async function find(task: PhotoTask): Promise<string[]> {
    const answer = await ask(task);
    return answer.kind === 'found' ? answer.sha256 : [];
  }

  return {
    async read(bytes) {
      const answer = await ask({ kind: 'read', bytes });
      if (answer.kind !== 'photo') throw new Error(`Expected a photo, got ${answer.kind}`);
      return answer.photo;
    },
    async copy(bytes) {
      const answer = await ask({ kind: 'copy', bytes });
      if (answer.kind !== 'copy') throw new Error(`Expected a copy, got ${answer.kind}`);
      return answer.copy;
    },
    candidates: (thumb, known) => find({ kind: 'candidates', thumb, known }),
    copies: (thumb, known) => find({ kind: 'copies', thumb, known }),
    async close() {
      await worker?.terminate();
      worker = undefined;
    },
  };
}

function startWorker(): Worker {
  const worker = new Worker(new URL('./photo-worker.ts', import.meta.url));
  // It does not keep a process alive that has nothing else to do.
  worker.unref();
  return worker;
}
