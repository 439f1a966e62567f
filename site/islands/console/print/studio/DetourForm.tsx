import { useState } from 'react';
import { type Channel, channels } from '../../../../../campaigns/channel.ts';
import { fieldText, instantOfField } from '../../../../../campaigns/tracker/clock.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { ErrorNotice, SelectField, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import type { Targets } from './DetourRow.tsx';
import { useStudioWords } from './use-studio-words.ts';

interface DetourFormProps {
  targets: Targets;
  now: string;
  onDone: () => void;
}

/** A new detour: for a channel or one code, to a target, from when until when and why. */
export function DetourForm({ targets, now, onDone }: DetourFormProps) {
  const { language, service } = useConsole();
  const words = useStudioWords();
  const [scope, setScope] = useState<Channel | 'code'>('board');
  const { busy, error, run } = useAction();
  const send = (fields: FormData) =>
    run(async () => {
      const text = (name: string) => String(fields.get(name) ?? '').trim();
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
    <Form className="narrow" onSubmit={send}>
      <SelectField
        label={words.detourScope}
        value={scope}
        options={[
          ...channels.map((channel) => [channel, words.channels[channel]] as const),
          ['code', words.detourCode],
        ]}
        onChoose={setScope}
      />
      {scope === 'code' && <TextField label={words.code} name="code" required maxLength={24} />}
      <SelectField
        label={words.target}
        name="target"
        options={targets.map(({ id, name, address }) => [id, `${name[language]} (${address})`])}
      />
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
    </Form>
  );
}
