import { useState } from 'react';
import { usualCap } from '../../../../../campaigns/messages/frequency-cap.ts';
import { wishesNight } from '../../../../../campaigns/messages/legal-hours.ts';
import type { BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import { formatMoment, formatNumber, formatRupees } from '../../../../i18n/format.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Button, ErrorNotice, Section, TextField } from '../../ui/parts.tsx';
import { SecondPersonNote } from '../../ui/SecondPersonNote.tsx';
import { useAction } from '../../ui/use-service.ts';
import { blastWordsIn } from './blast-words.ts';

import { describeCap, isCapChanged } from './left-out.ts';
import { Problems, readProblems } from './NextStep.tsx';
import { seriesWordsIn } from './series-words.ts';

interface ApprovalFormProps {
  detail: BlastDetail;
  reload: () => Promise<void>;
}

/** HQ's decision; it holds for the revision that is shown, and for no other. */
export function ApprovalForm({ detail, reload }: ApprovalFormProps) {
  const { language, service, words } = useConsole(blastWordsIn);
  const [remark, setRemark] = useState('');
  const [night, setNight] = useState('');
  const [remarkMissing, setRemarkMissing] = useState(false);
  const { busy, error, run } = useAction();
  const { blast, second, estimate, counting, problems, series } = detail;
  const { packTakenAt } = blast;
  if (second.bar !== null) return <SecondPersonNote second={second} />;
  const params = { id: blast.id };
  const decide = (ask: () => Promise<unknown>) =>
    run(async () => {
      // Whether it was done or refused, what is shown afterwards is what the service has now.
      await ask().finally(reload);
    });
  const sendBack = () => {
    const text = remark.trim();
    setRemarkMissing(text === '');
    if (text !== '')
      decide(() => service.ask('POST /api/blasts/:id/reject', { params, body: { remark: text } }));
  };
  const found = readProblems(error);
  return (
    <Section id="decision" title={words.approval.title} level="h3" className="decision">
      <SecondPersonNote second={second} />
      {counting && <p role="status">{words.content.counting}</p>}
      {estimate !== null && (
        <p>
          {words.approval.sum(
            formatNumber(estimate.recipients, language),
            formatRupees(estimate.paise, language),
          )}{' '}
          {words.approval.seal}
        </p>
      )}
      {blast.repeat !== null && series?.most != null && (
        <p>
          {seriesWordsIn(language).approves(
            series.rounds.length,
            formatNumber(series.most.messages, language),
            formatRupees(series.most.paise, language),
          )}
        </p>
      )}
      {isCapChanged(blast) && (
        <p className="notice bad">
          {words.leaveOut.overridden(
            describeCap(blast, words),
            words.leaveOut.capOf(usualCap.messages, usualCap.days),
          )}
        </p>
      )}
      {packTakenAt !== null && (
        <p className="notice bad">
          {words.approval.packTaken(formatMoment(packTakenAt, language))}
        </p>
      )}
      {found === null ? <ErrorNotice error={error} /> : <Problems problems={found} />}
      {error?.code === 'edited-since' && <p className="detail">{words.approval.reloaded}</p>}
      {wishesNight(blast) && (
        <TextField
          label={words.approval.night}
          hint={words.approval.nightHint}
          value={night}
          maxLength={500}
          onChange={({ currentTarget }) => setNight(currentTarget.value)}
        />
      )}
      <Button
        look="button"
        // Nobody approves what is not counted yet.
        disabled={busy || counting || problems.length > 0}
        onClick={() =>
          decide(() =>
            service.ask('POST /api/blasts/:id/approve', {
              params,
              body: {
                revision: blast.revision,
                ...(estimate && {
                  seen: { recipients: estimate.recipients, paise: estimate.paise },
                }),
                ...(night.trim() !== '' && { night: night.trim() }),
              },
            }),
          )
        }
      >
        {words.approval.approve}
      </Button>
      <TextField
        label={words.approval.remark}
        hint={words.approval.remarkHint}
        error={remarkMissing ? words.approval.remarkMissing : undefined}
        value={remark}
        maxLength={2000}
        onChange={({ currentTarget }) => setRemark(currentTarget.value)}
      />
      <Button disabled={busy} onClick={sendBack}>
        {words.approval.reject}
      </Button>
    </Section>
  );
}
