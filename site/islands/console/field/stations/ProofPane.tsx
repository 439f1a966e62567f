import type { StationProofView } from '../../../../../messaging/print/proofs/proofs-schemas.ts';
import { formatNumber } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { stationWordsIn } from './station-words.ts';
import type { Proof } from './use-proof.ts';

/** Board and pamphlet as they will be printed, the size of the name, and the findings of preflight. */
export function ProofPane({
  board: proof,
  pamphlet,
  name,
}: {
  board: Proof;
  pamphlet: Proof;
  name: string;
}) {
  const { language, words } = useConsole(stationWordsIn);
  const { last } = proof;
  const number = (value: number) => formatNumber(Math.round(value), language);
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
