import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { mostEmblemBytes } from '../../../campaigns/emblem/clean-emblem.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { findLabel } from '../../../campaigns/studio/field-labels.ts';
import { studioRoutes } from '../../contract/print/studio.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { named } from './draft-view.ts';
import type { decode } from './emblem-decoder.ts';
import type { HostChecker } from './host-check.ts';
import { latestHostChecks } from './host-checks-sql.ts';
import type { StudioBook } from './studio-book.ts';
import { listSubmitted, type StoredDraft, type StoredVersion } from './studio-sql.ts';
import { contentWith } from './versions.ts';

export interface StudioRouteDependencies {
  database: Database;
  repository: Campaign;
  /** The repository's, where a draft has no own. */
  repositoryEmblem: string;
  book: StudioBook;
  hosts: HostChecker;
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

/** Drafts of the campaign, their approval and the versions that came of them. */
export function registerStudio(app: FastifyInstance, dependencies: StudioRouteDependencies): void {
  const { database, repository, repositoryEmblem, book, hosts, uploads, decoders } = dependencies;
  const routes = app.withTypeProvider<ZodTypeProvider>();

  async function answer(actor: Actor, id: number) {
    const seen = await book.see(actor, id);
    const { draft, content, published } = seen;
    return {
      ...summaryOf(draft, actor),
      content,
      published,
      emblem: seen.emblem === '' ? repositoryEmblem : seen.emblem,
      publishedEmblem: seen.publishedEmblem === '' ? repositoryEmblem : seen.publishedEmblem,
      emblemChanged: seen.emblem !== seen.publishedEmblem,
      changes: named(seen.changes, content, published),
      faults: seen.faults,
      isStale: seen.isStale,
      conflicts: seen.conflicts.map((path) => ({ path, label: findLabel(path, content) })),
      second: seen.second,
    };
  }
  const viewOf = (version: StoredVersion) => {
    const content = contentWith(repository, version.fields);
    const { fields: _fields, emblem: _emblem, ...shown } = version;
    return { ...shown, changes: named(version.changes, content, content) };
  };

  routes.route({
    ...studioRoutes.read,
    config: reading,
    handler: async ({ actor }) => {
      const [versions, own, waiting, hostChecks] = await Promise.all([
        book.versions(),
        book.own(actor),
        listSubmitted(database.pool),
        latestHostChecks(database.pool),
      ]);
      const [current] = versions;
      const { host, confirmed } = contentWith(repository, current.fields)
        .links as Campaign['links'];
      return {
        current: current.number,
        artworkVersion: current.artworkVersion,
        host,
        hostConfirmed: confirmed,
        own: own === undefined ? null : summaryOf(own, actor),
        waiting: waiting.map((draft) => summaryOf(draft, actor)),
        versions: versions.map(viewOf),
        hostChecks,
      };
    },
  });
  routes.route({
    ...studioRoutes.open,
    config: drafting,
    handler: async ({ actor, caller }) => answer(actor, await book.open(caller)),
  });
  routes.route({
    ...studioRoutes.draft,
    config: reading,
    handler: async ({ actor, params }) => answer(actor, params.id),
  });
  routes.route({
    ...studioRoutes.save,
    config: drafting,
    handler: async ({ actor, caller, params, body }) => {
      await book.save(caller, { ...params, revision: body.revision }, body.fields);
      return answer(actor, params.id);
    },
  });
  routes.route({
    ...studioRoutes.emblem,
    config: drafting,
    handler: async (request) => {
      const { actor, params, id: requestId } = request;
      const read = await uploads.lend(request, mostEmblemBytes, ({ path }) =>
        decoders.readWhole(emblemTask, { path }, actor.id),
      );
      if (read.kind === 'faulty') throw new Refusal('emblem', { detail: read.fault });
      await book.setEmblem({ actor, requestId }, params.id, read.svg);
      return answer(actor, params.id);
    },
  });
  routes.route({
    ...studioRoutes.resetEmblem,
    config: drafting,
    handler: async ({ actor, caller, params, body: { to } }) => {
      await book.setEmblem(caller, params.id, to === 'published' ? null : '');
      return answer(actor, params.id);
    },
  });
  routes.route({
    ...studioRoutes.rebase,
    config: drafting,
    handler: async ({ actor, caller, params, body }) => {
      await book.rebase(caller, { ...params, ...body });
      return answer(actor, params.id);
    },
  });
  routes.route({
    ...studioRoutes.submit,
    config: drafting,
    handler: async ({ actor, caller, params, body: { revision, remark } }) => {
      await book.submit(caller, { ...params, revision }, remark);
      return answer(actor, params.id);
    },
  });
  routes.route({
    ...studioRoutes.withdraw,
    config: drafting,
    handler: async ({ actor, caller, params, body }) => {
      await book.withdraw(caller, { ...params, ...body });
      return answer(actor, params.id);
    },
  });
  routes.route({
    ...studioRoutes.discard,
    config: drafting,
    handler: async ({ actor, caller, params, body }) => {
      await book.discard(caller, { ...params, ...body });
      return answer(actor, params.id);
    },
  });
  routes.route({
    ...studioRoutes.approve,
    config: approving,
    handler: async ({ caller, params, body }) => {
      const number = await book.approve(caller, { ...params, ...body });
      const versions = await book.versions();
      return viewOf(versions.find((version) => version.number === number) ?? versions[0]);
    },
  });
  routes.route({
    ...studioRoutes.sendBack,
    config: approving,
    handler: async ({ actor, caller, params, body: { revision, reason } }) => {
      await book.sendBack(caller, { ...params, revision }, reason);
      return answer(actor, params.id);
    },
  });
  routes.route({
    ...studioRoutes.rollBack,
    config: drafting,
    handler: async ({ actor, caller, params, body: { remark } }) =>
      answer(actor, await book.rollBack(caller, params.id, remark)),
  });
  routes.route({
    ...studioRoutes.checkHost,
    config: drafting,
    handler: async ({ caller, body: { host } }) => hosts.check(caller, host),
  });
}

/** Ids of accounts stay in the service. */
function summaryOf(draft: StoredDraft, actor: Actor) {
  const { authorId, fields: _fields, emblem: _emblem, ...shown } = draft;
  return { ...shown, isOwn: authorId === actor.id };
}
