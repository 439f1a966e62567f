import type { NameExample, ProofArtwork } from '../../../../../campaigns/print/proofs/proof.ts';
import type { FaultView } from '../../../../../messaging/print/proofs/proofs-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { describeError } from '../../ui/parts.tsx';
import { studioWordsIn } from './studio-words.ts';

import { type Drafted, useCampaignProof } from './use-campaign-proof.ts';

interface PrintedProofProps {
  artwork: Extract<ProofArtwork, 'board' | 'pamphlet' | 'card' | 'board-ur' | 'pamphlet-ur'>;
  example: NameExample;
  drafted: Drafted;
}

/** The generator's picture of the draft, and the faults that preflight found. */
export function PrintedProof({ artwork, example, drafted }: PrintedProofProps) {
  const { language, words: consoleWords } = useConsole();
  const { words } = useConsole(studioWordsIn);
  const { proof, faults, error } = useCampaignProof(drafted, { artwork, example });
  const drawn = proof?.artworks.find((each) => each.artwork === artwork);
  const findings = drawn?.findings ?? [];
  return (
    <div className="studio-printed">
      {drawn === undefined || drawn.pages.length === 0 ? (
        <p className="studio-blank" role="status">
          {drawn === undefined && faults.length === 0 ? words.proofWait : words.proofNone}
        </p>
      ) : (
        <div className={`studio-pages of-${artwork}`}>
          {drawn.pages.map(({ side, png, widthPx, heightPx }) => (
            <img
              key={side}
              src={`data:image/png;base64,${png}`}
              width={widthPx}
              height={heightPx}
              alt={side === 'post' ? words.proofPost : `${words.proofs[artwork]}: ${proof?.name}`}
            />
          ))}
        </div>
      )}
      <ProofFaults faults={faults} />
      {error !== null && <p className="wrong">{describeError(error, language, consoleWords)}</p>}
      {drawn !== undefined &&
        faults.length === 0 &&
        (findings.length === 0 ? (
          <p className="detail studio-fine">
            {artwork === 'card' ? words.cardFine : words.proofFine}
          </p>
        ) : (
          <ul className="studio-findings">
            {findings.map((finding) => (
              <li key={JSON.stringify(finding)} className={finding.severity}>
                <strong>{finding.title[language]}</strong>{' '}
                <span>
                  {words.expected}: {finding.expected[language]}; {words.found}:{' '}
                  {finding.found[language]}
                </span>
              </li>
            ))}
          </ul>
        ))}
    </div>
  );
}

/** Why a picture does not follow the words: the fields that do not fit, each with what is expected in it. */
export function ProofFaults({ faults }: { faults: readonly FaultView[] }) {
  const { language } = useConsole();
  if (faults.length === 0) return null;
  return (
    <ul className="studio-findings" role="status">
      {faults.map(({ path, label, message }) => (
        <li key={path.join('.') + message.en} className="fault">
          <strong>{label[language]}</strong> <span>{message[language]}</span>
        </li>
      ))}
    </ul>
  );
}
