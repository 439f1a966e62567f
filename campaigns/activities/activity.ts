import { z } from 'zod';
import type { Day } from '../tracker/clock.ts';
import type { Measure } from '../tracker/measures.ts';
import {
  type ActivityField,
  type ActivityKind,
  activityForms,
  activityKinds,
} from './activity-kinds.ts';
import type { ActivityStatus } from './activity-status.ts';

export type ActivityDetails = Record<string, number | string | string[]>;

/** What an office says that it did. */
export interface ActivityEntry {
  kind: ActivityKind;
  /** Empty for the whole state. */
  district: string;
  /** Id within the district; null where the activity is not of one station. */
  station: string | null;
  day: Day;
  details: ActivityDetails;
  remark: string;
}

export interface Activity extends ActivityEntry {
  id: number;
  status: ActivityStatus;
  /** SHA-256 of the stored picture. */
  photo: string | null;
  /** 1, 2, 3 …; a change says which one it was made from. */
  version: number;
  /** Why the zone or the officer decided so. */
  reason: string;
  enteredBy: string;
  enteredAt: string;
  sample: boolean;
}

/** More than any office does in a day; a typing error is found by it. */
const largestCount = 100_000_000;
const shortText = z.string().trim().max(120);
const id = z.string().regex(/^[a-z0-9-]{1,64}$/);

/** The details of a kind, as its form says. */
export function detailsSchema(kind: ActivityKind): z.ZodType<ActivityDetails> {
  return z.strictObject(
    Object.fromEntries(
      activityForms[kind].fields.map((field) => [
        field.name,
        field.required ? fieldSchema(field) : fieldSchema(field).optional(),
      ]),
    ),
  ) as unknown as z.ZodType<ActivityDetails>;
}

function fieldSchema({ type }: ActivityField): z.ZodType {
  if (type === 'count') return z.int().min(1).max(largestCount);
  if (type === 'names') return z.array(shortText.min(1)).max(30);
  if (type === 'link') return z.url({ protocol: /^https$/ }).max(500);
  return shortText.min(1);
}

/**
 * Checks what was entered for an activity.
 * @param bounds first and last day on which it can have been done
 */
export function activityEntrySchema(bounds: { first: Day; last: Day }): z.ZodType<ActivityEntry> {
  const common = {
    district: z.union([z.literal(''), id]),
    day: z.iso.date().refine((day) => day >= bounds.first && day <= bounds.last, {
      error: `Expected a day from ${bounds.first} to ${bounds.last}`,
    }),
    remark: z.string().trim().max(500).default(''),
  };
  const shapes = activityKinds.map((kind) =>
    z.strictObject({
      ...common,
      kind: z.literal(kind),
      station: activityForms[kind].perStation ? id : z.null().default(null),
      details: detailsSchema(kind),
    }),
  );
  return z.discriminatedUnion(
    'kind',
    shapes as unknown as [z.ZodObject, ...z.ZodObject[]],
  ) as unknown as z.ZodType<ActivityEntry>;
}

/** What an activity adds to the campaign's figures. */
export function countsOf({ kind, details }: Pick<ActivityEntry, 'kind' | 'details'>): {
  measure: Measure;
  count: number;
}[] {
  if (kind === 'board') return [{ measure: 'boards', count: 1 }];
  return activityForms[kind].fields.flatMap(({ name, measure }) => {
    const value = details[name];
    if (measure === undefined || value === undefined) return [];
    return [{ measure, count: Array.isArray(value) ? value.length : Number(value) }];
  });
}
