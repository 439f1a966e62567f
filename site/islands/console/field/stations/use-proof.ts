import { useEffect, useId, useRef, useState } from 'react';
import type { StationDraft } from '../../../../../campaigns/print/proofs/proof.ts';
import type { StationProofView } from '../../../../../messaging/print/proofs/proofs-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';

export type Proof =
  | { kind: 'waiting'; last: StationProofView | null }
  | { kind: 'shown'; last: StationProofView }
  | { kind: 'away'; last: StationProofView | null };

/**
 * Keys come faster than pictures, so a proof waits before it asks. The board follows each key, the rest a pause. A side of
 * the pamphlet is shown half as wide as a phone: its picture is most of what the page takes over a slow line.
 */
const pictures = {
  board: { restMs: 60, widthPx: 900 },
  pamphlet: { restMs: 500, widthPx: 400 },
  'board-ur': { restMs: 500, widthPx: 900 },
} as const;

/** The artwork of a draft as it will be printed, drawn again at each change; an outdated answer is dropped. */
export function useProof(draft: StationDraft | null, artwork: keyof typeof pictures): Proof {
  const { service } = useConsole();
  const [proof, setProof] = useState<Proof>({ kind: 'waiting', last: null });
  const client = useId().replace(/\W/g, '') || 'proof';
  const round = useRef(0);
  const draftText = draft === null ? null : JSON.stringify(draft);
  useEffect(() => {
    if (draftText === null) return;
    round.current += 1;
    const started = round.current;
    const timer = setTimeout(async () => {
      setProof(({ last }) => ({ kind: 'waiting', last }));
      try {
        const answer = await service.ask('POST /api/proofs/station', {
          body: {
            client: `${artwork}-${client}`,
            ...(JSON.parse(draftText) as StationDraft),
            artworks: [artwork],
            widthPx: pictures[artwork].widthPx,
          },
        });
        if (started !== round.current || answer.kind !== 'proof') return;
        setProof({ kind: 'shown', last: answer.proof });
      } catch {
        if (started === round.current) setProof(({ last }) => ({ kind: 'away', last }));
      }
    }, pictures[artwork].restMs);
    return () => clearTimeout(timer);
  }, [draftText, service, client, artwork]);
  return proof;
}
