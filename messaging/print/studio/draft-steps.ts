import { type Actor, mayFinish } from '../../../campaigns/offices/actor.ts';
import type { DraftStatus } from '../../contract/values.ts';
import { judgeSecondPerson } from '../../people/accounts/second-person.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { findFaults, labelChanges } from './draft-view.ts';
import { type LoadedDraft, loadDraft, type Studio } from './studio.ts';
import { hasApprover, lockVersions, type StoredDraft } from './studio-sql.ts';

/** A draft as the officer saw it: a step is refused once it has another revision. */
export interface DraftRevision {
  id: number;
  revision: number;
}

/** Steps of a draft: from which status, and whether its author or an approver takes them. */
const steps = {
  emblem: { from: 'draft', by: 'author' },
  rebase: { from: 'draft', by: 'author' },
  submit: { from: 'draft', by: 'author' },
  discard: { from: 'draft', by: 'author' },
  withdraw: { from: 'submitted', by: 'author' },
  return: { from: 'submitted', by: 'approver' },
  publish: { from: 'submitted', by: 'approver' },
} as const satisfies Record<string, { from: DraftStatus; by: 'author' | 'approver' }>;

/** Takes a step with a draft as it is now, and logs what `change` returns. */
export async function takeStep(
  studio: Studio,
  { step, id, revision }: DraftRevision & { step: keyof typeof steps },
  caller: Caller,
  change: (tx: Queryable, loaded: LoadedDraft) => Promise<object>,
): Promise<void> {
  const { from, by } = steps[step];
  await inTransaction(studio.database.pool, async (tx) => {
    await lockVersions(tx);
    const loaded = await loadDraft(tx, studio, { id, lock: true });
    const { draft } = loaded;
    if (by === 'author') requireAuthor(draft, caller.actor);
    else await requireApprover(tx, draft, caller.actor);
    requireRevision(draft, revision);
    if (draft.status !== from) throw new Refusal('not-possible', { status: draft.status });
    const after = await change(tx, loaded);
    await writeAudit(tx, {
      ...caller,
      action: `studio.${step}`,
      subject: `campaign-draft/${id}`,
      before: { status: draft.status },
      after,
    });
  });
}

export function requireAuthor(draft: StoredDraft, actor: Actor): void {
  if (!mayFinish(actor, draft.authorId)) throw new Refusal('not-drafter');
}

export function requireRevision(draft: StoredDraft, revision: number): void {
  if (draft.revision !== revision) throw new Refusal('edited-since', { revision: draft.revision });
}

async function requireApprover(tx: Queryable, draft: StoredDraft, actor: Actor): Promise<void> {
  const { bar, openedBy } = await judgeApprover(tx, draft, actor);
  if (bar !== null) throw new Refusal(bar, { openedBy });
}

/** Whether this officer may decide on the draft. */
export async function judgeApprover(tx: Queryable, { authorId }: StoredDraft, { id, role }: Actor) {
  const second = await judgeSecondPerson(tx, id, [authorId]);
  // HQ decides on its words; the administrator is the second officer where HQ has no other account.
  const waits = second.bar === null && role === 'admin' && (await hasApprover(tx, authorId));
  return { ...second, bar: waits ? ('administrator-waits' as const) : second.bar };
}

export function requireFitting(
  { repository }: Studio,
  { draft, versions, content, changes }: LoadedDraft,
): void {
  if (draft.base !== versions[0].number) throw new Refusal('studio-stale');
  if (changes.length === 0) throw new Refusal('studio-unchanged');
  const faults = findFaults(repository, content);
  if (faults.length > 0) throw new Refusal('studio-faults', { faults });
}

/** For the audit log. */
export function listChanges({ content, published, changes }: LoadedDraft) {
  return labelChanges(changes, content, published).map(({ path, kind, before, after }) => ({
    field: path.join('.'),
    kind,
    before,
    after,
  }));
}
