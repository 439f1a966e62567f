import type { BlastDetail } from '../../../../../messaging/contract/phone/blasts.ts';
import { type BlastStatus, operatorGateway } from '../../../../../messaging/contract/values.ts';
import { useConsole, useMay, useMe } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { LinkHold } from '../../ui/LinkHold.tsx';
import { Await } from '../../ui/parts.tsx';
import { usePoll } from '../../ui/use-poll.ts';
import { useLoad } from '../../ui/use-service.ts';
import { AfterRun } from './AfterRun.tsx';
import { ApprovalForm } from './ApprovalForm.tsx';
import { blastPath, listPath } from './blast-paths.ts';
import { DraftActions } from './DraftActions.tsx';
import { DryRun } from './DryRun.tsx';
import { EmulatorBanner } from './EmulatorBanner.tsx';
import { isActive } from './figures.ts';
import { LiveFigures } from './LiveFigures.tsx';
import { OperatorPack } from './OperatorPack.tsx';
import { ReceiptFiles } from './ReceiptFiles.tsx';
import { RunControls } from './RunControls.tsx';
import { SentContent } from './SentContent.tsx';
import { StatusChip } from './StatusChip.tsx';
import { TestList } from './TestList.tsx';
import { useBlastWords } from './use-blast-words.ts';

/** One blast, from its draft to its report. */
export function BlastPage({ id }: { id: number }) {
  const { language } = useConsole();
  const words = useBlastWords();
  const me = useMe();
  const { state, lost, reload } = usePoll(
    (detail) => goesOn(detail, me.id),
    'GET /api/blasts/:id',
    { params: { id } },
  );
  return (
    <>
      <p className="row">
        <a href={listPath(language)}>{words.detail.back}</a>
      </p>
      <EmulatorBanner />
      <Await state={state} retry={() => void reload()}>
        {(detail) => <Shown detail={detail} lost={lost} reload={reload} />}
      </Await>
    </>
  );
}

/**
 * A long list is counted for some seconds; receipts come in for some time after the last message was handed over. A
 * drafter sees the decision as it is taken, also when the draft was taken back and handed in again on another page;
 * below the hand of an approver nothing changes by itself.
 */
function goesOn({ blast, figures, tests, counting }: BlastDetail, officer: string): boolean {
  return (
    counting ||
    (isDrafted(blast.status) && blast.drafterId === officer) ||
    isActive(blast.status) ||
    (blast.endedAt !== null && figures.all.accepted > 0) ||
    (blast.status === 'submitted' && tests.some(({ status }) => status === 'accepted'))
  );
}

const isDrafted = (status: BlastStatus) => status === 'draft' || status === 'submitted';

interface ShownProps {
  detail: BlastDetail;
  lost: boolean;
  reload: () => Promise<void>;
}

function Shown({ detail, lost, reload }: ShownProps) {
  const words = useBlastWords();
  const may = useMay();
  const { blast } = detail;
  const approves = may('blast.approve');
  const runs = may('blast.run');
  const drafted = isDrafted(blast.status);
  return (
    <article className="blast">
      <Head detail={detail} />
      {lost && (
        <p className="notice bad" role="alert">
          {words.detail.lost}
        </p>
      )}
      {drafted && <UnconfirmedLink />}
      {drafted && <DraftActions detail={detail} reload={reload} />}
      {!drafted && (
        <>
          <RunControls detail={detail} reload={reload} />
          {blast.gateway !== operatorGateway && <LiveFigures detail={detail} />}
          {detail.receiptsByFile && runs && <ReceiptFiles detail={detail} reload={reload} />}
          {blast.gateway !== operatorGateway && <AfterRun detail={detail} reload={reload} />}
        </>
      )}
      <SentContent detail={detail} />
      <TestList detail={detail} />
      {drafted && <DryRun blast={blast} />}
      {blast.status === 'submitted' && approves && <ApprovalForm detail={detail} reload={reload} />}
      <OperatorPack blast={blast} reload={reload} />
    </article>
  );
}

function UnconfirmedLink() {
  const { state } = useLoad('GET /api/templates');
  return state.kind === 'loaded' ? <LinkHold {...state.value.link} /> : null;
}

function Head({ detail }: { detail: BlastDetail }) {
  const { language, words: shared } = useConsole();
  const words = useBlastWords();
  const { blast, drafterName, approverName, childIds, sample } = detail;
  const moment = (value: string | null) => (value === null ? '' : formatMoment(value, language));
  return (
    <header>
      <h2>
        {blast.name} <StatusChip blast={blast} />
        {sample && <span className="tag">{shared.sample}</span>}
      </h2>
      <p className="detail">
        {words.channels[blast.channel]} ·{' '}
        {words.detail.draftedBy(drafterName, moment(blast.createdAt))}
        {approverName !== null &&
          ` · ${words.detail.approvedBy(approverName, moment(blast.approvedAt))}`}
      </p>
      {blast.parentId !== null && (
        <p className="detail">
          {words.detail.retryOf}{' '}
          <a href={blastPath(language, blast.parentId)}>{words.detail.number(blast.parentId)}</a>
        </p>
      )}
      {childIds.length > 0 && (
        <p className="detail">
          {words.detail.retriedIn}{' '}
          {childIds.map((child) => (
            <a key={child} href={blastPath(language, child)}>
              {words.detail.number(child)}
            </a>
          ))}
        </p>
      )}
    </header>
  );
}
