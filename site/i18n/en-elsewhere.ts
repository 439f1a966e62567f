import { en } from './en.ts';
import type { Words } from './words.ts';

/** The English pages of a campaign that is not Uttar Pradesh's: what names that state or its papers is said without it. */
export function englishElsewhere(switchTo: string): Words {
  return {
    ...en,
    switchTo,
    print: {
      ...en.print,
      description: 'Print files for every police station: the 8×5 ft board and the pamphlet.',
      searchHint: 'Write in the language of the state or in English',
      mapNote: 'Each hexagon is one district, near its true place.',
      noFilesHow:
        'They will stand here once they are made. The list of stations and their names can be checked already.',
    },
    district: {
      ...en.district,
      checkSteps: en.district.checkSteps.map((step) =>
        step
          .replace('Technical Services, Lucknow', 'headquarters')
          .replace('Write सही (right) or नाम बदलें (rename)', 'Write “checked” or “rename”'),
      ),
    },
    campaign: {
      ...en.campaign,
      minutes: 'Minutes',
      letter: 'Letter',
      lead: (app) => `The directions given for the promotion of ${app}, as far as there are any.`,
    },
    search: { ...en.search, description: 'Search the police stations and districts.' },
  };
}
