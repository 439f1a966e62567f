import type { Bilingual } from '../bilingual.ts';

/** Sentences of the audit log for accounts and sessions. */
export const accountSentences: Readonly<Record<string, Bilingual>> = {
  'person.invite': { hi: '{who} ने {thing} को आमंत्रित किया', en: '{who} invited {thing}' },
  'person.renew-invitation': {
    hi: '{who} ने {thing} को नया लिंक दिया; पुराना बंद हुआ',
    en: '{who} gave {thing} a new link; the old one is dead',
  },
  'person.withdraw-invitation': {
    hi: '{who} ने {thing} का आमंत्रण निरस्त किया',
    en: '{who} withdrew the invitation of {thing}',
  },
  'person.print-invitations': {
    hi: '{who} ने आमंत्रणों के बंद पत्र छपवाए',
    en: '{who} had sealed letters of invitations printed',
  },
  'person.mail-invitation': {
    hi: '{who} ने {thing} का आमंत्रण ई-मेल से भेजा',
    en: '{who} mailed the invitation of {thing}',
  },
  'person.join': { hi: '{who} ने अपना खाता बनाया', en: '{who} made the own account' },
  'person.set-password': {
    hi: '{who} ने लिंक से नया पासवर्ड रखा',
    en: '{who} set a new password by a link',
  },
  'person.change-password': {
    hi: '{who} ने अपना पासवर्ड बदला',
    en: '{who} changed the own password',
  },
  'person.change-office': {
    hi: '{who} ने {thing} का दायित्व बदला',
    en: '{who} changed the office of {thing}',
  },
  'person.deactivate': {
    hi: '{who} ने {thing} का खाता बंद किया',
    en: '{who} deactivated the account of {thing}',
  },
  'person.reactivate': {
    hi: '{who} ने {thing} का खाता फिर खोला',
    en: '{who} opened the account of {thing} again',
  },
  'person.reset-second-factor': {
    hi: '{who} ने {thing} का दो-चरणीय सत्यापन और पासकी हटाई',
    en: '{who} removed the second factor and passkeys of {thing}',
  },
  'person.set-up-second-factor': {
    hi: '{who} ने दो-चरणीय सत्यापन चालू किया',
    en: '{who} set the second factor up',
  },
  'person.renew-backup-codes': {
    hi: '{who} ने नए बैकअप कोड बनाए',
    en: '{who} made new backup codes',
  },
  'person.confirm-holder': {
    hi: '{who} ने पुष्टि की कि वे {thing} को जानते हैं',
    en: '{who} confirmed knowing {thing}',
  },
  'person.doubt-holder': {
    hi: '{who} ने {thing} की पुष्टि वापस ली',
    en: '{who} took back the confirmation of {thing}',
  },
  'person.add-passkey': { hi: '{who} ने पासकी बनाई', en: '{who} made a passkey' },
  'person.remove-passkey': { hi: '{who} ने पासकी हटाई', en: '{who} removed a passkey' },
  'person.ask-second-factor': {
    hi: '{who} ने {thing} का दो-चरणीय सत्यापन हटाने की पुष्टि माँगी',
    en: '{who} asked to have the second factor of {thing} removed',
  },
  'person.ask-password-link': {
    hi: '{who} ने {thing} के पासवर्ड के लिंक की पुष्टि माँगी',
    en: '{who} asked for a password link of {thing}',
  },
  'person.refuse-request': {
    hi: '{who} ने {thing} के खाते पर की गई माँग अस्वीकार की या वापस ली',
    en: '{who} refused, or took back, what was asked about {thing}',
  },
  'person.make-password-link': {
    hi: '{who} ने {thing} के पासवर्ड का लिंक बनाया',
    en: '{who} made a password link of {thing}',
  },
  'person.name-deputy': {
    hi: '{who} ने {thing} के लिए प्रतिनिधि नियत किया',
    en: '{who} named a deputy of {thing}',
  },
  'person.end-deputy': {
    hi: '{who} ने {thing} के प्रतिनिधि का कार्य समाप्त किया',
    en: '{who} ended the deputy of {thing}',
  },
  'person.transfer-work': {
    hi: '{who} ने {thing} का अधूरा कार्य दूसरे अधिकारी को सौंपा',
    en: '{who} handed what {thing} left open to another officer',
  },
  'session.stand-in': {
    hi: '{who} ने {thing} की ओर से कार्य आरंभ किया',
    en: '{who} began to stand in for {thing}',
  },
  'session.end-stand-in': {
    hi: '{who} ने {thing} की ओर से कार्य समाप्त किया',
    en: '{who} ended standing in for {thing}',
  },
  'person.link-provider': {
    hi: '{who} ने पहली बार विभागीय खाते से साइन इन किया; अब वही खाता जुड़ा है',
    en: '{who} signed in with the department’s account for the first time; it is tied to it now',
  },
  'person.unlink-provider': {
    hi: '{who} ने {thing} से विभागीय खाता हटाया',
    en: '{who} untied {thing} from the department’s account',
  },
  'session.break-glass': {
    hi: '{who} ने आपात खाते के पासवर्ड से साइन इन किया',
    en: '{who} signed in by the password of the break-glass account',
  },
  'session.end-by-provider': {
    hi: 'विभागीय खाते से साइन आउट होने पर {thing} के सत्र समाप्त हुए ({who})',
    en: 'Sessions of {thing} ended with a sign-out from the department’s account ({who})',
  },
  'session.refuse': {
    hi: 'विभागीय खाते से {thing} के रूप में साइन इन अस्वीकार हुआ ({who})',
    en: 'A sign-in as {thing} with the department’s account was refused ({who})',
  },
  'session.begin': { hi: '{who} ने साइन इन किया', en: '{who} signed in' },
  'session.end': { hi: '{who} ने साइन आउट किया', en: '{who} signed out' },
  'session.end-other': {
    hi: '{who} ने दूसरे उपकरण से साइन आउट किया',
    en: '{who} signed out on another device',
  },
  'session.end-all': { hi: '{who} ने हर जगह से साइन आउट किया', en: '{who} signed out everywhere' },
  'session.lock': {
    hi: '{thing} का साइन इन गलत प्रयासों के बाद कुछ देर के लिए रुका',
    en: 'Wrong attempts paused the sign-in of {thing}',
  },
};
