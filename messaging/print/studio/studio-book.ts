import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { same } from '../../../campaigns/studio/changes.ts';
import { unread } from '../../../campaigns/urdu/reading.ts';
import { judgeSecondPerson } from '../../people/accounts/second-person.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import type { Clock } from '../../platform/process/clock.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { publish } from '../kit/published-sql.ts';
import { compare, findFaults, named, rebased } from './draft-view.ts';
import { lastPassed } from './host-checks-sql.ts';
import type { TriedDraft } from './layout-trial.ts';
import {
  type Fields,
  findDraft,
  findOwnDraft,
  hasApprover,
  insertDraft,
  insertVersion,
  listVersions,
  lockVersions,
  type StoredDraft,
  type StoredVersion,
  updateDraft,
} from './studio-sql.ts';
import {
  artworkMark,
  contentWith,
  differing,
  publishedYaml,
  repositoryVersion,
} from './versions.ts';

/** A draft as an officer saw it. */
export interface Seen {
  id: number;
  revision: number;
}

export type StudioBook = ReturnType<typeof createStudioBook>;

/** Drafts of the campaign and what becomes of them, each action in the audit log. */
export function createStudioBook(options: {
  database: Database;
  repository: Campaign;
  clock: Clock;
  /** After the commit of what was published. */
  onPublished(): Promise<void>;
  /** @throws a refusal for words that no artwork can hold */
  tryLayout(draft: TriedDraft): Promise<void>;
  /** What an empty emblem stands for. */
  repositoryEmblem: string;
}) {
  const { database, repository, clock, onPublished, tryLayout, repositoryEmblem } = options;
  const { pool } = database;

  async function versionsOf(tx: Queryable): Promise<[StoredVersion, ...StoredVersion[]]> {
    const published = await listVersions(tx);
    const [latest, ...earlier] = published;
    const first = repositoryVersion(repository);
    return latest === undefined ? [first] : [latest, ...earlier, first];
  }

  async function stand(tx: Queryable, id: number, lock = false) {
    const draft = await findDraft(tx, id, { lock });
    if (draft === undefined) throw new Refusal('not-found');
    const versions = await versionsOf(tx);
    return { draft, versions, ...compare(draft, { repository, versions }) };
  }
  type Standing = Awaited<ReturnType<typeof stand>>;

  /** `confirmed` is what the host itself said, or what is published of the same host. */
  async function withConfirmation(
    tx: Queryable,
    content: Fields,
    published: Fields,
  ): Promise<Fields> {
    const links = content.links as Campaign['links'] | undefined;
    const before = published.links as Campaign['links'];
    if (typeof links !== 'object' || links === null || typeof links.host !== 'string')
      return content;
    const stays = links.host === before.host && before.confirmed;
    const confirmed =
      stays || (links.confirmed === true && (await lastPassed(tx, links.host)) !== null);
    return { ...content, links: { ...links, confirmed } };
  }

  /** Takes a step with a draft as it now is. */
  async function act(
    { actor, requestId }: Caller,
    { id, revision }: Seen,
    rule: { action: string; from: readonly StoredDraft['status'][]; by: 'author' | 'other' },
    step: (tx: Queryable, standing: Standing) => Promise<object>,
  ): Promise<void> {
    await inTransaction(pool, async (tx) => {
      await lockVersions(tx);
      const standing = await stand(tx, id, true);
      const { draft } = standing;
      if (rule.by === 'author' && draft.authorId !== actor.id) throw new Refusal('not-drafter');
      if (rule.by === 'other') {
        const { bar, openedBy } = await judge(tx, draft, actor);
        if (bar !== null) throw new Refusal(bar, { openedBy });
      }
      if (draft.revision !== revision)
        throw new Refusal('edited-since', { revision: draft.revision });
      if (!rule.from.includes(draft.status))
        throw new Refusal('not-possible', { status: draft.status });
      const told = await step(tx, standing);
      await writeAudit(tx, {
        actor,
        action: `studio.${rule.action}`,
        subject: `campaign-draft/${id}`,
        before: { status: draft.status },
        after: told,
        requestId,
      });
    });
  }

  async function judge(tx: Queryable, { authorId }: StoredDraft, { id, role }: Actor) {
    const second = await judgeSecondPerson(tx, id, [authorId]);
    // HQ decides on its words; the administrator is the second officer where HQ has no other account.
    const waits = second.bar === null && role === 'admin' && (await hasApprover(tx, authorId));
    return { ...second, bar: waits ? ('administrator-waits' as const) : second.bar };
  }

  function mustFit({ draft, versions, content, changes }: Standing): void {
    if (draft.base !== versions[0].number) throw new Refusal('studio-stale');
    if (changes.length === 0) throw new Refusal('studio-unchanged');
    const faults = findFaults(repository, content);
    if (faults.length > 0) throw new Refusal('studio-faults', { faults });
  }

  const said = ({ content, published, changes }: Standing) => ({
    changes: named(changes, content, published).map(({ path, kind, before, after }) => ({
      field: path.join('.'),
      kind,
      before,
      after,
    })),
  });

  return {
    versions: () => versionsOf(pool),
    own: (actor: Actor) => findOwnDraft(pool, actor.id),

    /** A draft with all that the page shows of it. */
    async see(actor: Actor, id: number) {
      const standing = await stand(pool, id);
      const { draft, versions, content } = standing;
      const isStale = draft.kind === 'edit' && draft.base !== versions[0].number;
      return {
        ...standing,
        isStale,
        conflicts: isStale ? rebased(draft, { repository, versions }).conflicts : [],
        faults: findFaults(repository, content),
        second: rolesFor('studio.approve').includes(actor.role)
          ? await judge(pool, draft, actor)
          : null,
      };
    },

    /** The officer's own draft, a new one where there is none. */
    async open({ actor, requestId }: Caller): Promise<number> {
      const own = await findOwnDraft(pool, actor.id);
      if (own !== undefined) return own.id;
      return inTransaction(pool, async (tx) => {
        const [{ number: base }] = await versionsOf(tx);
        const id = await insertDraft(tx, {
          kind: 'edit',
          authorId: actor.id,
          author: actor.name,
          base,
        });
        if (id === undefined) throw new Refusal('edited-since');
        await writeAudit(tx, {
          actor,
          action: 'studio.draft',
          subject: `campaign-draft/${id}`,
          after: { base },
          requestId,
        });
        return id;
      });
    },

    /** Keeps what is written: a key stroke is no action, so the log has the draft once it is submitted. */
    async save({ actor }: Caller, { id, revision }: Seen, fields: Fields): Promise<void> {
      await inTransaction(pool, async (tx) => {
        const { draft, versions, published, content: before } = await stand(tx, id, true);
        if (draft.authorId !== actor.id) throw new Refusal('not-drafter');
        if (draft.revision !== revision)
          throw new Refusal('edited-since', { revision: draft.revision });
        if (draft.status !== 'draft' || draft.kind !== 'edit')
          throw new Refusal('not-possible', { status: draft.status });
        const base = versions.find(({ number }) => number === draft.base) ?? versions[0];
        const from = contentWith(repository, base.fields);
        const whole: Fields = { ...from, ...fields };
        const written =
          whole.urdu === undefined ? whole : { ...whole, urdu: unread(whole.urdu, before.urdu) };
        const content = await withConfirmation(tx, written, published);
        await updateDraft(tx, draft, { fields: differing(content, from) });
      });
    },

    async setEmblem(asked: Caller, id: number, emblem: string | null): Promise<void> {
      const draft = await findDraft(pool, id);
      if (draft === undefined) throw new Refusal('not-found');
      await act(
        asked,
        { id, revision: draft.revision },
        { action: 'emblem', from: ['draft'], by: 'author' },
        async (tx, standing) => {
          await updateDraft(tx, standing.draft, { emblem });
          return { status: 'draft', emblemBytes: emblem?.length ?? null };
        },
      );
    },

    rebase: (asked: Caller, seen: Seen) =>
      act(
        asked,
        seen,
        { action: 'rebase', from: ['draft'], by: 'author' },
        async (tx, standing) => {
          const { draft, versions } = standing;
          const { conflicts, ...change } = rebased(draft, { repository, versions });
          await updateDraft(tx, draft, change);
          return {
            status: 'draft',
            base: change.base,
            conflicts: conflicts.map((path) => path.join('.')),
          };
        },
      ),

    async submit(asked: Caller, seen: Seen, remark: string): Promise<void> {
      const standing = await stand(pool, seen.id);
      if (standing.draft.authorId !== asked.actor.id) throw new Refusal('not-drafter');
      mustFit(standing);
      // Outside of the transaction: it takes a second.
      const { content, emblem, publishedEmblem } = standing;
      await tryLayout({
        content,
        hasUrdu: content.urdu !== undefined,
        emblem: emblem === publishedEmblem ? undefined : emblem || repositoryEmblem,
      });
      await act(
        asked,
        seen,
        { action: 'submit', from: ['draft'], by: 'author' },
        async (tx, now) => {
          mustFit(now);
          await updateDraft(tx, now.draft, {
            status: 'submitted',
            remark,
            returnedRemark: '',
            returnedBy: null,
          });
          return { status: 'submitted', remark, ...said(now) };
        },
      );
    },

    withdraw: (asked: Caller, seen: Seen) =>
      act(
        asked,
        seen,
        { action: 'withdraw', from: ['submitted'], by: 'author' },
        async (tx, { draft }) => {
          const status = draft.kind === 'rollback' ? 'discarded' : 'draft';
          await updateDraft(tx, draft, { status });
          return { status };
        },
      ),

    discard: (asked: Caller, seen: Seen) =>
      act(
        asked,
        seen,
        { action: 'discard', from: ['draft'], by: 'author' },
        async (tx, standing) => {
          await updateDraft(tx, standing.draft, { status: 'discarded' });
          return { status: 'discarded', ...said(standing) };
        },
      ),

    sendBack: (asked: Caller, seen: Seen, reason: string) =>
      act(
        asked,
        seen,
        { action: 'return', from: ['submitted'], by: 'other' },
        async (tx, { draft }) => {
          const status = draft.kind === 'rollback' ? 'discarded' : 'draft';
          await updateDraft(tx, draft, {
            status,
            returnedRemark: reason,
            returnedBy: asked.actor.name,
          });
          return { status, reason };
        },
      ),

    /** Publishes a submitted draft; files and pages follow by themselves. */
    async approve(asked: Caller, seen: Seen): Promise<number> {
      let number = 0;
      await act(
        asked,
        seen,
        { action: 'publish', from: ['submitted'], by: 'other' },
        async (tx, standing) => {
          mustFit(standing);
          const { draft, versions, content, published, emblem, changes } = standing;
          // Between submission and approval nobody may have confirmed for the host.
          if (!same((await withConfirmation(tx, content, published)).links, content.links))
            throw new Refusal('studio-host');
          number = versions[0].number + 1;
          const fields = differing(content, contentWith(repository, {}));
          const version = {
            number,
            fields,
            emblem,
            ...artworkMark(
              { number, fields, emblem, day: clock.today() },
              { before: versions, repository },
            ),
            changes,
            remark: draft.remark,
            draftedBy: draft.author,
            approvedBy: asked.actor.name,
            rolledBackTo: draft.rolledBackTo,
          };
          await insertVersion(tx, version);
          await updateDraft(tx, draft, { status: 'published' });
          await publish(
            tx,
            'campaign',
            publishedYaml({ ...version, publishedAt: null }, repository),
          );
          if (emblem !== versions[0].emblem) await publish(tx, 'emblem', emblem);
          return {
            status: 'published',
            version: number,
            artworkVersion: version.artworkVersion,
            rolledBackTo: draft.rolledBackTo,
            ...said(standing),
          };
        },
      );
      await onPublished();
      return number;
    },

    /** Prepares and submits the way back to a version. */
    async rollBack({ actor, requestId }: Caller, to: number, remark: string): Promise<number> {
      return inTransaction(pool, async (tx) => {
        const versions = await versionsOf(tx);
        const [current] = versions;
        const target = versions.find(({ number }) => number === to);
        if (target === undefined) throw new Refusal('not-found');
        if (target.emblem === current.emblem && same(target.fields, current.fields))
          throw new Refusal('studio-unchanged');
        // The host stays confirmed only where its owner's answer still stands.
        const from = contentWith(repository, current.fields);
        const content = await withConfirmation(tx, contentWith(repository, target.fields), from);
        const id = await insertDraft(tx, {
          kind: 'rollback',
          status: 'submitted',
          authorId: actor.id,
          author: actor.name,
          base: current.number,
          rolledBackTo: to,
          fields: differing(content, from),
          emblem: target.emblem,
          remark,
        });
        if (id === undefined) throw new Refusal('studio-rollback-waits');
        await writeAudit(tx, {
          actor,
          action: 'studio.roll-back',
          subject: `campaign-draft/${id}`,
          after: { status: 'submitted', to, remark },
          requestId,
        });
        return id;
      });
    },
  };
}
