import type { DecoderKind } from '../../../campaigns/words/decoder-words.ts';
import type { Decoders } from '../../platform/decoding/decoders.ts';
import type { decode, KnownHashes, KnownThumb, PhotoTask } from './photo-decoder.ts';
import { PhotoError } from './photo-upload.ts';
import type { PaperCopy, PhotoComparison, ReadPhoto } from './read-photo.ts';

const module = new URL('./photo-decoder.ts', import.meta.url);

export type PhotoReader = ReturnType<typeof createPhotoReader>;

/** Reads pictures by turns of the accounts that hand them in. */
export function createPhotoReader(decoders: Decoders) {
  async function ask(kind: DecoderKind, task: PhotoTask, account: string) {
    const answer = await decoders.readWhole<typeof decode>({ kind, module }, task, account);
    if (answer.kind === 'refused') throw new PhotoError(answer.code, answer.message);
    return answer;
  }
  async function find(task: PhotoTask, account: string): Promise<string[]> {
    const answer = await ask('picture', task, account);
    return answer.kind === 'found' ? answer.sha256 : [];
  }

  return {
    /**
     * @param compared with which the board in it is compared
     * @throws PhotoError when it is not a picture that can be taken
     */
    async read(
      path: string,
      account: string,
      compared: PhotoComparison = { artworks: [] },
    ): Promise<ReadPhoto> {
      const answer = await ask('picture', { kind: 'read', path, compared }, account);
      if (answer.kind !== 'photo') throw new Error(`Expected a photo, got ${answer.kind}`);
      return answer.photo;
    },
    /** The kept copy of a certificate or a cutting. @throws PhotoError when it cannot be taken */
    async copy(path: string, account: string): Promise<PaperCopy> {
      const answer = await ask('paper', { kind: 'copy', path }, account);
      if (answer.kind !== 'copy') throw new Error(`Expected a copy, got ${answer.kind}`);
      return answer.copy;
    },
    /** SHA-256 of kept pictures that the new one may be a copy of. */
    candidates: (thumb: Uint8Array, known: KnownHashes[], account: string) =>
      find({ kind: 'candidates', thumb, known }, account),
    /** SHA-256 of those that it is a copy of. */
    copies: (thumb: Uint8Array, known: KnownThumb[], account: string) =>
      find({ kind: 'copies', thumb, known }, account),
  };
}
