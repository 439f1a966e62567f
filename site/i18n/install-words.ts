import { inEachLanguage } from './own-language.ts';

const hi = {
  lead: 'इन कुंजियों से ऐप की टीम बताती है कि इंस्टॉल किस कोड से हुआ। जब तक पहली सूचना न आए, सभी पन्ने “स्कैन, इंस्टॉल नहीं” लिखते हैं।',
  page: 'टीम के लिए विवरण',
  none: 'अभी कोई कुंजी नहीं बनी है।',
  make: 'नई कुंजी बनाएँ',
  place: 'कुंजी कहाँ रहेगी',
  places: { server: 'ऐप टीम के सर्वर पर (उचित)', app: 'ऐप के भीतर (निकाली जा सकती है)' },
  limit: 'एक दिन में अधिक से अधिक इंस्टॉल',
  id: 'कुंजी की पहचान',
  secret: 'कुंजी का रहस्य',
  once: 'यह रहस्य केवल अभी दिखेगा और कहीं नहीं रखा जाता। इसे ऐप टीम को सुरक्षित ढंग से दें, ई-मेल या समूह में नहीं।',
  copy: 'रहस्य कॉपी करें',
  copied: 'कॉपी हुआ',
  made: (by: string, at: string) => `${by}, ${at}`,
  counted: (all: string, today: string, limit: string) =>
    `कुल ${all} इंस्टॉल; आज ${today}, सीमा ${limit}`,
  revoke: 'निरस्त करें',
  sure: 'इस कुंजी से आगे कोई इंस्टॉल नहीं गिना जाएगा।',
  keep: 'निरस्त करें, गिनती रखें',
  discard: 'निरस्त करें और उसकी गिनती हटाएँ',
  revoked: (by: string, at: string) => `निरस्त: ${by}, ${at}`,
};

const en: typeof hi = {
  lead: 'By these keys the app’s team reports which code an install came from. Until the first report all pages say “scans, not installs”.',
  page: 'Description for the team',
  none: 'No key has been made yet.',
  make: 'Make a key',
  place: 'Where the key will lie',
  places: {
    server: 'On a server of the app’s team (better)',
    app: 'In the app (can be taken out)',
  },
  limit: 'Installs a day at most',
  id: 'Id of the key',
  secret: 'Secret of the key',
  once: 'This secret is shown now only and is kept nowhere. Hand it to the app’s team safely, not by e-mail or in a group.',
  copy: 'Copy the secret',
  copied: 'Copied',
  made: (by, at) => `${by}, ${at}`,
  counted: (all, today, limit) => `${all} installs in all; ${today} today, limit ${limit}`,
  revoke: 'Revoke',
  sure: 'No further install will be counted by this key.',
  keep: 'Revoke, keep its count',
  discard: 'Revoke and take its count out',
  revoked: (by, at) => `Revoked: ${by}, ${at}`,
};

export const installWordsIn = inEachLanguage<typeof hi>({ hi, en });
