/** A sentence as data: {0}, {1} … are what it is given, {name} is a field of the first of them. */
type Said = string | { readonly [rule: string]: string } | readonly string[];

/**
 * Words that are data, in the shape of those that are written as code. What the first lacks is taken whole from the second, so
 * that no sentence mixes two languages.
 */
export function fillWords<Model>(
  model: Model,
  { own, other, language }: { own: unknown; other: unknown; language: string },
): Model {
  const said = own ?? other;
  if (typeof model === 'function')
    return ((...given: unknown[]) => say(said as Said, given, language)) as Model;
  if (typeof model !== 'object' || model === null) return said as Model;
  const part = (words: unknown, key: string) =>
    (words as Record<string, unknown> | undefined)?.[key];
  const filled = Object.entries(model).map(([key, inner]) => [
    key,
    fillWords(inner, { own: part(own, key), other: part(other, key), language }),
  ]);
  return (
    Array.isArray(model) ? filled.map(([, inner]) => inner) : Object.fromEntries(filled)
  ) as Model;
}

/** Fills a sentence; of one with a form for each rule of the language's plural (CLDR), that of the first thing given. */
export function say(said: Said, given: readonly unknown[], language: string): string | string[] {
  if (Array.isArray(said)) return said.map((line) => fill(line, given));
  if (typeof said === 'string') return fill(said, given);
  const forms = said as Readonly<Record<string, string>>;
  const rule = new Intl.PluralRules(language).select(Number(String(given[0]).replaceAll(',', '')));
  return fill(forms[rule] ?? forms['other'] ?? '', given);
}

function fill(text: string, given: readonly unknown[]): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(/^\d/.test(name) ? given[Number(name)] : (given[0] as Record<string, unknown>)[name]),
  );
}
