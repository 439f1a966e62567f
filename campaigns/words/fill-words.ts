/** A sentence as data: {0}, {1} … are what it is given, {name} is a field of the first of them. */
type Said = string | { readonly [rule: string]: string } | readonly string[];

/**
 * Words that are data, in the shape of those that stand in for them. What they lack is taken whole from those, so that no
 * sentence mixes two languages.
 */
export function fillWords<Words>(other: Words, own: unknown, language: string): Words {
  if (own === undefined) return other;
  if (typeof other === 'function')
    return ((...given: unknown[]) => say(own as Said, given, language)) as Words;
  if (typeof other !== 'object' || other === null) return own as Words;
  const filled = Object.entries(other).map(([key, inner]) => [
    key,
    fillWords(inner, (own as Record<string, unknown>)[key], language),
  ]);
  return (
    Array.isArray(other) ? filled.map(([, inner]) => inner) : Object.fromEntries(filled)
  ) as Words;
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
