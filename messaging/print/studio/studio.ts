import type { Campaign } from '../../../campaigns/campaign.ts';
import type { House } from '../../kit/house.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type Comparison, compareDraft } from './draft-view.ts';
import type { TriedDraft } from './layout-trial.ts';
import {
  type Fields,
  findDraft,
  lastPassed,
  listVersions,
  type StoredDraft,
  type StoredVersion,
} from './studio-sql.ts';
import { repositoryVersion } from './versions.ts';

export interface Studio extends Pick<House, 'clock' | 'database'> {
  repository: Campaign;
  /** SVG used when the emblem is empty. */
  repositoryEmblem: string;
  /** @throws a refusal for words that no artwork can hold */
  tryLayout(draft: TriedDraft): Promise<void>;
  /** Called after the commit of what was published. */
  onPublished(): Promise<void>;
}

/** The latest first, the repository's at the end. */
export type Versions = readonly [StoredVersion, ...StoredVersion[]];

export interface LoadedDraft extends Comparison {
  draft: StoredDraft;
  versions: Versions;
}

export async function loadVersions(tx: Queryable, { repository }: Studio): Promise<Versions> {
  const [latest, ...earlier] = await listVersions(tx);
  const first = repositoryVersion(repository);
  return latest === undefined ? [first] : [latest, ...earlier, first];
}

export async function loadDraft(
  tx: Queryable,
  studio: Studio,
  { id, lock = false }: { id: number; lock?: boolean },
): Promise<LoadedDraft> {
  const draft = await findDraft(tx, id, { lock });
  if (draft === undefined) throw new Refusal('not-found');
  const versions = await loadVersions(tx, studio);
  return { draft, versions, ...compareDraft(draft, { repository: studio.repository, versions }) };
}

/** Sets `links.confirmed` to what the host itself answered, or to what is published of the same host. */
export async function confirmHost(
  tx: Queryable,
  content: Fields,
  published: Fields,
): Promise<Fields> {
  const links = content.links as Campaign['links'] | undefined;
  const before = published.links as Campaign['links'];
  if (typeof links !== 'object' || links === null || typeof links.host !== 'string') return content;
  const stays = links.host === before.host && before.confirmed;
  const confirmed =
    stays || (links.confirmed === true && (await lastPassed(tx, links.host)) !== null);
  return { ...content, links: { ...links, confirmed } };
}
