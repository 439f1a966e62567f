import type { UnknownCodeWords } from '../../../campaigns/languages/service/service-words.ts';

/** Shown with the campaign's own language on the page for a code that nobody registered. */
export const englishCodeWords: UnknownCodeWords = {
  title: 'This code is not registered.',
  again: 'Type the code again',
  open: 'Open',
  hint: 'A code has six digits or letters. Please check the one on the board or pamphlet again.',
  near: 'Did you mean one of these?',
  get: (app) => `Get the ${app} app directly`,
  blast: 'Message sent to phones',
  channels: {
    board: 'board',
    pamphlet: 'pamphlet',
    vehicle: 'vehicle',
    newspaper: 'newspaper',
    film: 'film',
    radio: 'radio',
    social: 'social media',
    sms: 'SMS',
    ivr: 'phone call',
    event: 'event',
  },
};
