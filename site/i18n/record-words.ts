import { inEachLanguage } from './own-language.ts';
import type { Wide } from './words.ts';

const hi = {
  weeks: 'सप्ताहवार स्कैन',
  noScans: 'पिछले 12 सप्ताह में कोई स्कैन नहीं।',
  week: 'सप्ताह',
  scans: 'स्कैन',
  versions: 'आर्टवर्क के संस्करण',
  noVersions: 'इस थाने की कोई छपाई-फ़ाइल अभी नहीं बनी है।',
  artwork: 'आर्टवर्क',
  made: 'बना',
  state: 'स्थिति',
  present: 'वर्तमान',
  superseded: (day: string) => `${day} से पुराना`,
};

const en: Wide<typeof hi> = {
  weeks: 'Scans by week',
  noScans: 'No scan in the last 12 weeks.',
  week: 'Week',
  scans: 'Scans',
  versions: 'Versions of the artwork',
  noVersions: 'No press file of this station has been made yet.',
  artwork: 'Artwork',
  made: 'Made',
  state: 'State',
  present: 'present',
  superseded: (day) => `superseded since ${day}`,
};

export const recordWordsIn = inEachLanguage<Wide<typeof hi>>({ hi, en });
