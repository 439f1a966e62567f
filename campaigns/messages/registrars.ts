import { findVariables } from './template.ts';
import { untagged } from './variable-tags.ts';

/** Differences between the DLT portals in the variables of a text. */
interface Registrar {
  name: string;
  /** Whether the tags are in the text, or in their own field while the text keeps `{#var#}`. */
  tags: 'in-text' | 'beside';
  /** Longest values by tag, where they are not the usual ones. */
  longest: Readonly<Record<string, number>>;
  source: string;
}

const tagging =
  'MSG91, Variable tagging on DLT SMS templates (msg91.com/help/dlt-registration-in-india), read 29.11.2026';

/** By the name that a campaign's `registrar` has. */
export const registrars = {
  airtel: { name: 'Airtel', tags: 'in-text', longest: {}, source: tagging },
  jio: { name: 'Jio', tags: 'in-text', longest: {}, source: tagging },
  vi: { name: 'Vi', tags: 'in-text', longest: {}, source: tagging },
  bsnl: { name: 'BSNL', tags: 'in-text', longest: {}, source: tagging },
  smartping: {
    name: 'SmartPing / Tata',
    tags: 'beside',
    longest: { alphanumeric: 40 },
    source: tagging,
  },
} as const satisfies Record<string, Registrar>;
export type RegistrarName = keyof typeof registrars;
export const registrarNames = Object.keys(registrars) as [RegistrarName, ...RegistrarName[]];

/**
 * Longest value of a variable where a registrar says no other one (localmail.io, DLT India, frequently asked questions,
 * read 29.11.2026; startmessaging.com of 05.05.2026 has the same for letters and digits).
 */
const usualLongest = 30;

/** @param registrar null until it is known: the strictest */
export function longestValue(kind: string, registrar: RegistrarName | null = null): number {
  const own: Readonly<Record<string, number>> =
    registrar === null ? {} : registrars[registrar].longest;
  return own[kind] ?? usualLongest;
}

/** A text as the portal takes it: with its tags, or with `{#var#}` and the tags in their order. */
export function writeForRegistrar(
  text: string,
  registrar: RegistrarName | null,
): { text: string; tags: string[] } {
  if (registrar === null || registrars[registrar].tags === 'in-text') return { text, tags: [] };
  const variables = findVariables(text);
  return {
    text: variables.reduce((rest, { mark }) => rest.replace(mark, `{#${untagged}#}`), text),
    tags: variables.map(({ kind }) => `#${kind}#`),
  };
}
