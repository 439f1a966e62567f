/** Kinds of pages that have a picture of their own for link previews. */
export const pictureKinds = ['citizen', 'print', 'progress', 'campaign', 'site'] as const;
export type PictureKind = (typeof pictureKinds)[number];
