/** The name of a district, a station or what belongs to one, on one side of the campaign. */
export function pickName<Name>(
  { nameHi, nameEn }: { nameHi: Name; nameEn: Name },
  language: 'hi' | 'en',
): Name {
  return language === 'hi' ? nameHi : nameEn;
}
