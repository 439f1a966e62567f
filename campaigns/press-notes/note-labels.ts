import type { NoteLanguage } from './note-fields.ts';

interface NoteLabels {
  pressNote: string;
  figures: string;
  appeal: string;
  link: (app: string) => string;
  scan: string;
  sample: string;
  cancelled: string;
}

/** Labels on every note besides its own words. */
export const noteLabels: Record<NoteLanguage, NoteLabels> = {
  hi: {
    pressNote: 'प्रेस नोट',
    figures: 'आँकड़े',
    appeal: 'अपील',
    link: (app) => `${app} ऐप का लिंक`,
    scan: 'फ़ोन के कैमरे से स्कैन करें; ऐप निःशुल्क है।',
    sample: 'नमूना – यह प्रेस नोट वास्तविक नहीं है और केवल प्रारूप दिखाने के लिए है।',
    cancelled: 'यह प्रेस नोट निरस्त किया जा चुका है; इसे प्रकाशित न करें।',
  },
  en: {
    pressNote: 'Press note',
    figures: 'Figures',
    appeal: 'Appeal',
    link: (app) => `Link of the ${app} app`,
    scan: 'Scan it with the camera of a phone; the app is free of cost.',
    sample: 'Sample: this press note is not real and only shows the form.',
    cancelled: 'This press note was cancelled; do not publish it.',
  },
};
