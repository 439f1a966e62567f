import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isStopWord } from '../../../../messaging/phone/callbacks/stop-word.ts';

/** Replies of `stop-phrases.tsv`, each written and classed by a person, and whether they are understood. */
export function judgeReplies() {
  const [, ...lines] = readFileSync(join(import.meta.dirname, 'stop-phrases.tsv'), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [split = '', language = '', means = '', text = ''] = line.split('\t');
    return { split, language, means, text, isRight: isStopWord(text) === (means === 'stop') };
  });
}
