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
  leap: (
    { by, board, minutes, km }: { by: string; board: string; minutes: number; km: number | null },
    say: (value: number) => string,
  ) => [
    km === null
      ? `${by} ने ${say(minutes)} मिनट के अंतर पर ${board} के बोर्ड की भी मौके की फ़ोटो ली। इतनी देर में दोनों जगह नहीं पहुँचा जा सकता।`
      : `${by} ने ${say(minutes)} मिनट के अंतर पर ${say(km)} किमी दूर ${board} के बोर्ड की भी मौके की फ़ोटो ली। सड़क से इतनी देर में नहीं पहुँचा जा सकता।`,
    km === null
      ? `${by} took live pictures at ${board} as well, ${say(minutes)} minutes apart. Nobody is at both in that time.`
      : `${by} took live pictures at ${board} as well, ${say(km)} km away and ${say(minutes)} minutes apart. No road allows that.`,
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
  questionText: [
    'बोर्ड के सामने खड़े होकर बटन दबाएँ और मौके की दो फ़ोटो लें: पास से कोड, फिर दूर से पूरा बोर्ड। बोर्ड इन्हीं से “देखा गया” होता है।',
    'Press a button while you stand before it and take two live pictures: the code from close by, then the whole board. By these alone it is seen.',
  ],
  byWord: ['फ़ोटो नहीं हो सकती?', 'No picture possible?'],
  byWordOf: {
    damaged: ['खराब है, कोड नहीं पढ़ा जाता', 'Damaged, the code cannot be read'],
    missing: ['वहाँ नहीं है', 'Not there'],
  },
  noCamera: [
    'कैमरा नहीं खुला। ब्राउज़र में इस साइट को कैमरे की अनुमति दें, या फ़ोन से खोलें।',
    'The camera did not open. Allow this site the camera in the browser, or open it on a phone.',
  ],
  sending: ['फ़ोटो भेजी जा रही हैं …', 'The pictures are being sent …'],
  again: ['फिर भेजें', 'Send again'],
  remark: ['टिप्पणी (वैकल्पिक)', 'Remark (optional)'],
  saved: (state: string) => [`दर्ज हुआ: बोर्ड ${state}।`, `Recorded: the board is ${state}.`],
  back: ['सभी बोर्ड', 'All boards'],
  app: ['ऐप पाने का पृष्ठ', 'The page to get the app'],
});
