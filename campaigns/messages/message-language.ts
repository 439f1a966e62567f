/** Languages of the texts and calls; apart from the schemas, so that a page loads them without a library. */
export const messageLanguages = ['hi', 'en'] as const;
export type MessageLanguage = (typeof messageLanguages)[number];
