import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { listTargets } from '../../../campaigns/links/targets.ts';
import { type Actor, mayFinish } from '../../../campaigns/offices/actor.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { mostEmblemBytes } from '../../../campaigns/print/emblem/clean-emblem.ts';
import { findLabel } from '../../../campaigns/studio/field-labels.ts';
import { line } from '../../../campaigns/text-types.ts';
import { oneId, refusals } from '../../contract/route.ts';
import type { House } from '../../kit/house.ts';
import type { DecoderTask } from '../../platform/decoding/decoders.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { approveDraft, returnDraft, rollBack } from './approval.ts';
import { labelChanges } from './draft-view.ts';
import {
  discardDraft,
  openDraft,
  readDraft,
  rebaseDraft,
  saveDraft,
  setEmblem,
  submitDraft,
  withdrawDraft,
} from './drafts.ts';
import type { decode } from './emblem-decoder.ts';
import { checkHost, type HostChecks } from './host-check.ts';
import { loadVersions, type Studio } from './studio.ts';
import {
  draftAnswer,
  draft as draftSchema,
  fields as fieldsSchema,
  hostCheck,
  reason,
  seen,
  studio as studioSchema,
  version as versionSchema,
  words,
} from './studio-schemas.ts';
import {
  findPresentDraft,
  latestHostChecks,
  listSubmitted,
  type StoredDraft,
  type StoredVersion,
} from './studio-sql.ts';
import { contentWith } from './versions.ts';

interface DraftRouteDependencies extends Pick<House, 'decoders' | 'uploads'> {
  studio: Studio;
}

const emblemTask: DecoderTask<typeof decode> = {
  kind: 'emblem',
  module: new URL('./emblem-decoder.ts', import.meta.url),
};
const drafting = { access: rolesFor('studio.draft') };
const approving = { access: rolesFor('studio.approve') };

const plain = z.object(seen);
const withRemark = z.object({ ...seen, remark: words.default('') });
const withReason = z.object({ ...seen, reason });

/** Drafts of the campaign: what their authors do, and the officer who returns one. */
export function draftRoutes(dependencies: DraftRouteDependencies) {
  const { studio } = dependencies;
  const step = stepOf(studio);
  return [
    serveRoute('POST /api/studio/drafts', {
      summary: "Opens the officer's own draft, a new one where there is none",
      response: { 200: draftSchema },
      may: 'studio.draft',
      handler: async ({ actor, caller }) =>
        viewDraft(studio, await openDraft(studio, caller), actor),
    }),
    serveRoute('GET /api/studio/drafts/:id', {
      summary: 'A draft with what it changes',
      params: oneId,
      response: { 200: draftSchema, ...refusals(404) },
      may: 'studio.read',
      handler: ({ actor, params }) => viewDraft(studio, params.id, actor),
    }),
    serveRoute('PUT /api/studio/drafts/:id', {
      summary:
        'Keeps the draft as it is written, with faults too; links.confirmed follows the host’s own answer',
      params: oneId,
      body: z.object({ ...seen, fields: fieldsSchema }),
      response: draftAnswer,
      may: 'studio.draft',
      handler: async ({ actor, caller, params, body }) => {
        await saveDraft(studio, { ...params, ...body }, caller);
        return viewDraft(studio, params.id, actor);
      },
    }),
    serveRoute('POST /api/studio/drafts/:id/emblem', {
      summary:
        'Takes an SVG up to 200 kB (multipart, one file) as the draft’s emblem, cleaned to filled paths',
      params: oneId,
      response: { ...draftAnswer, ...refusals(404, 408, 409, 413, 422, 429) },
      may: 'studio.draft',
      handler: async (request) => {
        const emblem = await readEmblem(dependencies, request);
        await setEmblem(studio, { ...request.params, emblem }, request.caller);
        return viewDraft(studio, request.params.id, request.actor);
      },
    }),
    serveRoute('POST /api/studio/drafts/:id/emblem/reset', {
      summary: 'Takes the published emblem again, or the repository’s',
      params: oneId,
      body: z.object({ to: z.enum(['published', 'repository']) }),
      response: draftAnswer,
      may: 'studio.draft',
      handler: async ({ actor, caller, params, body: { to } }) => {
        await setEmblem(studio, { ...params, emblem: to === 'published' ? null : '' }, caller);
        return viewDraft(studio, params.id, actor);
      },
    }),
    step(
      'rebase',
      'Takes over what was published since; what it changed stays',
      plain,
      rebaseDraft,
    ),
    step('submit', 'Submits a draft that fits and can be laid out', withRemark, submitDraft),
    step('withdraw', 'Takes a submitted draft back to work on it', plain, withdrawDraft),
    step('discard', 'Gives a draft up', plain, discardDraft),
    step('return', 'Another officer returns it with a remark', withReason, returnDraft, approving),
  ];
}

/** Versions of the campaign, the approval of drafts, and hosts of links. */
export function versionRoutes({ studio, hosts }: { studio: Studio; hosts: HostChecks }) {
  return [
    serveRoute('GET /api/studio', {
      summary: 'What is published, what waits for approval, and every version',
      response: { 200: studioSchema },
      may: 'studio.read',
      handler: ({ actor }) => readStudio(studio, hosts.campaign, actor),
    }),
    serveRoute('POST /api/studio/drafts/:id/approve', {
      summary: 'Another officer publishes a submitted draft as the next version',
      params: oneId,
      body: plain,
      response: { 200: versionSchema, ...refusals(404, 409) },
      may: 'studio.approve',
      handler: async ({ caller, params, body }) => {
        const approved = await approveDraft(studio, { ...params, ...body }, caller);
        const versions = await loadVersions(studio.database.pool, studio);
        return viewVersion(
          studio,
          versions.find(({ number }) => number === approved) ?? versions[0],
        );
      },
    }),
    serveRoute('POST /api/studio/versions/:id/roll-back', {
      summary: 'Prepares and submits the way back to a version; another officer approves it',
      params: oneId,
      body: z.object({ remark: words.default('') }),
      response: draftAnswer,
      may: 'studio.draft',
      handler: async ({ actor, caller, params, body }) =>
        viewDraft(studio, await rollBack(studio, { to: params.id, ...body }, caller), actor),
    }),
    serveRoute('POST /api/studio/host-check', {
      summary: 'Asks a host for a code, as a phone does, and keeps what it answered',
      body: z.object({ host: line({ min: 3, max: 29 }) }),
      response: { 200: hostCheck, ...refusals(429) },
      may: 'studio.draft',
      config: { pace: 'host-check' },
      handler: ({ caller, body }) => checkHost(hosts, body.host, caller),
    }),
  ];
}

/** A step of a draft as the officer saw it, answered with the draft after it. */
const stepOf =
  (studio: Studio) =>
  <const Step extends string, Body extends z.ZodType<object>>(
    step: Step,
    summary: string,
    body: Body,
    take: (studio: Studio, seen: { id: number } & z.output<Body>, by: Caller) => Promise<void>,
    config = drafting,
  ) =>
    serveRoute(`POST ${`/api/studio/drafts/:id/${step}` as const}`, {
      summary,
      params: oneId,
      body,
      response: { ...draftAnswer, ...refusals(422, 429, 503) },
      config,
      handler: async ({ actor, caller, params, body: sent }) => {
        await take(studio, { ...params, ...(sent as z.output<Body>) }, caller);
        return viewDraft(studio, params.id, actor);
      },
    });

async function readStudio(studio: Studio, campaign: Campaign, actor: Actor) {
  const { pool } = studio.database;
  const [versions, own, waiting, hostChecks] = await Promise.all([
    loadVersions(pool, studio),
    findPresentDraft(pool, actor),
    listSubmitted(pool),
    latestHostChecks(pool),
  ]);
  const [current] = versions;
  const { host, confirmed } = contentWith(studio.repository, current.fields)
    .links as Campaign['links'];
  return {
    current: current.number,
    artworkVersion: current.artworkVersion,
    host,
    hostConfirmed: confirmed,
    own: own === undefined ? null : summariseDraft(own, actor),
    waiting: waiting.map((draft) => summariseDraft(draft, actor)),
    versions: versions.map((version) => viewVersion(studio, version)),
    hostChecks,
    targets: listTargets(campaign).map(({ id, name, url }) => ({
      id,
      name,
      address: url({ code: '…' }),
    })),
    now: studio.clock.now(),
  };
}

async function viewDraft(studio: Studio, id: number, actor: Actor) {
  const { draft, versions: _versions, ...shown } = await readDraft(studio, id, actor);
  const { content, published, emblem, publishedEmblem } = shown;
  return {
    ...summariseDraft(draft, actor),
    ...shown,
    emblem: emblem || studio.repositoryEmblem,
    publishedEmblem: publishedEmblem || studio.repositoryEmblem,
    emblemChanged: emblem !== publishedEmblem,
    changes: labelChanges(shown.changes, content, published),
    conflicts: shown.conflicts.map((path) => ({ path, label: findLabel(path, content) })),
  };
}

function viewVersion({ repository }: Studio, version: StoredVersion) {
  const content = contentWith(repository, version.fields);
  return { ...version, changes: labelChanges(version.changes, content, content) };
}

function summariseDraft(draft: StoredDraft, actor: Actor) {
  return { ...draft, isOwn: mayFinish(actor, draft.authorId) };
}

/** @throws a refusal that says why the upload cannot be drawn */
async function readEmblem(
  { uploads, decoders }: DraftRouteDependencies,
  request: FastifyRequest,
): Promise<string> {
  const read = await uploads.lend(request, mostEmblemBytes, ({ path }) =>
    decoders.readWhole(emblemTask, { path }, request.actor.id),
  );
  if (read.kind === 'faulty') throw new Refusal('emblem', { detail: read.fault });
  return read.svg;
}
