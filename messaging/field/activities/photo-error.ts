import type { photoFaultWords } from '../../../campaigns/words/photo-fault-words.ts';

export type PhotoFault = keyof typeof photoFaultWords;

export class PhotoError extends Error {
  readonly code: PhotoFault;

  constructor(code: PhotoFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PhotoError';
    this.code = code;
  }
}
