import { languageFacts, ownLanguages } from '../campaigns/language.ts';
import { draftOwnName } from '../campaigns/languages/place-draft.ts';
import { startCampaign } from '../campaigns/studio/new-campaign-fs.ts';
import { openFolder } from './folders.ts';

const where = openFolder('begun-campaigns-');
/** The first language of each script. */
const languages = ownLanguages.filter((language, at) =>
  ownLanguages.every(
    (other, before) =>
      before >= at || languageFacts[other].script !== languageFacts[language].script,
  ),
);

/** Folders of campaigns that were just begun, one in each script: what holds for the repository's has to hold for them. */
export const begunCampaigns = await Promise.all(
  languages.map((language) => {
    const say = (name: string) => draftOwnName(name, language);
    const answers = {
      language,
      ...{ app: 'Sahayak', appOwn: say('Sahayak'), state: 'Rampur', stateOwn: say('Rampur') },
      ...{ goal: 1000, goalEnds: '2030-01-01' },
      ...{ district: 'Champa', districtOwn: say('Champa'), helpLines: '112, 1930' },
      ...{ station: 'Kotwali, Nandigama', stationOwn: `${say('Kotwali')}, ${say('Nandigama')}` },
    };
    return startCampaign(`begun-${language}`, answers, { where, today: '2026-12-02' });
  }),
);
