import { error, type Finding } from './finding.ts';
import { blankOut } from './folded-text.ts';
import { findVariables } from './template.ts';
import { untagged, variableTags } from './variable-tags.ts';

const tags = Object.keys(variableTags);
const tagList = tags.map((tag) => `{#${tag}#}`).join(', ');
/** Malformed variables: braces of any width, a tag whose braces are missing. */
const brokenForm = new RegExp(
  `\\{#?[^{}]{0,40}#?\\}|[{}\uFF5B\uFF5D]|#(?:${[untagged, ...tags].join('|')})#`,
  'gi',
);

const fieldWord =
  '(?:sur)?name|date|place|link|url|number|amount|station|district|city|insert|your |नाम|तारीख|दिनांक|समय|स्थान|संख्या|थान|ज़?िला|लिंक|राशि|naam';
/** Placeholders of other programs, and what they put where a value is missing. */
const leftOpen = new RegExp(
  [
    '<{1,2}[\\p{L}_][\\p{L}\\p{M}\\p{N}_ .-]{0,30}>{1,2}',
    '«[^«»]{1,40}»',
    `\\[{1,2}(?:[^\\[\\]]{0,20}[ _])?(?:${fieldWord})[^\\[\\]]{0,20}\\]{1,2}`,
    '\\({2}[^()]{1,30}\\){2}|\\([^()]{0,30}(?:लिखें|भरें|डालें|write here|fill in|enter the|insert)[^()]{0,20}\\)',
    '%[\\p{L}_]{2,30}%',
    '(?<!\\p{N} ?)%\\d?\\$?[sdif](?![\\p{L}])',
    '\\$[a-z_][a-z_\\d]{0,30}',
    '@@[\\p{L}\\p{M}_]{1,30}@@',
    `(?<![\\p{L}\\p{N}._-])@(?:${fieldWord})(?![\\p{L}\\p{N}])`,
    '(?:लिखें|भरें|डालें) (?:में|पर|को|का|की|के|है|हैं)(?![\\p{L}\\p{M}])',
    `(?<![\\p{L}])(?:write|enter|insert|type) (?:the )?(?:${fieldWord}) here(?![\\p{L}])`,
    '#[\\p{L}_][\\p{L}\\p{M}_]{0,30}#',
    '_{3,}|__[\\p{L}_]{1,30}__',
    '(?<![\\p{L}\\p{N}/])X{3,}(?! ?\\p{N})(?!\\p{L})',
    '\\.{5,}|…{2,}|\\?{3,}|#{2,}|\\*{3,}',
    '(?<![\\p{L}\\p{N}])(?:DD[-/.]MM|MM[-/.](?:DD|YY)|HH:MM|ABC XYZ)',
    '\\|[\\p{L}_][\\p{L}\\p{M}_ ]{0,30}\\|',
    '(?<![\\p{L}\\p{M}])(?:फलाँ|फलां|अमुक|falana?)(?![\\p{L}\\p{M}])',
    '(?<![\\p{L}])(?:first|last|full|user|customer|citizen|sur)_?name(?![\\p{L}])',
    '(?<![\\p{L}])(?:undefined|null(?! and void)|NaN|TODO|TBD|FIXME|lorem ipsum|insert (?:the )?(?:link|name|date|text))(?![\\p{L}])',
  ].join('|'),
  'giu',
);

/**
 * Places that nobody filled in: what a recipient gets as it is written.
 * @param fields that are filled in for each recipient
 */
export function placeholderFaults(text: string, fields: readonly string[]): Finding[] {
  const filled = findVariables(text).map(({ at, mark }) => ({ from: at, to: at + mark.length }));
  const plain = fields.reduce(
    (rest, field) => rest.replaceAll(field, ' '.repeat(field.length)),
    blankOut(text, filled),
  );
  const broken = [...plain.matchAll(brokenForm)].map(({ 0: found, index }) => ({ found, index }));
  const rest = blankOut(
    plain,
    broken.map(({ found, index }) => ({ from: index, to: index + found.length })),
  );
  return [
    ...broken.map(({ found, index }) =>
      error(
        'variable-form',
        `चर ${tagList} में से एक हो, मिला: "${found}"`,
        `Expected one of ${tagList}, got "${found}"`,
        index,
      ),
    ),
    ...[...rest.matchAll(leftOpen)].map(({ 0: found, index }) =>
      error(
        'placeholder',
        `"${found}" भरा नहीं गया; पाने वाले को यही लिखा मिलेगा`,
        `"${found}" was not filled in; people would read it as it is`,
        index,
      ),
    ),
  ];
}
