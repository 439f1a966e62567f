import { useState } from 'react';
import { blastRows, usualChoices } from '../../../../../campaigns/messages/draft-fields.ts';
import { wishesNight } from '../../../../../campaigns/messages/legal-hours.ts';
import { withMargin } from '../../../../../campaigns/messages/seal-margin.ts';
import type { BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { CheckAnswers } from '../../ui/CheckAnswers.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { Button, type Fact, readProblems, TextField } from '../../ui/parts.tsx';
import { SecondPersonNote } from '../../ui/SecondPersonNote.tsx';
import { useAction } from '../../ui/use-service.ts';
import { blastWordsIn } from './blast-words.ts';
import { describeCap, isCapChanged } from './left-out.ts';
import { Cautions, Problems } from './NextStep.tsx';
import { describeRows } from './row-facts.ts';
import { SentTexts } from './SentContent.tsx';
import { seriesWordsIn } from './series-words.ts';
import { WhoGetsIt } from './WhoGetsIt.tsx';

interface ApprovalFormProps {
  detail: BlastDetail;
  reload: () => Promise<void>;
  onBack: () => void;
  /** Says what was decided. */
  onDecided: (text: string) => void;
}

/** HQ's decision on all that it is about; it holds for the revision that is shown, and for no other. */
export function ApprovalForm({ detail, reload, onBack, onDecided }: ApprovalFormProps) {
  const { language, service, words, format } = useConsole(blastWordsIn);
  const [night, setNight] = useState('');
  const { busy, error, run } = useAction();
  const { blast, second, estimate, counting, problems, series } = detail;
  const params = { id: blast.id };
  const decide = (ask: () => Promise<unknown>, text: string) =>
    run(async () => {
      // Whether it was done or refused, what is shown afterwards is what the service has now.
      await ask().finally(reload);
      onDecided(text);
    });
  const people = format.number(estimate?.recipients ?? 0);
  const cost = format.rupees(estimate?.paise ?? 0);
  const approve = () =>
    decide(
      () =>
        service.ask('POST /api/blasts/:id/approve', {
          params,
          body: {
            revision: blast.revision,
            ...(estimate && { seen: { recipients: estimate.recipients, paise: estimate.paise } }),
            ...(night.trim() !== '' && { night: night.trim() }),
          },
        }),
      words.approval.approved(people, cost),
    );
  const found = readProblems(error);
  return (
    <CheckAnswers
      title={words.approval.title}
      first={
        <>
          <div className="previews">
            <SentTexts blast={blast} />
          </div>
          {/* What is asked of a text is read beside it. */}
          <Cautions cautions={detail.cautions} />
        </>
      }
      facts={useDecisionFacts(detail)}
      button={words.approval.approve}
      busy={busy}
      // Nobody approves what is not counted yet.
      disabled={counting || problems.length > 0}
      error={error}
      refused={found && <Problems problems={found} />}
      back={words.approval.back}
      onConfirm={approve}
      onBack={onBack}
    >
      {error?.code === 'edited-since' && <p className="notice bad">{words.approval.reloaded}</p>}
      <SecondPersonNote second={second} />
      {(counting || estimate !== null) && <WhoGetsIt detail={detail} whole />}
      {problems.length > 0 && <Problems problems={problems} />}
      {isCapChanged(blast) && (
        <p className="notice bad">
          {words.leaveOut.overridden(
            describeCap(blast.selection, words),
            describeCap(usualChoices, words),
          )}
        </p>
      )}
      {blast.packTakenAt !== null && (
        <p className="notice bad">{words.approval.packTaken(format.moment(blast.packTakenAt))}</p>
      )}
      {wishesNight(blast) && (
        <TextField
          label={words.approval.night}
          hint={words.approval.nightHint}
          value={night}
          maxLength={500}
          onChange={({ currentTarget }) => setNight(currentTarget.value)}
        />
      )}
      <SendBack
        busy={busy}
        onSend={(remark) =>
          decide(
            () => service.ask('POST /api/blasts/:id/reject', { params, body: { remark } }),
            words.approval.sentBack,
          )
        }
      />
      {estimate !== null && <p>{words.approval.sum(people, cost)}</p>}
      {blast.repeat !== null && series?.most != null && (
        <p>
          {seriesWordsIn(language).approves(
            series.rounds.length,
            format.number(series.most.messages),
            format.rupees(series.most.paise),
          )}
        </p>
      )}
    </CheckAnswers>
  );
}

/** Each row of the blast in one line, its facts, who drafted it, and what the approval covers at most. */
function useDecisionFacts(detail: BlastDetail): Fact[] {
  const { language, words, format } = useConsole(blastWordsIn);
  const { blast, drafterName, estimate } = detail;
  const rows = describeRows(detail, { words, language });
  return [
    [words.approval.drafter, words.detail.draftedBy(drafterName, format.moment(blast.createdAt))],
    ...blastRows.flatMap((row): Fact[] => [
      [words.sheet.rows[row], rows[row].lead],
      ...rows[row].facts,
    ]),
    estimate && [
      words.approval.most,
      words.approval.mostOf(
        format.number(withMargin(estimate.recipients)),
        format.rupees(withMargin(estimate.paise)),
      ),
    ],
  ];
}

/** The other decision, folded until it is wanted: it needs a reason. */
function SendBack({ busy, onSend }: { busy: boolean; onSend: (remark: string) => void }) {
  const { words } = useConsole(blastWordsIn);
  const [remark, setRemark] = useState('');
  const [isMissing, setMissing] = useState(false);
  const send = () => {
    const text = remark.trim();
    setMissing(text === '');
    if (text !== '') onSend(text);
  };
  return (
    <details>
      <summary>{words.approval.wrong}</summary>
      <TextField
        label={words.approval.remark}
        hint={words.approval.remarkHint}
        error={isMissing ? words.approval.remarkMissing : undefined}
        value={remark}
        maxLength={2000}
        onChange={({ currentTarget }) => setRemark(currentTarget.value)}
      />
      <Button disabled={busy} onClick={send}>
        {words.approval.reject}
      </Button>
    </details>
  );
}
