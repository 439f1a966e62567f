import { useState } from 'react';
import type { z } from 'zod';
import type { pointTermsSchema } from '../../../../../campaigns/directions/meeting-points.ts';
import type { OwingRole } from '../../../../../campaigns/directions/owing-roles.ts';
import type { ReadMeeting } from '../../../../../messaging/register/directions/directions-schemas.ts';
import { registerWordsIn } from '../../../../i18n/register-words.ts';
import { AskForm, useAsk } from '../../ui/AskForm.tsx';
import { useConsole } from '../../ui/console-context.ts';
import { DayField } from '../../ui/DayField.tsx';
import { readText } from '../../ui/form-text.ts';
import { Check, Fold } from '../../ui/lines.tsx';
import { SelectField, TextField } from '../../ui/parts.tsx';
import { directionWordsIn } from './direction-words.ts';
import { RhythmFields, readRhythm } from './RhythmFields.tsx';
import { useRegister } from './register-context.ts';

type Terms = z.input<typeof pointTermsSchema>;
type Kind = Terms['kind'];
type Change = Extract<Terms, { kind: 'amend' }>['change'];
const kinds: readonly Kind[] = ['order', 'amend'];
const changes: readonly Change[] = ['change', 'suspend', 'end'];

interface PointFormProps {
  point: ReadMeeting['list'][number];
  /** Day of the paper: its changes begin then unless another day is named. */
  day: string;
}

/** A point of a later paper: it orders something, or changes what another paper ordered. */
export function PointForm({ point: { id, version }, day }: PointFormProps) {
  const { language, words } = useConsole(registerWordsIn);
  const ask = useAsk();
  const [kind, setKind] = useState<Kind>('order');
  const send = (form: FormData) => {
    const terms = kind === 'order' ? readOrder(form) : readAmendment(form);
    const body = { version, terms, reason: readText(form, 'reason') };
    return ask('POST /api/directions/points/:id/check', { params: { id }, body })();
  };
  return (
    <AskForm button={directionWordsIn(language).pointCheck} send={send}>
      <SelectField
        label={words.pointKind}
        value={kind}
        options={kinds.map((kind) => [kind, words.pointKinds[kind]] as const)}
        onChoose={setKind}
      />
      {kind === 'order' ? <OrderFields /> : <AmendFields day={day} />}
    </AskForm>
  );
}

function OrderFields() {
  const { language, words } = useConsole(directionWordsIn);
  const { catalogue } = useRegister();
  return (
    <>
      <TextField label={words.pointTitle} name="title" required maxLength={120} />
      <TextField label={words.pointOwed} name="owed" required maxLength={160} />
      <OwnerChoices />
      <Choices
        legend={words.pointApps}
        name="app"
        choices={catalogue.apps.map(({ id, name }) => [id, name[language]])}
      />
      <RhythmFields />
      <Check name="file">{words.pointFile}</Check>
    </>
  );
}

function AmendFields({ day }: { day: string }) {
  const { words } = useConsole(registerWordsIn);
  const { catalogue, nameObligation } = useRegister();
  const [change, setChange] = useState<Change>('change');
  const [obligation, setObligation] = useState<string>();
  const [owners, setOwners] = useState(false);
  const [when, setWhen] = useState(false);
  const all = catalogue.directions.flatMap(({ obligations }) => obligations);
  const ended = change === 'change' ? undefined : (obligation ?? all[0]?.id);
  const gathering = all.filter(({ gathers }) => gathers !== null && gathers === ended);
  return (
    <>
      <SelectField
        label={words.obligation}
        name="obligation"
        value={obligation ?? all[0]?.id}
        onChoose={setObligation}
        options={all.map(({ id }) => [id, `${id} ${nameObligation(id)}`] as const)}
      />
      <SelectField
        label={words.changeKind}
        name="change"
        value={change}
        options={changes.map((change) => [change, words.changes[change]] as const)}
        onChoose={setChange}
      />
      {gathering.map(({ id }) => (
        <p className="notice plain" role="status" key={id}>
          {words.stillGathers(`${id} ${nameObligation(id)}`)}
        </p>
      ))}
      <DayField label={words.from} name="from" given={day} max="2099-12-31" />
      {change === 'suspend' && (
        <DayField label={words.until} name="until" given="" max="2099-12-31" required={false} />
      )}
      {change === 'change' && (
        <>
          <TextField label={words.newOwed} hint={words.owedStays} name="owed" maxLength={160} />
          <Check checked={owners} onCheck={setOwners}>
            {words.changesOwners}
          </Check>
          {owners && <OwnerChoices />}
          <Check checked={when} onCheck={setWhen}>
            {words.changesWhen}
          </Check>
          {when && <RhythmFields />}
        </>
      )}
    </>
  );
}

function readOrder(form: FormData): Terms {
  return {
    kind: 'order',
    title: readText(form, 'title'),
    owed: readText(form, 'owed'),
    apps: form.getAll('app').map(String),
    owners: readOwners(form),
    rhythm: readRhythm(form),
    file: form.has('file'),
  };
}

function readAmendment(form: FormData): Terms {
  const owed = readText(form, 'owed');
  const owners = readOwners(form);
  return {
    kind: 'amend',
    obligation: readText(form, 'obligation'),
    change: readText(form, 'change') as Change,
    from: readText(form, 'from'),
    until: readText(form, 'until') || null,
    ...(owed === '' ? {} : { owed }),
    ...(owners.length === 0 ? {} : { owners }),
    ...(form.has('rhythm') ? { rhythm: readRhythm(form) } : {}),
  };
}

const plainOwners = ['district', 'range', 'zone', 'hq', 'pro-dgp'] as const;

/** Chooses who owes a thing: all of a kind, an office at headquarters, or single districts, ranges and zones. */
function OwnerChoices() {
  const { language, words } = useConsole(directionWordsIn);
  const { offices } = useRegister().catalogue;
  const toBoxes = (list: typeof offices) =>
    list.map(({ key, name }) => [key, name[language]] as const);
  const single = offices.filter(({ role }) => ['district', 'range', 'zone'].includes(role));
  return (
    <>
      <Choices
        legend={words.pointOwners}
        name="owner"
        choices={[
          ...plainOwners.map((role) => [role, words.ownerKinds[role]] as const),
          ...toBoxes(offices.filter(({ role, endedOn }) => role === 'branch' && endedOn === null)),
        ]}
      />
      <Fold title={registerWordsIn(language).oneOffice}>
        <Choices
          legend={registerWordsIn(language).oneOffice}
          name="owner"
          choices={toBoxes(single)}
        />
      </Fold>
    </>
  );
}

/** Reads the boxes that are ticked. */
function readOwners(form: FormData): { role: OwingRole; area?: string | undefined }[] {
  return form.getAll('owner').map((value) => {
    const [role = '', area] = String(value).split(':');
    return { role: role as OwingRole, area };
  });
}

interface ChoicesProps {
  legend: string;
  name: string;
  choices: readonly (readonly [string, string])[];
}

function Choices({ legend, name, choices }: ChoicesProps) {
  return (
    <fieldset className="direction-choices">
      <legend>{legend}</legend>
      {choices.map(([value, label]) => (
        <Check key={value} name={name} value={value}>
          {label}
        </Check>
      ))}
    </fieldset>
  );
}
