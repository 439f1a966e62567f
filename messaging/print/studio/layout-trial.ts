import { randomUUID } from 'node:crypto';
import {
  nameExamples,
  type ProofFinding,
  urduArtworks,
} from '../../../campaigns/print/proofs/proof.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Proofs } from '../proofs/proofs.ts';
import type { Fields } from './studio-sql.ts';

/** A draft is laid out on these before another officer sees it, with the names that are hardest to place. */
const artworks = ['board', 'pamphlet', 'card'] as const;
const smallPx = 240;

export interface TriedDraft {
  content: Fields;
  /** Undefined where the published one stays. */
  emblem: string | undefined;
  hasUrdu: boolean;
}

type LayoutFinding = Pick<ProofFinding, 'title' | 'expected' | 'found'> & {
  artwork: string;
  /** Name of the station. */
  name: string;
};

/**
 * Lays a draft out and looks at it with preflight's eyes.
 * @throws a refusal `studio-layout` naming what does not fit, where
 */
export function createLayoutTrial(proofs: Pick<Proofs, 'prove'>) {
  async function tryOn(
    tried: typeof artworks | typeof urduArtworks,
    { content, emblem }: TriedDraft,
  ): Promise<LayoutFinding[]> {
    const answer = await proofs.prove(`studio ${randomUUID()}`, {
      kind: 'campaign',
      draft: content,
      emblem,
      artworks: tried,
      examples: nameExamples,
      widthPx: smallPx,
    });
    if (answer.kind !== 'campaign') return [];
    return answer.proof.stations.flatMap(({ name, artworks: proved }) =>
      proved.flatMap(({ artwork, findings: own }) =>
        own
          .filter(({ severity }) => severity === 'fault')
          .map(({ title, expected, found }) => ({ artwork, name, title, expected, found })),
      ),
    );
  }

  return async (draft: TriedDraft): Promise<void> => {
    const findings = await tryOn(artworks, draft);
    // Apart from the others, so that neither takes the other's time.
    if (draft.hasUrdu) findings.push(...(await tryOn(urduArtworks, draft)));
    if (findings.length > 0) throw new Refusal('studio-layout', { findings });
  };
}
