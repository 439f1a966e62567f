import { inEachLanguage } from '../../../../i18n/own-language.ts';

export const captureWordsIn = inEachLanguage({
  open: ['मौके की फ़ोटो', 'Live picture'],
  openOf: (station: string) => [`${station}: मौके की फ़ोटो लें`, `${station}: take a live picture`],
  title: (station: string) => [`मौके की फ़ोटो: ${station}`, `Live picture: ${station}`],
  near: ['पास जाएँ: कोड चौखट को भर दे।', 'Go close: the code fills the frame.'],
  far: ['अब दूर से: पूरा बोर्ड और आसपास दिखे।', 'Now from afar: the whole board and what is around it.'],
  step: (step: string) => [`फ़ोटो ${step} / 2`, `Picture ${step} of 2`],
  shootNear: ['पास की फ़ोटो लें', 'Take the near picture'],
  shootFar: ['दूर की फ़ोटो लें', 'Take the far picture'],
  left: (seconds: string) => [`${seconds} सेकंड शेष`, `${seconds} seconds left`],
  starting: ['कैमरा खुल रहा है …', 'The camera is opening …'],
  saving: ['सुरक्षित हो रही है …', 'Being kept …'],
  timeOver: [
    '90 सेकंड बीत गए। पास की फ़ोटो फिर लें।',
    '90 seconds have passed. Take the near picture again.',
  ],
  noNetwork: [
    'नेटवर्क नहीं है। ये सामान्य फ़ोटो की तरह गिनी जाएँगी, क्योंकि समय का प्रमाण सर्वर देता है।',
    'There is no network. These will count as ordinary pictures, as it is the server that vouches for the time.',
  ],
  noCamera: [
    'कैमरा नहीं खुला। ब्राउज़र में इस साइट को कैमरे की अनुमति दें, या फ़ोटो चुनकर भेजें। चुनी हुई फ़ोटो कम गिनी जाती है।',
    'The camera did not open. Allow this site the camera in the browser, or choose a picture. One that is chosen counts less.',
  ],
  place: (metres: string) => [
    `स्थान मिला, ${metres} मीटर तक सही`,
    `Place found, right to ${metres} metres`,
  ],
  placeAsked: ['स्थान पूछा जा रहा है …', 'Asking for the place …'],
  noPlace: [
    'स्थान नहीं मिला। फ़ोटो इसके बिना भी ली जा सकती है।',
    'No place was found. The pictures can be taken without it.',
  ],
  pick: ['फ़ोटो चुनें', 'Choose a picture'],
  back: ['वापस', 'Back'],
  notKept: [
    'फ़ोटो इस फ़ोन में रखी नहीं जा सकीं। फ़ोन में जगह बनाकर फिर लें।',
    'The pictures could not be kept on this phone. Make room on it and take them again.',
  ],
  mayKeep: [
    'जाँच सुधारने के लिए दूर की फ़ोटो की एक प्रति रखी जा सकती है। उसमें बोर्ड को छोड़कर सब धुँधला होगा; वह एक वर्ष में मिट जाएगी, और “बोर्ड” में कभी भी हटाई जा सकती है।',
    'A copy of the far picture may be kept to improve the check. All but the board is blurred in it; it is deleted after a year, and under “Boards” at any time.',
  ],
  live: ['मौके की फ़ोटो मान ली गई।', 'Taken as a live picture.'],
  notLive: [
    'फ़ोटो मिल गई, पर मौके की फ़ोटो नहीं गिनी गई:',
    'The picture is in, but does not count as a live one:',
  ],
});
