import { operatorGateway } from '../../../../../../messaging/contract/values.ts';
import { formatRupees } from '../../../../../i18n/format.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { SelectField, TextField } from '../../../ui/parts.tsx';
import { GatewayParts } from '../GatewayParts.tsx';
import { useBlastWords } from '../use-blast-words.ts';
import { findPaise } from './draft-form.ts';
import type { EditorProps } from './editor-props.ts';
import { FurtherGateways } from './FurtherGateways.tsx';
import { findCategory } from './form-faults.ts';
import { useFaultWords } from './use-fault-words.ts';

/** By which gateway it goes, at what price, and where its cost ends. */
export function CostEditor(props: EditorProps) {
  const { form, change, faults, draft } = props;
  const { language } = useConsole();
  const words = useBlastWords();
  const fault = useFaultWords(faults);
  return (
    <>
      <GatewayChoice {...props} />
      {form.channel !== 'whatsapp' && <FurtherGateways {...props} />}
      {draft?.estimate != null && <GatewayParts parts={draft.byGateway} />}
      <TextField
        label={words.schedule.budget}
        hint={
          draft?.estimate == null
            ? words.schedule.budgetHint
            : `${words.schedule.budgetHint} ${words.schedule.estimate(formatRupees(draft.estimate.paise, language))}`
        }
        error={fault('budget')}
        inputMode="decimal"
        value={form.budget}
        maxLength={16}
        onChange={({ currentTarget }) => change({ budget: currentTarget.value })}
      />
    </>
  );
}

function GatewayChoice({ form, change, faults, gateways, texts, draft }: EditorProps) {
  const { language } = useConsole();
  const words = useBlastWords();
  const matching = gateways.filter(({ channels }) => channels.includes(form.channel));
  const fault = useFaultWords(faults);
  const isRetry = draft !== null && draft.blast.parentId !== null;
  if (isRetry && matching.length < 2) return null;
  const nameGateway = (name: string) => words.gateways[name] ?? name;
  const isWhatsapp = form.channel === 'whatsapp';
  const category = findCategory(
    form,
    texts.templates.map(({ template }) => template),
  );
  const options = matching.map((gateway) => {
    const { name, paisePerSegment } = gateway;
    const paise = isWhatsapp ? findPaise(gateway, category) : paisePerSegment;
    return [name, `${nameGateway(name)}: ${formatRupees(paise ?? 0, language)}`] as const;
  });
  return (
    <SelectField
      label={words.content.gateway}
      hint={words.audience.gatewayHint}
      error={fault('gateway')}
      value={form.gateway}
      // A provider knows nothing of those whom a blast from here did not reach.
      options={
        isRetry || isWhatsapp
          ? options
          : [...options, [operatorGateway, nameGateway(operatorGateway)]]
      }
      onChoose={(gateway) => change({ gateway })}
    />
  );
}
