export interface CompositionName {
  /** Without spaces and underscores, as the naming convention writes it: `UpCop`. */
  title: string;
  /** Version of the public service announcement. */
  version: number;
  /** Spoken language as a two-letter code, null for a film without words. */
  language: string | null;
  /** Language of captions that are part of the picture, null without; signs in the picture do not count. */
  captions: string | null;
  territory: string;
  /** The certificate's rating, null before there is one: an advertisement may not be shown without (Cinematograph Act, s. 4). */
  rating: string | null;
  /** Two to four letters each. */
  studio: string;
  facility: string;
  /** Day of the issue, `2026-11-25`. */
  issued: string;
}

export const mostTitleCharacters = 15;

/**
 * The composition's name by the Digital Cinema Naming Convention (ISDCF Document 9):
 * `UpCop_PSA-1_F_HI-hi_IN-U_51_2K_UPP_20261125_UPP_SMPTE_OV`. A projectionist reads from it what the file is.
 */
export function compositionName(parts: CompositionName): string {
  const { title, version, language, captions, territory, rating, studio, facility, issued } = parts;
  const needed: [name: string, value: string, pattern: RegExp][] = [
    ['title', title, new RegExp(`^[A-Za-z0-9-]{1,${mostTitleCharacters}}$`)],
    ['version', String(version), /^[1-9][0-9]?$/],
    ['language', language ?? 'XX', /^[A-Za-z]{2,3}$/],
    ['captions', captions ?? 'xx', /^[a-z]{2,3}$/],
    ['territory', territory, /^[A-Z]{2,3}$/],
    ['rating', rating ?? 'U', /^[A-Z0-9]{1,4}$/],
    ['studio', studio, /^[A-Z0-9]{2,4}$/],
    ['facility', facility, /^[A-Z0-9]{2,4}$/],
    ['issued', issued, /^\d{4}-\d{2}-\d{2}$/],
  ];
  for (const [name, value, pattern] of needed) {
    if (!pattern.test(value)) {
      throw new Error(`Expected ${name} of the composition to match ${pattern}, got "${value}"`);
    }
  }
  return [
    title,
    `PSA-${version}`,
    // 1.85:1, "flat".
    'F',
    // In small letters: they are part of the picture, and no server switches them off (Appendix 1).
    `${(language ?? 'xx').toUpperCase()}-${captions ?? 'XX'}`,
    rating === null ? territory : `${territory}-${rating}`,
    '51',
    '2K',
    studio,
    issued.replaceAll('-', ''),
    facility,
    'SMPTE',
    'OV',
  ].join('_');
}
