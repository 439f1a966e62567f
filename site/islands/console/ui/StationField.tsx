import { pickName } from '../../../../campaigns/directory/pick-name.ts';
import { useConsole } from './console-context.ts';
import { Field } from './parts.tsx';

interface StationFieldProps {
  label: string;
  stations: readonly { station: string; nameHi: string; nameEn: string }[];
  isLoading: boolean;
}

/** A station of a form, none of which is chosen at first. */
export function StationField({ label, stations, isLoading }: StationFieldProps) {
  const { words, language } = useConsole();
  return (
    <Field label={label}>
      {(ids) => (
        <select {...ids} name="station" required defaultValue="">
          <option value="" disabled>
            {isLoading ? words.loading : words.choose}
          </option>
          {stations.map((each) => (
            <option key={each.station} value={each.station}>
              {pickName(each, language)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
