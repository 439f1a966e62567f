import { inEachLanguage } from './own-language.ts';
import type { Wide } from './words.ts';

const hi = {
  open: 'मौके की फ़ोटो',
  openOf: (station: string) => `${station}: मौके की फ़ोटो लें`,
  title: (station: string) => `मौके की फ़ोटो: ${station}`,
  near: 'पास जाएँ: कोड चौखट को भर दे।',
  far: 'अब दूर से: पूरा बोर्ड और आसपास दिखे।',
  step: (step: string) => `फ़ोटो ${step} / 2`,
  shootNear: 'पास की फ़ोटो लें',
  shootFar: 'दूर की फ़ोटो लें',
  left: (seconds: string) => `${seconds} सेकंड शेष`,
  starting: 'कैमरा खुल रहा है …',
  saving: 'सुरक्षित हो रही है …',
  timeOver: '90 सेकंड बीत गए। पास की फ़ोटो फिर लें।',
  noNetwork: 'नेटवर्क नहीं है। ये सामान्य फ़ोटो की तरह गिनी जाएँगी, क्योंकि समय का प्रमाण सर्वर देता है।',
  noCamera:
    'कैमरा नहीं खुला। ब्राउज़र में इस साइट को कैमरे की अनुमति दें, या फ़ोटो चुनकर भेजें। चुनी हुई फ़ोटो कम गिनी जाती है।',
  place: (metres: string) => `स्थान मिला, ${metres} मीटर तक सही`,
  placeAsked: 'स्थान पूछा जा रहा है …',
  noPlace: 'स्थान नहीं मिला। फ़ोटो इसके बिना भी ली जा सकती है।',
  pick: 'फ़ोटो चुनें',
  back: 'वापस',
  notKept: 'फ़ोटो इस फ़ोन में रखी नहीं जा सकीं। फ़ोन में जगह बनाकर फिर लें।',
  live: 'मौके की फ़ोटो मान ली गई।',
  notLive: 'फ़ोटो मिल गई, पर मौके की फ़ोटो नहीं गिनी गई:',
};

const en: Wide<typeof hi> = {
  open: 'Live picture',
  openOf: (station) => `${station}: take a live picture`,
  title: (station) => `Live picture: ${station}`,
  near: 'Go close: the code fills the frame.',
  far: 'Now from afar: the whole board and what is around it.',
  step: (step) => `Picture ${step} of 2`,
  shootNear: 'Take the near picture',
  shootFar: 'Take the far picture',
  left: (seconds) => `${seconds} seconds left`,
  starting: 'The camera is opening …',
  saving: 'Being kept …',
  timeOver: '90 seconds have passed. Take the near picture again.',
  noNetwork:
    'There is no network. These will count as ordinary pictures, as it is the server that vouches for the time.',
  noCamera:
    'The camera did not open. Allow this site the camera in the browser, or choose a picture. One that is chosen counts less.',
  place: (metres) => `Place found, right to ${metres} metres`,
  placeAsked: 'Asking for the place …',
  noPlace: 'No place was found. The pictures can be taken without it.',
  pick: 'Choose a picture',
  back: 'Back',
  notKept: 'The pictures could not be kept on this phone. Make room on it and take them again.',
  live: 'Taken as a live picture.',
  notLive: 'The picture is in, but does not count as a live one:',
};

export const captureWordsIn = inEachLanguage<Wide<typeof hi>>({ hi, en });
