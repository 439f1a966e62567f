import { Cautions, Problems } from '../DraftActions.tsx';
import { SentContent } from '../SentContent.tsx';
import { useBlastWords } from '../use-blast-words.ts';
import type { StepProps } from './step-props.ts';

/** The draft as its approver will see it, and what still keeps it from being submitted. */
export function SummaryStep({ draft }: StepProps) {
  const words = useBlastWords();
  if (draft === null) return null;
  return (
    <div className="blast">
      <p>{words.summary.lead}</p>
      {draft.problems.length > 0 && <Problems problems={draft.problems} />}
      <Cautions cautions={draft.cautions} />
      <p className="summary-name">
        <strong>{draft.blast.name}</strong>
      </p>
      <SentContent detail={draft} />
    </div>
  );
}
