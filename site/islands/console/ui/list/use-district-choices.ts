import { useConsole, useDistrictName, useMe } from '../console-context.ts';

/** Districts of the officer's area for a filter, in the order of their names. */
export function useDistrictChoices(): { value: string; label: string }[] {
  const { language, districts } = useConsole();
  const { role, area } = useMe();
  const nameDistrict = useDistrictName();
  const collator = new Intl.Collator(language);
  return districts
    .filter(
      (district) =>
        (role !== 'range' || district.range === area) &&
        (role !== 'zone' || district.zone === area),
    )
    .map(({ id }) => ({ value: id, label: nameDistrict(id) }))
    .toSorted((a, b) => collator.compare(a.label, b.label));
}
