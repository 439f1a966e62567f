import type { ReactNode } from 'react';
import { mayFinish } from '../../../../../campaigns/offices/actor.ts';
import { type BlastStatus, whoEnds } from '../../../../../messaging/contract/values.ts';
import type { BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { useConsole, useMay, useMe } from '../../ui/console-context.ts';
import { blastWordsIn } from './blast-words.ts';

const stages = ['draft', 'decision', 'sending', 'results'] as const;
type Stage = (typeof stages)[number];

const stageOf: Record<BlastStatus, Stage> = {
  draft: 'draft',
  submitted: 'decision',
  approved: 'sending',
  'handed-over': 'sending',
  scheduled: 'sending',
  running: 'sending',
  paused: 'sending',
  stopped: 'results',
  finished: 'results',
};

interface NextStepProps {
  /** Null for one that is not kept yet. */
  detail: BlastDetail | null;
  /** Actions that are open now. */
  children?: ReactNode;
}

/** The way of a blast: who has done what, and who must do what next. */
export function NextStep({ detail, children }: NextStepProps) {
  const words = useConsole(blastWordsIn).words.next;
  const me = useMe();
  const may = useMay();
  const status = detail?.blast.status ?? 'draft';
  const present = stages.indexOf(stageOf[status]);
  const isDrafter = detail === null || mayFinish(me, detail.blast.drafterId);
  const decides = may('blast.approve') && detail?.second.bar === null && !isDrafter;
  const ends = status === 'paused' ? whoEnds(detail?.blast.pauseReason ?? null) : 'itself';
  const isMine = ends === 'approves' ? decides : may('blast.run');
  const goesOn = isMine ? words.you : words.hq;
  const approver = detail?.approverName ?? null;
  const nameApprover = approver === null ? words.hq : words.by(approver);
  const who: Record<Stage, string> = {
    draft: isDrafter ? words.you : words.by(detail.drafterName),
    decision: decides ? words.you : nameApprover,
    sending: ends === 'itself' ? words.itself : goesOn,
    results: isDrafter ? words.you : words.by(detail.drafterName),
  };
  return (
    <section aria-labelledby="next" className="next-step">
      <h3 id="next">{words.title}</h3>
      <ol className="plain">
        {stages.map((stage, at) => (
          <li
            key={stage}
            className={at < present ? 'done' : undefined}
            aria-current={at === present ? 'step' : undefined}
          >
            <strong>{who[stage]}</strong>{' '}
            {stage === 'sending' && status === 'paused' ? words.paused[ends] : words.what[stage]}
          </li>
        ))}
      </ol>
      {children}
    </section>
  );
}
