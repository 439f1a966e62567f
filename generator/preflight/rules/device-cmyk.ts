import { readName } from '../reader/value.ts';
import { allDictionaries } from '../reader/walk.ts';
import { onPages, type Rule } from './rule.ts';

/** Every mark in DeviceCMYK: no other colour operator, no image or shading, no colour left at its default of grey. */
export const deviceCmyk: Rule = {
  id: 'device-cmyk',
  check(press) {
    const deviations = onPages(press, ({ marks, notables }) => {
      const found = new Set<string>();
      for (const { operator, part, about } of notables) {
        if (!textOperators.has(operator) && operator !== 'gs')
          found.add(`${about === '' ? '' : `${about} `}${operator} in ${part ?? 'no part'}`);
      }
      for (const { part, inks, paint } of marks) {
        if (inks === null) found.add(`a ${paint} without a CMYK colour in ${part ?? 'no part'}`);
      }
      return [...found].map((each) => ({ expected: 'only DeviceCMYK', found: each }));
    });
    for (const { entries } of allDictionaries(press.document)) {
      const space = entries.get('ColorSpace') ?? (isGroup(entries) ? entries.get('CS') : undefined);
      const name = readName(press.document.resolve(space));
      if (space !== undefined && name !== 'DeviceCMYK') {
        deviations.push({
          expected: 'only DeviceCMYK',
          found: `a colour space ${name ?? 'of its own'}`,
        });
      }
    }
    return deviations;
  },
};

/** Live text is the fonts' rule to judge. */
export const textOperators = new Set([
  'Tf',
  'Tj',
  'TJ',
  "'",
  '"',
  'Td',
  'TD',
  'Tm',
  'T*',
  'Tc',
  'Tw',
  'Tz',
  'TL',
  'Tr',
  'Ts',
]);

function isGroup(entries: ReadonlyMap<string, Parameters<typeof readName>[0]>): boolean {
  return readName(entries.get('S')) === 'Transparency';
}
