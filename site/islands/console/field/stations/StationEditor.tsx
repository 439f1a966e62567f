import { useEffect, useRef } from 'react';
import type { StationView } from '../../../../../messaging/contract/field/stations.ts';
import { localPath } from '../../../../i18n/language.ts';
import { stationWordsIn } from '../../../../i18n/station-words.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { CorrectionForm } from './CorrectionForm.tsx';
import { HoldForm } from './HoldForm.tsx';
import { OwnFields } from './OwnFields.tsx';
import { ProofPane } from './ProofPane.tsx';
import { useProof } from './use-proof.ts';
import { type EditorProps, useStationEditor } from './use-station-editor.ts';

/** One station: its names beside the board as it will be printed. */
export function StationEditor(props: EditorProps) {
  const { district, station, onSaved } = props;
  const { language } = useConsole();
  const { role } = useMe();
  const editing = useStationEditor(props);
  const board = useProof(editing.draft, 'board');
  const pamphlet = useProof(editing.draft, 'pamphlet');
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'start' });
  }, []);
  const title = station === null ? stationWordsIn(language).addTitle : station.printed;
  return (
    <section ref={place} tabIndex={-1} className="station-editor" aria-label={title}>
      <h2>{title}</h2>
      {station !== null && <StationFacts station={station} district={district} />}
      <div className="station-work">
        <ProofPane board={board} pamphlet={pamphlet} name={title} />
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
    </section>
  );
}

/** Everything known of a station but its names. */
function StationFacts({ station, district }: { station: StationView; district: string }) {
  const { language } = useConsole();
  const words = stationWordsIn(language);
  const { correction, compiled, notes, code } = station;
  return (
    <>
      <p className="detail">
        {code !== null && <>{words.code(code)} · </>}
        <a href={localPath(language, `/print/${district}/${station.id}/`)}>{words.page}</a>
      </p>
      {notes.length > 0 && (
        <ul className="notice plain">
          {notes.map((note) => (
            <li key={note.en}>{note[language]}</li>
          ))}
        </ul>
      )}
      {correction !== null && (
        <p className="detail">
          <strong>{words.actions[correction.action]}</strong>:{' '}
          {words.by(correction.by, formatMoment(correction.at, language))}
          {compiled !== null && compiled.nameHi !== station.nameHi && (
            <>
              <br />
              {words.compiled(compiled.nameHi)}
            </>
          )}
        </p>
      )}
      {correction?.held && <p className="notice bad">{words.heldWhy(correction.heldRemark)}</p>}
      {station.superseded && <p className="notice plain">{words.supersededText}</p>}
    </>
  );
}
