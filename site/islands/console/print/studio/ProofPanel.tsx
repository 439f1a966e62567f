import { useEffect, useMemo, useState } from 'react';
import {
  type NameExample,
  nameExamples,
  urduArtworks,
} from '../../../../../campaigns/proofs/proof.ts';
import type { DraftView } from '../../../../../messaging/print/studio/studio-schemas.ts';
import { PhoneProof } from './PhoneProof.tsx';
import { PrintedProof } from './PrintedProof.tsx';
import type { Content } from './use-draft.ts';
import { hideFaults, useDrafted } from './use-drafted.ts';
import { useStudioWords } from './use-studio-words.ts';

const usualKinds = ['board', 'pamphlet', 'card', 'phone'] as const;
type Kind = (typeof usualKinds | typeof urduArtworks)[number];

interface ProofPanelProps {
  draft: DraftView;
  content: Content;
  /** The part of the draft that is being written; its picture comes to the front. */
  part?: string;
}

/** The draft as it will be printed, sent and opened on a phone, while it is written. */
export function ProofPanel({ draft, content, part = 'board' }: ProofPanelProps) {
  const words = useStudioWords();
  const [kind, setKind] = useState<Kind>('board');
  useEffect(
    () =>
      setKind(part === 'pamphlet' ? 'pamphlet' : part === 'urdu' ? 'board-ur' : ('board' as const)),
    [part],
  );
  const isUrduChanged = draft.changes.some(({ path }) => path[0] === 'urdu');
  const kinds: readonly Kind[] =
    part === 'urdu' ? urduArtworks : isUrduChanged ? [...usualKinds, ...urduArtworks] : usualKinds;
  const [example, setExample] = useState<NameExample>('shortest');
  const names = {
    board: words.proofBoard,
    pamphlet: words.proofPamphlet,
    card: words.proofCard,
    phone: words.proofPhone,
    'board-ur': words.proofBoardUrdu,
    'pamphlet-ur': words.proofPamphletUrdu,
  };
  const whole = useMemo(() => hideFaults(content, draft), [content, draft]);
  const drafted = useDrafted(draft, whole);
  return (
    <section className="studio-proof" aria-label={words.proof}>
      <div className="studio-choice">
        {kinds.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === kind}
            onClick={() => setKind(each)}
          >
            {names[each]}
          </button>
        ))}
      </div>
      {kind === 'phone' ? (
        <PhoneProof example={example} content={whole} emblem={draft.emblem} />
      ) : (
        <PrintedProof key={kind} artwork={kind} example={example} drafted={drafted} />
      )}
      {draft.faults.length > 0 && <p className="detail">{words.proofErrors}</p>}
      <div className="studio-choice quiet">
        {nameExamples.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === example}
            onClick={() => setExample(each)}
          >
            {words.examples[each]}
          </button>
        ))}
      </div>
    </section>
  );
}
