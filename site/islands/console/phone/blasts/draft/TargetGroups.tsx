import { useState } from 'react';
import { groupFields, pickGroup } from '../../../../../../campaigns/messages/draft-fields.ts';
import type { TargetGroup } from '../../../../../../messaging/phone/blasts/target-groups-schemas.ts';
import { AskButton } from '../../../ui/AskForm.tsx';
import { useConsole } from '../../../ui/console-context.ts';
import { Outcome, SelectField, TextField } from '../../../ui/parts.tsx';
import { useLoad } from '../../../ui/use-service.ts';
import { blastWordsIn } from '../blast-words.ts';
import { DraftField } from './DraftField.tsx';
import type { DraftForm } from './draft-form.ts';
import type { EditorProps } from './editor-props.ts';
import { readFieldTexts, toFieldTexts } from './field-texts.ts';

/** Nothing of a list is left out by a group. */
export const wholeList = {
  districts: null,
  ...Object.fromEntries(groupFields.map((name) => [name, ''])),
};

type GroupProps = Pick<EditorProps, 'form' | 'change' | 'faults'> & { id: number };

/** Language and reach of a list, and such choices that were saved by a name. */
export function TargetGroups(props: GroupProps) {
  const { id, form, change } = props;
  const words = useConsole(blastWordsIn).words.groups;
  const { state, reload } = useLoad('GET /api/target-groups');
  const all = state.kind === 'loaded' ? state.value : [];
  const groups = all.filter(({ audienceId }) => audienceId === id);
  const chosen = groups.find((group) => isSameChoice(group, form));
  return (
    <fieldset className="choices">
      <legend>{words.title}</legend>
      <p className="detail">{words.hint}</p>
      {groups.length > 0 && (
        <SelectField
          label={words.choose}
          value={String(chosen?.id ?? '')}
          unchosen={words.chooseOne}
          options={groups.map((group) => [String(group.id), group.name] as const)}
          onChoose={(value) => {
            const group = groups.find((entry) => String(entry.id) === value);
            if (group !== undefined) change(toChoice(group));
          }}
        />
      )}
      {chosen !== undefined && <Chosen key={chosen.id} group={chosen} reload={reload} />}
      {groupFields.map((name) => (
        <DraftField key={name} name={name} {...props} />
      ))}
      {chosen === undefined && isNarrowed(form) && (
        <SaveGroup id={id} form={form} reload={reload} />
      )}
    </fieldset>
  );
}

/** Whom a group is of, as the draft's fields have it. */
function toChoice({ districts, ...group }: Omit<TargetGroup, 'id'>) {
  const texts = toFieldTexts(group);
  return {
    districts,
    ...Object.fromEntries(groupFields.map((name) => [name, texts[name]])),
  };
}

function isSameChoice(group: TargetGroup, form: DraftForm): boolean {
  const sorted = (districts: readonly string[] | null) => districts?.toSorted().join() ?? '';
  const texts = toFieldTexts(group);
  return (
    sorted(group.districts) === sorted(form.districts) &&
    groupFields.every((name) => texts[name] === form[name])
  );
}

function isNarrowed(form: DraftForm): boolean {
  return (form.districts?.length ?? 0) > 0 || groupFields.some((name) => form[name] !== '');
}

/** How many of the group there are now, and the way to forget it. */
function Chosen({ group, reload }: { group: TargetGroup; reload: () => void }) {
  const { service, format } = useConsole();
  const words = useConsole(blastWordsIn).words.groups;
  const params = { id: group.id };
  const { state } = useLoad('GET /api/target-groups/:id/count', { params });
  return (
    <p className="detail">
      {state.kind === 'loaded' && words.now(format.number(state.value.members))}{' '}
      <AskButton
        button={words.remove}
        look="link"
        send={() => service.ask('POST /api/target-groups/:id/remove', { params }).then(reload)}
      />
    </p>
  );
}

function SaveGroup({ id, form, reload }: { id: number; form: DraftForm; reload: () => void }) {
  const { service } = useConsole();
  const words = useConsole(blastWordsIn).words.groups;
  const [name, setName] = useState('');
  const [saved, setSaved] = useState<string | null>(null);
  const { districts } = form;
  return (
    <>
      <TextField
        label={words.name}
        hint={words.nameHint}
        value={name}
        maxLength={80}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <AskButton
        button={words.save}
        disabled={name.trim() === ''}
        send={async () => {
          const body = {
            name: name.trim(),
            audienceId: id,
            districts: districts === null ? null : [...districts],
            ...pickGroup(readFieldTexts(form)),
          };
          await service.ask('POST /api/target-groups', { body });
          setSaved(name.trim());
          setName('');
          reload();
        }}
      />
      {saved !== null && <Outcome tone="good">{words.saved(saved)}</Outcome>}
    </>
  );
}
