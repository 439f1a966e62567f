import { useConsole } from '../../ui/console-context.ts';
import { differentFindings, FindingList } from './FindingList.tsx';
import { stationWordsIn } from './station-words.ts';
import { type StationDraft, useProof } from './use-proof.ts';

/** The board in Urdu as it will be printed, below the field in which its name is written. */
export function UrduProof({ draft }: { draft: StationDraft | null }) {
  const { language } = useConsole();
  const words = stationWordsIn(language);
  const { kind, last } = useProof(draft, 'board-ur');
  if (draft === null) return null;
  const [board] = last?.artworks ?? [];
  // Findings of other fields are shown beside the Hindi board.
  const findings = [...(last?.findings ?? []), ...(board?.findings ?? [])].filter(
    ({ field }) => field === 'name-ur',
  );
  return (
    <div className={`proof ${kind} proof-urdu`} aria-busy={kind === 'waiting'}>
      {board?.pages.map(({ side, widthPx, heightPx, png }) => (
        <img
          key={side}
          src={`data:image/png;base64,${png}`}
          width={widthPx}
          height={heightPx}
          alt={`${words.proofUrdu}: ${draft.ownFields?.['name-ur'] || (last?.name ?? draft.nameHi)}`}
        />
      ))}
      {last === null && kind === 'waiting' && <p className="proof-none">{words.proofWaits}</p>}
      <div role="status">
        {kind === 'away' && <p className="notice plain">{words.proofAway}</p>}
        {kind === 'shown' && board !== undefined && (
          <p className="detail">
            {draft.ownFields?.['name-ur'] ? words.proofUrdu : words.proofUrduHindi}
          </p>
        )}
      </div>
      <FindingList findings={differentFindings(findings)} />
    </div>
  );
}
