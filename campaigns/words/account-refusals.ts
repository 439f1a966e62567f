import type { Bilingual } from '../bilingual.ts';

/** Why something about sign-in, accounts and areas was not done. */
export const accountRefusals = {
  'sign-in-required': { hi: 'कृपया पहले साइन इन करें', en: 'Please sign in first' },
  'not-allowed': { hi: 'आपके कार्यालय को इसका अधिकार नहीं है', en: 'Your office may not do this' },
  'outside-area': { hi: 'यह जनपद आपके कार्यक्षेत्र में नहीं है', en: 'This district is outside your area' },
  'second-factor-missing': {
    hi: 'आपके दायित्व के लिए दो-चरणीय सत्यापन आवश्यक है; कृपया पहले उसे चालू करें',
    en: 'Your role needs a second factor; please set it up first',
  },
  'foreign-origin': {
    hi: 'यह अनुरोध किसी दूसरे पते के पृष्ठ से आया है; कृपया सेवा को उसके अपने पते पर खोलें',
    en: 'This request came from a page of another address; please open the service at its own address',
  },
  'other-side': {
    hi: 'यह पता सेवा के दूसरे भाग का है; कृपया सेवा को उसके अपने पते पर खोलें',
    en: 'Another part of the service answers this; please open the service at its own address',
  },
  'wrong-credentials': { hi: 'ई-मेल या पासवर्ड सही नहीं है', en: 'E-mail or password is wrong' },
  'wrong-password': { hi: 'पासवर्ड सही नहीं है', en: 'The password is wrong' },
  'wrong-code': {
    hi: 'कोड सही नहीं है या उसका समय निकल चुका है',
    en: 'The code is wrong or has run out',
  },
  'sign-in-again': {
    hi: 'समय समाप्त हो गया; कृपया ई-मेल और पासवर्ड से फिर शुरू करें',
    en: 'Time ran out; please begin again with e-mail and password',
  },
  locked: {
    hi: 'बहुत बार गलत प्रयास हुआ; कृपया कुछ देर बाद फिर प्रयास करें',
    en: 'Too many wrong attempts; please try again later',
  },
  'passwords-off': {
    hi: 'यहाँ पासवर्ड या पासकी से साइन इन नहीं होता; कृपया विभागीय खाते से साइन इन करें',
    en: 'Nobody signs in here by password or passkey; please use the department’s account',
  },
  'provider-away': {
    hi: 'विभागीय खाते की सेवा से अभी संपर्क नहीं हो पा रहा है; कृपया कुछ देर बाद फिर प्रयास करें',
    en: 'The service of the department’s accounts cannot be reached now; please try again in a while',
  },
  'provider-declined': {
    hi: 'विभागीय खाते से साइन इन पूरा नहीं हुआ',
    en: 'The sign-in with the department’s account was not finished',
  },
  'provider-refused': {
    hi: 'विभागीय खाते का उत्तर जाँच में सही नहीं निकला; कृपया फिर से साइन इन करें',
    en: 'The answer of the department’s accounts did not pass its check; please sign in again',
  },
  'provider-email': {
    hi: 'आपके विभागीय खाते में सत्यापित ई-मेल पता नहीं है; पहले उसे वहाँ सत्यापित करें',
    en: 'Your department’s account has no verified e-mail address; please have it verified there first',
  },
  'provider-unknown': {
    hi: 'आपके विभागीय ई-मेल पते का यहाँ न खाता है, न खुला आमंत्रण; कृपया प्रशासक से आमंत्रण लें',
    en: 'There is neither an account nor an open invitation for your department’s e-mail address; please ask the administrator for one',
  },
  'provider-other': {
    hi: 'यहाँ का यह खाता किसी दूसरे विभागीय खाते से जुड़ा है; कृपया प्रशासक से संपर्क करें',
    en: 'This account is tied to another account of the department; please ask the administrator',
  },
  'wrong-logout-token': {
    hi: 'साइन आउट की सूचना जाँच में सही नहीं निकली, या पहले आ चुकी है',
    en: 'The logout token is not valid, or came before',
  },
  'wrong-signature': {
    hi: 'हस्ताक्षर सही नहीं है, या यह कुंजी मान्य नहीं है।',
    en: 'The signature is wrong, or the key is not valid.',
  },
  'old-signature': {
    hi: 'हस्ताक्षर का समय बीत गया है; `now` सर्वर का समय है।',
    en: 'The time of the signature is over; `now` is the time of the server.',
  },
  'impossible-install': {
    hi: 'इंस्टॉल का समय संभव नहीं है।',
    en: 'The time of the install cannot be true.',
  },
  'no-board-code': {
    hi: 'यह किसी थाने के बोर्ड का कोड नहीं है। बोर्ड पर छपे छह अंक या अक्षर लिखें।',
    en: 'This is not the code of a station’s board. Type the six signs printed on it.',
  },
  'capture-unknown': {
    hi: 'मौके की फ़ोटो की यह अनुमति इस खाते की नहीं है; पृष्ठ फिर खोलें',
    en: 'This leave for a live picture is not of this account; please open the page again',
  },
  'capture-used': {
    hi: 'मौके की फ़ोटो की यह अनुमति काम में आ चुकी है; पृष्ठ फिर खोलें',
    en: 'This leave for a live picture has been used; please open the page again',
  },
  'capture-late': {
    hi: '90 सेकंड बीत गए; पृष्ठ फिर खोलें और दोनों फ़ोटो फिर लें',
    en: '90 seconds have passed; please open the page and take both pictures again',
  },
  'pictures-wanted': {
    hi: 'बोर्ड ठीक लगा है, यह मौके की दो फ़ोटो से ही दर्ज होता है; “ठीक लगा है” दबाकर फ़ोटो लें',
    en: 'That a board is in order is recorded by two live pictures only; press “in order” and take them',
  },
  'unknown-code': {
    hi: 'यह कोड इस अभियान का नहीं है।',
    en: 'The code is none of this campaign.',
  },
  'too-many-requests': {
    hi: 'बहुत अधिक अनुरोध आए; कृपया कुछ देर बाद फिर प्रयास करें',
    en: 'Too many requests; please try again later',
  },
  deactivated: { hi: 'यह खाता बंद कर दिया गया है', en: 'This account is deactivated' },
  'weak-password': {
    hi: 'पासवर्ड 12 से 128 वर्णों का हो, और एक ही चिह्न बार-बार न हो; तीन-चार असंबद्ध शब्द लिखें',
    en: 'The password needs 12 to 128 characters and more than a few different ones; take three or four words that have nothing to do with each other',
  },
  'own-password': {
    hi: 'पासवर्ड में आपका नाम या ई-मेल न आए; तीन-चार असंबद्ध शब्द लिखें',
    en: 'The password must not contain your name or e-mail; take three or four words that have nothing to do with each other',
  },
  'common-password': {
    hi: 'यह पासवर्ड आसानी से अनुमान किया जा सकता है: कुंजियों की पंक्ति, स्थान का नाम, नारा, वर्ष या {app} पर्याप्त नहीं है; तीन-चार असंबद्ध शब्द लिखें',
    en: 'This password is easily guessed: a row of keys, a place, a slogan, a year or {app} is not enough; take three or four words that have nothing to do with each other',
  },
  'passkey-refused': {
    hi: 'यह पासकी स्वीकार नहीं हुई: समय निकल गया, पासकी हटाई जा चुकी है, या फ़ोन ने अंगुली, चेहरा या PIN नहीं जाँचा। फिर प्रयास करें या पासवर्ड से साइन इन करें',
    en: 'This passkey was not taken: time ran out, the key was removed, or the device did not check finger, face or PIN. Try again or sign in with the password',
  },
  'no-such-passkey': { hi: 'यह पासकी हटाई जा चुकी है', en: 'This passkey was removed already' },
  'no-such-invitation': {
    hi: 'यह आमंत्रण प्रयोग हो चुका है, निरस्त है या उसका समय निकल चुका है',
    en: 'This invitation was used, withdrawn or has run out',
  },
  'already-set-up': {
    hi: 'दो-चरणीय सत्यापन पहले से चालू है',
    en: 'The second factor is already set up',
  },
  'not-set-up': { hi: 'दो-चरणीय सत्यापन अभी चालू नहीं है', en: 'The second factor is not set up' },
  'link-void': {
    hi: 'यह लिंक प्रयोग हो चुका है या इसका समय निकल चुका है; कृपया नया लिंक माँगें',
    en: 'This link was used or has run out; please ask for a new one',
  },
  'email-taken': { hi: 'इस ई-मेल का खाता पहले से है', en: 'This e-mail has an account already' },
  'no-such-area': {
    hi: 'इस दायित्व के लिए यह कार्यक्षेत्र मान्य नहीं है',
    en: 'This role cannot have this area',
  },
  'own-account': {
    hi: 'अपने ही खाते पर यह कार्य नहीं किया जा सकता',
    en: 'This cannot be done to your own account',
  },
  'no-such-person': { hi: 'यह खाता नहीं मिला', en: 'There is no such account' },
  'no-such-request': {
    hi: 'इस पर निर्णय हो चुका है या इसका समय निकल चुका है',
    en: 'This was decided already or has run out',
  },
  'own-request': {
    hi: 'अपने ही अनुरोध की पुष्टि स्वयं नहीं की जा सकती',
    en: 'Nobody confirms an own request',
  },
  'administrator-decides': {
    hi: 'इसकी पुष्टि दूसरे खाता प्रशासक करेंगे',
    en: 'Another account administrator confirms this',
  },
  'no-such-session': { hi: 'यह साइन इन समाप्त हो चुका है', en: 'This session has ended already' },
} as const satisfies Record<string, Bilingual>;
