import { z } from 'zod';
import { bilingual } from '../bilingual.ts';
import { id } from '../id.ts';

const ids = z.array(id).min(1);

/** Such as 379 or 66d. */
const sections = z.array(z.string().regex(/^[1-9]\d{0,2}[a-e]?$/));

/** How a case came in through the app: an e-FIR against unknown accused, or a report of something lost. */
const filed = z.enum(['fir', 'report']);

const category = z.strictObject({
  id,
  name: bilingual,
  incident: bilingual.describe('As a sentence has it: चोरी की घटना, theft'),
  filed,
  results: ids,
});

/** Contents of press notes: `press-notes.yaml`. A category that is not in the list cannot be chosen. */
export const pressNotesSchema = z
  .strictObject({
    confirmed: z
      .boolean()
      .describe('True once the owner has confirmed which offences the app registers'),
    leastStationCount: z
      .int()
      .min(2)
      .describe('Below it a count of a station is shown at district level only'),
    sections: z
      .strictObject({ ipc: sections, bns: sections, it: sections, unnamed: sections })
      .describe('Sections that may stand in a note, by their act; `unnamed` where no act is named'),
    categories: z.array(category).min(1).describe('Offences of which something may be published'),
    results: z
      .array(z.strictObject({ id, name: bilingual, sentence: bilingual }))
      .min(1)
      .describe('How a case ended, as a sentence ends'),
    excluded: z
      .array(z.strictObject({ name: bilingual, reason: bilingual }))
      .describe('What the form says about offences that it has not'),
    appeals: z
      .array(
        z.strictObject({
          id,
          name: bilingual,
          title: bilingual,
          wordings: z.array(bilingual).min(1),
        }),
      )
      .min(1),
    closing: bilingual.describe('Appeal at the end of every note'),
  })
  .superRefine(({ categories, results }, context) => {
    const known = new Set(results.map((result) => result.id));
    categories.forEach((category, index) => {
      for (const result of category.results.filter((each) => !known.has(each)))
        context.addIssue({
          code: 'custom',
          path: ['categories', index, 'results'],
          message: `Expected ids of \`results\`, got "${result}"`,
        });
    });
  });

export type PressNotes = z.infer<typeof pressNotesSchema>;
