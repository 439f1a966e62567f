/** Why a file is not taken as a picture; the console says it in the officer's language. */
export const photoFaults = [
  'not-a-photo',
  'damaged',
  'too-many-pixels',
  'too-small',
  // Of papers, which may be PDF.
  'not-a-paper',
  'too-many-pages',
  'too-many-parts',
  'locked',
] as const;
export type PhotoFault = (typeof photoFaults)[number];

export class PhotoError extends Error {
  readonly code: PhotoFault;

  constructor(code: PhotoFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PhotoError';
    this.code = code;
  }
}
