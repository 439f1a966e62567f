import type { Campaign } from '../../../../campaigns/campaign.ts';
import { officeSide } from '../../../../campaigns/language.ts';
import { frameWords } from '../../../../campaigns/words/letters/frame-words.ts';
import type { LetterLanguage } from '../letter.ts';

/** The facts of a campaign that letters take. */
export type LetterCampaign = Pick<Campaign, 'app' | 'copy' | 'languages' | 'demonstration'>;

/** In which language a letter is written, and in whose name. */
export interface Voice {
  language: LetterLanguage;
  app: string;
  /** The app's promotion, as a letter speaks of it. */
  outreach: string;
  /** Printed at the head and the foot of a letter. */
  house: string;
}

/** Letters are there in Hindi and English: those of a campaign in another language are written in English. */
export function findVoice(campaign: LetterCampaign, preferred: LetterLanguage): Voice {
  const { app: names, copy, demonstration } = campaign;
  const language = officeSide(preferred, campaign);
  const app = language === 'hi' ? names.nameHi : names.name;
  const outreach = frameWords[language].outreach(app);
  const house = [outreach, copy.state[language], demonstration?.notice[language]];
  return { language, app, outreach, house: house.filter(Boolean).join(' · ') };
}
