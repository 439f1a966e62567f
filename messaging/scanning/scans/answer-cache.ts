/**
 * Remembers a pure function's answers for texts that come again and again, as user agents do. Long texts are not
 * kept, and all are forgotten at the limit, so that a stranger cannot fill the memory.
 */
export function cacheAnswers<T>(answer: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const found = answer(text);
    if (answers.size >= countLimit) answers.clear();
    if (text.length <= lengthLimit) answers.set(text, found);
    return found;
  };
}

const countLimit = 5000;
const lengthLimit = 400;
