import { pickName } from '../../../../campaigns/directory/pick-name.ts';
import { useConsole } from './console-context.ts';
import { SelectField } from './parts.tsx';

interface StationFieldProps {
  label: string;
  stations: readonly { station: string; nameHi: string; nameEn: string }[];
  isLoading: boolean;
}

/** A station of a form, none of which is chosen at first. */
export function StationField({ label, stations, isLoading }: StationFieldProps) {
  const { words, language } = useConsole();
  return (
    <SelectField
      label={label}
      name="station"
      required
      defaultValue=""
      unchosen={isLoading ? words.loading : words.choose}
      options={stations.map((each) => [each.station, pickName(each, language)] as const)}
    />
  );
}
