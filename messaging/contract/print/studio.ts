import { z } from 'zod';
import { channels } from '../../../campaigns/channel.ts';
import { editableFields } from '../../../campaigns/studio/studio-fields.ts';
import { data, line, paragraph, reference } from '../../../campaigns/text-types.ts';
import { secondPerson, secondPersonBars } from '../people/second-person.ts';
import { bilingual, forOfficers, instant, oneId, refusals, route } from '../route.ts';
import { detourStatuses, draftKinds, draftStatuses, hostFaults } from '../values.ts';

const words = paragraph({ max: 500 });
const reason = paragraph({ min: 1, max: 500 });
const fields = z.partialRecord(z.enum(editableFields), data());
const keptFields = z.partialRecord(z.enum(editableFields), z.unknown());
const path = z.array(z.string());

const change = z.object({
  path,
  label: bilingual,
  kind: z.enum(['changed', 'added', 'removed', 'order']),
  before: z.unknown(),
  after: z.unknown(),
});
export type ChangeView = z.input<typeof change>;

/** A field of a draft that does not fit the campaign's schema, named for the officer. */
export const draftFault = z.object({ path, label: bilingual, message: bilingual });
export type FaultView = z.input<typeof draftFault>;

const draftSummary = z.object({
  id: z.int(),
  kind: z.enum(draftKinds),
  status: z.enum(draftStatuses),
  author: z.string(),
  isOwn: z.boolean(),
  base: z.int().describe('Number of the version that it was made from'),
  rolledBackTo: z.int().nullable(),
  remark: z.string().describe('Of the author, for the officer who approves'),
  returnedRemark: z.string().describe('Of the officer who returned it'),
  returnedBy: z.string().nullable(),
  revision: z.int(),
  changedAt: instant,
  submittedAt: instant.nullable(),
});
export type DraftSummary = z.input<typeof draftSummary>;

const draft = draftSummary.extend({
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

const version = z.object({
  number: z.int(),
  artworkVersion: z.string(),
  artworkDate: z.string(),
  publishedAt: instant.nullable().describe('null for the repository'),
  draftedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  remark: z.string(),
  rolledBackTo: z.int().nullable(),
  changes: z.array(change),
});
export type VersionView = z.input<typeof version>;

const hostCheck = z.object({
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

const studio = z.object({
  current: z.int(),
  artworkVersion: z.string(),
  host: z.string(),
  hostConfirmed: z.boolean(),
  own: draftSummary.nullable(),
  waiting: z.array(draftSummary),
  versions: z.array(version).describe('The latest first; the last one is the repository'),
  hostChecks: z.array(hostCheck).describe('The latest of each host'),
});
export type StudioView = z.input<typeof studio>;

const detour = z.object({
  id: z.int(),
  code: z.string().nullable(),
  channel: z.enum(channels).nullable(),
  target: z.string(),
  from: instant,
  until: instant.nullable(),
  reason: z.string(),
  status: z.enum(detourStatuses),
  draftedBy: z.string(),
  isOwn: z.boolean(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  remark: z.string(),
  endedBy: z.string().nullable(),
  madeAt: instant,
  holds: z.boolean().describe('Codes lead there at this moment'),
  second: secondPerson,
});
export type DetourView = z.input<typeof detour>;

const detours = z.object({
  now: instant.describe("The campaign's clock, by which they hold"),
  targets: z.array(z.object({ id: z.string(), name: bilingual, address: z.string() })),
  detours: z.array(detour),
});

const seen = { revision: z.int().positive() };
const draftAnswer = { 200: draft, ...forOfficers, ...refusals(404, 409) };

/** The studio: the campaign's words and tables as drafts, approved by another officer and published as versions. */
export const studioRoutes = {
  read: route({
    method: 'GET',
    url: '/api/studio',
    schema: {
      summary: 'What is published, what waits for approval, and every version',
      response: { 200: studio, ...forOfficers },
    },
  }),
  open: route({
    method: 'POST',
    url: '/api/studio/drafts',
    schema: {
      summary: "Opens the officer's own draft, a new one where there is none",
      response: { 200: draft, ...forOfficers },
    },
  }),
  draft: route({
    method: 'GET',
    url: '/api/studio/drafts/:id',
    schema: {
      summary: 'A draft with what it changes',
      params: oneId,
      response: { 200: draft, ...forOfficers, ...refusals(404) },
    },
  }),
  save: route({
    method: 'PUT',
    url: '/api/studio/drafts/:id',
    schema: {
      summary:
        'Keeps the draft as it is written, with faults too; links.confirmed follows the host’s own answer',
      params: oneId,
      body: z.object({ ...seen, fields }),
      response: draftAnswer,
    },
  }),
  emblem: route({
    method: 'POST',
    url: '/api/studio/drafts/:id/emblem',
    schema: {
      summary:
        'Takes an SVG up to 200 kB (multipart, one file) as the draft’s emblem, cleaned to filled paths',
      params: oneId,
      response: { ...draftAnswer, ...refusals(404, 408, 409, 413, 422, 429) },
    },
  }),
  resetEmblem: route({
    method: 'POST',
    url: '/api/studio/drafts/:id/emblem/reset',
    schema: {
      summary: 'Takes the published emblem again, or the repository’s',
      params: oneId,
      body: z.object({ to: z.enum(['published', 'repository']) }),
      response: draftAnswer,
    },
  }),
  rebase: route({
    method: 'POST',
    url: '/api/studio/drafts/:id/rebase',
    schema: {
      summary: 'Takes over what was published since; what the draft changed stays',
      params: oneId,
      body: z.object(seen),
      response: draftAnswer,
    },
  }),
  submit: route({
    method: 'POST',
    url: '/api/studio/drafts/:id/submit',
    schema: {
      summary: 'Submits a draft that fits and can be laid out',
      params: oneId,
      body: z.object({ ...seen, remark: words.default('') }),
      response: { ...draftAnswer, ...refusals(404, 409, 422, 429, 503) },
    },
  }),
  withdraw: route({
    method: 'POST',
    url: '/api/studio/drafts/:id/withdraw',
    schema: {
      summary: 'Takes a submitted draft back to work on it',
      params: oneId,
      body: z.object(seen),
      response: draftAnswer,
    },
  }),
  discard: route({
    method: 'POST',
    url: '/api/studio/drafts/:id/discard',
    schema: {
      summary: 'Gives a draft up',
      params: oneId,
      body: z.object(seen),
      response: { 200: draft, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  approve: route({
    method: 'POST',
    url: '/api/studio/drafts/:id/approve',
    schema: {
      summary: 'Another officer publishes a submitted draft as the next version',
      params: oneId,
      body: z.object(seen),
      response: { 200: version, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  sendBack: route({
    method: 'POST',
    url: '/api/studio/drafts/:id/return',
    schema: {
      summary: 'Another officer returns a submitted draft with a remark',
      params: oneId,
      body: z.object({ ...seen, reason }),
      response: draftAnswer,
    },
  }),
  rollBack: route({
    method: 'POST',
    url: '/api/studio/versions/:id/roll-back',
    schema: {
      summary: 'Prepares and submits the way back to a version; another officer approves it',
      params: oneId,
      body: z.object({ remark: words.default('') }),
      response: draftAnswer,
    },
  }),
  checkHost: route({
    method: 'POST',
    url: '/api/studio/host-check',
    schema: {
      summary: 'Asks a host for a code, as a phone does, and keeps what it answered',
      body: z.object({ host: line({ min: 3, max: 29 }) }),
      response: { 200: hostCheck, ...forOfficers, ...refusals(429) },
    },
  }),
  detours: route({
    method: 'GET',
    url: '/api/studio/detours',
    schema: {
      summary: 'Where codes are pointed for a while, with what was, and the pages that are allowed',
      response: { 200: detours, ...forOfficers },
    },
  }),
  askDetour: route({
    method: 'POST',
    url: '/api/studio/detours',
    schema: {
      summary: 'Submits that a code or a channel leads elsewhere for a while',
      body: z.object({
        code: line({ min: 4, max: 24 }).nullable(),
        channel: z.enum(channels).nullable(),
        target: reference({ max: 60 }),
        from: instant,
        until: instant.nullable(),
        reason,
      }),
      response: { 201: detour, ...forOfficers, ...refusals(409) },
    },
  }),
  approveDetour: route({
    method: 'POST',
    url: '/api/studio/detours/:id/approve',
    schema: {
      summary: 'Another officer lets it hold',
      params: oneId,
      body: z.object({}),
      response: { 200: detour, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  returnDetour: route({
    method: 'POST',
    url: '/api/studio/detours/:id/return',
    schema: {
      summary: 'Another officer refuses it with a remark',
      params: oneId,
      body: z.object({ remark: reason }),
      response: { 200: detour, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  endDetour: route({
    method: 'POST',
    url: '/api/studio/detours/:id/end',
    schema: {
      summary: 'Codes lead where they usually do again, at once; one officer is enough',
      params: oneId,
      body: z.object({}),
      response: { 200: detour, ...forOfficers, ...refusals(404, 409) },
    },
  }),
};
