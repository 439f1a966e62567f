/** A piece of a text, and whether something was found there. */
export interface Span {
  from: number;
  text: string;
  found: boolean;
}

/** A variable, a link, a wrong full stop with what it follows, or one letter with its signs. */
const place =
  /\{[^{}]*\}?|(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}[^\s{]*|\S\p{M}*\s*\||[\s\S]\p{M}*/iuy;
const unseen = /^(?:[\p{C}\p{Zl}\p{Zp}\u00A0\u2000-\u200A\u202F\u205F\u3000]|\u034F|\uFE0F)$/u;

/** Cuts a text at the places of findings; a character that cannot be seen is named. */
export function markSpans(text: string, places: readonly number[]): Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const at of places.toSorted((left, right) => left - right)) {
    const from = findLetterStart(text, at);
    if (from < end || from >= text.length) continue;
    place.lastIndex = from;
    const found = place.exec(text)?.[0] ?? '';
    if (from > end) spans.push({ from: end, text: text.slice(end, from), found: false });
    spans.push({ from, text: unseen.test(found) ? nameCharacter(found) : found, found: true });
    end = from + found.length;
  }
  if (end < text.length) spans.push({ from: end, text: text.slice(end), found: false });
  return spans;
}

/** A place within a written letter is moved to its beginning: half a letter cannot be shown. */
function findLetterStart(text: string, at: number): number {
  let from = at;
  while (from > 0 && /^\p{M}/u.test(text.slice(from))) from -= 1;
  return from;
}

function nameCharacter(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
