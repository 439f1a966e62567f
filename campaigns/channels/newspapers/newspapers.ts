import { z } from 'zod';
import { bilingual } from '../../bilingual.ts';
import { id } from '../../id.ts';

const mm = z.number().positive();

/** Measures from a newspaper's mechanical data; `null` is not known. */
const measure = z.strictObject({
  columns: z.int().positive(),
  columnMm: mm,
  gutterMm: z.number().min(0),
  depthMm: mm.describe('Height of the type area'),
  inks: z.array(z.enum(['mono', 'colour'])).min(1),
  smallestCm: z.number().positive().nullable().describe('Least height of an advertisement'),
  fullFromCm: z
    .number()
    .positive()
    .nullable()
    .describe('From this height on the whole column is billed'),
  deadlineHours: z.int().positive().nullable().describe('Before the printing, for finished files'),
  fileForm: bilingual.nullable().describe('What the desk takes'),
});

const paper = z.strictObject({
  id,
  name: bilingual,
  language: z.literal('ur').optional().describe('Of its advertisements; Hindi unless stated'),
  outlet: z.boolean().describe('True where it has a code of its own; else the code of the state'),
  measure: measure.optional().describe('Absent: the first paper’s, until the desk has answered'),
  ratePaise: z
    .int()
    .positive()
    .nullable()
    .describe('Price of a square centimetre in one ink; null where the release order has none yet'),
  confirmed: z.boolean().describe('True once the desk has confirmed measure and form'),
});

const layouts = ['stamp', 'square', 'strip', 'landscape', 'upright'] as const;

const ad = z.strictObject({
  id,
  name: bilingual,
  columns: z.int().positive().nullable().describe('null: the whole width'),
  depthCm: z.number().positive(),
  layout: z.enum(layouts).describe('How it is laid out for its shape'),
});
export type Advertisement = z.infer<typeof ad>;

/** Advertisements (letter, para 2). Column measures differ by paper and are asked for, not guessed. */
export const newspapersSchema = z
  .strictObject({ papers: z.array(paper).min(1), ads: z.array(ad).min(1) })
  .superRefine(({ papers, ads }, context) => {
    const [first] = papers;
    if (first?.measure === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['papers', 0, 'measure'],
        message: 'Expected a measure of the first paper, by which the others go, got none',
      });
      return;
    }
    for (const [index, own] of papers.entries()) {
      const { columns, depthMm } = own.measure ?? first.measure;
      if (own.confirmed && own.measure === undefined) {
        context.addIssue({
          code: 'custom',
          path: ['papers', index, 'confirmed'],
          message: `Expected the own measure of ${own.id} before it is confirmed, got none`,
        });
      }
      for (const each of ads) {
        if ((each.columns ?? 0) <= columns && each.depthCm * 10 <= depthMm) continue;
        context.addIssue({
          code: 'custom',
          path: ['ads'],
          message: `Expected ${each.id} within ${columns} columns × ${depthMm / 10} cm of ${own.id}, got ${each.columns ?? columns} × ${each.depthCm}`,
        });
      }
    }
  });
export type Newspapers = z.infer<typeof newspapersSchema>;

/** A paper with the measure that it goes by. */
export type Paper = Omit<z.infer<typeof paper>, 'measure'> & {
  measure: z.infer<typeof measure>;
  /** The measure is another paper's. */
  inherits: boolean;
};

export function listPapers({ papers }: Newspapers): Paper[] {
  const usual = papers[0]?.measure;
  if (usual === undefined) throw new Error('Expected a measure of the first paper, got none');
  return papers.map((own) => ({
    ...own,
    measure: own.measure ?? usual,
    inherits: own.measure === undefined,
  }));
}

/** Width and height of an advertisement in a paper, in mm: columns with the gutters between them. */
export function adSizeMm(
  { measure: { columns, columnMm, gutterMm } }: Pick<Paper, 'measure'>,
  { columns: own, depthCm }: Pick<Advertisement, 'columns' | 'depthCm'>,
): { width: number; height: number } {
  const count = own ?? columns;
  const width = count * columnMm + (count - 1) * gutterMm;
  return { width: Math.round(width * 100) / 100, height: depthCm * 10 };
}
