import { localPath } from '../../../../../i18n/language.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { Await, SelectField, TextField } from '../../../ui/parts.tsx';
import { useLoad } from '../../../ui/use-service.ts';
import { viewPath } from '../../../ui/views.ts';
import { useBlastWords } from '../use-blast-words.ts';
import type { EditorProps } from './editor-props.ts';
import { type FurtherForm, furtherUses, listFurther } from './further-gateways.ts';
import { useFaultWords } from './use-fault-words.ts';

/** Gateways besides the chosen one: by lot, by telecom operator, or only when one stops. */
export function FurtherGateways({ form, change, faults, gateways }: EditorProps) {
  const words = useBlastWords();
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
  const words = useBlastWords();
  const fault = useFaultWords(faults);
  const name = (words.gateways as Record<string, string>)[entry.gateway] ?? entry.gateway;
  return (
    <div className="further-gateway">
      <SelectField
        label={name}
        value={entry.use}
        options={furtherUses.map((use) => [use, words.together.uses[use]] as const)}
        onChoose={(use) => put({ ...entry, use })}
      />
      {entry.use === 'share' && (
        <TextField
          label={words.together.share(name)}
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
  const words = useBlastWords().together;
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
            {operators.map(({ operator }) => (
              <label key={operator} className="phone-tick">
                <input
                  type="checkbox"
                  checked={entry.operators.includes(operator)}
                  onChange={({ currentTarget: { checked } }) => {
                    const others = entry.operators.filter((known) => known !== operator);
                    put({ ...entry, operators: checked ? [...others, operator] : others });
                  }}
                />{' '}
                {operator}
              </label>
            ))}
            {error !== undefined && <p className="wrong">{error}</p>}
          </fieldset>
        )
      }
    </Await>
  );
}
