/** Words of the console's broadcasts in Hindi; `blast-en.ts` has the same shape. */
export const blastHi = {
  emulator: 'प्रशिक्षण: संदेश एमुलेटर को जाते हैं, किसी के फोन पर नहीं पहुँचते।',
  none: 'अभी कोई प्रसारण नहीं है।',
  noLists: 'अभी कोई सूची नहीं है।',
} as const;
