import { pickName } from '../../../../campaigns/directory/pick-name.ts';
import { type DistrictName, useConsole, useDistrictName } from './console-context.ts';
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

/** The districts of a choice, by name; all of them without `of`. */
export function DistrictOptions({ of }: { of?: readonly Pick<DistrictName, 'id'>[] }) {
  const { districts } = useConsole();
  const nameDistrict = useDistrictName();
  return (of ?? districts).map(({ id }) => (
    <option key={id} value={id}>
      {nameDistrict(id)}
    </option>
  ));
}
