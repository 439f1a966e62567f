import { inEachLanguage } from '../../../../i18n/own-language.ts';

export const trayWordsIn = inEachLanguage({
  title: ['बोर्डों की फ़ोटो एक साथ', 'Pictures of many boards'],
  pick: ['कई फ़ोटो एक साथ चुनें', 'Choose many pictures'],
  pickText: [
    'बोर्ड का कोड देखकर हर फ़ोटो अपने थाने में लग जाएगी। भेजने से पहले सब दिखेगा।',
    'The code on the board puts each picture with its station. You see all of it before it is sent.',
  ],
  more: ['और फ़ोटो चुनें', 'Choose more'],
  camera: ['कैमरे से लें', 'Use the camera'],
  list: ['थानों की सूची', 'List of stations'],
  open: (count: string) => [`चुनी हुई फ़ोटो: ${count}`, `Chosen pictures: ${count}`],
  send: (count: string) => [`${count} फ़ोटो भेजें`, `Send ${count}`],
  counts: (all: string, ready: string, asks: string) => [
    `${all} फ़ोटो · ${ready} भेजने को तैयार · ${asks} में थाना चुनना है`,
    `${all} pictures · ${ready} ready to send · ${asks} need a station`,
  ],
  allSent: ['सभी फ़ोटो भेज दी गईं।', 'All pictures were sent.'],
  reading: ['कोड पढ़ा जा रहा है…', 'Reading the code…'],
  ready: ['भेजने को तैयार', 'Ready to send'],
  why: {
    'no-code': [
      'कोड पढ़ा नहीं जा सका। यह किस थाने का बोर्ड है?',
      'No code could be read. Whose board is it?',
    ],
    'foreign-code': [
      'इसमें इस जनपद के किसी बोर्ड का कोड नहीं है। थाना चुनें या फ़ोटो हटाएँ।',
      'It has no code of a board of this district. Choose the station, or take it out.',
    ],
  },
  twice: [
    'यही फ़ोटो पहले से चुनी हुई है। यह नहीं भेजी जाएगी।',
    'The same picture is chosen already. This one is not sent.',
  ],
  second: (station: string) => [
    `${station} की एक फ़ोटो पहले से चुनी हुई है। यह नहीं भेजी जाएगी।`,
    `There is another picture of ${station}. This one is not sent.`,
  ],
  settled: (station: string) => [
    `${station} का बोर्ड पहले से सत्यापित या स्वीकृत है। यह नहीं भेजी जाएगी।`,
    `The board of ${station} is verified or approved already. This one is not sent.`,
  ],
  unknown: ['थाना ज्ञात नहीं', 'Station not known'],
  again: ['दोबारा चुनी हुई फ़ोटो', 'Chosen twice'],
  find: ['थाने का नाम लिखें', 'Name of the station'],
  choose: (station: string) => [`थाना: ${station}`, `Station: ${station}`],
  change: ['थाना बदलें', 'Change the station'],
  changeOf: (station: string) => [`${station}: थाना बदलें`, `${station}: change the station`],
  remove: ['हटाएँ', 'Take out'],
  removeOf: (place: string) => [`${place}: फ़ोटो हटाएँ`, `${place}: take the picture out`],
  removed: ['एक फ़ोटो हटाई गई।', 'One picture was taken out.'],
  putBack: ['वापस लाएँ', 'Put it back'],
  unsend: ['न भेजें', 'Do not send'],
  unsendOf: (station: string) => [`${station}: न भेजें`, `${station}: do not send`],
  entry: ['प्रविष्टि देखें', 'Open the entry'],
  entryOf: (station: string) => [`${station}: प्रविष्टि देखें`, `${station}: open the entry`],
});
