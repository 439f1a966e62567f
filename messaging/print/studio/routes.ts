import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { mostEmblemBytes } from '../../../campaigns/emblem/clean-emblem.ts';
import { type Actor, mayFinish } from '../../../campaigns/offices/actor.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { findLabel } from '../../../campaigns/studio/field-labels.ts';
import { studioRoutes } from '../../contract/print/studio.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
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
import { latestHostChecks } from './host-checks-sql.ts';
import { loadVersions, type Studio } from './studio.ts';
import {
  findPresentDraft,
  listSubmitted,
  type StoredDraft,
  type StoredVersion,
} from './studio-sql.ts';
import { contentWith } from './versions.ts';

interface DraftRouteDependencies {
  studio: Studio;
  uploads: UploadRoom;
  decoders: Decoders;
}

const emblemTask: DecoderTask<typeof decode> = {
  kind: 'emblem',
  module: new URL('./emblem-decoder.ts', import.meta.url),
};

const reading = { access: rolesFor('studio.read') };
const drafting = { access: rolesFor('studio.draft') };
const approving = { access: rolesFor('studio.approve') };

/** Drafts of the campaign: what their authors do. */
export function registerDrafts(app: FastifyInstance, dependencies: DraftRouteDependencies): void {
  const { studio } = dependencies;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...studioRoutes.open,
    config: drafting,
    handler: async ({ actor, caller }) => viewDraft(studio, await openDraft(studio, caller), actor),
  });
  routes.route({
    ...studioRoutes.draft,
    config: reading,
    handler: ({ actor, params }) => viewDraft(studio, params.id, actor),
  });
  routes.route({
    ...studioRoutes.save,
    config: drafting,
    handler: async ({ actor, caller, params, body }) => {
      await saveDraft(studio, { ...params, ...body }, caller);
      return viewDraft(studio, params.id, actor);
    },
  });
  routes.route({
    ...studioRoutes.emblem,
    config: drafting,
    handler: async (request) => {
      const emblem = await readEmblem(dependencies, request);
      await setEmblem(studio, { ...request.params, emblem }, request.caller);
      return viewDraft(studio, request.params.id, request.actor);
    },
  });
  routes.route({
    ...studioRoutes.resetEmblem,
    config: drafting,
    handler: async ({ actor, caller, params, body: { to } }) => {
      await setEmblem(studio, { ...params, emblem: to === 'published' ? null : '' }, caller);
      return viewDraft(studio, params.id, actor);
    },
  });
  routes.route({
    ...studioRoutes.rebase,
    config: drafting,
    handler: async ({ actor, caller, params, body }) => {
      await rebaseDraft(studio, { ...params, ...body }, caller);
      return viewDraft(studio, params.id, actor);
    },
  });
  routes.route({
    ...studioRoutes.submit,
    config: drafting,
    handler: async ({ actor, caller, params, body }) => {
      await submitDraft(studio, { ...params, ...body }, caller);
      return viewDraft(studio, params.id, actor);
    },
  });
  routes.route({
    ...studioRoutes.withdraw,
    config: drafting,
    handler: async ({ actor, caller, params, body }) => {
      await withdrawDraft(studio, { ...params, ...body }, caller);
      return viewDraft(studio, params.id, actor);
    },
  });
  routes.route({
    ...studioRoutes.discard,
    config: drafting,
    handler: async ({ actor, caller, params, body }) => {
      await discardDraft(studio, { ...params, ...body }, caller);
      return viewDraft(studio, params.id, actor);
    },
  });
}

/** Versions of the campaign, the approval of drafts, and hosts of links. */
export function registerVersions(
  app: FastifyInstance,
  { studio, hosts }: { studio: Studio; hosts: HostChecks },
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...studioRoutes.read,
    config: reading,
    handler: ({ actor }) => readStudio(studio, actor),
  });
  routes.route({
    ...studioRoutes.approve,
    config: approving,
    handler: async ({ caller, params, body }) => {
      const approved = await approveDraft(studio, { ...params, ...body }, caller);
      const versions = await loadVersions(studio.database.pool, studio);
      return viewVersion(studio, versions.find(({ number }) => number === approved) ?? versions[0]);
    },
  });
  routes.route({
    ...studioRoutes.sendBack,
    config: approving,
    handler: async ({ actor, caller, params, body }) => {
      await returnDraft(studio, { ...params, ...body }, caller);
      return viewDraft(studio, params.id, actor);
    },
  });
  routes.route({
    ...studioRoutes.rollBack,
    config: drafting,
    handler: async ({ actor, caller, params, body }) =>
      viewDraft(studio, await rollBack(studio, { to: params.id, ...body }, caller), actor),
  });
  routes.route({
    ...studioRoutes.checkHost,
    config: drafting,
    handler: ({ caller, body }) => checkHost(hosts, body.host, caller),
  });
}

async function readStudio(studio: Studio, actor: Actor) {
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
  const { fields, emblem: _emblem, ...shown } = version;
  const content = contentWith(repository, fields);
  return { ...shown, changes: labelChanges(version.changes, content, content) };
}

/** Ids of accounts stay in the service. */
function summariseDraft(draft: StoredDraft, actor: Actor) {
  const { authorId, fields: _fields, emblem: _emblem, ...shown } = draft;
  return { ...shown, isOwn: mayFinish(actor, authorId) };
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
