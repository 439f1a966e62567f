/** A display name in Hindi and English. */
type AreaName = { hi: string; en: string };

/** The eight police zones of 2019, by the id that a district's `zone` carries. */
export const zones: Readonly<Record<string, AreaName>> = {
  agra: { hi: 'आगरा जोन', en: 'Agra Zone' },
  bareilly: { hi: 'बरेली जोन', en: 'Bareilly Zone' },
  gorakhpur: { hi: 'गोरखपुर जोन', en: 'Gorakhpur Zone' },
  kanpur: { hi: 'कानपुर जोन', en: 'Kanpur Zone' },
  lucknow: { hi: 'लखनऊ जोन', en: 'Lucknow Zone' },
  meerut: { hi: 'मेरठ जोन', en: 'Meerut Zone' },
  prayagraj: { hi: 'प्रयागराज जोन', en: 'Prayagraj Zone' },
  varanasi: { hi: 'वाराणसी जोन', en: 'Varanasi Zone' },
};

/** The eighteen police ranges of 2019, by the id that a district's `range` carries. */
export const ranges: Readonly<Record<string, AreaName>> = {
  agra: { hi: 'आगरा परिक्षेत्र', en: 'Agra Range' },
  aligarh: { hi: 'अलीगढ़ परिक्षेत्र', en: 'Aligarh Range' },
  ayodhya: { hi: 'अयोध्या परिक्षेत्र', en: 'Ayodhya Range' },
  azamgarh: { hi: 'आजमगढ़ परिक्षेत्र', en: 'Azamgarh Range' },
  bareilly: { hi: 'बरेली परिक्षेत्र', en: 'Bareilly Range' },
  basti: { hi: 'बस्ती परिक्षेत्र', en: 'Basti Range' },
  'chitrakoot-dham': { hi: 'चित्रकूटधाम परिक्षेत्र', en: 'Chitrakoot Dham Range' },
  devipatan: { hi: 'देवीपाटन परिक्षेत्र', en: 'Devipatan Range' },
  gorakhpur: { hi: 'गोरखपुर परिक्षेत्र', en: 'Gorakhpur Range' },
  jhansi: { hi: 'झाँसी परिक्षेत्र', en: 'Jhansi Range' },
  kanpur: { hi: 'कानपुर परिक्षेत्र', en: 'Kanpur Range' },
  lucknow: { hi: 'लखनऊ परिक्षेत्र', en: 'Lucknow Range' },
  meerut: { hi: 'मेरठ परिक्षेत्र', en: 'Meerut Range' },
  mirzapur: { hi: 'मीरजापुर परिक्षेत्र', en: 'Mirzapur Range' },
  moradabad: { hi: 'मुरादाबाद परिक्षेत्र', en: 'Moradabad Range' },
  prayagraj: { hi: 'प्रयागराज परिक्षेत्र', en: 'Prayagraj Range' },
  saharanpur: { hi: 'सहारनपुर परिक्षेत्र', en: 'Saharanpur Range' },
  varanasi: { hi: 'वाराणसी परिक्षेत्र', en: 'Varanasi Range' },
};

/** Display name of a zone. */
export function zoneName(id: string): AreaName {
  return named(zones, 'zone', id);
}

/** Display name of a range. */
export function rangeName(id: string): AreaName {
  return named(ranges, 'range', id);
}

function named(areas: Readonly<Record<string, AreaName>>, field: string, id: string): AreaName {
  const area = Object.hasOwn(areas, id) ? areas[id] : undefined;
  if (area) return area;
  throw new Error(`Expected one of ${Object.keys(areas).join(', ')} for \`${field}\`, got "${id}"`);
}
