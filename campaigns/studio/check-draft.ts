import type { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';
import { type Campaign, campaignSchema } from '../campaign.ts';
import { isPractised, toPractice } from '../practice.ts';
import type { SchemaRule } from '../schema-rule.ts';
import { nameFaultWords } from '../words/name-fault-words.ts';
import { findLabel } from './field-labels.ts';
import { pathOfIssue, valueAt } from './path.ts';

/** A field that does not fit, named for the officer. */
export interface DraftFault {
  path: string[];
  label: Bilingual;
  message: Bilingual;
}

/** The campaign with other top-level fields, or what of them does not fit. */
export function checkDraft(
  campaign: Campaign,
  fields: Readonly<Record<string, unknown>>,
): { campaign: Campaign; faults: [] } | { campaign: null; faults: DraftFault[] } {
  // What is written in practice gets its marks when it is published, as the repository's.
  const practised = isPractised(campaign);
  const whole: Record<string, unknown> = {
    ...campaign,
    ...fields,
    ...(practised && { demonstration: undefined }),
  };
  const parsed = campaignSchema.safeParse(whole);
  if (parsed.success)
    return { campaign: practised ? toPractice(parsed.data) : parsed.data, faults: [] };
  const faults = parsed.error.issues.map((issue) => {
    const path = [...pathOfIssue(whole, issue.path)];
    return {
      path,
      label: findLabel(path, whole),
      message: sayIssue(issue, valueAt(whole, path)),
    };
  });
  return { campaign: null, faults };
}

const kinds: Readonly<Record<string, Bilingual>> = {
  string: { hi: 'शब्द', en: 'words' },
  number: { hi: 'संख्या', en: 'a number' },
  int: { hi: 'पूर्ण संख्या', en: 'a whole number' },
  boolean: { hi: 'हाँ या नहीं', en: 'yes or no' },
  array: { hi: 'सूची', en: 'a list' },
  object: { hi: 'खाने', en: 'fields' },
};

/** Expected and found, in both languages. */
function sayIssue(issue: z.core.$ZodIssue, value: unknown): Bilingual {
  const found = shown(value);
  const say = (hi: string, en: string): Bilingual => ({
    hi: `${hi}; मिला: ${found.hi}`,
    en: `Expected ${en}, got ${found.en}`,
  });
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') return say('यह खाना भरा होना चाहिए', 'words');
      if (issue.origin === 'array')
        return say(`कम से कम ${issue.minimum} पंक्तियाँ चाहिए`, `at least ${issue.minimum} rows`);
      return issue.inclusive === false
        ? say(`${issue.minimum} से बड़ी संख्या चाहिए`, `more than ${issue.minimum}`)
        : say(`कम से कम ${issue.minimum} चाहिए`, `at least ${issue.minimum}`);
    case 'too_big':
      if (issue.origin === 'string')
        return say(`अधिकतम ${issue.maximum} अक्षर`, `at most ${issue.maximum} characters`);
      if (issue.origin === 'array')
        return say(`अधिकतम ${issue.maximum} पंक्तियाँ`, `at most ${issue.maximum} rows`);
      return say(`अधिकतम ${issue.maximum}`, `at most ${issue.maximum}`);
    case 'invalid_type': {
      const kind = kinds[issue.expected] ?? { hi: 'दूसरा मान', en: issue.expected };
      return say(`${kind.hi} चाहिए`, kind.en);
    }
    case 'invalid_value':
      return say(`इनमें से एक चाहिए: ${issue.values.join(', ')}`, `one of ${issue.values.join(', ')}`);
    case 'invalid_format':
      if (issue.format === 'date') return say('तिथि चाहिए (वर्ष-माह-दिन)', 'a day (YYYY-MM-DD)');
      if (issue.format === 'url')
        return say('https:// से आरंभ होने वाला पता चाहिए', 'an https address');
      return say('इस खाने का रूप अलग है', `the form ${issue.pattern ?? issue.format}`);
    case 'unrecognized_keys':
      return say(`अज्ञात खाने: ${issue.keys.join(', ')}`, `no fields ${issue.keys.join(', ')}`);
    case 'custom':
      // zod leaves `params` open; every rule of the campaign's schema is one of these.
      return { hi: sayRule(issue.params as SchemaRule | undefined, found.hi), en: issue.message };
    default:
      return { hi: sayRule(undefined, found.hi), en: issue.message };
  }
}

/** Rules that the schema states in its own sentences; one without `params` has no words in Hindi. */
function sayRule(params: SchemaRule | undefined, found: string): string {
  switch (params?.rule) {
    case 'ends-after-start':
      return `अंतिम तिथि आरंभ (${params.startsOn}) के बाद होनी चाहिए; मिला: ${found}`;
    case 'beyond-goal-before':
      return `पिछले लक्ष्य (${params.before}) से आगे होना चाहिए; मिला: ${found}`;
    case 'once':
      return `हर पहचान एक ही बार हो; “${params.twice}” दो बार है`;
    case 'least-mm':
      return `कम से कम ${params.mm} मिमी चाहिए; मिला: ${found}`;
    case 'station-in-text':
      return `{station} चाहिए, जहाँ थाने का नाम आए; मिला: ${found}`;
    case 'name':
      return `${nameFaultWords[params.code].hi}; मिला: ${found}`;
    case undefined:
      return `यह मान नियम के अनुसार नहीं है; मिला: ${found}`;
  }
}

const longestShown = 60;

function shown(value: unknown): Bilingual {
  if (value === undefined || value === null || value === '') return { hi: 'कुछ नहीं', en: 'nothing' };
  if (Array.isArray(value)) return { hi: `${value.length} पंक्तियाँ`, en: `${value.length} rows` };
  if (typeof value === 'object') return { hi: 'खाने', en: 'fields' };
  const text = String(value);
  const short = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
  return { hi: `“${short}”`, en: `"${short}"` };
}
