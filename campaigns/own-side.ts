import type { OwnLanguage } from './language.ts';

/** Keys and values of a campaign's files that carry its own language, and what code calls them. */
function renames(language: OwnLanguage) {
  const name = `name${language.charAt(0).toUpperCase()}${language.slice(1)}`;
  return { sides: { [language]: 'hi', [name]: 'nameHi' }, language };
}

/**
 * The fields of a campaign's file with its own language on the side that code calls `hi`.
 * @throws where a text has a side in Hindi and the campaign does not speak it
 */
export function fromOwnSide(value: unknown, language: OwnLanguage): unknown {
  return language === 'hi' ? value : rename(value, renames(language).sides, [language, 'hi'], []);
}

/** The other way round, for files that are written. */
export function toOwnSide(value: unknown, language: OwnLanguage): unknown {
  if (language === 'hi') return value;
  const { sides } = renames(language);
  const back = Object.fromEntries(Object.entries(sides).map(([own, code]) => [code, own]));
  return rename(value, back, ['hi', language], []);
}

function rename(
  value: unknown,
  keys: Readonly<Record<string, string>>,
  [from, to]: readonly [string, string],
  path: readonly string[],
): unknown {
  if (Array.isArray(value))
    return value.map((entry, at) => rename(entry, keys, [from, to], [...path, String(at)]));
  if (typeof value !== 'object' || value === null) return value;
  const taken = new Set(Object.values(keys));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (taken.has(key)) {
        const own = Object.keys(keys).find((name) => keys[name] === key);
        throw new Error(
          `Expected \`${own}\` in ${path.join('.') || 'the campaign'}, got \`${key}\``,
        );
      }
      const next = key === 'language' && inner === from ? to : inner;
      return [keys[key] ?? key, rename(next, keys, [from, to], [...path, key])];
    }),
  );
}
