import { makePlural } from '../../campaigns/words/plural.ts';
import { inEachLanguage } from './own-language.ts';

const plural = { hi: makePlural('hi'), en: makePlural('en') };

/** Words of passkeys and invitations, in both languages. */
const hi = {
  passkeys: {
    title: 'पासकी',
    lead: 'पासकी से साइन इन: फ़ोन या कंप्यूटर अंगुली, चेहरे या PIN की जाँच करता है; पासवर्ड और कोड नहीं लिखने पड़ते।',
    none: 'अभी कोई पासकी नहीं है।',
    name: 'पासकी का नाम',
    nameHint: 'जैसे: मेरा फ़ोन',
    add: 'इस उपकरण में पासकी बनाएँ',
    added: (moment: string) => `${moment} को बनी`,
    used: (moment: string) => `अंतिम प्रयोग ${moment}`,
    unused: 'अभी प्रयोग नहीं हुई',
    remove: 'हटाएँ',
    removeOf: (name: string) => `पासकी हटाएँ: ${name}`,
    made: (name: string) => `पासकी “${name}” बन गई। अगली बार इसी से साइन इन करें।`,
    notHere: 'इस ब्राउज़र या पते पर पासकी नहीं बन सकती।',
    signIn: 'पासकी से साइन इन',
    refused: 'पासकी की जाँच पूरी नहीं हुई। फिर प्रयास करें या पासवर्ड से साइन इन करें।',
  },
  invitations: {
    title: 'खुले आमंत्रण',
    none: 'कोई आमंत्रण खुला नहीं है।',
    by: (name: string) => `आमंत्रित करने वाले: ${name}`,
    byServer: 'सर्वर पर आदेश',
    until: (moment: string) => `${moment} तक वैध`,
    renew: 'नया लिंक बनाएँ',
    renewOf: (email: string) => `नया लिंक बनाएँ: ${email}`,
    withdraw: 'निरस्त करें',
    withdrawOf: (email: string) => `आमंत्रण निरस्त करें: ${email}`,
    withdrawn: (email: string) => `${email} का आमंत्रण निरस्त हुआ; उसका लिंक अब नहीं खुलेगा।`,
    newLink: (email: string, office: string) =>
      `${email}, ${office} का नया लिंक। पुराना अब नहीं खुलेगा।`,
    madeFor: (email: string, office: string) => `${email}, ${office} का लिंक`,
    mail: 'इसी पते पर ई-मेल से भेजें',
    mailed: (email: string) => `${email} का आमंत्रण-पत्र भेजने की कतार में है।`,
    count: (count: number) => `${count} ${plural.hi(count, 'आमंत्रण', 'आमंत्रण')} खुले`,
  },
  bulk: {
    title: 'सूची से आमंत्रित करें',
    lead: 'एक CSV या Excel सूची से अधिकतम 200 अधिकारी। पहले दिखेगा कि किसे आमंत्रण जाएगा; पुष्टि के बाद ही लिंक बनेंगे।',
    form: 'सभी जनपदों की खाली सूची डाउनलोड करें (CSV)',
    file: 'भरी हुई सूची',
    fileHint: 'स्तंभ: ई-मेल, कार्यालय, दायित्व (खाली हो तो जनपद के PRO)',
    check: 'सूची जाँचें',
    good: (count: number) =>
      `${count} ${plural.hi(count, 'अधिकारी को आमंत्रण बनेगा', 'अधिकारियों को आमंत्रण बनेंगे')}`,
    bad: (count: number) =>
      `${count} ${plural.hi(count, 'पंक्ति नहीं ली जाएगी', 'पंक्तियाँ नहीं ली जाएँगी')}`,
    noGood: 'कोई पंक्ति आमंत्रण के योग्य नहीं है। सूची सुधारकर फिर जाँचें।',
    make: (count: number) => `${count} ${plural.hi(count, 'लिंक', 'लिंक')} बनाएँ`,
    made: (count: number) =>
      `${count} ${plural.hi(count, 'लिंक बना', 'लिंक बने')}। ये अभी ही दिखेंगे: इन्हें छापें।`,
    sheet: 'बंद पत्र छापें (PDF, हर कार्यालय का एक पृष्ठ)',
    sheetHow: 'हर पृष्ठ दो मोड़ पर बंद होता है: पता बाहर, लिंक भीतर। किनारा चिपकाकर कार्यालय को दें।',
  },
};

export type AccountWords = typeof hi;

const en: AccountWords = {
  passkeys: {
    title: 'Passkeys',
    lead: 'A passkey signs you in by the finger, face or PIN of your phone or computer; no password and no code to type.',
    none: 'There is no passkey yet.',
    name: 'Name of the passkey',
    nameHint: 'For example: my phone',
    add: 'Make a passkey on this device',
    added: (moment) => `Made ${moment}`,
    used: (moment) => `Last used ${moment}`,
    unused: 'Not used yet',
    remove: 'Remove',
    removeOf: (name) => `Remove passkey: ${name}`,
    made: (name) => `The passkey “${name}” is made. Sign in with it the next time.`,
    notHere: 'This browser or address cannot make a passkey.',
    signIn: 'Sign in with a passkey',
    refused: 'The passkey’s check was not finished. Try again, or sign in with the password.',
  },
  invitations: {
    title: 'Open invitations',
    none: 'No invitation is open.',
    by: (name) => `Invited by ${name}`,
    byServer: 'the command on the server',
    until: (moment) => `Valid until ${moment}`,
    renew: 'Make a new link',
    renewOf: (email) => `Make a new link: ${email}`,
    withdraw: 'Withdraw',
    withdrawOf: (email) => `Withdraw the invitation: ${email}`,
    withdrawn: (email) =>
      `The invitation of ${email} is withdrawn; its link does not open any more.`,
    newLink: (email, office) =>
      `New link of ${email}, ${office}. The old one does not open any more.`,
    madeFor: (email, office) => `Link of ${email}, ${office}`,
    mail: 'Mail it to this address',
    mailed: (email) => `The letter of invitation to ${email} is on its way.`,
    count: (count) => `${count} open ${plural.en(count, 'invitation', 'invitations')}`,
  },
  bulk: {
    title: 'Invite from a list',
    lead: 'Up to 200 officers from one CSV or Excel list. First you see who would be invited; links are made after you confirm.',
    form: 'Download an empty list of all districts (CSV)',
    file: 'Filled list',
    fileHint: 'Columns: e-mail, office, role (PRO of the district when empty)',
    check: 'Check the list',
    good: (count) => `${count} ${plural.en(count, 'officer', 'officers')} would be invited`,
    bad: (count) => `${count} ${plural.en(count, 'row is', 'rows are')} left out`,
    noGood: 'No row can be invited. Correct the list and check it again.',
    make: (count) => `Make ${count} ${plural.en(count, 'link', 'links')}`,
    made: (count) =>
      `${count} ${plural.en(count, 'link is', 'links are')} made. They are shown this once: print them.`,
    sheet: 'Print sealed letters (PDF, a page for each office)',
    sheetHow:
      'Each page closes at two folds: the address outside, the link inside. Glue the edge and hand it over.',
  },
};

export const accountWordsIn = inEachLanguage<AccountWords>({ hi, en });
