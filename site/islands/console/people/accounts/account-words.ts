import type { Pair } from '../../../../../campaigns/words/pairs.ts';
import { plural } from '../../../../../campaigns/words/plural.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';

/** Words of passkeys and invitations, in both languages. */
export const accountWordsIn = inEachLanguage({
  passkeys: {
    title: ['पासकी', 'Passkeys'],
    lead: [
      'पासकी से साइन इन: फ़ोन या कंप्यूटर अंगुली, चेहरे या PIN की जाँच करता है; पासवर्ड और कोड नहीं लिखने पड़ते।',
      'A passkey signs you in by the finger, face or PIN of your phone or computer; no password and no code to type.',
    ],
    none: ['अभी कोई पासकी नहीं है।', 'There is no passkey yet.'],
    name: ['पासकी का नाम', 'Name of the passkey'],
    nameHint: ['जैसे: मेरा फ़ोन', 'For example: my phone'],
    add: ['इस उपकरण में पासकी बनाएँ', 'Make a passkey on this device'],
    added: (moment: string) => [`${moment} को बनी`, `Made ${moment}`],
    used: (moment: string) => [`अंतिम प्रयोग ${moment}`, `Last used ${moment}`],
    unused: ['अभी प्रयोग नहीं हुई', 'Not used yet'],
    remove: ['हटाएँ', 'Remove'],
    removeOf: (name: string) => [`पासकी हटाएँ: ${name}`, `Remove passkey: ${name}`],
    made: (name: string) => [
      `पासकी “${name}” बन गई। अगली बार इसी से साइन इन करें।`,
      `The passkey “${name}” is made. Sign in with it the next time.`,
    ],
    notHere: [
      'इस ब्राउज़र या पते पर पासकी नहीं बन सकती।',
      'This browser or address cannot make a passkey.',
    ],
    signIn: ['पासकी से साइन इन', 'Sign in with a passkey'],
    refused: [
      'पासकी की जाँच पूरी नहीं हुई। फिर प्रयास करें या पासवर्ड से साइन इन करें।',
      'The passkey’s check was not finished. Try again, or sign in with the password.',
    ],
  },
  invitations: {
    title: ['खुले आमंत्रण', 'Open invitations'],
    none: ['कोई आमंत्रण खुला नहीं है।', 'No invitation is open.'],
    by: (name: string) => [`आमंत्रित करने वाले: ${name}`, `Invited by ${name}`],
    byServer: ['सर्वर पर आदेश', 'the command on the server'],
    until: (moment: string) => [`${moment} तक वैध`, `Valid until ${moment}`],
    renew: ['नया लिंक बनाएँ', 'Make a new link'],
    renewOf: (email: string) => [`नया लिंक बनाएँ: ${email}`, `Make a new link: ${email}`],
    withdraw: ['निरस्त करें', 'Withdraw'],
    withdrawOf: (email: string) => [
      `आमंत्रण निरस्त करें: ${email}`,
      `Withdraw the invitation: ${email}`,
    ],
    withdrawn: (email: string) => [
      `${email} का आमंत्रण निरस्त हुआ; उसका लिंक अब नहीं खुलेगा।`,
      `The invitation of ${email} is withdrawn; its link does not open any more.`,
    ],
    newLink: (email: string, office: string) => [
      `${email}, ${office} का नया लिंक। पुराना अब नहीं खुलेगा।`,
      `New link of ${email}, ${office}. The old one does not open any more.`,
    ],
    madeFor: (email: string, office: string) => [
      `${email}, ${office} का लिंक`,
      `Link of ${email}, ${office}`,
    ],
    mail: ['इसी पते पर ई-मेल से भेजें', 'Mail it to this address'],
    mailed: (email: string) => [
      `${email} का आमंत्रण-पत्र भेजने की कतार में है।`,
      `The letter of invitation to ${email} is on its way.`,
    ],
    count: (count: number) => [
      `${count} ${plural.hi(count, 'आमंत्रण', 'आमंत्रण')} खुले`,
      `${count} open ${plural.en(count, 'invitation', 'invitations')}`,
    ],
  },
  bulk: {
    title: ['सूची से आमंत्रित करें', 'Invite from a list'],
    lead: [
      'एक CSV या Excel सूची से अधिकतम 200 अधिकारी। पहले दिखेगा कि किसे आमंत्रण जाएगा; पुष्टि के बाद ही लिंक बनेंगे।',
      'Up to 200 officers from one CSV or Excel list. First you see who would be invited; links are made after you confirm.',
    ],
    form: [
      'सभी जनपदों की खाली सूची डाउनलोड करें (CSV)',
      'Download an empty list of all districts (CSV)',
    ],
    file: ['भरी हुई सूची', 'Filled list'],
    fileHint: [
      'स्तंभ: ई-मेल, कार्यालय, दायित्व (खाली हो तो जनपद के PRO)',
      'Columns: e-mail, office, role (PRO of the district when empty)',
    ],
    check: ['सूची जाँचें', 'Check the list'],
    good: (count: number) => [
      `${count} ${plural.hi(count, 'अधिकारी को आमंत्रण बनेगा', 'अधिकारियों को आमंत्रण बनेंगे')}`,
      `${count} ${plural.en(count, 'officer', 'officers')} would be invited`,
    ],
    bad: (count: number) => [
      `${count} ${plural.hi(count, 'पंक्ति नहीं ली जाएगी', 'पंक्तियाँ नहीं ली जाएँगी')}`,
      `${count} ${plural.en(count, 'row is', 'rows are')} left out`,
    ],
    noGood: [
      'कोई पंक्ति आमंत्रण के योग्य नहीं है। सूची सुधारकर फिर जाँचें।',
      'No row can be invited. Correct the list and check it again.',
    ],
    make: (count: number) => [
      `${count} ${plural.hi(count, 'लिंक', 'लिंक')} बनाएँ`,
      `Make ${count} ${plural.en(count, 'link', 'links')}`,
    ],
    made: (count: number) => [
      `${count} ${plural.hi(count, 'लिंक बना', 'लिंक बने')}। ये अभी ही दिखेंगे: इन्हें छापें या ई-मेल से भेजें।`,
      `${count} ${plural.en(count, 'link is', 'links are')} made. They are shown this once: print or mail them.`,
    ],
    sheet: [
      'बंद पत्र छापें (PDF, हर कार्यालय का एक पृष्ठ)',
      'Print sealed letters (PDF, a page for each office)',
    ],
    sheetHow: [
      'हर पृष्ठ दो मोड़ पर बंद होता है: पता बाहर, लिंक भीतर। किनारा चिपकाकर कार्यालय को दें।',
      'Each page closes at two folds: the address outside, the link inside. Glue the edge and hand it over.',
    ],
    mail: ['ई-मेल से भेजें, हर लिंक उसी के पते पर', 'Mail each link to its address'],
    mailed: (count: number) => [
      `${count} ${plural.hi(count, 'आमंत्रण-पत्र', 'आमंत्रण-पत्र')} भेजने की कतार में`,
      `${count} ${plural.en(count, 'letter', 'letters')} of invitation on the way`,
    ],
  },
  /** Changes by others, as the officer of the account reads of them. */
  actions: {
    'person.change-office': ['दायित्व बदला', 'Role changed'],
    'person.deactivate': ['खाता बंद हुआ', 'Account deactivated'],
    'person.reactivate': ['खाता फिर खुला', 'Account opened again'],
    'person.reset-second-factor': ['दो-चरणीय सत्यापन हटाया गया', 'Two-step sign-in reset'],
    'person.ask-second-factor': [
      'दूसरे प्रशासक से पुष्टि माँगी: दो-चरणीय सत्यापन हटाना',
      'Second administrator asked: reset of two-step sign-in',
    ],
    'person.ask-password-link': [
      'दूसरे प्रशासक से पुष्टि माँगी: पासवर्ड का लिंक',
      'Second administrator asked: password link',
    ],
    'person.make-password-link': ['पासवर्ड का लिंक बना', 'Password link made'],
    'person.name-deputy': ['प्रतिनिधि नियत हुआ', 'Deputy named'],
    'person.transfer-work': ['अधूरे प्रारूप सौंपे गए', 'Open drafts handed over'],
    'person.unlink-provider': ['विभागीय खाता हटा', 'Untied from the department’s account'],
  } as Record<string, Pair>,
});
