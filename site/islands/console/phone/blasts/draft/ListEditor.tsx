import { useId, useState } from 'react';
import type {
  Audience,
  Segment,
} from '../../../../../../messaging/phone/audiences/audiences-schemas.ts';
import { useConsole, useDistrictName, useMe } from '../../../ui/console-context.ts';
import { Await, Button, Choice, Facts, List, SelectField, TextField } from '../../../ui/parts.tsx';
import { useLoad } from '../../../ui/use-service.ts';
import { AudienceUpload } from '../AudienceUpload.tsx';
import { blastWordsIn } from '../blast-words.ts';

import { listWordsIn } from '../list-words.ts';
import { WhoGetsIt } from '../WhoGetsIt.tsx';
import type { EditorProps } from './editor-props.ts';
import { TargetGroups, wholeList } from './TargetGroups.tsx';
import { useFaultWords } from './use-draft.ts';

/** To whom: a ready list or one that is uploaded in place, narrowed to districts; and whom the rules leave of it. */
export function ListEditor(props: EditorProps) {
  const { words } = useConsole(blastWordsIn);
  const listWords = listWordsIn(useConsole().language);
  const { draft, isDirty, isComplete } = props;
  const isRetry = draft !== null && draft.blast.parentId !== null;
  const waiting = isComplete ? words.content.counting : words.sheet.states.unkept;
  return (
    <>
      {isRetry ? (
        <p className="notice plain">{listWords.audience.retry}</p>
      ) : (
        <ListChoice {...props} />
      )}
      {draft !== null && <WhoGetsIt detail={draft} instead={isDirty ? waiting : undefined} />}
    </>
  );
}

function ListChoice(props: EditorProps) {
  const { words } = useConsole(listWordsIn);
  const { form, change, faults, today } = props;
  const fault = useFaultWords(faults);
  const { state, reload } = useLoad('GET /api/audiences');
  const [uploading, setUploading] = useState(false);
  return (
    <Await state={state} retry={reload}>
      {(all) => {
        const lists = all.filter(
          ({ readyAt, members, excluding }) => readyAt !== null && members > 0 && !excluding,
        );
        const isUploading = uploading || lists.length === 0;
        return (
          <>
            {lists.length > 0 && (
              <ListSelect
                lists={lists}
                chosen={form.audienceId}
                error={fault('audience')}
                onChoose={(audienceId) => change({ audienceId, ...wholeList })}
              />
            )}
            {lists.length === 0 && (
              <p className={faults['audience'] === undefined ? 'detail' : 'wrong'}>
                {words.audience.noLists}
              </p>
            )}
            {isUploading ? (
              <AudienceUpload
                today={today}
                onStored={({ id, excluding }) => {
                  if (!excluding) change({ audienceId: id, ...wholeList });
                  setUploading(false);
                  void reload();
                }}
              />
            ) : (
              <Button onClick={() => setUploading(true)}>{words.audience.another}</Button>
            )}
            {form.audienceId !== null && <Chosen {...props} id={form.audienceId} />}
          </>
        );
      }}
    </Await>
  );
}

interface ListSelectProps {
  lists: readonly Audience[];
  chosen: number | null;
  error: string | undefined;
  onChoose: (id: number | null) => void;
}

function ListSelect({ lists, chosen, error, onChoose }: ListSelectProps) {
  const { language, words: shared, format } = useConsole();
  const words = listWordsIn(language);
  const say = ({ name, members }: Audience) =>
    `${name}: ${words.audience.numbers(format.number(members))}`;
  return (
    <SelectField
      label={words.audience.list}
      error={error}
      value={String(chosen ?? '')}
      options={[['', shared.choose], ...lists.map((list) => [String(list.id), say(list)] as const)]}
      onChoose={(id) => onChoose(Number(id) || null)}
    />
  );
}

/** Where the chosen list comes from, and its districts. */
function Chosen({ id, form, change, faults }: EditorProps & { id: number }) {
  const { words, format } = useConsole(listWordsIn);
  const me = useMe();
  const fault = useFaultWords(faults);
  const { state, reload } = useLoad('GET /api/audiences/:id', { params: { id } });
  return (
    <Await state={state} retry={reload}>
      {({ audience, segments }) => (
        <>
          <Facts
            className="facts"
            facts={[
              [words.audience.source, audience.source],
              [words.audience.basis, words.audience.bases[audience.consentBasis]],
              [words.audience.until, format.day(audience.retainUntil)],
            ]}
          />
          {me.role !== 'district' && (
            <DistrictChoice
              segments={segments}
              chosen={form.districts}
              fault={fault('districts')}
              onChoose={(districts) => change({ districts })}
            />
          )}
          <TargetGroups id={id} form={form} change={change} faults={faults} />
          <p className="detail">{words.audience.stops}</p>
        </>
      )}
    </Await>
  );
}

interface DistrictChoiceProps {
  segments: readonly Segment[];
  /** Null for all of the list. */
  chosen: readonly string[] | null;
  fault: string | undefined;
  onChoose: (districts: string[] | null) => void;
}

const searchedFrom = 12;

/** All of a list, or its members in some districts. */
function DistrictChoice({ segments, chosen, fault, onChoose }: DistrictChoiceProps) {
  const { words, format } = useConsole(listWordsIn);
  const nameDistrict = useDistrictName();
  const [typed, setTyped] = useState('');
  const faultId = useId();
  const members = new Map<string, number>();
  let without = 0;
  for (const { district, members: count } of segments) {
    if (district === null) without += count;
    else members.set(district, (members.get(district) ?? 0) + count);
  }
  const rows = [...members]
    .map(([id, count]) => ({ id, count, name: nameDistrict(id) }))
    .toSorted((left, right) => right.count - left.count);
  if (rows.length === 0) return null;
  const shown = rows.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
  const toggle = (id: string, on: boolean) => {
    const others = (chosen ?? []).filter((name) => name !== id);
    onChoose(on ? [...others, id] : others);
  };
  return (
    <fieldset className="choices" aria-describedby={fault === undefined ? undefined : faultId}>
      <legend>{words.audience.districts}</legend>
      <Choice
        type="radio"
        name="area"
        title={words.audience.allDistricts}
        checked={chosen === null}
        onChange={() => onChoose(null)}
      />
      <Choice
        type="radio"
        name="area"
        title={words.audience.someDistricts}
        hint={without > 0 && words.audience.without(format.number(without))}
        checked={chosen !== null}
        onChange={() => onChoose([])}
      />
      {chosen !== null && (
        <>
          {fault !== undefined && (
            <p className="wrong" id={faultId}>
              {fault}
            </p>
          )}
          {rows.length >= searchedFrom && (
            <TextField
              label={words.audience.find}
              type="search"
              value={typed}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            />
          )}
          <List of={shown} className="districts">
            {({ id, name, count }) => (
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  aria-invalid={fault === undefined ? undefined : true}
                  onChange={({ currentTarget }) => toggle(id, currentTarget.checked)}
                />
                <span>{name}</span>
                <span className="detail">{format.number(count)}</span>
              </label>
            )}
          </List>
        </>
      )}
    </fieldset>
  );
}
