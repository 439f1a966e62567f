import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  type NameExample,
  nameExamples,
  urduArtworks,
} from '../../../../../campaigns/print/proofs/proof.ts';
import { valueAt } from '../../../../../campaigns/studio/path.ts';
import type { DraftView } from '../../../../../messaging/print/studio/studio-schemas.ts';
import { localPath } from '../../../../i18n/language.ts';
import { useConsole } from '../../ui/console-context.ts';
import { toSvgUrl } from './EmblemField.tsx';
import { PrintedProof } from './PrintedProof.tsx';
import { studioWordsIn } from './studio-words.ts';

import { hideFaults, useCampaignProof, useDrafted } from './use-campaign-proof.ts';
import type { Content } from './use-draft.ts';

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
  const { words } = useConsole(studioWordsIn);
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
            {words.proofs[each]}
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

interface PhoneProofProps {
  example: NameExample;
  content: Content;
  emblem: string;
}

/** Drawn with the published code: a draft changes none. */
const asPublished = { fields: {}, emblem: undefined };

/**
 * The page that a citizen's phone opens behind the code of a board: the site's very page, in which only the draft's words and
 * its emblem take the place of the published ones.
 */
function PhoneProof({ example, content, emblem }: PhoneProofProps) {
  const { language, words } = useConsole(studioWordsIn);
  const frame = useRef<HTMLIFrameElement>(null);
  const [isOther, setIsOther] = useState(false);
  const { proof } = useCampaignProof(asPublished, { artwork: 'board', example });
  const dress = useCallback(() => {
    const page = frame.current?.contentDocument;
    if (page == null || page.readyState === 'loading') return;
    const places = page.querySelectorAll<HTMLElement>('[data-words]');
    for (const place of places) {
      const value = valueAt(content, (place.dataset['words'] ?? '').split('.'));
      place.textContent = (value as Record<string, string> | undefined)?.[language] ?? '';
    }
    for (const picture of page.querySelectorAll<HTMLImageElement>('img[data-emblem]'))
      picture.src = toSvgUrl(emblem);
    // It is looked at and scrolled; its links lead away.
    if (page.body !== null) page.body.inert = true;
    setIsOther(page.location.href !== 'about:blank' && places.length === 0);
  }, [content, emblem, language]);
  useEffect(dress, [dress]);
  return (
    <div className="studio-printed">
      {proof?.code == null ? (
        <p className="studio-blank" role="status">
          {words.proofWait}
        </p>
      ) : (
        <div className="studio-phone">
          <iframe
            ref={frame}
            title={`${words.proofs.phone}: ${proof.name}`}
            src={localPath(language, `/get/?c=${proof.code}`)}
            tabIndex={-1}
            onLoad={dress}
          />
        </div>
      )}
      <p className="detail studio-fine" role="status">
        {isOther ? words.phoneAway : words.phoneFine}
      </p>
    </div>
  );
}
