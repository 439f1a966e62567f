import { useState } from 'react';
import type { StationView } from '../../../../../messaging/field/stations/stations-schemas.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { Form } from '../../ui/Form.tsx';
import { ErrorNotice, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { CorrectionForm } from './CorrectionForm.tsx';
import { OwnFields } from './OwnFields.tsx';
import { ProofPane } from './ProofPane.tsx';
import { stationWordsIn } from './station-words.ts';
import { useProof } from './use-proof.ts';
import { type EditorProps, useStationEditor } from './use-station-editor.ts';

/** The names of a station beside the board as it will be printed. */
export function StationEditor(props: EditorProps) {
  const { district, station, onSaved } = props;
  const { role } = useMe();
  const editing = useStationEditor(props);
  const board = useProof(editing.draft, 'board');
  const pamphlet = useProof(editing.draft, 'pamphlet');
  return (
    <div className="station-work">
      <ProofPane board={board} pamphlet={pamphlet} name={station?.printed ?? ''} />
      <div className="station-forms">
        <CorrectionForm {...props} editing={editing} />
        {station !== null && editing.isOpen && (
          <OwnFields
            district={district}
            station={station.id}
            seen={station.fields}
            written={editing.written}
            draft={editing.draft}
            onChange={editing.setWritten}
            onSaved={() => onSaved(station.id)}
            onReload={props.onReload}
          />
        )}
        {role === 'hq' && station !== null && station.correction !== null && (
          <HoldForm
            district={district}
            station={station.id}
            correction={station.correction}
            onDone={() => onSaved(station.id)}
          />
        )}
      </div>
    </div>
  );
}

/** HQ keeps a correction from being published, with a reason, or lets it go. */
function HoldForm({
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
