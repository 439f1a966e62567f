import type { Bilingual } from '../../campaigns/bilingual.ts';
import { checkEnglishName, checkOwnName } from '../../campaigns/directory/name-check.ts';
import type { OwnLanguage } from '../../campaigns/language.ts';
import type { OwnFieldFault } from '../../campaigns/print/own-fields/own-fields.ts';
import type { ProofFinding, StationDraft } from '../../campaigns/print/proofs/proof.ts';
import { nameFaultWords } from '../../campaigns/words/name-fault-words.ts';
import { ruleTitle } from '../../campaigns/words/preflight-words.ts';
import { LayoutError } from '../layout/layout-error.ts';
import type { NamedDeviation } from '../preflight/check-press.ts';

/** Faults of the names themselves, before anything is laid out. */
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

/** A value that its field does not allow. */
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
  { rule, expected, found, hi, parts, page }: NamedDeviation,
  fields: ReadonlyMap<string, string>,
): ProofFinding {
  const [field] = (parts ?? []).flatMap((part) => fields.get(part) ?? []);
  return {
    severity: 'fault',
    rule,
    title: ruleTitle(rule),
    field: field ?? null,
    page: page ?? null,
    expected: { hi: hi?.expected ?? expected, en: expected },
    found: { hi: hi?.found ?? found, en: found },
  };
}

/** Turns an error of the layout into a finding. */
export function layoutFinding(error: unknown, field: string | null): ProofFinding {
  const { message } = error as Error;
  const { expected, found } =
    error instanceof LayoutError ? error : { expected: inEnglish(message), found: inEnglish('') };
  return {
    severity: 'fault',
    rule: 'layout',
    title: ruleTitle('layout'),
    field,
    page: null,
    expected,
    found,
  };
}

function inEnglish(en: string): Bilingual {
  return { hi: en, en };
}
