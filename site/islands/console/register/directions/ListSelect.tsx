import { listWordsIn } from '../../../../i18n/list-words.ts';
import { useConsole } from '../../ui/console-context.ts';

interface SelectProps {
  label: string;
  value: string | undefined;
  /** Text of the choice that narrows nothing. */
  none?: string;
  onChoose: (value: string) => void;
  children: readonly (readonly [value: string, text: string])[];
}

/** One filter of a list. */
export function ListSelect({ label, value, none, onChoose, children }: SelectProps) {
  const { language } = useConsole();
  return (
    <label className="list-field">
      <span>{label}</span>
      <select value={value ?? ''} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        <option value="">{none ?? listWordsIn(language).all}</option>
        {children.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
