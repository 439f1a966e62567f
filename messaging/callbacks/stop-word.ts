const stopWords: ReadonlySet<string> = new Set([
  'stop',
  'stopall',
  'unsubscribe',
  'cancel',
  'end',
  'quit',
  'बंद',
  'बन्द',
  'बंद करें',
  'बन्द करें',
  'रोकें',
  'रोको',
]);

/** Whether a reply asks for no more messages: the word alone, whatever its case and signs. */
export function isStopWord(body: string): boolean {
  const words = body
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return stopWords.has(words);
}
