import { z } from 'zod';
import { editableFields } from '../../../campaigns/studio/studio-fields.ts';
import { data, paragraph } from '../../../campaigns/text-types.ts';
import { bilingual, instant, refusals } from '../../contract/route.ts';
import { draftKinds, draftStatuses, hostFaults } from '../../contract/values.ts';
import { secondPerson, secondPersonBars } from '../../people/accounts/second-person-schemas.ts';
import { draftFault } from '../proofs/proofs-schemas.ts';

export const words = paragraph({ max: 500 });
export const reason = paragraph({ min: 1, max: 500 });
export const fields = z.partialRecord(z.enum(editableFields), data());
const keptFields = z.partialRecord(z.enum(editableFields), z.unknown());
const path = z.array(z.string());

const fieldChange = z.object({
  path,
  kind: z.enum(['changed', 'added', 'removed', 'order']),
  before: z.unknown(),
  after: z.unknown(),
});
const change = fieldChange.extend({ label: bilingual });
export type ChangeView = z.input<typeof change>;

/** A draft as it is stored. */
export const storedDraft = z.object({
  id: z.int(),
  kind: z.enum(draftKinds),
  status: z.enum(draftStatuses),
  authorId: z.string(),
  author: z.string(),
  base: z.int().describe('Number of the version that it was made from'),
  rolledBackTo: z.int().nullable(),
  fields: keptFields.describe('Those that differ from that version'),
  emblem: z.string().nullable().describe("null: that version's; empty: the repository's"),
  remark: z.string().describe('Of the author, for the officer who approves'),
  returnedRemark: z.string().describe('Of the officer who returned it'),
  returnedBy: z.string().nullable(),
  revision: z.int(),
  changedAt: instant,
  submittedAt: instant.nullable(),
});
/** Ids of accounts stay in the service. */
const draftSummary = storedDraft
  .omit({ authorId: true, fields: true, emblem: true })
  .extend({ isOwn: z.boolean() });
export type DraftSummary = z.input<typeof draftSummary>;

export const draft = draftSummary.extend({
  content: keptFields.describe('All that can be edited, as the draft has it'),
  published: keptFields.describe('The same as it is published now'),
  emblem: z.string().describe('SVG'),
  publishedEmblem: z.string(),
  emblemChanged: z.boolean(),
  changes: z.array(change),
  faults: z.array(draftFault).describe('What keeps it from being submitted'),
  isStale: z.boolean().describe('Another version was published since it was made'),
  conflicts: z
    .array(z.object({ path, label: bilingual }))
    .describe('Fields that were changed in both'),
  second: secondPerson
    .extend({ bar: z.enum([...secondPersonBars, 'administrator-waits']).nullable() })
    .nullable()
    .describe(
      'Whether the officer who asks may approve it; null for an office that approves nothing',
    ),
});
export type DraftView = z.input<typeof draft>;

/** A version as it is stored. */
export const storedVersion = z.object({
  number: z.int(),
  fields: keptFields.describe('Those that differ from the repository'),
  emblem: z.string().describe("Empty for the repository's"),
  artworkVersion: z.string(),
  artworkDate: z.string(),
  publishedAt: instant.nullable().describe('null for the repository'),
  draftedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  remark: z.string(),
  rolledBackTo: z.int().nullable(),
  changes: z.array(fieldChange),
});
export const version = storedVersion
  .omit({ fields: true, emblem: true })
  .extend({ changes: z.array(change) });
export type VersionView = z.input<typeof version>;

export const hostCheck = z.object({
  host: z.string(),
  passed: z.boolean(),
  asked: z.string(),
  expected: z.string(),
  found: z.string(),
  fault: z.enum(hostFaults).nullable(),
  checkedBy: z.string(),
  checkedAt: instant,
});
export type HostCheckView = z.input<typeof hostCheck>;

export const studio = z.object({
  current: z.int(),
  artworkVersion: z.string(),
  host: z.string(),
  hostConfirmed: z.boolean(),
  own: draftSummary.nullable(),
  waiting: z.array(draftSummary),
  versions: z.array(version).describe('The latest first; the last one is the repository'),
  hostChecks: z.array(hostCheck).describe('The latest of each host'),
  targets: z
    .array(z.object({ id: z.string(), name: bilingual, address: z.string() }))
    .describe('Pages to which codes may be pointed for a while'),
  now: instant.describe("The campaign's clock"),
});
export type StudioView = z.input<typeof studio>;

export const seen = { revision: z.int().positive() };
export const draftAnswer = { 200: draft, ...refusals(404, 409) };
