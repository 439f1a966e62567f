import { type DistrictName, useConsole, useDistrictName } from './console-context.ts';

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
