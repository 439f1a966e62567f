import { useState } from 'react';
import type { Channel } from '../../../../../campaigns/channel.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { DetourView } from '../../../../../messaging/print/studio/studio-schemas.ts';
import { useConsole, useMay } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { ErrorNotice, TextField } from '../../ui/parts.tsx';
import { SecondPersonNote } from '../../ui/SecondPersonNote.tsx';
import { useAction } from '../../ui/use-service.ts';
import { useStudioWords } from './use-studio-words.ts';

export type Targets = Answer<'GET /api/studio/detours'>['targets'];

interface DetourRowProps {
  detour: DetourView;
  targets: Targets;
  onDone: () => void;
}

export const isOpenDetour = ({ status }: DetourView) =>
  status === 'submitted' || status === 'approved';

/** A detour with its reason and its people, to decide on or to end. */
export function DetourRow({ detour, targets, onDone }: DetourRowProps) {
  const { service } = useConsole();
  const words = useStudioWords();
  const may = useMay();
  const { busy, error, run } = useAction();
  const params = { id: detour.id };
  const act = (work: () => Promise<unknown>) =>
    run(async () => {
      await work();
      onDone();
    });
  const mayDecide = detour.status === 'submitted' && !detour.isOwn && may('studio.approve');
  return (
    <li>
      <DetourFacts detour={detour} targets={targets} />
      <ErrorNotice error={error} />
      {mayDecide && <SecondPersonNote second={detour.second} />}
      {mayDecide && detour.second.bar === null && (
        <Decision
          busy={busy}
          onApprove={() =>
            act(() => service.ask('POST /api/studio/detours/:id/approve', { params, body: {} }))
          }
          onReturn={(remark) =>
            act(() =>
              service.ask('POST /api/studio/detours/:id/return', { params, body: { remark } }),
            )
          }
        />
      )}
      {isOpenDetour(detour) && may('studio.draft') && (
        <button
          type="button"
          className="link"
          disabled={busy}
          onClick={() =>
            act(() => service.ask('POST /api/studio/detours/:id/end', { params, body: {} }))
          }
        >
          {words.end}
        </button>
      )}
    </li>
  );
}

function DetourFacts({ detour, targets }: Omit<DetourRowProps, 'onDone'>) {
  const { language } = useConsole();
  const words = useStudioWords();
  const target = targets.find(({ id }) => id === detour.target)?.name[language] ?? detour.target;
  return (
    <>
      <p>
        <strong>
          {detour.code ?? words.channels[detour.channel as Channel]} → {target}
        </strong>{' '}
        <span className="tag">{detour.holds ? words.holds : words.statuses[detour.status]}</span>
      </p>
      <p className="detail">
        {formatMoment(detour.from, language)} –{' '}
        {detour.until === null ? '…' : formatMoment(detour.until, language)}
      </p>
      <p>{detour.reason}</p>
      <p className="detail">
        {[detour.draftedBy, detour.decidedBy, detour.endedBy].filter(Boolean).join(' · ')}
      </p>
      {detour.remark !== '' && <p>{detour.remark}</p>}
    </>
  );
}

interface DecisionProps {
  busy: boolean;
  onApprove: () => void;
  onReturn: (remark: string) => void;
}

function Decision({ busy, onApprove, onReturn }: DecisionProps) {
  const words = useStudioWords();
  const [remark, setRemark] = useState('');
  return (
    <>
      <p className="row">
        <button type="button" className="button" disabled={busy} onClick={onApprove}>
          {words.approveShort}
        </button>
      </p>
      <TextField
        label={words.reason}
        value={remark}
        onChange={({ currentTarget }) => setRemark(currentTarget.value)}
      />
      <button
        type="button"
        className="button quiet"
        disabled={busy || remark.trim() === ''}
        onClick={() => onReturn(remark)}
      >
        {words.sendBack}
      </button>
    </>
  );
}
