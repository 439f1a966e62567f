import type { Campaign } from '../../../campaigns/campaign.ts';
import { changesBetween, type FieldChange, rebase } from '../../../campaigns/studio/changes.ts';
import { checkDraft } from '../../../campaigns/studio/check-draft.ts';
import { findLabel } from '../../../campaigns/studio/field-labels.ts';
import type { Fields, StoredDraft, StoredVersion } from './studio-sql.ts';
import { contentWith, pickDiffering } from './versions.ts';

/** A draft compared with what is published. */
export interface Comparison {
  content: Fields;
  published: Fields;
  emblem: string;
  publishedEmblem: string;
  changes: FieldChange[];
}

/** @param versions the latest first, with the repository's at the end */
export function compareDraft(
  draft: Pick<StoredDraft, 'kind' | 'base' | 'fields' | 'emblem'>,
  { repository, versions }: { repository: Campaign; versions: readonly StoredVersion[] },
): Comparison {
  const [current] = versions as [StoredVersion];
  const base = versions.find(({ number }) => number === draft.base) ?? current;
  const published = contentWith(repository, current.fields);
  const content = { ...contentWith(repository, base.fields), ...draft.fields };
  const emblem = draft.emblem ?? base.emblem;
  const changes = changesBetween(published, content);
  if (emblem !== current.emblem)
    changes.push({ path: ['emblem'], kind: 'changed', before: current.emblem, after: emblem });
  return { content, published, emblem, publishedEmblem: current.emblem, changes };
}

/** The draft as if it had been made from what is published now. */
export function rebaseFields(
  draft: Pick<StoredDraft, 'base' | 'fields' | 'emblem'>,
  { repository, versions }: { repository: Campaign; versions: readonly StoredVersion[] },
): { base: number; fields: Fields; emblem: string | null; conflicts: string[][] } {
  const [current] = versions as [StoredVersion];
  const base = versions.find(({ number }) => number === draft.base) ?? current;
  const was = contentWith(repository, base.fields);
  const now = contentWith(repository, current.fields);
  const { content, conflicts } = rebase(was, { ...was, ...draft.fields }, now);
  const emblem = draft.emblem === null || draft.emblem === base.emblem ? null : draft.emblem;
  return { base: current.number, fields: pickDiffering(content, now), emblem, conflicts };
}

/** Changes with their names in the form; an emblem is not shown as text. */
export function labelChanges(changes: readonly FieldChange[], content: Fields, published: Fields) {
  return changes.map((change) => {
    const label = findLabel(change.path, change.kind === 'removed' ? published : content);
    return change.path[0] === 'emblem'
      ? { ...change, label, before: null, after: null }
      : { ...change, label };
  });
}

export function findFaults(repository: Campaign, content: Fields) {
  return checkDraft(repository, content).faults;
}
