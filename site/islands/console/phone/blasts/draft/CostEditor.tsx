import { operatorGateway } from '../../../../../../messaging/contract/values.ts';
import { localPath } from '../../../../../i18n/language.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { Await, SelectField, TextField, Ticks } from '../../../ui/parts.tsx';
import { useLoad } from '../../../ui/use-service.ts';
import { viewPath } from '../../../ui/views.ts';
import { useGatewayName } from '../../use-code-text.ts';
import { blastWordsIn } from '../blast-words.ts';
import { GatewayParts } from '../GatewayParts.tsx';
import { listWordsIn } from '../list-words.ts';
import { DraftField } from './DraftField.tsx';
import { findPaise } from './draft-form.ts';
import { draftWordsIn } from './draft-words.ts';
import type { EditorProps } from './editor-props.ts';
import { findCategory } from './form-faults.ts';
import { type FurtherForm, furtherUses, listFurther } from './further-gateways.ts';
import { useFaultWords } from './use-draft.ts';

/** By which gateway it goes, at what price, and where its cost ends. */
export function CostEditor(props: EditorProps) {
  const { form, draft } = props;
  const { words, format } = useConsole(draftWordsIn);
  return (
    <>
      <GatewayChoice {...props} />
      {form.channel !== 'whatsapp' && <FurtherGateways {...props} />}
      {draft?.estimate != null && <GatewayParts parts={draft.byGateway} />}
      <DraftField
        name="budgetPaise"
        {...props}
        more={
          draft?.estimate == null
            ? undefined
            : words.schedule.estimate(format.rupees(draft.estimate.paise))
        }
      />
    </>
  );
}

function GatewayChoice({ form, change, faults, gateways, texts, draft }: EditorProps) {
  const { language, words, format } = useConsole(blastWordsIn);
  const listWords = listWordsIn(language);
  const matching = gateways.filter(({ channels }) => channels.includes(form.channel));
  const fault = useFaultWords(faults);
  const nameGateway = useGatewayName();
  const isRetry = draft !== null && draft.blast.parentId !== null;
  if (isRetry && matching.length < 2) return null;
  const isWhatsapp = form.channel === 'whatsapp';
  const category = findCategory(
    form,
    texts.templates.map(({ template }) => template),
  );
  const options = matching.map((gateway) => {
    const { name, paisePerSegment } = gateway;
    const paise = isWhatsapp ? findPaise(gateway, category) : paisePerSegment;
    return [name, `${nameGateway(name)}: ${format.rupees(paise ?? 0)}`] as const;
  });
  return (
    <SelectField
      label={words.content.gateway}
      hint={listWords.audience.gatewayHint}
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

/** Gateways besides the chosen one: by lot, by telecom operator, or only when one stops. */
function FurtherGateways({ form, change, faults, gateways }: EditorProps) {
  const { words } = useConsole(draftWordsIn);
  const offered = listFurther(form, gateways);
  if (offered.length === 0) return null;
  const put = (entry: FurtherForm) =>
    change({
      further: [...form.further.filter(({ gateway }) => gateway !== entry.gateway), entry],
    });
  return (
    <fieldset className="choices">
      <legend>{words.together.title}</legend>
      <p className="detail">{words.together.hint}</p>
      {offered.map(({ name }) => {
        const entry = form.further.find(({ gateway }) => gateway === name);
        const empty = { gateway: name, use: 'none', share: '', operators: [] } as const;
        return <OneGateway key={name} entry={entry ?? empty} put={put} faults={faults} />;
      })}
    </fieldset>
  );
}

interface OneGatewayProps extends Pick<EditorProps, 'faults'> {
  entry: FurtherForm;
  put: (entry: FurtherForm) => void;
}

function OneGateway({ entry, put, faults }: OneGatewayProps) {
  const { together } = useConsole(draftWordsIn).words;
  const fault = useFaultWords(faults);
  const name = useGatewayName()(entry.gateway);
  return (
    <div className="further-gateway">
      <SelectField
        label={name}
        value={entry.use}
        options={furtherUses.map((use) => [use, together.uses[use]] as const)}
        onChoose={(use) => put({ ...entry, use })}
      />
      {entry.use === 'share' && (
        <TextField
          label={together.share(name)}
          error={fault(`share-${entry.gateway}`)}
          inputMode="numeric"
          value={entry.share}
          maxLength={2}
          onChange={({ currentTarget }) => put({ ...entry, share: currentTarget.value })}
        />
      )}
      {entry.use === 'operators' && (
        <OperatorChoice
          entry={entry}
          put={put}
          error={fault(`operators-${entry.gateway}`)}
          name={name}
        />
      )}
    </div>
  );
}

/** Operators of whom series or ported numbers are known here. */
function OperatorChoice({
  entry,
  put,
  error,
  name,
}: Omit<OneGatewayProps, 'faults'> & { error: string | undefined; name: string }) {
  const { language } = useConsole();
  const words = draftWordsIn(language).together;
  const { state, reload } = useLoad('GET /api/number-operators');
  return (
    <Await state={state} retry={reload}>
      {({ operators }) =>
        operators.length === 0 ? (
          <p className="notice plain">
            {words.noOperators}{' '}
            <a href={localPath(language, viewPath('numbers'))}>{words.toNumbers}</a>
          </p>
        ) : (
          <fieldset className="choices">
            <legend>{words.operatorsOf(name)}</legend>
            <Ticks
              of={operators.map(({ operator }) => [operator, operator] as const)}
              chosen={entry.operators}
              onChoose={(chosen) => put({ ...entry, operators: chosen })}
            />
            {error !== undefined && <p className="wrong">{error}</p>}
          </fieldset>
        )
      }
    </Await>
  );
}
