import { inEachLanguage } from '../../../../i18n/own-language.ts';

export const inspectionWordsIn = inEachLanguage({
  dueLead: (day: string) => [
    `${day} तक के स्कैन, बोर्ड की आयु या पिछले निरीक्षण से। स्कैन केवल संकेत हैं, दोष का प्रमाण नहीं।`,
    `By scans until ${day}, by the age of the board, or by the latest inspection. Scans are a hint only, no proof of a fault.`,
  ],
  dueOf: (count: string) => [
    `मौके पर देखने हैं: ${count} बोर्ड`,
    `To look at on the spot: ${count} boards`,
  ],
  silent: (days: string, expected: string) => [
    `${days} दिन से एक भी स्कैन नहीं। पहले की दर से ${expected} होने थे।`,
    `Not one scan for ${days} days. At its earlier rate: ${expected}.`,
  ],
  never: (days: string) => [
    `लगे ${days} दिन हो गए, एक भी स्कैन नहीं।`,
    `It has hung for ${days} days, without one scan.`,
  ],
  old: (years: string) => [
    `लगे ${years} वर्ष हो गए। खुले में फ़्लेक्स लगभग तीन वर्ष चलता है और लाल रंग पहले फीका पड़ता है: देखें कि बोर्ड बदलना है या नहीं।`,
    `It has hung for ${years} years. Flex lasts about three years outdoors, and red fades first: see whether it needs a new one.`,
  ],
  sudden: (scans: string, expected: string) => [
    `पिछले सप्ताह ${scans} स्कैन। पहले की दर से ${expected} होने थे। देखें कि कोड कहीं और तो नहीं लगा।`,
    `${scans} scans in the last week. At its earlier rate: ${expected}. See whether the code hangs elsewhere too.`,
  ],
  sameOfficer: (board: string) => [
    `इसी अधिकारी ने इसी माह ${board} का बोर्ड दर्ज किया था, जो ड्रॉ में नहीं मिला। फ़ोटो फिर देखें।`,
    `The same officer entered the board of ${board} in the same month, and it was drawn and not there. Look at the pictures again.`,
  ],
  states: {
    hangs: ['ठीक लगा है', 'in order'],
    damaged: ['खराब है', 'damaged'],
    missing: ['वहाँ नहीं है', 'not there'],
  },
  latest: (state: string, by: string, when: string) => [
    `पिछला निरीक्षण: ${state} · ${by} · ${when}`,
    `Latest inspection: ${state} · ${by} · ${when}`,
  ],
  inspect: ['हाल लिखें', 'Say how it is'],
  question: ['बोर्ड कैसा है?', 'How is the board?'],
  questionText: ['बोर्ड के सामने खड़े होकर एक बटन दबाएँ।', 'Press one button while you stand before it.'],
  remark: ['टिप्पणी (वैकल्पिक)', 'Remark (optional)'],
  saved: (state: string) => [`दर्ज हुआ: बोर्ड ${state}।`, `Recorded: the board is ${state}.`],
  back: ['सभी बोर्ड', 'All boards'],
  app: ['ऐप पाने का पृष्ठ', 'The page to get the app'],
});
