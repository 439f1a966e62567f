import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { loadBaseDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { checkText, knownWords } from '../../../campaigns/press-notes/check-text.ts';
import { knownPlaces } from '../../../messaging/people/public-words/public-words.ts';

const sections = loadCampaign('up-cop').pressNotes?.sections;
if (sections === undefined) throw new Error('Expected sections in press-notes.yaml, got none');

/** What is known in every district, as service and console know it of one. */
export const known = knownWords(knownPlaces(loadBaseDirectory()), sections);

export const check = (text: string) => checkText(text, known);
