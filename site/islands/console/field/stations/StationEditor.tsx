import type { StationView } from '../../../../../messaging/field/stations/stations-schemas.ts';
import { AskForm, useAsk } from '../../ui/AskForm.tsx';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { TextField } from '../../ui/parts.tsx';
import { CorrectionForm } from './CorrectionForm.tsx';
import { OwnFields } from './OwnFields.tsx';
import { ProofPane, useProof } from './ProofPane.tsx';
import { stationWordsIn } from './station-words.ts';
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
            onSaved={(undo) => onSaved(station.id, undo)}
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

interface HoldFormProps {
  district: string;
  station: string;
  correction: NonNullable<StationView['correction']>;
  onDone: () => void;
}

/** HQ keeps a correction from being published, with a reason, or lets it go. */
function HoldForm({ district, station, correction, onDone }: HoldFormProps) {
  const { words } = useConsole(stationWordsIn);
  const ask = useAsk(onDone);
  const { version, held } = correction;
  return (
    <AskForm
      button={held ? words.release : words.hold}
      look="button quiet"
      send={ask('POST /api/stations/:district/:station/hold', {
        params: { district, station },
        body: { version, held: !held },
      })}
    >
      {!held && <TextField label={words.holdWhy} name="remark" maxLength={300} />}
    </AskForm>
  );
}
