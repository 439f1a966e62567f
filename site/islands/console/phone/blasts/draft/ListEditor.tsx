import { useState } from 'react';
import type { Audience } from '../../../../../../messaging/phone/audiences/audiences-schemas.ts';
import { formatDay, formatNumber } from '../../../../../i18n/format.ts';
import { useConsole, useMe } from '../../../ui/console-context.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Await, SelectField } from '../../../ui/parts.tsx';
import { useLoad } from '../../../ui/use-service.ts';
import { AudienceUpload } from '../AudienceUpload.tsx';
import { useBlastWords } from '../use-blast-words.ts';
import { WhoGetsIt } from '../WhoGetsIt.tsx';
import { DistrictChoice } from './DistrictChoice.tsx';
import type { EditorProps } from './editor-props.ts';
import { TargetGroups, wholeList } from './TargetGroups.tsx';
import { useFaultWords } from './use-fault-words.ts';

/** To whom: a ready list or one that is uploaded in place, narrowed to districts; and whom the rules leave of it. */
export function ListEditor(props: EditorProps) {
  const words = useBlastWords();
  const { draft, isDirty, isComplete } = props;
  const isRetry = draft !== null && draft.blast.parentId !== null;
  const waiting = isComplete ? words.content.counting : words.sheet.states.unkept;
  return (
    <>
      {isRetry ? <p className="notice plain">{words.audience.retry}</p> : <ListChoice {...props} />}
      {draft !== null && <WhoGetsIt detail={draft} instead={isDirty ? waiting : undefined} />}
    </>
  );
}

function ListChoice(props: EditorProps) {
  const words = useBlastWords();
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
              <button type="button" className="button quiet" onClick={() => setUploading(true)}>
                {words.audience.another}
              </button>
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
  const { language, words: shared } = useConsole();
  const words = useBlastWords();
  const say = ({ name, members }: Audience) =>
    `${name}: ${words.audience.numbers(formatNumber(members, language))}`;
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
  const { language } = useConsole();
  const words = useBlastWords();
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
              [words.audience.until, formatDay(audience.retainUntil, language)],
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
          <TargetGroups id={id} form={form} change={change} />
          <p className="detail">{words.audience.stops}</p>
        </>
      )}
    </Await>
  );
}
