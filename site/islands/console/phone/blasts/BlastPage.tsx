import { useEffect, useState } from 'react';
import { mayFinish } from '../../../../../campaigns/offices/actor.ts';
import { type BlastStatus, operatorGateway } from '../../../../../messaging/contract/values.ts';
import type { Blast, BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { AskButton } from '../../ui/AskForm.tsx';
import { useConsole, useMay, useMe } from '../../ui/console-context.ts';
import { keepInAddress, useAsked, useInAddress } from '../../ui/in-address.ts';
import { Await, Button, Outcome, Section } from '../../ui/parts.tsx';
import { SecondPersonNote } from '../../ui/SecondPersonNote.tsx';
import { usePoll } from '../../ui/use-service.ts';
import { TakePack } from '../operators/TakePack.tsx';
import { AfterRun } from './AfterRun.tsx';
import { ApprovalForm } from './ApprovalForm.tsx';
import { BlastList, EmulatorBanner } from './BlastList.tsx';
import { blastPath, listPath } from './blast-paths.ts';
import { blastWordsIn } from './blast-words.ts';
import { DryRun } from './DryRun.tsx';
import { DraftPage } from './draft/DraftPage.tsx';
import { isActive } from './figures.ts';
import { LiveFigures } from './LiveFigures.tsx';
import { Cautions, NextStep, Problems, SentBack, StatusChip } from './NextStep.tsx';
import { ReceiptFiles } from './ReceiptFiles.tsx';
import { RunControls } from './RunControls.tsx';
import { runWordsIn } from './run-words.ts';
import { SentContent } from './SentContent.tsx';
import { Series } from './Series.tsx';
import { TrialResult } from './TrialResult.tsx';

interface BlastPageProps {
  /** Null for a new one. */
  id: number | null;
  /** The blast that a new one is like. */
  from: number | null;
}

/** One blast, from its draft to its report. */
export function BlastPage({ id: first, from }: BlastPageProps) {
  const { language, words } = useConsole(blastWordsIn);
  const me = useMe();
  const [id, setId] = useState(first);
  /** The answer to the last change: newer than what was read before. */
  const [answered, setAnswered] = useState<BlastDetail | null>(null);
  const { state, lost, reload } = usePoll(
    (detail) => goesOn(detail, me),
    id === null ? null : 'GET /api/blasts/:id',
    { params: { id: id ?? 0 } },
  );
  useEffect(() => {
    if (id === null) return;
    // Also where "back" leads to the time before it was kept.
    const nameIt = () => keepInAddress({ new: null, from: null, id: String(id) });
    nameIt();
    addEventListener('popstate', nameIt);
    return () => removeEventListener('popstate', nameIt);
  }, [id]);
  const read = state.kind === 'loaded' ? state.value : null;
  const detail = pickNewer(read, answered);
  const onKept = (saved: BlastDetail) => {
    setAnswered(saved);
    setId(saved.blast.id);
    void reload();
  };
  const editing = { kept: detail, from, onKept, reload };
  return (
    <>
      <p className="row">
        <a href={listPath(language)}>{words.detail.back}</a>
      </p>
      <EmulatorBanner />
      {detail === null && id !== null ? (
        <Await state={state} retry={() => void reload()}>
          {() => null}
        </Await>
      ) : (
        <article className="blast">
          {detail === null ? <h2>{words.sheet.title}</h2> : <Head detail={detail} />}
          {lost && (
            <p className="notice bad" role="alert">
              {words.detail.lost}
            </p>
          )}
          {detail === null || mayEdit(detail, me) ? (
            <Drafted editing={editing} />
          ) : (
            <Shown detail={detail} reload={reload} />
          )}
          {detail !== null && isDrafted(detail.blast.status) && <DryRun blast={detail.blast} />}
        </article>
      )}
    </>
  );
}

/** A slow reading must not put an older draft over what was kept meanwhile. */
function pickNewer(read: BlastDetail | null, answered: BlastDetail | null): BlastDetail | null {
  if (read === null || answered === null) return read ?? answered;
  return read.blast.revision < answered.blast.revision ? answered : read;
}

type Officer = ReturnType<typeof useMe>;

const mayEdit = ({ blast }: BlastDetail, me: Officer) =>
  blast.status === 'draft' && mayFinish(me, blast.drafterId);

/**
 * A long list is counted for some seconds; receipts come in for some time after the last message was handed over. A
 * drafter sees the decision as it is taken, also when the draft was taken back and handed in again on another page;
 * below the hand of an approver nothing changes by itself.
 */
function goesOn({ blast, figures, tests, counting }: BlastDetail, me: Officer): boolean {
  return (
    counting ||
    (isDrafted(blast.status) && mayFinish(me, blast.drafterId)) ||
    isActive(blast.status) ||
    (blast.endedAt !== null && figures.all.accepted > 0) ||
    (blast.status === 'submitted' && tests.some(({ status }) => status === 'accepted'))
  );
}

const isDrafted = (status: BlastStatus) => status === 'draft' || status === 'submitted';

/** Why a round waits comes before its draft; what a series will be, after the choices it follows from. */
function Drafted({ editing }: { editing: Parameters<typeof DraftPage>[0] }) {
  const { kept, reload } = editing;
  const series = kept !== null && <Series detail={kept} reload={reload} />;
  const isRound = kept !== null && kept.blast.round !== null;
  return (
    <>
      {isRound && series}
      <DraftPage {...editing} />
      {!isRound && series}
    </>
  );
}

/** A blast that is not in the officer's hands as a draft: how far it is, what it is, and what comes next. */
function Shown({ detail, reload }: { detail: BlastDetail; reload: () => Promise<void> }) {
  const { language } = useConsole();
  const may = useMay();
  const { blast, problems, cautions } = detail;
  const runs = may('blast.run');
  const drafted = isDrafted(blast.status);
  const check = useInAddress('check');
  const [decided, setDecided] = useState<string | null>(null);
  const decides = blast.status === 'submitted' && may('blast.approve');
  if (decides && detail.second.bar === null && check.value !== null)
    return (
      <ApprovalForm
        detail={detail}
        reload={reload}
        onBack={() => check.open(null)}
        onDecided={(text) => {
          setDecided(text);
          check.keep(null);
        }}
      />
    );
  return (
    <>
      {decided !== null && (
        <Outcome tone="good">
          <p>
            <strong>{decided}</strong>
          </p>
        </Outcome>
      )}
      {drafted ? (
        <SentBack remark={blast.status === 'draft' ? blast.remark : null} />
      ) : (
        <>
          <RunControls detail={detail} reload={reload} />
          <TrialResult detail={detail} reload={reload} />
          {blast.gateway !== operatorGateway && <LiveFigures detail={detail} />}
          {detail.receiptsByFile && runs && <ReceiptFiles detail={detail} reload={reload} />}
          {blast.gateway !== operatorGateway && <AfterRun detail={detail} reload={reload} />}
        </>
      )}
      <SentContent detail={detail} />
      <Series detail={detail} reload={reload} />
      <NextStep detail={detail}>
        {problems.length > 0 && <Problems problems={problems} />}
        <Cautions cautions={cautions} />
        <Withdraw blast={blast} reload={reload} />
        {decides && <SecondPersonNote second={detail.second} />}
        <OperatorPack blast={blast} reload={reload} />
      </NextStep>
      {decides && detail.second.bar === null && (
        <p className="actions">
          <Button look="button" onClick={() => check.open('1')}>
            {blastWordsIn(language).approval.begin}
          </Button>
        </p>
      )}
    </>
  );
}

/** Taken back by its drafter, it is a draft again. */
function Withdraw({ blast, reload }: { blast: BlastDetail['blast']; reload: () => Promise<void> }) {
  const { service } = useConsole();
  const words = useConsole(blastWordsIn).words.draft;
  const me = useMe();
  if (blast.status !== 'submitted' || !mayFinish(me, blast.drafterId)) return null;
  const params = { id: blast.id };
  return (
    <div className="notice plain">
      <p>{words.waits}</p>
      <AskButton
        button={words.withdraw}
        send={() => service.ask('POST /api/blasts/:id/withdraw', { params }).finally(reload)}
      />
    </div>
  );
}

function Head({ detail }: { detail: BlastDetail }) {
  const { language, words, format } = useConsole(blastWordsIn);
  const { blast, drafterName, approverName, childIds } = detail;
  const moment = (value: string | null) => (value === null ? '' : format.moment(value));
  return (
    <header>
      <h2>
        {blast.name} <StatusChip blast={blast} />
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

/** Blasts: all of them, one (`?id=12`), or a new one (`?new`, `?new&from=12` like another). */
export function BlastsView() {
  const query = useAsked();
  const id = Number(query.get('id'));
  if (id > 0) return <BlastPage id={id} from={null} />;
  if (query.has('new')) return <BlastPage id={null} from={Number(query.get('from')) || null} />;
  return <BlastList />;
}

/** For a service provider that sends it itself, once it is approved. */
function OperatorPack({ blast, reload }: { blast: Blast; reload: () => void }) {
  const { words, format } = useConsole(runWordsIn);
  const may = useMay();
  if (!may('blast.run') || blast.gateway !== operatorGateway) return null;
  const isReady = blast.status === 'handed-over';
  return (
    <Section id="pack" title={words.pack.title} level="h3">
      <p>{isReady ? words.pack.text : words.pack.later}</p>
      {isReady && (
        <TakePack blastId={blast.id} className="button" onTaken={reload}>
          {words.pack.take}
        </TakePack>
      )}
      {blast.packTakenAt !== null && (
        <p className="detail">{words.pack.taken(format.moment(blast.packTakenAt))}</p>
      )}
    </Section>
  );
}
