import { inEachLanguage } from '../../../../i18n/own-language.ts';

export const installWordsIn = inEachLanguage({
  lead: [
    'इन कुंजियों से ऐप की टीम बताती है कि इंस्टॉल किस कोड से हुआ। जब तक पहली सूचना न आए, सभी पन्ने “स्कैन, इंस्टॉल नहीं” लिखते हैं।',
    'By these keys the app’s team reports which code an install came from. Until the first report all pages say “scans, not installs”.',
  ],
  page: ['टीम के लिए विवरण', 'Description for the team'],
  none: ['अभी कोई कुंजी नहीं बनी है।', 'No key has been made yet.'],
  make: ['नई कुंजी बनाएँ', 'Make a key'],
  place: ['कुंजी कहाँ रहेगी', 'Where the key will lie'],
  places: {
    server: ['ऐप टीम के सर्वर पर (उचित)', 'On a server of the app’s team (better)'],
    app: ['ऐप के भीतर (निकाली जा सकती है)', 'In the app (can be taken out)'],
  },
  limit: ['एक दिन में अधिक से अधिक इंस्टॉल', 'Installs a day at most'],
  id: ['कुंजी की पहचान', 'Id of the key'],
  secret: ['कुंजी का रहस्य', 'Secret of the key'],
  once: [
    'यह रहस्य केवल अभी दिखेगा और कहीं नहीं रखा जाता। इसे ऐप टीम को सुरक्षित ढंग से दें, ई-मेल या समूह में नहीं।',
    'This secret is shown now only and is kept nowhere. Hand it to the app’s team safely, not by e-mail or in a group.',
  ],
  copy: ['रहस्य कॉपी करें', 'Copy the secret'],
  copied: ['कॉपी हुआ', 'Copied'],
  made: (by: string, at: string) => [`${by}, ${at}`, `${by}, ${at}`],
  counted: (all: string, today: string, limit: string) => [
    `कुल ${all} इंस्टॉल; आज ${today}, सीमा ${limit}`,
    `${all} installs in all; ${today} today, limit ${limit}`,
  ],
  revoke: ['निरस्त करें', 'Revoke'],
  sure: [
    'इस कुंजी से आगे कोई इंस्टॉल नहीं गिना जाएगा।',
    'No further install will be counted by this key.',
  ],
  keep: ['निरस्त करें, गिनती रखें', 'Revoke, keep its count'],
  discard: ['निरस्त करें और उसकी गिनती हटाएँ', 'Revoke and take its count out'],
  revoked: (by: string, at: string) => [`निरस्त: ${by}, ${at}`, `Revoked: ${by}, ${at}`],
});
