import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { bilingual } from '../bilingual.ts';
import { readYaml } from '../files/yaml-fs.ts';
import { id } from '../id.ts';
import { directoryFolder } from './directory-fs.ts';

const people = z.int().positive();
const byDistrict = z.record(id, people);

const populationSchema = z
  .strictObject({
    source: bilingual,
    state: people.describe('The state as a whole, which the districts must make up'),
    districts: byDistrict,
    regrouped: z
      .array(
        z.strictObject({
          census: byDistrict.describe('Districts as the census counted them'),
          into: byDistrict.describe('The same people by the districts of today'),
        }),
      )
      .describe('Districts whose boundaries changed around the census'),
    regroupedSource: bilingual,
  })
  .superRefine((file, context) => {
    file.regrouped.forEach(({ census, into }, index) => {
      if (addUp(census) === addUp(into)) return;
      context.addIssue({
        code: 'custom',
        path: ['regrouped', index],
        message: `Expected the parts to make up ${addUp(census)}, got ${addUp(into)}`,
      });
    });
    const sum =
      addUp(file.districts) + file.regrouped.reduce((all, { into }) => all + addUp(into), 0);
    if (sum !== file.state) {
      context.addIssue({
        code: 'custom',
        path: ['state'],
        message: `Expected the districts to make up ${file.state}, got ${sum}`,
      });
    }
  });

export interface Population {
  /** People of a district at the census; a district that is not known is left out. */
  byDistrict: ReadonlyMap<string, number>;
  /** Districts whose figure is put together from parts of the census's own districts. */
  regrouped: ReadonlySet<string>;
  source: { hi: string; en: string };
  regroupedSource: { hi: string; en: string };
}

/**
 * People of the districts, from `population.yaml` in the directory of a campaign.
 * @returns undefined where the campaign has none
 * @throws where the parts do not make up their sums
 */
export function loadPopulation(campaign: string): Population | undefined {
  const file = join(directoryFolder(campaign), 'population.yaml');
  return existsSync(file) ? readPopulation(file) : undefined;
}

/** @throws where the parts do not make up their sums */
export function readPopulation(file: string): Population {
  const parsed = populationSchema.safeParse(readYaml(file));
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    throw new Error(`Expected populations in ${file}: ${first?.path.join('.')}: ${first?.message}`);
  }
  const { districts, regrouped, source, regroupedSource } = parsed.data;
  const later = regrouped.flatMap(({ into }) => Object.entries(into));
  return {
    byDistrict: new Map([...Object.entries(districts), ...later]),
    regrouped: new Set(later.map(([district]) => district)),
    source,
    regroupedSource,
  };
}

function addUp(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
