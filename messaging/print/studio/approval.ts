import { same } from '../../../campaigns/studio/changes.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { publish } from '../kit/published-sql.ts';
import { type DraftRevision, listChanges, requireFitting, takeStep } from './draft-steps.ts';
import { confirmHost, type LoadedDraft, loadVersions, type Studio } from './studio.ts';
import { insertDraft, insertVersion, updateDraft } from './studio-sql.ts';
import { artworkMark, contentWith, pickDiffering, publishedYaml } from './versions.ts';

/**
 * Publishes a submitted draft; files and pages follow by themselves.
 * @returns the version's number
 */
export async function approveDraft(
  studio: Studio,
  seen: DraftRevision,
  caller: Caller,
): Promise<number> {
  let number = 0;
  await takeStep(studio, { step: 'publish', ...seen }, caller, async (tx, loaded) => {
    requireFitting(studio, loaded);
    const { draft, versions, content, published, emblem } = loaded;
    // Between submission and approval nobody may have confirmed for the host.
    if (!same((await confirmHost(tx, content, published)).links, content.links))
      throw new Refusal('studio-host');
    const version = makeVersion(studio, loaded, caller);
    await insertVersion(tx, version);
    await updateDraft(tx, draft, { status: 'published' });
    await publish(tx, 'campaign', publishedYaml(version, studio.repository));
    if (emblem !== versions[0].emblem) await publish(tx, 'emblem', emblem);
    number = version.number;
    return {
      status: 'published',
      version: number,
      artworkVersion: version.artworkVersion,
      rolledBackTo: draft.rolledBackTo,
      changes: listChanges(loaded),
    };
  });
  await studio.onPublished();
  return number;
}

function makeVersion(
  { repository, clock }: Studio,
  { draft, versions, content, emblem, changes }: LoadedDraft,
  { actor }: Caller,
) {
  const number = versions[0].number + 1;
  const fields = pickDiffering(content, contentWith(repository, {}));
  const next = { number, fields, emblem, day: clock.today() };
  return {
    number,
    fields,
    emblem,
    ...artworkMark(next, { before: versions, repository }),
    changes,
    remark: draft.remark,
    draftedBy: draft.author,
    approvedBy: actor.name,
    rolledBackTo: draft.rolledBackTo,
  };
}

export function returnDraft(
  studio: Studio,
  { reason, ...seen }: DraftRevision & { reason: string },
  caller: Caller,
): Promise<void> {
  return takeStep(studio, { step: 'return', ...seen }, caller, async (tx, { draft }) => {
    const status = draft.kind === 'rollback' ? 'discarded' : 'draft';
    const returnedBy = caller.actor.name;
    await updateDraft(tx, draft, { status, returnedRemark: reason, returnedBy });
    return { status, reason };
  });
}

/**
 * Prepares and submits the way back to a version.
 * @returns the draft's id
 */
export async function rollBack(
  studio: Studio,
  { to, remark }: { to: number; remark: string },
  caller: Caller,
): Promise<number> {
  const { database, repository } = studio;
  return inTransaction(database.pool, async (tx) => {
    const versions = await loadVersions(tx, studio);
    const [current] = versions;
    const target = versions.find(({ number }) => number === to);
    if (target === undefined) throw new Refusal('not-found');
    if (target.emblem === current.emblem && same(target.fields, current.fields))
      throw new Refusal('studio-unchanged');
    // The host stays confirmed only if its owner's answer is still valid.
    const published = contentWith(repository, current.fields);
    const content = await confirmHost(tx, contentWith(repository, target.fields), published);
    const id = await insertDraft(tx, {
      kind: 'rollback',
      status: 'submitted',
      authorId: caller.actor.id,
      author: caller.actor.name,
      base: current.number,
      rolledBackTo: to,
      fields: pickDiffering(content, published),
      emblem: target.emblem,
      remark,
    });
    if (id === undefined) throw new Refusal('studio-rollback-waits');
    await writeAudit(tx, {
      ...caller,
      action: 'studio.roll-back',
      subject: `campaign-draft/${id}`,
      after: { status: 'submitted', to, remark },
    });
    return id;
  });
}
