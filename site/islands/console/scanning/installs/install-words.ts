import { inEachLanguage } from '../../../../i18n/own-language.ts';

export const installWordsIn = inEachLanguage({
  lead: [
    'इन कुंजियों से ऐप की टीम बताती है कि इंस्टॉल किस कोड से हुआ। जब तक पहली सूचना न आए, सभी पन्ने “स्कैन, इंस्टॉल नहीं” लिखते हैं।',
    'By these keys the app’s team reports which code an install came from. Until the first report all pages say “scans, not installs”.',
  ],
  page: ['टीम के लिए विवरण', 'Description for the team'],
  make: ['नई कुंजी बनाएँ', 'Make a key'],
  secret: ['कुंजी का रहस्य', 'Secret of the key'],
  once: [
    'यह रहस्य केवल अभी दिखेगा और कहीं नहीं रखा जाता। इसे ऐप टीम को सुरक्षित ढंग से दें, ई-मेल या समूह में नहीं।',
    'This secret is shown now only and is kept nowhere. Hand it to the app’s team safely, not by e-mail or in a group.',
  ],
  copy: ['रहस्य कॉपी करें', 'Copy the secret'],
  copied: ['कॉपी हुआ', 'Copied'],
  counted: (all: string, today: string, limit: string) => [
    `कुल ${all} इंस्टॉल; आज ${today}, सीमा ${limit}`,
    `${all} installs in all; ${today} today, limit ${limit}`,
  ],
  ended: [
    'निरस्त कुंजी से आगे कोई इंस्टॉल नहीं गिना जाएगा।',
    'No further install will be counted by a revoked key.',
  ],
  revoked: (by: string, at: string) => [`निरस्त: ${by}, ${at}`, `Revoked: ${by}, ${at}`],
});
