import { z } from 'zod';
import type { Field } from '../../campaigns/fields/field.ts';
import { readDayRange } from '../../campaigns/fields/field-text.ts';
import { line, paragraph, reference, sha256 } from '../../campaigns/text-types.ts';
import { instant } from '../contract/route.ts';

const mostPaise = 100_000_000_000;

const bounded: ReadonlySet<Field['type']> = new Set(['text', 'code', 'count', 'names']);

/** Schema of the values that a field takes. */
export function inputSchema({
  type,
  min = type === 'text' ? 1 : 0,
  max = Number.NaN,
  lines,
  options,
}: Field): z.ZodType {
  // Else it would take nothing at all.
  if (Number.isNaN(max) && bounded.has(type)) throw new Error(`Expected \`max\` of a ${type}`);
  switch (type) {
    case 'text':
      return (lines === undefined ? line : paragraph)({ min, max });
    case 'code':
      return reference({ min: 1, max });
    case 'link':
      return z.url({ protocol: /^https$/ }).max(500);
    case 'count':
      return z.int().min(min).max(max);
    case 'measure':
      return z.number();
    case 'moment':
      return instant;
    case 'day':
      return z.iso.date();
    case 'flag':
      return z.boolean();
    case 'district':
    case 'service':
      return z
        .string()
        .max(80)
        .regex(/^[a-z0-9-]+$/);
    case 'choice':
      return z.enum(Object.keys(options ?? {}));
    case 'money':
      return z.int().min(1).max(mostPaise);
    case 'names':
      return z.array(line({ min: 1, max })).max(30);
    case 'days':
      return z.string().refine((text) => readDayRange(text) !== undefined);
    case 'attachment':
      return sha256;
  }
}
