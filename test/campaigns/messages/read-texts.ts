import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import known from '../../../campaigns/messages/known-texts.json' with { type: 'json' };
import { isClean, lintTemplate } from '../../../campaigns/messages/lint.ts';
import { categories } from './judged-texts.ts';

/**
 * The rules are written by `tune` and by `second`, of which each part was measured before a rule was written by it; the
 * likeness is learned from both, and from `fresh`. What `held-out`, `third` and `fourth` say of them is only measured. The
 * authors of `fresh` and `fourth` had seen neither a rule nor a text.
 */
export const splits = ['tune', 'second', 'fresh', 'held-out', 'third', 'fourth'] as const;
export const heldOut: readonly string[] = ['held-out', 'third', 'fourth'];

/** Rules of which one has to refuse a wrong text; fine ones have none. */
const wrongBy = {
  'police-warning': [],
  'bank-warning': [],
  service: [],
  party: ['party-appeal'],
  'hidden-link': ['link-hidden', 'link-host', 'link-form', 'link-shortener', 'link-whitelist'],
  placeholder: ['placeholder', 'variable-form', 'variable-tag'],
  prize: ['promotional-wording'],
  'wrong-language': ['language'],
  'short-link': ['link-shortener', 'link-whitelist'],
  promotion: ['promotional-wording'],
  'unlisted-contact': ['link-host', 'link-form', 'link-whitelist', 'number-whitelist'],
} as const satisfies Record<string, readonly string[]>;
type TextClass = keyof typeof wrongBy;
export const textClasses = Object.keys(wrongBy) as TextClass[];

/** Registered beside the texts. */
export const registration = {
  principalEntityId: null,
  whitelistedLinks: ['uppolice.gov.in/q/', 'https://cybercrime.gov.in'],
  whitelistedNumbers: ['112', '1090', '1930'],
};

/**
 * Texts that the linter knows, and those of `texts.tsv`, which it does not: each written and classed by a person before the
 * rules were, and what the linter says of it.
 */
export function judgeTexts() {
  const [, ...lines] = readFileSync(join(import.meta.dirname, 'texts.tsv'), 'utf8')
    .trimEnd()
    .split('\n');
  const judged = known.filter(([split]) => split !== 'house');
  return [...judged, ...lines.map((line) => line.split('\t'))].map((row) => {
    const [split, group, language, category, text] = row as [
      (typeof splits)[number],
      TextClass,
      'hi' | 'en',
      keyof typeof categories,
      string,
    ];
    const template = {
      id: 'text',
      templateId: null,
      header: 'UPPOLC',
      purpose: { hi: '', en: '' },
    };
    const findings = lintTemplate(
      { ...template, category: categories[category], language, text, approvedOn: null },
      registration,
    );
    const errors = findings.filter(({ severity }) => severity === 'error');
    const rules: readonly string[] = wrongBy[group];
    const isRight =
      rules.length === 0 ? isClean(findings) : errors.some(({ rule }) => rules.includes(rule));
    const isAsked = findings.some(({ rule }) => rule === 'unplaced');
    return { split, group, language, category, text, errors, isRight, isAsked };
  });
}
