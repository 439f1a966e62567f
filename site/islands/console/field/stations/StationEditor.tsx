import { type FormEvent, useState } from 'react';
import type { OverrideAction } from '../../../../../campaigns/directory/override-table.ts';
import { type StationKind, stationKinds } from '../../../../../campaigns/directory/station.ts';
import type {
  NameReportView,
  StationView,
} from '../../../../../messaging/contract/field/stations.ts';
import { localPath } from '../../../../i18n/language.ts';
import { stationWordsIn } from '../../../../i18n/station-words.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { formatMoment } from '../../ui/format-moment.ts';
import { ErrorNotice, Field, Outcome, TextField } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-service.ts';
import { HoldForm } from './HoldForm.tsx';
import { OwnFields } from './OwnFields.tsx';
import { ProofPane } from './ProofPane.tsx';
import { StationReports } from './StationReports.tsx';
import { findFault } from './station-fault.ts';
import { useProof } from './use-proof.ts';

interface EditorProps {
  district: string;
  /** null for one that is added. */
  station: StationView | null;
  removed: boolean;
  reports: readonly NameReportView[];
  /** Told of what was saved, and of the station that it concerns. */
  onSaved: (station: string | null) => void;
}

/** One station: its names beside the board as it will be printed. */
export function StationEditor({ district, station, removed, reports, onSaved }: EditorProps) {
  const { language, service } = useConsole();
  const words = stationWordsIn(language);
  const me = useMe();
  const may = me.role === 'district';
  const [nameHi, setNameHi] = useState(station?.nameHi ?? '');
  const [nameEn, setNameEn] = useState(station?.nameEn ?? '');
  const [kind, setKind] = useState<StationKind>(station?.kind ?? 'territorial');
  const [remark, setRemark] = useState('');
  const [fields, setFields] = useState<Record<string, string>>(station?.fields ?? {});
  const [sure, setSure] = useState(false);
  const { busy, error, run } = useAction();
  const typed = nameHi !== '' || nameEn !== '';
  const draft =
    typed && !removed
      ? { district, station: station?.id ?? null, kind, nameHi, nameEn, ownFields: fields }
      : null;
  const board = useProof(draft, 'board');
  const pamphlet = useProof(draft, 'pamphlet');
  const changed =
    station === null ||
    nameHi !== station.nameHi ||
    nameEn !== station.nameEn ||
    kind !== station.kind;
  const version = station?.correction?.version ?? 0;

  const speak = (action: OverrideAction) =>
    run(async () => {
      const body = { action, station: station?.id ?? '', nameHi, nameEn, kind, remark, version };
      const done = await service.ask('POST /api/stations/:district/corrections', {
        params: { district },
        body,
      });
      onSaved(done.station);
    });
  const undo = () =>
    run(async () => {
      if (station === null) return;
      await service.ask('POST /api/stations/:district/:station/undo', {
        params: { district, station: station.id },
        body: { version },
      });
      onSaved(station.compiled === null ? null : station.id);
    });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    speak(station === null ? 'add' : changed ? 'rename' : 'checked');
  };
  const fault = findFault(error);
  const wrong = (field: string) =>
    fault?.field === field ? words.expected(fault.expected[language], fault.found) : undefined;
  const title = station === null ? words.addTitle : station.printed;

  return (
    <section className="station-editor" aria-label={title}>
      <h2>{title}</h2>
      {station !== null && <StationFacts station={station} district={district} />}
      <div className="station-work">
        <ProofPane board={board} pamphlet={pamphlet} name={title} />
        <div className="station-forms">
          <form className="narrow" onSubmit={submit} noValidate>
            {reports.length > 0 && (
              <StationReports
                reports={reports}
                may={may}
                onTake={(name) => setNameHi(name)}
                onDone={() => onSaved(station?.id ?? null)}
              />
            )}
            <TextField
              label={words.nameHi}
              hint={words.nameHiHint}
              error={wrong('name_hi')}
              value={nameHi}
              maxLength={80}
              lang="hi"
              autoComplete="off"
              readOnly={!may || removed}
              onChange={({ currentTarget }) => setNameHi(currentTarget.value)}
            />
            <TextField
              label={words.nameEn}
              error={wrong('name_en')}
              value={nameEn}
              maxLength={80}
              lang="en"
              autoComplete="off"
              readOnly={!may || removed}
              onChange={({ currentTarget }) => setNameEn(currentTarget.value)}
            />
            {may && !removed && (
              <>
                <Field label={words.kind} error={wrong('kind')}>
                  {(ids) => (
                    <select
                      {...ids}
                      value={kind}
                      onChange={({ currentTarget }) => setKind(currentTarget.value as StationKind)}
                    >
                      {stationKinds.map((each) => (
                        <option key={each} value={each}>
                          {words.kinds[each]}
                        </option>
                      ))}
                    </select>
                  )}
                </Field>
                <TextField
                  label={words.remark}
                  hint={words.remarkHint}
                  error={wrong('remark') ?? wrong('station')}
                  value={remark}
                  maxLength={300}
                  autoComplete="off"
                  onChange={({ currentTarget }) => setRemark(currentTarget.value)}
                />
              </>
            )}
            {error?.code === 'stale' ? (
              <Outcome tone="bad">
                <p>{words.stale}</p>
              </Outcome>
            ) : (
              <ErrorNotice error={error} />
            )}
            {may && !removed && (
              <p className="station-actions">
                <button type="submit" className="button" disabled={busy}>
                  {station === null ? words.saveNew : changed ? words.save : words.confirm}
                </button>
                {station !== null && !sure && (
                  <button type="button" className="button quiet" onClick={() => setSure(true)}>
                    {words.remove}
                  </button>
                )}
              </p>
            )}
            {sure && station !== null && (
              <div className="notice plain">
                <p>{words.removeSure(station.printed)}</p>
                <p className="station-actions">
                  <button
                    type="button"
                    className="button"
                    disabled={busy}
                    onClick={() => speak('remove')}
                  >
                    {words.removeYes}
                  </button>
                  <button type="button" className="button quiet" onClick={() => setSure(false)}>
                    {words.keep}
                  </button>
                </p>
              </div>
            )}
            {may && station !== null && station.correction !== null && (
              <button type="button" className="button quiet" disabled={busy} onClick={undo}>
                {words.undo}
              </button>
            )}
          </form>
          {may && station !== null && !removed && (
            <OwnFields
              district={district}
              station={station.id}
              fields={fields}
              draft={draft}
              onChange={setFields}
              onSaved={() => onSaved(station.id)}
            />
          )}
          {me.role === 'hq' && station !== null && station.correction !== null && (
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

/** What is known of a station beside its names. */
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
