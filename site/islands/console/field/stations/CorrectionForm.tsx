import { useState } from 'react';
import { stationKinds } from '../../../../../campaigns/directory/station.ts';
import type { NameReportView } from '../../../../../messaging/field/stations/stations-schemas.ts';
import { AskButton, Form, useAsk } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { Held } from '../../ui/Effect.tsx';
import { readText } from '../../ui/form-text.ts';
import { Submit } from '../../ui/lines.tsx';
import { Button, ErrorNotice, List, Outcome, SelectField, TextField } from '../../ui/parts.tsx';
import type { ServiceError } from '../../ui/service.ts';
import { stationWordsIn } from './station-words.ts';
import type { EditorProps, StationEditing } from './use-station-editor.ts';

type FormProps = Pick<EditorProps, 'station' | 'reports' | 'onSaved'> & {
  editing: StationEditing;
};

/** Confirms, corrects, adds or removes a station. */
export function CorrectionForm({ station, reports, onSaved, editing }: FormProps) {
  const { words } = useConsole(stationWordsIn);
  const { may, isChanged, busy, error, correct } = editing;
  const submit = (fields: FormData) => {
    const action = station === null ? 'add' : isChanged ? 'rename' : 'checked';
    correct(action, readText(fields, 'reason'));
  };
  return (
    <Form className="narrow" onSubmit={submit} noValidate>
      {reports.length > 0 && (
        <StationReports
          reports={reports}
          may={may}
          onTake={(nameHi) => editing.changeNames({ nameHi })}
          onDone={() => onSaved(station?.id ?? null)}
        />
      )}
      <CorrectionFields editing={editing} />
      <StaleNotice error={error} onReload={editing.reload} />
      <Held error={error} answer={editing.answer} />
      <CorrectionActions station={station} editing={editing} />
      {may && station !== null && station.correction !== null && (
        <Button
          disabled={busy}
          onClick={({ currentTarget }) => editing.undo(readReason(currentTarget))}
        >
          {words.undo}
        </Button>
      )}
    </Form>
  );
}

/** The reason that was typed, where one was asked for. */
const readReason = ({ form }: HTMLButtonElement) =>
  form === null ? '' : readText(new FormData(form), 'reason');

function CorrectionFields({ editing }: Pick<FormProps, 'editing'>) {
  const { language, words } = useConsole(stationWordsIn);
  const { names, changeNames, isOpen } = editing;
  const fault = findFault(editing.error);
  const wrong = (field: string) =>
    fault?.field === field ? words.expected(fault.expected[language], fault.found) : undefined;
  return (
    <>
      <TextField
        label={words.nameHi}
        hint={words.nameHiHint}
        error={wrong('name_hi')}
        value={names.nameHi}
        maxLength={80}
        lang="hi"
        autoComplete="off"
        readOnly={!isOpen}
        onChange={({ currentTarget }) => changeNames({ nameHi: currentTarget.value })}
      />
      <TextField
        label={words.nameEn}
        error={wrong('name_en')}
        value={names.nameEn}
        maxLength={80}
        lang="en"
        autoComplete="off"
        readOnly={!isOpen}
        onChange={({ currentTarget }) => changeNames({ nameEn: currentTarget.value })}
      />
      {isOpen && (
        <>
          <SelectField
            label={words.kind}
            error={wrong('kind')}
            value={names.kind}
            options={stationKinds.map((kind) => [kind, words.kinds[kind]] as const)}
            onChoose={(kind) => changeNames({ kind })}
          />
          <TextField
            label={words.remark}
            hint={words.remarkHint}
            error={wrong('remark') ?? wrong('station')}
            value={editing.remark}
            maxLength={300}
            autoComplete="off"
            onChange={({ currentTarget }) => editing.setRemark(currentTarget.value)}
          />
        </>
      )}
    </>
  );
}

/** Saving, and removing with a question before it. */
function CorrectionActions({ station, editing }: Pick<FormProps, 'station' | 'editing'>) {
  const { words } = useConsole(stationWordsIn);
  const [isRemoving, setRemoving] = useState(false);
  const { isOpen, isChanged, busy } = editing;
  return (
    <>
      {isOpen && (
        <p className="station-actions">
          <Submit busy={busy}>
            {station === null ? words.saveNew : isChanged ? words.save : words.confirm}
          </Submit>
          {station !== null && !isRemoving && (
            <Button onClick={() => setRemoving(true)}>{words.remove}</Button>
          )}
        </p>
      )}
      {isRemoving && station !== null && (
        <div className="notice plain">
          <p>{words.removeSure(station.printed)}</p>
          <p className="station-actions">
            <Button
              look="button"
              disabled={busy}
              onClick={({ currentTarget }) => editing.correct('remove', readReason(currentTarget))}
            >
              {words.removeYes}
            </Button>
            <Button onClick={() => setRemoving(false)}>{words.keep}</Button>
          </p>
        </div>
      )}
    </>
  );
}

interface StationReportsProps {
  reports: readonly NameReportView[];
  may: boolean;
  onTake: (name: string) => void;
  onDone: () => void;
}

/** Citizens' reports of a wrong name: one is taken over into the form, or dismissed where the name is right. */
function StationReports({ reports, may, onTake, onDone }: StationReportsProps) {
  const { words, format } = useConsole(stationWordsIn);
  const ask = useAsk(onDone);
  return (
    <div className="notice plain station-reports">
      <h3>{words.reportsOf(format.number(reports.length))}</h3>
      <List of={reports}>
        {({ id, suggested, note, reportedAt }) => (
          <>
            <p>
              <strong>{words.suggested(suggested)}</strong>
              {note !== '' && <> · {note}</>}
              <br />
              <span className="detail">{format.moment(reportedAt)}</span>
            </p>
            {may && (
              <div className="station-actions">
                <Button onClick={() => onTake(suggested)}>{words.take}</Button>
                <AskButton
                  button={words.dismiss}
                  send={ask('POST /api/name-reports/:id/dismiss', { params: { id } })}
                />
              </div>
            )}
          </>
        )}
      </List>
    </div>
  );
}

interface StaleNoticeProps {
  error: ServiceError | null;
  onReload: () => void;
}

/** Why nothing was saved; where somebody else was faster, what that one wrote is one tap away. */
export function StaleNotice({ error, onReload }: StaleNoticeProps) {
  const { words } = useConsole(stationWordsIn);
  if (error?.code !== 'stale') return <ErrorNotice error={error} />;
  return (
    <Outcome tone="bad">
      <p>{words.stale}</p>
      <Button onClick={onReload}>{words.loadAgain}</Button>
    </Outcome>
  );
}

interface Fault {
  field: string;
  expected: { hi: string; en: string };
  found: string;
}

/** The field of a station that was refused, with what is expected in it. */
export function findFault(error: ServiceError | null): Fault | null {
  if (error === null || error.code !== 'wrong-station') return null;
  return error.body as unknown as Fault;
}
