import type { PdfDocument } from './document.ts';
import { type Dictionary, isDictionary, isStream, type Value } from './value.ts';

/** Every dictionary of the file, those inside others and those of streams included, and the trailer's. */
export function* allDictionaries(document: PdfDocument): Generator<Dictionary> {
  yield* within(document.trailer);
  for (const number of document.numbers) {
    yield* within(document.resolve({ kind: 'reference', number }));
  }
}

function* within(value: Value): Generator<Dictionary> {
  if (Array.isArray(value)) for (const each of value as readonly Value[]) yield* within(each);
  if (isStream(value)) yield* within(value.dictionary);
  if (!isDictionary(value)) return;
  yield value;
  for (const each of value.entries.values()) yield* within(each);
}
