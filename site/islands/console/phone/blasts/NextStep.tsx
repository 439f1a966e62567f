import type { ReactNode } from 'react';
import { mayFinish } from '../../../../../campaigns/offices/actor.ts';
import { type BlastStatus, whoEnds } from '../../../../../messaging/contract/values.ts';
import type { Blast, BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { useConsole, useMay, useMe } from '../../ui/console-context.ts';
import { Section } from '../../ui/parts.tsx';
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
    <Section id="next" title={words.title} level="h3" className="next-step">
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
    </Section>
  );
}

/** Cautions to know before it is submitted or approved. */
export function Cautions({ cautions }: { cautions: BlastDetail['cautions'] }) {
  const { language, words } = useConsole(blastWordsIn);
  if (cautions.length === 0) return null;
  return (
    <div className="notice plain">
      <p>
        <strong>{words.draft.cautions}</strong>
      </p>
      <ul>
        {cautions.map((caution) => (
          <li key={caution.en}>{caution[language]}</li>
        ))}
      </ul>
    </div>
  );
}

/** Problems that keep a draft from being submitted or approved. */
export function Problems({ problems }: { problems: BlastDetail['problems'] }) {
  const { language, words } = useConsole(blastWordsIn);
  return (
    <div className="notice bad">
      <p>
        <strong>{words.draft.problems}</strong>
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={problem.en}>{problem[language]}</li>
        ))}
      </ul>
    </div>
  );
}

/** Why an approver sent a draft back. */
export function SentBack({ remark }: { remark: string | null }) {
  const words = useConsole(blastWordsIn).words.draft;
  if (remark === null) return null;
  return (
    <div className="notice bad">
      <p>
        <strong>{words.sentBack}</strong>
      </p>
      <p>{remark}</p>
    </div>
  );
}

/** Looks of the console's states that fit a blast's. */
const looks: Record<BlastStatus, string> = {
  draft: '',
  submitted: 'waiting',
  approved: 'verified',
  'handed-over': 'verified',
  scheduled: 'verified',
  running: 'verified',
  paused: 'waiting',
  stopped: 'rejected',
  finished: 'verified',
};

/** A blast's status in words; beside real gateways too, training is marked as such. */
export function StatusChip({ blast }: { blast: Pick<Blast, 'status' | 'gateway'> }) {
  const { words } = useConsole(blastWordsIn);
  return (
    <>
      <span className={`state ${looks[blast.status]}`}>{words.status[blast.status]}</span>
      {blast.gateway === 'emulator' && (
        <>
          {' '}
          <span className="tag">{words.emulator.tag}</span>
        </>
      )}
    </>
  );
}
