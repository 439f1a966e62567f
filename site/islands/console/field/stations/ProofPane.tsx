import { useEffect, useId, useRef, useState } from 'react';
import type { StationDraft } from '../../../../../campaigns/print/proofs/proof.ts';
import type { StationProofView } from '../../../../../messaging/print/proofs/proofs-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { stationWordsIn } from './station-words.ts';

interface ProofPaneProps {
  board: Proof;
  pamphlet: Proof;
  name: string;
}

/** Board and pamphlet as they will be printed, the size of the name, and the findings of preflight. */
export function ProofPane({ board: proof, pamphlet, name }: ProofPaneProps) {
  const { words, format } = useConsole(stationWordsIn);
  const { last } = proof;
  const number = (value: number) => format.number(Math.round(value));
  const artworks = [...(last?.artworks ?? []), ...(pamphlet.last?.artworks ?? [])];
  const findings = [...(last?.findings ?? []), ...artworks.flatMap((artwork) => artwork.findings)];
  const different = differentFindings(findings);
  const board = artworks.find(({ artwork }) => artwork === 'board');
  return (
    <section
      className={`proof ${proof.kind}`}
      aria-label={words.proof}
      aria-busy={proof.kind === 'waiting'}
    >
      {artworks.map(({ artwork, pages }) => (
        <div key={artwork} className={`proof-${artwork}`}>
          {pages.map(({ side, widthPx, heightPx, png }) => (
            <img
              key={side}
              src={`data:image/png;base64,${png}`}
              width={widthPx}
              height={heightPx}
              alt={`${artwork === 'board' ? words.proof : words.pamphlet}: ${last?.name ?? name}`}
            />
          ))}
        </div>
      ))}
      {last === null && proof.kind === 'waiting' && (
        <p className="proof-none">{words.proofWaits}</p>
      )}
      <div role="status">
        {proof.kind === 'away' && <p className="notice plain">{words.proofAway}</p>}
        {board?.name && (
          <p className="detail">
            {words.proofName(
              words.lines(board.name.lines),
              number(board.name.heightMm),
              number(board.name.leastMm),
            )}
            {board.name.clearMm !== null && (
              <> · {words.clear(number(board.name.clearMm), number(board.name.leastClearMm))}</>
            )}
          </p>
        )}
        {proof.kind === 'shown' && different.length === 0 && (
          <p className="proof-good">{words.proofGood}</p>
        )}
      </div>
      <FindingList findings={different} />
    </section>
  );
}

type Finding = StationProofView['findings'][number];

/** Each finding once: several artworks may break a rule in one way. */
export function differentFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, field, expected, found }) => {
    const key = [rule, field, expected.en, found.en].join('|');
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Findings that preflight would have. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const { language, words } = useConsole(stationWordsIn);
  if (findings.length === 0) return null;
  return (
    <ul className="plain proof-findings">
      {findings.map(({ severity, rule, field, title, expected, found }) => (
        <li key={`${rule}${field}${found.en}`} className={severity}>
          <strong>{title[language]}</strong>
          <br />
          {words.expected(expected[language], found[language])}
        </li>
      ))}
    </ul>
  );
}

type Proof =
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
