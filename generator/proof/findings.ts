import { checkEnglishName, checkOwnName } from '../../campaigns/directory/name-check.ts';
import type { OwnLanguage } from '../../campaigns/language.ts';
import type { OwnFieldFault } from '../../campaigns/own-fields/own-fields.ts';
import type { ProofFinding, StationDraft } from '../../campaigns/proofs/proof.ts';
import { nameFaultWords } from '../../campaigns/words/name-fault-words.ts';
import { preflightWords, ruleTitle } from '../../campaigns/words/preflight-words.ts';
import type { NamedDeviation } from '../preflight/check-press.ts';

/** What is wrong with the names themselves, before anything is laid out. */
export function nameFindings(
  { nameHi, nameEn }: Pick<StationDraft, 'nameHi' | 'nameEn'>,
  language: OwnLanguage,
): ProofFinding[] {
  const faults = [
    { field: 'nameHi', fault: checkOwnName(nameHi, language) },
    { field: 'nameEn', fault: checkEnglishName(nameEn) },
  ];
  return faults.flatMap(({ field, fault }) => {
    if (fault === null) return [];
    const { code, found } = fault;
    return {
      severity: 'fault' as const,
      rule: 'name',
      title: ruleTitle('name'),
      field,
      page: null,
      expected: nameFaultWords[code],
      found: { hi: `“${found}”`, en: `"${found}"` },
    };
  });
}

/** A value that is none of its field. */
export function ownFieldFinding({ field, expected, found }: OwnFieldFault): ProofFinding {
  return {
    severity: 'fault',
    rule: 'own-field',
    title: ruleTitle('own-field'),
    field,
    page: null,
    expected,
    found: { hi: `“${found}”`, en: `"${found}"` },
  };
}

/** A field that is good and has no room on an artwork: it is printed without. */
export function leftOutFinding(field: string): ProofFinding {
  return {
    severity: 'warning',
    rule: 'own-field',
    title: ruleTitle('own-field'),
    field,
    page: null,
    expected: { hi: 'इस सामग्री पर इसके लिए स्थान', en: 'room for it on this artwork' },
    found: {
      hi: 'नाम और शेष जानकारी के साथ स्थान नहीं बचा; इसके बिना छपेगी',
      en: 'none beside the name and what stands before it; it is printed without',
    },
  };
}

/** A deviation that preflight found. */
export function pressFinding(
  { rule, expected, found, page }: NamedDeviation,
  parts: ReadonlyMap<string, string>,
): ProofFinding {
  return {
    severity: 'fault',
    rule,
    title: ruleTitle(rule),
    field: fieldOf(`${expected}\n${found}`, parts),
    page: page ?? null,
    expected: preflightWords(expected),
    found: preflightWords(found),
  };
}

/** What the layout threw: Expected …, got …. */
export function layoutFinding(error: unknown, field: string | null): ProofFinding {
  const { message } = error as Error;
  const [, expected = message, found = ''] = /^Expected (.*), got (.*)$/s.exec(message) ?? [];
  return {
    severity: 'fault',
    rule: 'layout',
    title: ruleTitle('layout'),
    field,
    page: null,
    expected: preflightWords(expected),
    found: preflightWords(found),
  };
}

/** The field of the form that fills a part which the sentence names: a part stands before its text or its measure. */
function fieldOf(sentence: string, parts: ReadonlyMap<string, string>): string | null {
  for (const [, part = ''] of sentence.matchAll(/(?<![\w-])([a-z][\w-]*)(?= "| at least )/g)) {
    const field = parts.get(part);
    if (field !== undefined) return field;
  }
  return null;
}
