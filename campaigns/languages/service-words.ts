import type { OwnLanguage } from '../language.ts';
import { gu } from './service/gu.ts';
import { hi } from './service/hi.ts';
import { mr } from './service/mr.ts';
import type { ServiceWords } from './service/service-words.ts';
import { ur } from './service/ur.ts';

/** The service's own words by the campaign's language; no native reader has checked those in Gujarati, Marathi and Urdu. */
export const serviceWords: Readonly<Record<OwnLanguage, ServiceWords>> = { hi, gu, mr, ur };
