import { useState } from 'react';
import type { StationView } from '../../../../../messaging/field/stations/stations-schemas.ts';
import { useConsole } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { ErrorNotice, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { stationWordsIn } from './station-words.ts';

/** HQ keeps a correction from being published, with a reason, or lets it go. */
export function HoldForm({
  district,
  station,
  correction,
  onDone,
}: {
  district: string;
  station: string;
  correction: NonNullable<StationView['correction']>;
  onDone: () => void;
}) {
  const { language, service } = useConsole();
  const words = stationWordsIn(language);
  const [remark, setRemark] = useState('');
  const { busy, error, run } = useAction();
  const submit = () => {
    run(async () => {
      await service.ask('POST /api/stations/:district/:station/hold', {
        params: { district, station },
        body: { version: correction.version, held: !correction.held, remark },
      });
      onDone();
    });
  };
  return (
    <Form className="narrow" onSubmit={submit}>
      {!correction.held && (
        <TextField
          label={words.holdWhy}
          value={remark}
          maxLength={300}
          onChange={({ currentTarget }) => setRemark(currentTarget.value)}
        />
      )}
      <ErrorNotice error={error} />
      <button type="submit" className="button quiet" disabled={busy}>
        {correction.held ? words.release : words.hold}
      </button>
    </Form>
  );
}
