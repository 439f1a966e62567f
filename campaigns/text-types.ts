import { z } from 'zod';
import { isBlank, isLine, isParagraph } from './plain-text.ts';

/**
 * Kinds of text in a request, so that no text is stored unchecked: a `line` or a `paragraph` is kept as it came, a
 * `reference` names something known or looked up, a `secret` is compared, `content` is a file that its reader parses,
 * and `data` is checked next by its own more specific rules.
 */
export const textKinds = z.registry<{
  kind: 'line' | 'paragraph' | 'reference' | 'secret' | 'content' | 'data';
}>();

/** Message of the issue for a character that nobody sees; answered as `ill-formed-text`. */
export const hiddenCharacter = 'a character that cannot be seen';

interface Length {
  min?: number;
  max: number;
}

/** Words on one line: a name, a title. With `min`, something is to be seen of them. */
export function line({ min = 0, max }: Length) {
  return words({ min, max }).refine(isLine, hiddenCharacter).register(textKinds, { kind: 'line' });
}

/** Words on several lines. */
export function paragraph({ min = 0, max }: Length) {
  return words({ min, max })
    .refine(isParagraph, hiddenCharacter)
    .register(textKinds, { kind: 'paragraph' });
}

function words({ min, max }: Required<Length>) {
  return z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((text) => min === 0 || !isBlank(text), 'Expected words, got nothing to be seen');
}

/** The id of something that is known, or a part of what is looked for. */
export function reference({ min = 0, max }: Length) {
  return z
    .string()
    .min(min)
    .max(max)
    .refine(isLine, hiddenCharacter)
    .register(textKinds, { kind: 'reference' });
}

export function secret({ min = 1, max = 200 }: Partial<Length> = {}) {
  return z.string().min(min).max(max).register(textKinds, { kind: 'secret' });
}

/** A file as text. */
export function content({ min = 0, max }: Length) {
  return z.string().min(min).max(max).register(textKinds, { kind: 'content' });
}

/** A text checked by its own rules: the name of a station, a value of its artwork. */
export function ruledText({ min = 0, max }: Length) {
  return z.string().min(min).max(max).register(textKinds, { kind: 'data' });
}

/** Values that their own schema checks later, without a character that nobody sees in any text. */
export function data() {
  return z.unknown().refine(isPlain, hiddenCharacter).register(textKinds, { kind: 'data' });
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return isParagraph(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, entry]) => isLine(key) && isPlain(entry));
}

/** In hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** YYYY-MM */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
