import { districtField, stationField } from '../../../../../../campaigns/messages/merge-fields.ts';
import type { VariableKind } from '../../../../../../campaigns/messages/variable-mark.ts';
import { operatorGateway } from '../../../../../../messaging/contract/values.ts';
import { useConsole } from '../../../ui/console-context.ts';
import { classLinkWordsIn } from '../class-link-words.ts';
import type { EditorProps } from './editor-props.ts';

/** Whether each class of recipients has its own link; a call says no link, and a pack holds one text for all. */
export function ClassLinks({ form, change }: EditorProps) {
  const { language } = useConsole();
  const words = classLinkWordsIn(language);
  if (form.channel === 'ivr' || form.gateway === operatorGateway) return null;
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={form.classLinks}
        onChange={({ currentTarget }) => change({ classLinks: currentTarget.checked })}
      />
      <span>
        <strong>{words.links}</strong>
        <span className="detail">{words.linksHint}</span>
      </span>
    </label>
  );
}

interface PlaceValuesProps extends EditorProps {
  kind: VariableKind;
  value: string;
  put: (value: string) => void;
}

/** Lets a variable that takes words hold each recipient's district or station. */
export function PlaceValues({ kind, value, form, put }: PlaceValuesProps) {
  const words = classLinkWordsIn(useConsole().language);
  if ((kind !== 'var' && kind !== 'alphanumeric') || form.gateway === operatorGateway) return null;
  return (
    <>
      <p className="row">
        <button type="button" className="link" onClick={() => put(districtField)}>
          {words.district}
        </button>
        <button type="button" className="link" onClick={() => put(stationField)}>
          {words.station}
        </button>
      </p>
      {value === stationField && <p className="detail">{words.stationHint}</p>}
    </>
  );
}
