import { useMe } from '../../ui/console-context.ts';
import { CorrectionForm } from './CorrectionForm.tsx';
import { HoldForm } from './HoldForm.tsx';
import { OwnFields } from './OwnFields.tsx';
import { ProofPane } from './ProofPane.tsx';
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
