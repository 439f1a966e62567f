import { edits } from './edit-distance.ts';
import { searchWords, wordKeys } from './search-words.ts';

/** Something that may have been meant: its id, and its names where it has any. */
export interface Candidate {
  id: string;
  nameHi?: string;
  nameEn?: string;
}

const mostSuggestions = 3;

/**
 * Ids that were probably meant by an id or name that is unknown, nearest first, at most three; empty when
 * nothing is near enough to be worth saying.
 */
export function suggest(idOrName: string, candidates: readonly Candidate[]): string[] {
  const typed = toSound(idOrName);
  if (typed === '') return [];
  const most = typed.length < 4 ? 1 : Math.min(3, Math.ceil(typed.length / 3));
  return candidates
    .map(({ id, nameHi, nameEn }) => {
      const names = [id, nameHi, nameEn].filter((name) => name !== undefined);
      return {
        id,
        distance: Math.min(...names.map((name) => distance(typed, toSound(name), most))),
      };
    })
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, mostSuggestions)
    .map(({ id }) => id);
}

/** Edits between two sounds; the beginning of a longer name is nearer than any wrong letter but one. */
function distance(typed: string, sound: string, most: number): number {
  const { whole, start } = edits(typed, sound, most);
  return typed.length >= 3 && start === 0 ? Math.min(whole, 0.5) : whole;
}

function toSound(text: string): string {
  return searchWords(text.replaceAll('-', ' '))
    .map((word) => wordKeys(word)[0] ?? '')
    .join('');
}
