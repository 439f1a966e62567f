import { useEffect, useMemo, useRef, useState } from 'react';
import type { NameExample, ProofArtwork } from '../../../../../campaigns/print/proofs/proof.ts';
import { same } from '../../../../../campaigns/studio/changes.ts';
import { valueAt, withValue } from '../../../../../campaigns/studio/path.ts';
import type {
  FaultView,
  StationProofView,
} from '../../../../../messaging/print/proofs/proofs-schemas.ts';
import type { DraftView } from '../../../../../messaging/print/studio/studio-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import type { ServiceError } from '../../ui/service.ts';
import type { Content } from './use-draft.ts';

/** Fields and emblem that differ from the published ones. */
export interface Drafted {
  fields: Content;
  emblem: string | undefined;
}

/** Keys come faster than pictures: one waits for so long before it asks. */
const restMs = { board: 60, other: 250 } as const;
const usualWidthsPx: Partial<Record<ProofArtwork, number>> = {
  pamphlet: 480,
  'pamphlet-ur': 480,
};

/** The last picture that could be drawn, and the faults that keep the present words from one. */
interface CampaignProof {
  proof: StationProofView | null;
  faults: readonly FaultView[];
  error: ServiceError | null;
}

interface ProofRequest {
  artwork: ProofArtwork;
  example: NameExample;
  widthPx?: number;
}

/** A draft on an artwork with a name, requested again at each change; an overtaken answer is dropped. */
export function useCampaignProof(
  { fields, emblem }: Drafted,
  { artwork, example, widthPx = usualWidthsPx[artwork] ?? 900 }: ProofRequest,
): CampaignProof {
  const { service } = useConsole();
  const client = useRef(crypto.randomUUID());
  const [proof, setProof] = useState<StationProofView | null>(null);
  const [faults, setFaults] = useState<readonly FaultView[]>([]);
  const [error, setError] = useState<ServiceError | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const ask = async () => {
      try {
        const answer = await service.ask('POST /api/proofs/campaign', {
          body: {
            client: client.current,
            draft: fields,
            emblem,
            examples: [example],
            artworks: [artwork],
            widthPx,
          },
        });
        if (!isCurrent || answer.kind === 'superseded') return;
        setError(null);
        setFaults(answer.errors);
        if (answer.stations[0] !== undefined) setProof(answer.stations[0]);
      } catch (failure) {
        if (isCurrent) setError(failure as ServiceError);
      }
    };
    const timer = setTimeout(ask, artwork === 'board' ? restMs.board : restMs.other);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [service, fields, emblem, example, artwork, widthPx]);
  return { proof, faults, error };
}

/** The fields and emblem of the draft that differ from the published ones. */
export function useDrafted(
  { published, emblem, emblemChanged }: DraftView,
  content: Content,
): Drafted {
  return useMemo(
    () => ({
      fields: pickChanged(content, published),
      emblem: emblemChanged ? emblem : undefined,
    }),
    [content, published, emblem, emblemChanged],
  );
}

/** Takes faulty fields as they are published, so that the rest can be drawn. */
export function hideFaults(content: Content, { faults, published }: DraftView): Content {
  return faults.reduce((whole, { path }) => {
    const before = valueAt(published, path);
    return before === undefined
      ? withValue(whole, path.slice(0, 1), valueAt(published, path.slice(0, 1)))
      : withValue(whole, path, before);
  }, content);
}

function pickChanged(content: Content, published: Content): Content {
  const fields = Object.entries(content) as [keyof Content, unknown][];
  return Object.fromEntries(fields.filter(([field, value]) => !same(value, published[field])));
}
