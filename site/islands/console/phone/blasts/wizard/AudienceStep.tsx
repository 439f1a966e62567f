import { useState } from 'react';
import type { Audience } from '../../../../../../messaging/contract/phone/audiences.ts';
import { operatorGateway } from '../../../../../../messaging/contract/values.ts';
import { formatDay, formatNumber, formatRupees } from '../../../../../i18n/format.ts';
import { useConsole, useMe } from '../../../ui/console-context.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Await, SelectField } from '../../../ui/parts.tsx';
import { useLoad } from '../../../ui/use-service.ts';
import { AudienceUpload } from '../AudienceUpload.tsx';
import { useBlastWords } from '../use-blast-words.ts';
import { DistrictChoice } from './DistrictChoice.tsx';
import { estimateCost } from './expected-cost.ts';
import { LeaveOut } from './LeaveOut.tsx';
import type { StepProps } from './step-props.ts';
import { useFaultWords } from './use-fault-words.ts';

/** To whom: a ready list or one that is uploaded in place, narrowed to districts, by which gateway. */
export function AudienceStep(props: StepProps) {
  const words = useBlastWords();
  const { form, change, faults, today, draft } = props;
  const fault = useFaultWords(faults);
  const { state, reload } = useLoad('GET /api/audiences');
  const [uploading, setUploading] = useState(false);
  if (draft !== null && draft.blast.parentId !== null) {
    return (
      <>
        <p className="notice plain">{words.audience.retry}</p>
        {draft.counting && <p role="status">{words.content.counting}</p>}
        {draft.estimate !== null && (
          <HowMany recipients={draft.estimate.recipients} paise={draft.estimate.paise} />
        )}
        <LeaveOut {...props} />
        <GatewayChoice {...props} />
      </>
    );
  }
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
                onChoose={(audienceId) => change({ audienceId, districts: null })}
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
                  if (!excluding) change({ audienceId: id, districts: null });
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
            <LeaveOut {...props} />
            <GatewayChoice {...props} />
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

/** The chosen list, its districts, and how many that is, for how much. */
function Chosen({ id, ...props }: StepProps & { id: number }) {
  const { language } = useConsole();
  const words = useBlastWords();
  const me = useMe();
  const { form, change, faults, texts, gateways } = props;
  const fault = useFaultWords(faults);
  const { state, reload } = useLoad('GET /api/audiences/:id', { params: { id } });
  return (
    <Await state={state} retry={reload}>
      {({ audience, segments }) => {
        const { recipients, paise } = estimateCost({ form, segments, texts, gateways });
        return (
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
            <HowMany recipients={recipients} paise={paise} />
            <p className="detail">{words.audience.stops}</p>
          </>
        );
      }}
    </Await>
  );
}

function HowMany({ recipients, paise }: { recipients: number; paise: number | null }) {
  const { language } = useConsole();
  const words = useBlastWords();
  return (
    <p className="how-many" role="status">
      <strong>{words.audience.numbers(formatNumber(recipients, language))}</strong>
      {paise !== null && ` · ${words.audience.about(formatRupees(paise, language))}`}
    </p>
  );
}

function GatewayChoice({ form, change, faults, gateways, draft }: StepProps) {
  const { language } = useConsole();
  const words = useBlastWords();
  const matching = gateways.filter(({ channels }) => channels.includes(form.channel));
  const fault = useFaultWords(faults);
  const isRetry = draft !== null && draft.blast.parentId !== null;
  if (isRetry && matching.length < 2) return null;
  const nameGateway = (name: string) => words.gateways[name] ?? name;
  const options = matching.map(({ name, paisePerSegment }) => {
    const price = formatRupees(paisePerSegment, language);
    return [name, `${nameGateway(name)}: ${price}`] as const;
  });
  return (
    <SelectField
      label={words.content.gateway}
      hint={words.audience.gatewayHint}
      error={fault('gateway')}
      value={form.gateway}
      // A provider knows nothing of those whom a blast from here did not reach.
      options={isRetry ? options : [...options, [operatorGateway, nameGateway(operatorGateway)]]}
      onChoose={(gateway) => change({ gateway })}
    />
  );
}
