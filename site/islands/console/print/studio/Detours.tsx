import { useState } from 'react';
import { type Channel, channels } from '../../../../../campaigns/channel.ts';
import { rolesFor } from '../../../../../campaigns/offices/permission.ts';
import { fieldText, instantOfField } from '../../../../../campaigns/tracker/clock.ts';
import type { Answer } from '../../../../../messaging/contract/contract.ts';
import type { DetourView } from '../../../../../messaging/contract/print/studio.ts';
import { SecondPersonNote } from '../../people/accounts/SecondPersonNote.tsx';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { Await, ErrorNotice, Field, TextField } from '../../ui/parts.tsx';
import { useAction, useLoad } from '../../ui/use-service.ts';
import { useStudioWords } from './use-studio-words.ts';

type Targets = Answer<'GET /api/studio/detours'>['targets'];

/** Codes that lead elsewhere for a while: what holds, what waits, what was. */
export function Detours() {
  const words = useStudioWords();
  const { role } = useMe();
  const { state, reload } = useLoad('GET /api/studio/detours');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section aria-labelledby="studio-detours">
      <h2 id="studio-detours">{words.detours}</h2>
      <p className="detail">{words.detoursLead}</p>
      <Await state={state} retry={reload}>
        {({ targets, detours, now }) => {
          const present = detours.filter(
            ({ status }) => status === 'submitted' || status === 'approved',
          );
          const earlier = detours.filter((own) => !present.includes(own));
          const rows = (own: readonly DetourView[]) => (
            <ul className="plain studio-versions">
              {own.map((detour) => (
                <DetourRow key={detour.id} detour={detour} targets={targets} onDone={reload} />
              ))}
            </ul>
          );
          return (
            <>
              {present.length === 0 ? <p>{words.detourNone}</p> : rows(present)}
              {rolesFor('studio.draft').includes(role) &&
                (isOpen ? (
                  <DetourForm
                    targets={targets}
                    now={now}
                    onDone={() => {
                      setIsOpen(false);
                      reload();
                    }}
                  />
                ) : (
                  <button type="button" className="button quiet" onClick={() => setIsOpen(true)}>
                    {words.detourAdd}
                  </button>
                ))}
              {earlier.length > 0 && (
                <details>
                  <summary>{words.history(earlier.length)}</summary>
                  {rows(earlier)}
                </details>
              )}
            </>
          );
        }}
      </Await>
    </section>
  );
}

interface RowProps {
  detour: DetourView;
  targets: Targets;
  onDone: () => void;
}

function DetourRow({ detour, targets, onDone }: RowProps) {
  const { language, service } = useConsole();
  const words = useStudioWords();
  const { role } = useMe();
  const { busy, error, run } = useAction();
  const [remark, setRemark] = useState('');
  const params = { id: detour.id };
  const act = (work: () => Promise<unknown>) =>
    run(async () => {
      await work();
      onDone();
    });
  const target = targets.find(({ id }) => id === detour.target)?.name[language] ?? detour.target;
  const isOpen = detour.status === 'submitted' || detour.status === 'approved';
  const mayDecide =
    detour.status === 'submitted' && !detour.isOwn && rolesFor('studio.approve').includes(role);
  return (
    <li>
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
      <ErrorNotice error={error} />
      {mayDecide && <SecondPersonNote second={detour.second} />}
      {mayDecide && detour.second.bar === null && (
        <>
          <p className="row">
            <button
              type="button"
              className="button"
              disabled={busy}
              onClick={() =>
                act(() => service.ask('POST /api/studio/detours/:id/approve', { params, body: {} }))
              }
            >
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
            onClick={() =>
              act(() =>
                service.ask('POST /api/studio/detours/:id/return', { params, body: { remark } }),
              )
            }
          >
            {words.sendBack}
          </button>
        </>
      )}
      {isOpen && rolesFor('studio.draft').includes(role) && (
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

interface FormProps {
  targets: Targets;
  now: string;
  onDone: () => void;
}

function DetourForm({ targets, now, onDone }: FormProps) {
  const { language, service } = useConsole();
  const words = useStudioWords();
  const [scope, setScope] = useState<Channel | 'code'>('board');
  const { busy, error, run } = useAction();
  const send = (form: HTMLFormElement) =>
    run(async () => {
      const text = (name: string) => String(new FormData(form).get(name) ?? '').trim();
      await service.ask('POST /api/studio/detours', {
        body: {
          code: scope === 'code' ? text('code') : null,
          channel: scope === 'code' ? null : scope,
          target: text('target'),
          from: instantOfField(text('from')).toISOString(),
          until: text('until') === '' ? null : instantOfField(text('until')).toISOString(),
          reason: text('reason'),
        },
      });
      onDone();
    });
  return (
    <form
      className="narrow"
      onSubmit={(event) => {
        event.preventDefault();
        send(event.currentTarget);
      }}
    >
      <Field label={words.detourScope}>
        {(ids) => (
          <select
            {...ids}
            value={scope}
            onChange={({ currentTarget }) => setScope(currentTarget.value as Channel | 'code')}
          >
            {channels.map((channel) => (
              <option key={channel} value={channel}>
                {words.channels[channel]}
              </option>
            ))}
            <option value="code">{words.detourCode}</option>
          </select>
        )}
      </Field>
      {scope === 'code' && <TextField label={words.code} name="code" required maxLength={24} />}
      <Field label={words.target}>
        {(ids) => (
          <select {...ids} name="target">
            {targets.map(({ id, name, address }) => (
              <option key={id} value={id}>
                {name[language]} ({address})
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        label={words.from}
        name="from"
        type="datetime-local"
        defaultValue={fieldText(new Date(now))}
        required
      />
      <TextField label={words.until} name="until" type="datetime-local" />
      <TextField label={words.why} name="reason" required maxLength={500} />
      <ErrorNotice error={error} />
      <button type="submit" className="button" disabled={busy}>
        {words.send}
      </button>
    </form>
  );
}
