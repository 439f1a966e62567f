/** Before a page's number, at the foot of a paper. */
export const pageWord = { hi: 'पृष्ठ', en: 'Page' };
