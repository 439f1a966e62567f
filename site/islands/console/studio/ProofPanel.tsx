import { useEffect, useMemo, useRef, useState } from 'react';
import type { Campaign } from '../../../../campaigns/campaign.ts';
import { type NameExample, nameExamples } from '../../../../campaigns/proofs/proof.ts';
import { valueAt, withValue } from '../../../../campaigns/studio/path.ts';
import type { StationProofView } from '../../../../messaging/contract/proofs.ts';
import type { DraftView } from '../../../../messaging/contract/studio.ts';
import { useConsole } from '../console-context.ts';
import { messageOf } from '../parts.tsx';
import type { ServiceError } from '../service.ts';
import { svgUrl } from './EmblemField.tsx';
import type { Content } from './use-draft.ts';
import { useStudioWords } from './use-studio-words.ts';

const kinds = ['board', 'pamphlet', 'card', 'phone'] as const;
type Kind = (typeof kinds)[number];
const pauseMs = 180;

type Copy = Campaign['copy'];

/** The draft as it will be printed and as a phone shows it, while it is written. */
export function ProofPanel({ draft, content }: { draft: DraftView; content: Content }) {
  const words = useStudioWords();
  const [kind, setKind] = useState<Kind>('board');
  const [example, setExample] = useState<NameExample>('shortest');
  const names = {
    board: words.proofBoard,
    pamphlet: words.proofPamphlet,
    card: words.proofCard,
    phone: words.proofPhone,
  };
  const copy = content.copy as Copy;
  const { emblem } = draft;
  const drawable = useMemo(() => withoutFaults(content, draft), [content, draft]);
  return (
    <section className="studio-proof" aria-label={words.proof}>
      <div className="studio-choice">
        {kinds.map((own) => (
          <button key={own} type="button" aria-pressed={own === kind} onClick={() => setKind(own)}>
            {names[own]}
          </button>
        ))}
      </div>
      {kind === 'board' || kind === 'pamphlet' ? (
        <>
          <Printed artwork={kind} example={example} content={drawable} />
          {draft.faults.length > 0 && <p className="detail">{words.proofErrors}</p>}
          <div className="studio-choice quiet">
            {nameExamples.map((own) => (
              <button
                key={own}
                type="button"
                aria-pressed={own === example}
                onClick={() => setExample(own)}
              >
                {words.examples[own]}
              </button>
            ))}
          </div>
        </>
      ) : kind === 'card' ? (
        <Card copy={copy} emblem={emblem} />
      ) : (
        <Phone copy={copy} emblem={emblem} />
      )}
    </section>
  );
}

/** What is not right yet is drawn as it is published, so that all else can be seen. */
function withoutFaults(content: Content, { faults, published }: DraftView): Content {
  return faults.reduce((own, { path }) => {
    const before = valueAt(published, path);
    return before === undefined
      ? withValue(own, path.slice(0, 1), valueAt(published, path.slice(0, 1)))
      : withValue(own, path, before);
  }, content);
}

interface PrintedProps {
  artwork: 'board' | 'pamphlet';
  example: NameExample;
  content: Content;
}

function Printed({ artwork, example, content }: PrintedProps) {
  const { language, service, words: consoleWords } = useConsole();
  const words = useStudioWords();
  const client = useRef(crypto.randomUUID());
  const [proof, setProof] = useState<StationProofView | null>(null);
  const [error, setError] = useState<ServiceError | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      service
        .ask('POST /api/proofs/campaign', {
          body: {
            client: client.current,
            draft: content,
            examples: [example],
            artworks: [artwork],
            widthPx: artwork === 'board' ? 900 : 480,
          },
        })
        .then(
          (answer) => {
            if (!isCurrent || answer.kind === 'superseded') return;
            setError(null);
            if (answer.stations[0] !== undefined) setProof(answer.stations[0]);
          },
          (failure: ServiceError) => isCurrent && setError(failure),
        );
    }, pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [service, content, example, artwork]);
  const drawn = proof?.artworks.find((own) => own.artwork === artwork);
  const findings = drawn?.findings ?? [];
  return (
    <div className="studio-printed">
      {drawn === undefined || drawn.pages.length === 0 ? (
        <p className="studio-blank" role="status">
          {drawn === undefined ? words.proofWait : words.proofFaults}
        </p>
      ) : (
        <div className={`studio-pages ${artwork}`}>
          {drawn.pages.map(({ side, png, widthPx, heightPx }) => (
            <img
              key={side}
              src={`data:image/png;base64,${png}`}
              width={widthPx}
              height={heightPx}
              alt={`${artwork === 'board' ? words.proofBoard : words.proofPamphlet}: ${proof?.name}`}
            />
          ))}
        </div>
      )}
      {error !== null && <p className="wrong">{messageOf(error, language, consoleWords)}</p>}
      {drawn !== undefined &&
        (findings.length === 0 ? (
          <p className="detail studio-fine">{words.proofFine}</p>
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

/** A card as it goes to WhatsApp: the words of the draft in the form of the social cards. */
function Card({ copy, emblem }: { copy: Copy; emblem: string }) {
  const { language } = useConsole();
  return (
    <div className="studio-card" lang={language}>
      <p>
        <img src={svgUrl(emblem)} alt="" width={34} height={41} />
        {copy.state[language]}
      </p>
      <p className="big">{copy.headline[language]}</p>
      <p>{copy.tagline[language]}</p>
      <p className="app">
        <strong>UP COP</strong> {copy.free[language]}
      </p>
    </div>
  );
}

/** The page that a code opens on a phone without a store of its own. */
function Phone({ copy, emblem }: { copy: Copy; emblem: string }) {
  const { language } = useConsole();
  const words = useStudioWords();
  return (
    <div className="studio-phone" lang={language}>
      <p className="head">
        <img src={svgUrl(emblem)} alt="" width={22} height={27} />
        {copy.state[language]}
      </p>
      <p className="big">UP COP: {words.getApp}</p>
      <p>{copy.headline[language]}</p>
      <p className="call">Google Play</p>
      <p className="call quiet">App Store</p>
      <p className="detail">
        {copy.pamphlet.fee[language]} {copy.pamphlet.note[language]}
      </p>
    </div>
  );
}
