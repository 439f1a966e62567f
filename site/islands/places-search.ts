import { createSearch, type Search } from '../../campaigns/directory/search.ts';
import { unpackSearch } from '../../campaigns/directory/search-index.ts';
import { parseCode, serialSymbols } from '../../campaigns/links/short-code.ts';
import type { PlaceOfCode, PlacesOfCodes } from '../places.ts';

/** The search over stations and districts, by the index of the site. */
export async function loadSearch(): Promise<Search> {
  const response = await fetch('/search-index.txt');
  return createSearch(unpackSearch(await response.text()));
}

/** The place that a typed code, or a whole printed address, belongs to. */
export async function placeOfCode(query: string): Promise<PlaceOfCode | null> {
  const parsed = parseCode(query);
  // Serials are given from 0 upward: what has no digit is a name.
  if (parsed.kind !== 'valid' || !/[\d०-९]/.test(query)) return null;
  const symbols = serialSymbols(parsed.serial);
  const response = await fetch(`/codes/${symbols.slice(0, 2)}.json`).catch(() => null);
  const places: PlacesOfCodes = response?.ok ? await response.json() : {};
  return places[symbols] ?? null;
}
