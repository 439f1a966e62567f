import { pairs } from '../pairs.ts';

const nouns = {
  blast: { hi: 'प्रसारण', en: 'blast' },
  'press-note': { hi: 'प्रेस नोट', en: 'press note' },
  activity: { hi: 'प्रविष्टि', en: 'entry' },
  'campaign-draft': { hi: 'सामग्री का प्रारूप', en: 'campaign draft' },
  detour: { hi: 'क्यूआर कोड की दिशा', en: 'destination of codes' },
} as const;

/** With the gender of each noun. */
const sentences = {
  blast: (id: number) => `आपका प्रसारण ${id} इस टिप्पणी के साथ वापस किया गया है:`,
  'press-note': (id: number) => `आपका प्रेस नोट ${id} इस टिप्पणी के साथ वापस किया गया है:`,
  activity: (id: number) => `आपकी प्रविष्टि ${id} इस टिप्पणी के साथ अस्वीकार की गई है:`,
  'campaign-draft': (id: number) =>
    `आपका भेजा सामग्री का प्रारूप ${id} इस टिप्पणी के साथ वापस किया गया है:`,
  detour: (id: number) =>
    `क्यूआर कोड की दिशा बदलने का आपका अनुरोध ${id} इस टिप्पणी के साथ वापस किया गया है:`,
} as const;

export type ReturnedThing = keyof typeof nouns;

/** The letter that something came back to the officer who handed it in. */
export const returnedWords = pairs({
  subject: (what: ReturnedThing, id: number) => [
    `टिप्पणी के साथ वापस: ${nouns[what].hi} ${id}`,
    `Returned with a remark: ${nouns[what].en} ${id}`,
  ],
  opening: (what: ReturnedThing, id: number) => [
    sentences[what](id),
    `Your ${nouns[what].en} ${id} came back with this remark:`,
  ],
  by: ['किसके द्वारा', 'By'],
  open: ['खोलें और सुधारें', 'Open and correct'],
});
