import { randomUUID } from 'node:crypto';
import { ApiError } from '../http/api-error.ts';
import type { Proofs } from '../proofs/proofs.ts';
import type { Fields } from './studio-sql.ts';

/** What a draft is laid out on before another officer sees it, with the names that are hardest to place. */
const artworks = ['board', 'pamphlet'] as const;
const examples = ['shortest', 'longest', 'two-lines'] as const;
const smallPx = 240;

/**
 * Lays a draft out and looks at it with preflight's eyes.
 * @throws ApiError `studio-layout` naming what does not fit, where
 */
export function createLayoutTrial(proofs: Pick<Proofs, 'prove'>) {
  return async (content: Fields): Promise<void> => {
    const answer = await proofs.prove(`studio ${randomUUID()}`, {
      kind: 'campaign',
      draft: content,
      artworks,
      examples,
      widthPx: smallPx,
    });
    if (answer.kind !== 'campaign') return;
    const findings = answer.proof.stations.flatMap(({ name, artworks: proved }) =>
      proved.flatMap(({ artwork, findings: own }) =>
        own
          .filter(({ severity }) => severity === 'fault')
          .map(({ title, expected, found }) => ({ artwork, name, title, expected, found })),
      ),
    );
    if (findings.length > 0) throw new ApiError('studio-layout', { more: { findings } });
  };
}
