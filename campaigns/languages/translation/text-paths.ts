/** Words as data: texts, lists and plural forms in branches. */
type Words = unknown;

/** Plural forms of a sentence are rows of their own: `pages.print.stations#one`. */
export const formSign = '#';
const most = 9;

/** All texts of words by their path; a sentence that takes something has {0}, {1} … in its place. */
export function listTexts(words: Words, path = ''): [path: string, text: string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') return listTexts(templates(words as Sentence), path);
  if (typeof words !== 'object' || words === null) return [];
  const isPlural =
    'other' in words && Object.keys(words).every((key) => key === 'other' || key === 'one');
  const sign = isPlural ? formSign : '.';
  return Object.entries(words).flatMap(([key, inner]) =>
    listTexts(inner, path === '' ? key : `${path}${sign}${key}`),
  );
}

type Sentence = (...given: unknown[]) => Words;

/** A sentence as a template, in two forms where one and two differ. */
function templates(sentence: Sentence): Words {
  const fill = (first: unknown) =>
    sentence(first, ...Array.from({ length: most }, (_, at) => `{${at + 1}}`));
  const said = fill('{0}');
  // It takes one thing with fields.
  if (JSON.stringify(said).includes('undefined'))
    return fill(new Proxy({}, { get: (_, field) => `{${String(field)}}` }));
  const [one, other] = ['1', '2'].map((count) => {
    const text = fill(count);
    return typeof text === 'string' ? text.replace(count, '{0}') : text;
  });
  return typeof said === 'string' && one !== other ? { one, other } : said;
}

/** Puts a text into words at its path. Branches and lists are made as they are needed. */
export function putText(words: Record<string, unknown>, path: string, text: string): void {
  const keys = path.split(/[.#]/);
  let branch = words;
  for (const [at, key] of keys.slice(0, -1).entries()) {
    const isList = /^\d+$/.test(keys[at + 1] ?? '');
    if (typeof branch[key] !== 'object' || branch[key] === null) branch[key] = isList ? [] : {};
    branch = branch[key] as Record<string, unknown>;
  }
  branch[keys.at(-1) ?? ''] = text;
}
