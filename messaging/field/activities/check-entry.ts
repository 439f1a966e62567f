import { z } from 'zod';
import type { ActivityDetails, ActivityEntry } from '../../../campaigns/activities/activity.ts';
import type { ActivityField } from '../../../campaigns/activities/activity-kinds.ts';
import {
  type ActivityKind,
  activityForms,
  activityKinds,
} from '../../../campaigns/activities/activity-kinds.ts';
import { entryFaults } from '../../../campaigns/activities/entry-rules.ts';
import {
  type DayBounds,
  dayExpected,
  describeExpected,
  someValue,
} from '../../../campaigns/activities/expected.ts';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { readDayRange } from '../../../campaigns/fields/field-text.ts';
import { paragraph } from '../../../campaigns/text-types.ts';
import { isDay } from '../../../campaigns/tracker/clock.ts';
import { inputSchema } from '../../kit/field-schema.ts';

/** A fault of an entry, with its path. */
export interface EntryIssue {
  /** `day`, `details.run` … */
  path: string;
  message: string;
  expected: Bilingual;
}

export type CheckedEntry = { entry: ActivityEntry } | { issues: EntryIssue[] };

const id = z.string().regex(/^[a-z0-9-]{1,64}$/);

/**
 * Checks what was entered for an activity. The day of what went on for several days need not be given.
 * @param former details of an entry that is corrected: what it never had is not asked for, and what is no longer asked
 * for may stay
 */
export function checkEntry(
  input: unknown,
  bounds: DayBounds,
  former: ActivityDetails | null = null,
): CheckedEntry {
  const schema = former === null ? schemaOfDays(bounds) : entrySchema(bounds, former);
  const parsed = schema.safeParse(withDay(input));
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => toIssue(issue, input, bounds));
    // A day that follows from others is not what was typed.
    const isRunWrong = issues.some(({ path }) => path === 'details.run');
    return { issues: issues.filter(({ path }) => path !== 'day' || !isRunWrong) };
  }
  const entry = parsed.data as ActivityEntry;
  const faults = entryFaults(entry);
  if (faults.length === 0) return { entry };
  return {
    issues: faults.map(({ field, expected }) => ({
      path: `details.${field}`,
      message: `Expected ${expected.en} for \`${field}\``,
      expected,
    })),
  };
}

/** Dates an entry over several days by its last day, so that the day is not entered twice. */
function withDay(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input;
  const { details } = input as { details?: unknown };
  const run = readDayRange((details as { run?: unknown } | null | undefined)?.run);
  return run === undefined ? input : { ...input, day: run.to };
}

/** Kept for the latest days: it takes a hundred times as long to build as to check by, and a list has 2,000 entries. */
let kept: { days: string; schema: z.ZodType } | undefined;

function schemaOfDays(bounds: DayBounds): z.ZodType {
  const days = `${bounds.first} ${bounds.last}`;
  if (kept?.days !== days) kept = { days, schema: entrySchema(bounds, null) };
  return kept.schema;
}

function entrySchema(bounds: DayBounds, former: ActivityDetails | null): z.ZodType {
  const common = {
    district: z.union([z.literal(''), id]),
    day: dayWithin(bounds),
    remark: paragraph({ max: 500 }).default(''),
  };
  const shapes = activityKinds.map((kind) =>
    z.strictObject({
      ...common,
      kind: z.literal(kind),
      station: activityForms[kind].perStation ? id : z.null().default(null),
      details: detailsSchema(kind, bounds, former),
    }),
  );
  return z.discriminatedUnion('kind', shapes as unknown as [z.ZodObject, ...z.ZodObject[]]);
}

/** The details of a kind, as its form says. */
function detailsSchema(
  kind: ActivityKind,
  bounds: DayBounds,
  former: ActivityDetails | null,
): z.ZodObject {
  const { fields, former: oldFields = [] } = activityForms[kind];
  const kept = oldFields.filter(({ name }) => former?.[name] !== undefined);
  const typed = [...fields.filter(({ type }) => type !== 'attachment'), ...kept];
  return z.strictObject(
    Object.fromEntries(
      typed.map((field) => {
        const old = former?.[field.name];
        const schema = fieldSchema(field, bounds);
        // A value from before a field had its choices is not lost by the correction of another one.
        const taken = typeof old === 'string' ? z.union([schema, z.literal(old)]) : schema;
        const lacked = former !== null && old === undefined;
        const isOld = kept.includes(field);
        return [field.name, !field.maybe && !lacked && !isOld ? taken : taken.optional()];
      }),
    ),
  );
}

function fieldSchema(field: ActivityField, bounds: DayBounds): z.ZodType {
  const schema = inputSchema(field);
  if (field.type === 'day') return dayWithin(bounds);
  if (field.type !== 'days') return schema;
  return schema.refine((text) => {
    const range = readDayRange(text);
    return range !== undefined && range.from >= bounds.first && range.to <= bounds.last;
  });
}

function dayWithin({ first, last }: DayBounds): z.ZodType {
  return z.string().refine((day) => isDay(day) && day >= first && day <= last, {
    error: `Expected a day from ${first} to ${last}`,
  });
}

function toIssue(
  { path, message, code, ...issue }: z.core.$ZodIssue,
  input: unknown,
  bounds: DayBounds,
): EntryIssue {
  const { kind, details } = input as { kind?: ActivityKind; details?: ActivityDetails };
  const form = kind === undefined ? undefined : activityForms[kind];
  const [place, name] = path;
  const unknownKey = code === 'unrecognized_keys' && 'keys' in issue ? issue.keys[0] : undefined;
  const field = [...(form?.fields ?? []), ...(form?.former ?? [])].find((own) => own.name === name);
  const at = [...path, ...(unknownKey === undefined ? [] : [unknownKey])].join('.');
  if (place === 'day') return { path: at, message, expected: dayExpected(bounds) };
  if (field === undefined)
    return { path: at, message, expected: { hi: 'नियम के अनुसार मान', en: message } };
  const isEmpty = details?.[field.name] === undefined;
  const expected = isEmpty ? someValue : describeExpected(field, bounds);
  const wanted = isEmpty ? 'a value' : expected.en;
  return { path: at, message: `Expected ${wanted} for \`${field.name}\``, expected };
}
