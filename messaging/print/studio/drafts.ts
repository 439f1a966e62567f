import type { Actor } from '../../../campaigns/offices/actor.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { same } from '../../../campaigns/studio/changes.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import {
  type DraftRevision,
  judgeApprover,
  listChanges,
  requireAuthor,
  requireFitting,
  requireRevision,
  takeStep,
} from './draft-steps.ts';
import { findFaults, rebaseFields } from './draft-view.ts';
import { confirmHost, loadDraft, loadVersions, type Studio } from './studio.ts';
import {
  type Fields,
  findDraft,
  findPresentDraft,
  insertDraft,
  updateDraft,
} from './studio-sql.ts';
import { contentWith, pickDiffering } from './versions.ts';

/** A draft with all that its page shows. */
export async function readDraft(studio: Studio, id: number, actor: Actor) {
  const { repository, database } = studio;
  const loaded = await loadDraft(database.pool, studio, { id });
  const { draft, versions, content } = loaded;
  const isStale = draft.kind === 'edit' && draft.base !== versions[0].number;
  return {
    ...loaded,
    isStale,
    conflicts: isStale ? rebaseFields(draft, { repository, versions }).conflicts : [],
    faults: findFaults(repository, content),
    second: rolesFor('studio.approve').includes(actor.role)
      ? await judgeApprover(database.pool, draft, actor)
      : null,
  };
}

/** Opens the caller's own draft, a new one where there is none. */
export async function openDraft(studio: Studio, caller: Caller): Promise<number> {
  const { pool } = studio.database;
  const known = await findPresentDraft(pool, caller.actor);
  if (known !== undefined) return known.id;
  return inTransaction(pool, async (tx) => {
    const [{ number: base }] = await loadVersions(tx, studio);
    const id = await insertDraft(tx, {
      kind: 'edit',
      authorId: caller.actor.id,
      author: caller.actor.name,
      base,
    });
    if (id === undefined) throw new Refusal('edited-since');
    await writeAudit(tx, {
      ...caller,
      action: 'studio.draft',
      subject: `campaign-draft/${id}`,
      after: { base },
    });
    return id;
  });
}

/** Not in the audit log: a key stroke is not an action, and the log has the draft once it is submitted. */
export async function saveDraft(
  studio: Studio,
  { id, revision, fields }: DraftRevision & { fields: Fields },
  { actor }: Caller,
): Promise<void> {
  await inTransaction(studio.database.pool, async (tx) => {
    const { draft, versions, published, content } = await loadDraft(tx, studio, { id, lock: true });
    requireAuthor(draft, actor);
    requireRevision(draft, revision);
    if (draft.status !== 'draft' || draft.kind !== 'edit')
      throw new Refusal('not-possible', { status: draft.status });
    const base = versions.find(({ number }) => number === draft.base) ?? versions[0];
    const from = contentWith(studio.repository, base.fields);
    const written: Fields = { ...from, ...fields };
    if (written.urdu !== undefined) written.urdu = unread(written.urdu, content.urdu);
    const next = await confirmHost(tx, written, published);
    await updateDraft(tx, draft, { fields: pickDiffering(next, from) });
  });
}

/** @param input `emblem` null for the published one, empty for the repository's */
export async function setEmblem(
  studio: Studio,
  { id, emblem }: { id: number; emblem: string | null },
  caller: Caller,
): Promise<void> {
  const draft = await findDraft(studio.database.pool, id);
  if (draft === undefined) throw new Refusal('not-found');
  const { revision } = draft;
  await takeStep(studio, { step: 'emblem', id, revision }, caller, async (tx, { draft }) => {
    await updateDraft(tx, draft, { emblem });
    return { status: 'draft', emblemBytes: emblem?.length ?? null };
  });
}

export function rebaseDraft(studio: Studio, seen: DraftRevision, caller: Caller): Promise<void> {
  const { repository } = studio;
  return takeStep(studio, { step: 'rebase', ...seen }, caller, async (tx, { draft, versions }) => {
    const { conflicts, ...change } = rebaseFields(draft, { repository, versions });
    await updateDraft(tx, draft, change);
    const paths = conflicts.map((path) => path.join('.'));
    return { status: 'draft', base: change.base, conflicts: paths };
  });
}

export async function submitDraft(
  studio: Studio,
  { remark, ...seen }: DraftRevision & { remark: string },
  caller: Caller,
): Promise<void> {
  const loaded = await loadDraft(studio.database.pool, studio, seen);
  requireAuthor(loaded.draft, caller.actor);
  requireFitting(studio, loaded);
  // Outside of the transaction: it takes a second.
  const { content, emblem, publishedEmblem } = loaded;
  await studio.tryLayout({
    content,
    hasUrdu: content.urdu !== undefined,
    emblem: emblem === publishedEmblem ? undefined : emblem || studio.repositoryEmblem,
  });
  await takeStep(studio, { step: 'submit', ...seen }, caller, async (tx, latest) => {
    requireFitting(studio, latest);
    await updateDraft(tx, latest.draft, {
      status: 'submitted',
      remark,
      returnedRemark: '',
      returnedBy: null,
    });
    return { status: 'submitted', remark, changes: listChanges(latest) };
  });
}

export function withdrawDraft(studio: Studio, seen: DraftRevision, caller: Caller): Promise<void> {
  return takeStep(studio, { step: 'withdraw', ...seen }, caller, async (tx, { draft }) => {
    const status = draft.kind === 'rollback' ? 'discarded' : 'draft';
    await updateDraft(tx, draft, { status });
    return { status };
  });
}

export function discardDraft(studio: Studio, seen: DraftRevision, caller: Caller): Promise<void> {
  return takeStep(studio, { step: 'discard', ...seen }, caller, async (tx, loaded) => {
    await updateDraft(tx, loaded.draft, { status: 'discarded' });
    return { status: 'discarded', changes: listChanges(loaded) };
  });
}

/**
 * Words that were changed have not been read: the editor has to confirm again that a native reader has.
 * @param written words in Urdu as the schema has them, or not yet
 * @param before the words as they were, with what was said of them
 */
export function unread(written: unknown, before: unknown): unknown {
  if (!isFields(written) || !isFields(before)) return written;
  return same(pickWords(written), pickWords(before)) ? written : { ...written, confirmed: false };
}

function pickWords({ confirmed: _, ...words }: Record<string, unknown>): Record<string, unknown> {
  return words;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
