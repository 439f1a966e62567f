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
  '(?:sur)?name|date|time|place|venue|link|url|number|no\\.|id|code|amount|station|district|city|area|mobile|phone|address|officer|title|text|value|reason|subject|message|insert|your |नाम|तारीख|तारीख़|दिनांक|समय|स्थान|संख्या|नंबर|क्रमांक|थान|ज़?िल|जनपद|शहर|ग्राम|मोहल्ल|क्षेत्र|पता|पदनाम|अधिकारी|विषय|लिंक|राशि|naam|thana|tarikh|din[ae]nk|samay|jila|zila|sthan|sankhya';
/** Stands before such a word. */
const owner =
  'of|the|and|or|my|our|police|complaint|application|case|fir|applicant|citizen|person|victim|का|के|की|और|व|एवं|या|अपन|आपक|पुलिस|शिकायत|आवेदन|आवेदक|प्रार्थी|नागरिक|व्यक्ति|पीड़ित|एफआईआर|k[aei]|apn[aei]|aapk[aei]|shikayat|aavedan';
/** Placeholders of other programs, and what they put where a value is missing. */
const leftOpen = [
  [
    '<{1,2}[^<>]{0,40}>{1,2}',
    '«[^«»]{1,40}»|‹[^‹›]{1,40}›|【[^】]{0,40}】|〈[^〉]{0,40}〉',
    // No notice has square brackets; round ones hold asides, and what is to be filled in.
    '(?<!://)\\[[^\\[\\]]{0,60}\\]|\\([\\s._–-]{0,20}\\)',
    `\\((?=[^()]{0,40}(?:${fieldWord}))(?:(?:${fieldWord}|${owner}|here|यहाँ|yahan)\\p{M}?[ _/,-]{1,2}){0,5}(?:${fieldWord}|${owner}|here|यहाँ|yahan)\\p{M}?\\)`,
    `(?<![\\p{L}\\p{M}])(?:${fieldWord})(?: of [a-z]{1,12})? (?:here|यहाँ|यहां|yahan)(?=[ ,.।)]*(?:$|लिख|भर|डाल|likh|bhar|dal))`,
    '\\({2}[^()]{1,30}\\){2}|\\([^()]{0,30}(?:लिखें|भरें|डालें|write here|fill in|enter the|insert)[^()]{0,20}\\)',
  ],
  [
    '%[\\p{L}_]{2,30}%|(?<!\\p{N} ?)%[\\p{L}_]{3,30}|\\^[\\p{L}_]{2,30}\\^',
    '(?<!\\p{N} ?)%\\d?\\$?[sdif](?![\\p{L}])',
    '\\$[a-z_][a-z_\\d]{0,30}',
    '@@[\\p{L}\\p{M}_]{1,30}@@',
    `(?<![\\p{L}\\p{N}._-])[@#:~]{1,2}(?:${fieldWord})(?![\\p{L}\\p{M}\\p{N}])`,
    // A name as programs write it, and a label that nothing follows.
    '(?<![\\p{L}\\p{M}\\p{N}@./_-])\\p{L}[\\p{L}\\p{M}]{1,20}(?:_[\\p{L}\\p{M}\\p{N}]{1,20}){1,4}(?![\\p{L}\\p{M}\\p{N}@./_])',
    `(?<![\\p{L}\\p{M}])(?:${fieldWord})[\\p{L}\\p{M}]{0,3} ?(?:[:=–-] ?)?(?:…|\\.{2,}|_+|-{2,}|/ ?/|\\*+|: ?(?=[,;।]|$))`,
  ],
  [
    '(?<![\\p{L}])(?:dear|प्रिय|श्री|shri|rs\\.?) ?(?:[,;:।]|/-)|₹ ?(?:[,;:।]|/-)',
    '(?<![\\p{L}])(?:var(?:iable)?|field|param|col(?:umn)?|value|text) ?\\d{1,2}(?![\\p{L}\\p{N}])',
    '(?<![\\p{L}\\p{M}])(?:थाना|श्री|श्रीमती|ग्राम|thana|shri|mr\\.?|ms\\.?|station|dear|citizen) (?:abc|xyz|pqr|क ?ख ?ग|अ ?ब ?स)(?![\\p{L}\\p{M}])',
    '&(?:amp|nbsp|lt|gt|quot);|\\\\[nrt]|"\\s*"|“\\s*”',
    '(?:लिखें|भरें|डालें) (?:में|पर|को|का|की|के|है|हैं)(?![\\p{L}\\p{M}])',
    `(?<![\\p{L}])(?:write|enter|insert|type) (?:the )?(?:${fieldWord}) here(?![\\p{L}])`,
    '#[\\p{L}_][\\p{L}\\p{M}_]{0,30}#',
  ],
  [
    '_{2,}|-{3,}|={3,}|~{2,}',
    '(?<![\\p{L}\\p{N}/])X{2,}(?:[-/:.]X{2,}|(?<=X{3}))(?! ?\\p{N})(?!\\p{L})|00[-/.]00[-/.]',
    '\\.{4,}|(?: \\.){3,}|…{2,}|\\?{3,}|#{2,}|\\*{3,}',
    '(?<![\\p{L}\\p{N}])(?:DD[-/.]MM|MM[-/.](?:DD|YY)|HH:MM|ABC XYZ)',
    '\\|[\\p{L}_][\\p{L}\\p{M}_ ]{0,30}\\|',
    '(?<![\\p{L}\\p{M}])(?:फलाँ|फलां|अमुक|falana?)(?![\\p{L}\\p{M}])',
    '(?<![\\p{L}])(?:first|last|full|user|customer|citizen|sur)_?name(?![\\p{L}])',
    '(?<![\\p{L}])(?:undefined|null(?! and void)|NaN|TODO|TBD|FIXME|lorem ipsum|insert (?:the )?(?:link|name|date|text))(?![\\p{L}])',
  ],
].map((kind) => new RegExp(kind.join('|'), 'giu'));

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
    ...leftOpen
      .flatMap((kind) => [...rest.matchAll(kind)])
      .map(({ 0: found, index }) =>
        error(
          'placeholder',
          `"${found}" भरा नहीं गया; पाने वाले को यही लिखा मिलेगा`,
          `"${found}" was not filled in; people would read it as it is`,
          index,
        ),
      ),
  ];
}
