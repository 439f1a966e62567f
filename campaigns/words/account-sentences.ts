import type { Pair } from './pairs.ts';

/** Sentences of the audit log for accounts and sessions, as in `audit-sentences.ts`. */
export const accountSentences: Readonly<Record<string, Pair>> = {
  'person.invite': ['{thing} को आमंत्रित किया', 'invited {thing}'],
  'person.renew-invitation': [
    '{thing} को नया लिंक दिया; पुराना बंद हुआ',
    'gave {thing} a new link; the old one is dead',
  ],
  'person.withdraw-invitation': [
    '{thing} का आमंत्रण निरस्त किया',
    'withdrew the invitation of {thing}',
  ],
  'person.print-invitations': [
    'आमंत्रणों के बंद पत्र छपवाए',
    'had sealed letters of invitations printed',
  ],
  'person.mail-invitation': ['{thing} का आमंत्रण ई-मेल से भेजा', 'mailed the invitation of {thing}'],
  'person.join': ['अपना खाता बनाया', 'made the own account'],
  'person.set-password': ['लिंक से नया पासवर्ड रखा', 'set a new password by a link'],
  'person.change-password': ['अपना पासवर्ड बदला', 'changed the own password'],
  'person.change-office': ['{thing} का दायित्व बदला', 'changed the office of {thing}'],
  'person.deactivate': ['{thing} का खाता बंद किया', 'deactivated the account of {thing}'],
  'person.reactivate': ['{thing} का खाता फिर खोला', 'opened the account of {thing} again'],
  'person.reset-second-factor': [
    '{thing} का दो-चरणीय सत्यापन और पासकी हटाई',
    'removed the second factor and passkeys of {thing}',
  ],
  'person.set-up-second-factor': ['दो-चरणीय सत्यापन चालू किया', 'set the second factor up'],
  'person.renew-backup-codes': ['नए बैकअप कोड बनाए', 'made new backup codes'],
  'person.confirm-holder': ['पुष्टि की कि वे {thing} को जानते हैं', 'confirmed knowing {thing}'],
  'person.doubt-holder': ['{thing} की पुष्टि वापस ली', 'took back the confirmation of {thing}'],
  'person.add-passkey': ['पासकी बनाई', 'made a passkey'],
  'person.remove-passkey': ['पासकी हटाई', 'removed a passkey'],
  'person.ask-second-factor': [
    '{thing} का दो-चरणीय सत्यापन हटाने की पुष्टि माँगी',
    'asked to have the second factor of {thing} removed',
  ],
  'person.ask-password-link': [
    '{thing} के पासवर्ड के लिंक की पुष्टि माँगी',
    'asked for a password link of {thing}',
  ],
  'person.refuse-request': [
    '{thing} के खाते पर की गई माँग अस्वीकार की या वापस ली',
    'refused, or took back, what was asked about {thing}',
  ],
  'person.make-password-link': ['{thing} के पासवर्ड का लिंक बनाया', 'made a password link of {thing}'],
  'person.name-deputy': ['{thing} के लिए प्रतिनिधि नियत किया', 'named a deputy of {thing}'],
  'person.end-deputy': ['{thing} के प्रतिनिधि का कार्य समाप्त किया', 'ended the deputy of {thing}'],
  'person.transfer-work': [
    '{thing} का अधूरा कार्य दूसरे अधिकारी को सौंपा',
    'handed what {thing} left open to another officer',
  ],
  'session.stand-in': ['{thing} की ओर से कार्य आरंभ किया', 'began to stand in for {thing}'],
  'session.end-stand-in': ['{thing} की ओर से कार्य समाप्त किया', 'ended standing in for {thing}'],
  'person.link-provider': [
    'पहली बार विभागीय खाते से साइन इन किया; अब वही खाता जुड़ा है',
    'signed in with the department’s account for the first time; it is tied to it now',
  ],
  'person.unlink-provider': [
    '{thing} से विभागीय खाता हटाया',
    'untied {thing} from the department’s account',
  ],
  'session.break-glass': [
    'आपात खाते के पासवर्ड से साइन इन किया',
    'signed in by the password of the break-glass account',
  ],
  'session.end-by-provider': [
    'विभागीय खाते से साइन आउट होने पर {thing} के सत्र समाप्त हुए ({who})',
    'Sessions of {thing} ended with a sign-out from the department’s account ({who})',
  ],
  'session.refuse': [
    'विभागीय खाते से {thing} के रूप में साइन इन अस्वीकार हुआ ({who})',
    'A sign-in as {thing} with the department’s account was refused ({who})',
  ],
  'session.begin': ['साइन इन किया', 'signed in'],
  'session.end': ['साइन आउट किया', 'signed out'],
  'session.end-other': ['दूसरे उपकरण से साइन आउट किया', 'signed out on another device'],
  'session.end-all': ['हर जगह से साइन आउट किया', 'signed out everywhere'],
};
