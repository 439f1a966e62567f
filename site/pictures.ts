/** Kinds of pages that have their own picture for link previews. */
export const pictureKinds = ['citizen', 'print', 'progress', 'campaign', 'site'] as const;
export type PictureKind = (typeof pictureKinds)[number];
