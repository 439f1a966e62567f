import type { Bilingual } from '../bilingual.ts';
import { secondPersonBarWords, thirdPersonHelp } from './second-person-words.ts';

/** Why something was not done, in words for officers. The HTTP status of each stands in messaging/platform/http/refusal-answers.ts. */
export const refusals = {
  // Any request.
  'wrong-input': {
    hi: 'भेजी गई जानकारी अधूरी या अमान्य है',
    en: 'What was sent is incomplete or not valid',
  },
  'address-too-long': {
    hi: 'वेब पता बहुत लंबा है',
    en: 'The web address is too long',
  },
  'ill-formed-text': {
    hi: 'भेजे गए पाठ में ऐसा वर्ण है जो दिखता नहीं (छिपा वर्ण, या नाम के बीच नई पंक्ति); उसे हटाकर फिर भेजें',
    en: 'The text holds a character that cannot be read or seen (a hidden one, or a line break within a name); please take it out and send again',
  },
  'number-in-text': {
    hi: 'नाम, टिप्पणी या कारण में मोबाइल नंबर न लिखें; जो यहाँ लिखा जाता है वह बाद में हटाया नहीं जा सकता',
    en: 'Please write no mobile number into a name, remark or reason: what stands there cannot be deleted later',
  },
  failed: {
    hi: 'सेवा में त्रुटि हुई; कृपया कुछ देर बाद फिर प्रयास करें',
    en: 'The service failed; please try again later',
  },
  unavailable: {
    hi: 'डेटाबेस से अभी संपर्क नहीं हो पा रहा है; कृपया कुछ देर बाद फिर प्रयास करें',
    en: 'The database cannot be reached now; please try again in a while',
  },
  'no-file': { hi: 'कोई फ़ाइल नहीं मिली', en: 'Expected a file, got none' },
  'wrong-form': {
    hi: 'फ़ाइल पूरी नहीं पहुँची; कृपया उसे चुनकर फिर भेजें',
    en: 'The file did not arrive whole; please choose it and send it again',
  },
  'too-many-parts': {
    hi: 'एक बार में केवल एक फ़ाइल भेजें',
    en: 'Please send one file at a time',
  },
  'too-large': {
    hi: 'फ़ाइल निर्धारित सीमा से बड़ी है',
    en: 'The file is larger than may be sent here',
  },
  'too-many-uploads': {
    hi: 'आपकी कई फ़ाइलें अभी भेजी या पढ़ी जा रही हैं; उनके पूरा होने पर फिर भेजें',
    en: 'Several files are still being sent or read; please send this one when they are done',
  },
  'too-slow': {
    hi: 'बहुत देर तक कुछ नहीं पहुँचा; संपर्क जाँचकर फिर भेजें',
    en: 'Nothing arrived for too long; please check the connection and send it again',
  },
  'kit-under-way': {
    hi: 'पूरे प्रदेश की छपाई सामग्री अभी बन रही है; यह फ़ाइल उसके बाद बनेगी, कृपया कुछ मिनट बाद फिर प्रयास करें',
    en: 'The print kit of the whole state is being made; this file comes after it, please try again in a few minutes',
  },
  'too-many-files': {
    hi: 'इस समय बहुत-सी फ़ाइलें बनने की प्रतीक्षा में हैं; कृपया आधे मिनट बाद फिर प्रयास करें',
    en: 'Many files are waiting to be made just now; please try again in half a minute',
  },
  'proof-too-slow': {
    hi: 'इस पाठ का चित्र बहुत देर में बनता है; कृपया पाठ छोटा करें',
    en: 'Artwork with this text takes too long to lay out; please shorten the text',
  },
  'proof-failed': {
    hi: 'चित्र अभी नहीं बन सका; कृपया कुछ देर बाद फिर प्रयास करें',
    en: 'The proof could not be made now; please try again in a while',
  },
  'disk-full': {
    hi: 'सर्वर की डिस्क भर गई है, इसलिए यह सहेजा नहीं जा सका; कृपया तकनीकी प्रकोष्ठ को बताएँ और बाद में फिर प्रयास करें',
    en: 'The disk of the server is full, so this could not be stored; please tell the technical cell and try again later',
  },
  'costly-file': {
    hi: 'इस फ़ाइल को पढ़ने में तय सीमा से अधिक समय या मेमोरी लगती है',
    en: 'Reading this file takes more time or memory than is allowed',
  },
  // Recordings.
  'no-such-script': { hi: 'ऐसा कोई पाठ नहीं है', en: 'There is no such script' },
  'no-such-take': { hi: 'यह रिकॉर्डिंग नहीं मिली', en: 'There is no such recording' },
  'unchecked-script': {
    hi: 'यह पाठ अभी प्रस्ताव है: पहले इस भाषा का जानकार उसे जाँचे, फिर रिकॉर्डिंग ली जाएगी',
    en: 'This text is still a proposal: a native speaker checks it first, then a recording is taken',
  },
  'wrong-sound-type': {
    hi: 'फ़ाइल WAV, MP3, M4A या OGG में भेजें',
    en: 'Expected a recording as WAV, MP3, M4A or OGG',
  },
  'unreadable-sound': {
    hi: 'रिकॉर्डिंग पढ़ी नहीं जा सकी: फ़ाइल अधूरी या खराब है',
    en: 'The recording could not be read: the file is cut or damaged',
  },
  'sound-too-long': {
    hi: 'रिकॉर्डिंग दो मिनट से लंबी है; एक पाठ की एक रिकॉर्डिंग भेजें',
    en: 'The recording is longer than two minutes; send one recording of one text',
  },
  'sound-too-fine': {
    hi: 'रिकॉर्डिंग में बहुत अधिक चैनल या सैंपल हैं; एक या दो चैनल में अधिकतम 96 kHz की फ़ाइल भेजें',
    en: 'The recording has too many channels or samples; send one or two channels of up to 96 kHz',
  },
  'no-sound-tool': {
    hi: 'सर्वर पर ffmpeg नहीं है; कृपया तकनीकी प्रकोष्ठ को बताएँ',
    en: 'The server has no ffmpeg; please tell the technical cell',
  },
  // Sign-in, accounts and areas.
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
    en: '90 seconds have passed; please open the page again and take both pictures anew',
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
  // Entries of activities.
  'not-found': { hi: 'यह प्रविष्टि नहीं मिली', en: 'There is no such entry' },
  'wrong-station': {
    hi: 'यह प्रविष्टि इस रूप में मान्य नहीं है',
    en: 'This entry is not valid as it is',
  },
  'code-closed': { hi: 'यह कोड पहले से बंद है', en: 'This code is closed already' },
  'closed-by-other': {
    hi: 'यह कोड दूसरे कार्यालय ने बंद किया है; वही इसे खोल सकता है',
    en: 'Another office closed this code; only that office can open it',
  },
  'enough-reports': {
    hi: 'यहाँ से अभी पर्याप्त सूचनाएँ मिल चुकी हैं; कृपया एक घंटे बाद फिर भेजें',
    en: 'Enough has been reported from here for now; please try again in an hour',
  },
  'no-board-photo': {
    hi: 'फ़ोटो केवल थाने के बोर्ड की प्रविष्टि के साथ भेजी जाती है',
    en: 'Pictures go with entries of a station’s board only',
  },
  'wrong-entry': {
    hi: 'प्रविष्टि में कोई मान छूटा है या सही नहीं है',
    en: 'A value of the entry is missing or wrong',
  },
  exists: {
    hi: 'इस थाने के बोर्ड की प्रविष्टि पहले से है; उसी में सुधार करें',
    en: 'This station’s board is entered already; correct that entry',
  },
  stale: {
    hi: 'इस बीच यह प्रविष्टि बदल गई है; कृपया उसे दोबारा देखें',
    en: 'The entry was changed in the meantime; please look at it again',
  },
  'impossible-moment': {
    hi: 'समय का क्रम सही नहीं है: घटना, फिर जानकारी, फिर सूचना, और कोई भी समय भविष्य का नहीं',
    en: 'The times do not fit: first it happened, then it was known, then others were told, and none lies ahead',
  },
  'not-possible': {
    hi: 'प्रविष्टि की वर्तमान स्थिति में यह संभव नहीं है',
    en: 'This is not possible in the entry’s present state',
  },
  // Letters by e-mail.
  'no-such-letter': { hi: 'यह पत्र नहीं मिला', en: 'There is no such letter' },
  'letter-state': {
    hi: 'पत्र की वर्तमान स्थिति में यह संभव नहीं है',
    en: 'This is not possible in the letter’s present state',
  },
  'letter-without-link': {
    hi: 'इस पत्र का लिंक अब नहीं है; नया आमंत्रण भेजें',
    en: 'The link of this letter is gone; send a new invitation',
  },
  'wrong-invitations': {
    hi: 'सूची नहीं पढ़ी जा सकी: स्तंभ जनपद (district) और ई-मेल (email) चाहिए, अधिक से अधिक 200 पंक्तियाँ',
    en: 'The list could not be read: expected the columns district and email, and at most 200 rows',
  },
  'kit-not-made': {
    hi: 'मुद्रण सामग्री अभी नहीं बनी है; बनने के बाद यह पत्र भेजें',
    en: 'The print kit is not made yet; send this letter once it is',
  },
  'nothing-to-send': { hi: 'भेजने के लिए कोई पत्र नहीं है', en: 'There is nobody to write to' },
  // Figures that HQ was given.
  'figure-reason': {
    hi: 'यह संख्या पिछले योग से कम है या असामान्य रूप से बढ़ी है; कारण लिखें, फिर दूसरे अधिकारी इसे देखेंगे',
    en: 'This figure falls or rises far more than usual; say why, and a second officer looks at it',
  },
  'decided-already': {
    hi: 'इस पर निर्णय हो चुका है; पृष्ठ फिर खोलें',
    en: 'This has been decided already; please open the page anew',
  },
  'objection-open': {
    hi: 'इस आँकड़े पर आपकी एक आपत्ति उत्तर की प्रतीक्षा में है',
    en: 'An objection of yours to this figure waits for its answer',
  },
  // Press notes.
  'press-note-blocked': {
    hi: 'प्रेस नोट में ऐसी बात है जो प्रकाशित नहीं की जा सकती; उसे हटाएँ। इस पर कोई अधिकारी छूट नहीं दे सकता',
    en: 'The note says something that must not be published; take it out. No officer can overrule this',
  },
  'press-note-unread': {
    hi: 'इस प्रेस नोट में लिखे हुए शब्द हैं; द्वितीय अधिकारी के पढ़ने के बाद ही जारी होगा',
    en: 'Words were typed into this note; it goes out once a second officer has read them',
  },
  'press-note-untyped': {
    hi: 'इस प्रेस नोट में कुछ लिखा नहीं गया है; इसे सीधे जारी करें',
    en: 'Nothing is typed in this note; it can be issued as it is',
  },
  'press-note-answers': {
    hi: 'जिस प्रेस नोट पर किसी प्रश्न का उत्तर “हाँ” है वह जारी नहीं हो सकता; कारण लिखकर लौटाएँ',
    en: 'A note of which one question is answered with yes cannot be issued; send it back and say why',
  },
  'press-note-reason': {
    hi: 'कारण में पीड़ित, बच्चे, धारा या नंबर का उल्लेख न करें',
    en: 'A reason must not mention a victim, a child, a section or a number',
  },
  'press-note-month': {
    hi: 'इस माह के आँकड़ों का प्रेस नोट जारी हो चुका है; नया जारी करने से पहले उसे निरस्त करें',
    en: 'A note with this month’s counts was issued already; cancel it before another one goes out',
  },
  'press-note-appeared': {
    hi: 'इस समाचार-पत्र में इस दिन का प्रकाशन पहले से दर्ज है',
    en: 'This newspaper of this day is in the log already',
  },
  // The register of directions.
  'direction-empty': {
    hi: 'भेजने से पहले कृत कार्यवाही लिखें, आँकड़े भरें या फ़ाइल लगाएँ',
    en: 'Write what was done, fill in figures or add a paper before you hand it in',
  },
  'direction-figures': {
    hi: 'आँकड़े पूरे और सही भरें',
    en: 'Please fill in every figure rightly',
  },
  'direction-impossible': {
    hi: 'यह संख्या उस कुल से अधिक है जिसका यह हिस्सा है। ठीक करें',
    en: 'A figure is more than the whole that it is a part of. Please correct it',
  },
  'direction-bounds': {
    hi: 'यह संख्या कार्यालय के पास जितने हैं, उससे अधिक है। सुधारें, या कारण लिखें: तब दूसरे अधिकारी के स्वीकार करने पर ही गिनी जाएगी',
    en: 'A figure goes beyond what the office has. Correct it, or write the reason: it then counts once a second officer has accepted it',
  },
  'activity-beyond': {
    hi: 'यह संख्या उससे अधिक है जितनी मँगाई गई या उपलब्ध है। सुधारें, या कारण लिखें: तब दूसरे अधिकारी की स्वीकृति के बाद ही गिनी जाएगी',
    en: 'The count goes beyond what was ordered or what there is. Correct it, or write the reason: it then counts once a second officer has approved it',
  },
  'direction-remark': { hi: 'टिप्पणी लिखें', en: 'Please write a remark' },
  'direction-taken-over': {
    hi: 'कार्यालय उत्तर दे चुके हैं: ग्रहण का दिनांक अब केवल पहले का हो सकता है; नहीं तो विलंबित निर्देश छिप जाएँगे',
    en: 'Offices have answered already: the day of taking over can only be made earlier, else what is late would be hidden',
  },
  'direction-name-known': {
    hi: 'इस नाम का कार्यालय या ऐप पहले से है',
    en: 'There is an office or app of this name already',
  },
  'direction-too-many': {
    hi: 'एक बार में अधिकतम 1,000; कार्यालय, निर्देश या माह से चयन छोटा करें',
    en: 'At most 1,000 at once; narrow them down by office, direction or month',
  },
  'direction-event-known': {
    hi: 'यह घटना पहले से दर्ज है',
    en: 'This event is entered already',
  },
  'direction-event-used': {
    hi: 'इस घटना पर कार्यवाही दर्ज हो चुकी है; अब निरस्त नहीं हो सकती',
    en: 'Something was done for this event already; it cannot be taken back',
  },
  'wrong-paper': {
    hi: 'केवल PDF, DOCX, XLSX, JPEG या PNG, बिना मैक्रो के',
    en: 'PDF, DOCX, XLSX, JPEG or PNG only, without macros',
  },
  'enough-papers': { hi: 'अधिक से अधिक पाँच फ़ाइलें', en: 'Five papers at most' },
  'no-points': {
    hi: 'पाठ में कोई क्रमांकित बिंदु नहीं मिला; हर बिंदु नई पंक्ति में 1-, (A) या (क) से आरंभ करें',
    en: 'No numbered point was found; begin each on a line of its own with 1-, (A) or (क)',
  },
  // Approvals, purchase orders and parcels.
  'not-approved': {
    hi: 'जनपद ने यह फ़ाइल अभी छपाई के लिए स्वीकृत नहीं की है',
    en: 'The district has not approved this file for print yet',
  },
  'file-made-anew': {
    hi: 'फ़ाइल इस बीच नई बनी है; कृपया नई फ़ाइल देखकर फिर चुनें',
    en: 'The file was made anew in the meantime; please look at the new one and choose again',
  },
  'no-press-file': {
    hi: 'इस थाने की यह फ़ाइल अभी नहीं बनी है; पहले उसे डाउनलोड पृष्ठ पर खोलें',
    en: 'This file of the station is not made yet; open it on the page of downloads first',
  },
  'order-closed': {
    hi: 'यह कार्यादेश निरस्त है या मुख्यालय ने रोका है',
    en: 'This order is cancelled, or held by HQ',
  },
  'printing-on-hold': {
    hi: 'मुख्यालय ने छपाई रोकी है: लिंक का पता पुष्ट नहीं हुआ है। मुख्यालय इस कार्यादेश के लिए रोक हटाए, तभी यह दिया जा सकेगा',
    en: 'HQ holds printing, as the host of the links is not confirmed. HQ has to lift its hold for this order first',
  },
  'order-request-closed': {
    hi: 'यह अनुरोध वापस लिया जा चुका है, या इसका कार्यादेश दिया जा चुका है',
    en: 'This request was withdrawn, or its order is placed already',
  },
  'order-under-way': {
    hi: 'पार्सल भेजा जा चुका है; अब कार्यादेश निरस्त नहीं होगा',
    en: 'A parcel has left already; the order can no longer be cancelled',
  },
  'order-too-large': {
    hi: 'कुल राशि 100 करोड़ रुपये से अधिक है; संख्या और दर जाँचें',
    en: 'The total is above 100 crore rupees; please check quantities and rates',
  },
  'parcel-mark': {
    hi: 'पार्सल की वर्तमान स्थिति में यह संभव नहीं है; कृपया पृष्ठ फिर खोलें',
    en: 'The parcel’s present state does not allow this; please open the page again',
  },
  // Short codes.
  'code-share-used': {
    hi: 'इस कार्यालय के हिस्से के लघु कोड समाप्त हो गए हैं; मुख्यालय से हिस्सा बढ़ाने को कहें। दूसरे कार्यालयों का काम चलता रहेगा',
    en: 'This office’s share of short codes is used up; ask HQ to raise it. Other offices go on',
  },
  'codes-used-up': {
    hi: 'अभियान के सभी लघु कोड दिए जा चुके हैं; तकनीकी प्रकोष्ठ को बताएँ',
    en: 'All short codes of the campaign are given; please tell the technical cell',
  },
  'code-share-limit': {
    hi: 'हिस्सा इससे छोटा या बड़ा नहीं हो सकता: सामान्य हिस्सा सबका है, और बाकी कोड दूसरे कार्यालयों के हैं',
    en: 'The share cannot be smaller or larger: the usual share is everybody’s, and the other codes are those of other offices',
  },
  // Blasts, lists and numbers.
  'wrong-status': {
    hi: 'इस स्थिति में यह कार्य संभव नहीं है',
    en: 'This cannot be done in the present status',
  },
  'wrong-role': { hi: 'आपको इसका अधिकार नहीं है', en: 'Your role may not do this' },
  'own-draft': {
    hi: 'अपना ही प्रारूप स्वयं स्वीकृत नहीं किया जा सकता',
    en: 'Nobody approves an own draft',
  },
  deputy: secondPersonBarWords.deputy,
  'other-office': {
    hi: 'दोनों खाते एक ही कार्यालय और दायित्व के होने चाहिए',
    en: 'Both accounts have to be of the same office and role',
  },
  'account-open': {
    hi: 'यह खाता अभी खुला है: पहले इसे बंद करें, या प्रतिनिधि नियत करें',
    en: 'This account is still open: deactivate it first, or name a deputy',
  },
  'own-guest': withHelp('own-guest'),
  'shared-inviter': withHelp('shared-inviter'),
  'not-drafter': { hi: 'केवल प्रारूप बनाने वाला ही यह कर सकता है', en: 'Only the drafter may do this' },
  'edited-since': {
    hi: 'आपके देखने के बाद प्रारूप बदला गया है; कृपया फिर से देखें',
    en: 'The draft was edited after you saw it; please look again',
  },
  'no-remark': { hi: 'लौटाने का कारण लिखें', en: 'Write why it is sent back' },
  'no-such-blast': { hi: 'यह प्रसारण नहीं मिला', en: 'There is no such blast' },
  'no-such-group': { hi: 'यह लक्षित समूह नहीं मिला', en: 'There is no such target group' },
  'personal-name': {
    hi: 'नाम में किसी का ई-मेल पता न लिखें',
    en: 'Write nobody’s e-mail address into the name',
  },
  'no-such-list': { hi: 'यह सूची नहीं मिली', en: 'There is no such list' },
  'no-such-gateway': { hi: 'यह गेटवे इस सेवा में स्थापित नहीं है', en: 'This gateway is not set up here' },
  'sample-list': {
    hi: 'नमूना सूची केवल प्रशिक्षण एमुलेटर से भेजी जा सकती है',
    en: 'A sample list goes to the training emulator only',
  },
  'excluding-list': {
    hi: 'यह छोड़े जाने वाले नंबरों की सूची है; इस पर प्रसारण नहीं भेजा जाता',
    en: 'This list is one of numbers to leave out; no blast is sent to it',
  },
  'no-explicit-consent': {
    hi: 'स्पष्ट सहमति वाला संदेश केवल स्पष्ट सहमति वाली सूची पर भेजा जा सकता है; दूसरी सूची या दूसरा पाठ चुनें',
    en: 'A text by explicit consent goes to a list with explicit consent only; choose another list or text',
  },
  'reply-text': {
    hi: 'यह पाठ केवल उसी को जाता है जिसने स्वयं लिंक या कोड माँगा हो; प्रसारण के लिए दूसरा पाठ चुनें',
    en: 'This text answers somebody who asked for a link or a code; choose another one for a blast',
  },
  'stop-link-pack': {
    hi: 'इस पाठ का बंद करने का लिंक हर नंबर के लिए अलग होता है; सर्विस प्रोवाइडर को देने के लिए दूसरा पाठ चुनें',
    en: 'The stop link of this text is another one for each number; choose another text for a service provider',
  },
  'district-pack': {
    hi: 'जनपद का नाम हर नंबर के लिए अलग होता है; सर्विस प्रोवाइडर को देने के लिए उसकी जगह कोई मान लिखें',
    en: 'The district’s name is another one for each number; for a service provider write a value in its place',
  },
  'sent-here': {
    hi: 'यह प्रसारण इसी सेवा से जाता है; सर्विस प्रोवाइडर को देने पर वही संदेश दो बार जाएगा। उसके लिए प्रारूप में "सेवा प्रदाता स्वयं भेजेगा" चुनें',
    en: 'This blast goes out from here; given to a service provider it would go out twice. For one, choose “A service provider sends it itself” in the draft',
  },
  'pack-before-approval': {
    hi: 'सेवा प्रदाता की सामग्री प्रसारण स्वीकृत होने के बाद मिलती है',
    en: 'The pack for a service provider is given once the blast is approved',
  },
  'gateway-alone': {
    hi: 'प्रशिक्षण या सेवा प्रदाता के साथ दूसरा गेटवे नहीं जुड़ता',
    en: 'Training and telecom operators go with no other gateway',
  },
  'gateway-shares': {
    hi: 'हर गेटवे और हर सेवा प्रदाता एक ही बार चुनें; दूसरे गेटवे मिलकर अधिकतम 99 प्रतिशत लें',
    en: 'Choose each gateway and each operator once; the others take 99 percent at most together',
  },
  'no-voice': { hi: 'इस गेटवे से कॉल नहीं की जा सकती', en: 'This gateway places no calls' },
  'no-whatsapp': {
    hi: 'इस गेटवे से WhatsApp नहीं भेजा जा सकता',
    en: 'This gateway sends no WhatsApp messages',
  },
  'opt-in-day': {
    hi: 'सहमति का दिन आज या पिछले एक वर्ष का हो',
    en: 'The day of the consent has to be today or within the last year',
  },
  'no-sms': { hi: 'इस गेटवे से SMS नहीं भेजा जा सकता', en: 'This gateway sends no SMS' },
  'wrong-value': {
    hi: 'पाठ में भरा गया कोई मान सही नहीं है',
    en: 'A value filled into the text is not right',
  },
  'other-channel': {
    hi: 'प्रारूप का माध्यम नहीं बदला जा सकता; कृपया नया प्रारूप बनाएँ',
    en: 'A draft’s channel cannot be changed; please make a new draft',
  },
  'not-ended': {
    hi: 'विफल नंबरों पर फिर से तभी भेजा जा सकता है, जब प्रसारण समाप्त हो',
    en: 'The failed ones can be tried again only after the blast has ended',
  },
  'may-have-arrived': {
    hi: 'यह गेटवे भेजे गए संदेशों की सूची देता है; जो सूची से भी तय नहीं हुए, वे पहुँच चुके हो सकते हैं; वे दोबारा नहीं भेजे जाते। उन्हें भेजा हुआ माना जा सकता है',
    en: 'This gateway lists what was sent; what its listing does not settle may have arrived and is never sent again. It can be counted as sent',
  },
  'round-over': {
    hi: 'यह बारी शुरू हो चुकी है या पहले ही तय हो चुकी है',
    en: 'This round has begun, or was decided on before',
  },
  'canary-unseen': {
    hi: 'यह गेटवे पावती नहीं देता; स्वीकृति देने वाला अधिकारी पहले पुष्टि करे कि परीक्षण-समूह का संदेश फ़ोन पर देखा गया',
    en: 'This gateway gives no receipts; first an officer who approves confirms that the trial group’s message was seen on a phone',
  },
  'trial-undecided': {
    hi: 'दो पाठों का परीक्षण पूरा हुआ; स्वीकृति देने वाला अधिकारी पहले चुने कि शेष नंबरों को कौन-सा पाठ जाए',
    en: 'Two texts were tried; first an officer who approves chooses which of them the rest gets',
  },
  'no-trial': {
    hi: 'दो पाठों का परीक्षण केवल यहीं से एक बार भेजे जाने वाले SMS और WhatsApp में होता है; कॉल, सेवा प्रदाता या दोहराए जाने वाले प्रसारण में नहीं',
    en: 'Two texts are tried by SMS and WhatsApp that go once from here alone, not in calls, by a service provider or in a series',
  },
  'trial-texts': {
    hi: 'दूसरा पाठ पहले से अलग हो, उसी श्रेणी और उन्हीं भाषाओं का हो, और दोनों में ऐप का लिंक हो',
    en: 'The second text has to differ from the first, in the same category and languages, and both need the link to the app',
  },
  'stopped-by-itself': {
    hi: 'यह प्रसारण अपने-आप रुका है; इसे आगे वही दूसरा अधिकारी बढ़ा सकता है, जो प्रसारण स्वीकृत करता है',
    en: 'This blast stopped by itself; only another officer, who may approve blasts, lets it go on',
  },
  'retried-already': {
    hi: 'इस प्रसारण के विफल नंबरों पर दोबारा भेजना पहले ही स्वीकृत हो चुका है; दूसरे से वही लोग दो बार संदेश पाएँगे। आगे उसी के विफल नंबरों पर भेजें',
    en: 'One retry of this blast was approved already; a second one would reach the same people twice. Go on with the failed ones of that retry',
  },
  problems: {
    hi: 'प्रारूप में कुछ कमियाँ हैं; पहले उन्हें दूर करें',
    en: 'Something in the draft has to be put right first',
  },
  'not-sent': { hi: 'गेटवे ने संदेश नहीं लिया', en: 'The gateway did not take the message' },
  // Delivery reports as files.
  'receipts-come': {
    hi: 'इस प्रसारण की रसीदें गेटवे से अपने आप आती हैं, या यह शुरू नहीं हुआ; फ़ाइल की आवश्यकता नहीं',
    en: 'Receipts of this blast come from its gateway by themselves, or it has not begun; no file is needed',
  },
  'no-such-receipt-file': { hi: 'यह रिपोर्ट फ़ाइल नहीं मिली', en: 'There is no such report file' },
  'receipt-file-put-away': {
    hi: 'यह फ़ाइल लागू हो चुकी है या हटाई जा चुकी है',
    en: 'This file was applied or put away already',
  },
  'receipt-file-gone': {
    hi: 'फ़ाइल से पढ़ी पंक्तियाँ अब सर्वर पर नहीं हैं; कृपया फ़ाइल दोबारा चुनें',
    en: 'What was read of the file is no longer there; please choose the file again',
  },
  // Tests on the own number.
  'test-number-missing': {
    hi: 'परीक्षण केवल आपके अपने सत्यापित नंबर पर जाता है; पहले नंबर लिखकर SMS से आया कोड भरें',
    en: 'A test goes to your own verified number only; first enter your number and the code that comes by SMS',
  },
  'test-code-limit': {
    hi: 'आज इस नंबर के लिए तीन कोड भेजे जा चुके हैं; कृपया कल फिर प्रयास करें',
    en: 'Three codes were sent today already; please try again tomorrow',
  },
  'test-code-wrong': {
    hi: 'कोड सही नहीं है; SMS में आए छह अंक देखकर फिर भरें',
    en: 'The code is wrong; please enter the six digits of the SMS again',
  },
  'test-code-void': {
    hi: 'कोड का समय निकल चुका है या उसे बहुत बार भरा गया; कृपया नया कोड मँगाएँ',
    en: 'The code has run out or was tried too often; please ask for a new one',
  },
  'test-not-registered': {
    hi: 'यह पाठ डीएलटी पोर्टल पर पंजीकृत नहीं है; पंजीकरण तक परीक्षण केवल एमुलेटर से करें',
    en: 'This text is not registered on the DLT portal; until it is, test it with the emulator only',
  },
  'test-faulty-text': {
    hi: 'पंजीकृत पाठ में त्रुटि है; संदेशों के पाठ वाले पृष्ठ पर देखकर पहले उसे ठीक कराएँ',
    en: 'The registered text has faults; see the page of texts and have them put right first',
  },
  'test-hours': {
    hi: 'इस श्रेणी के संदेश और कॉल केवल 10:00 से 21:00 बजे (भारतीय समय) तक जाते हैं; परीक्षण उसी समय में करें',
    en: 'Messages of this category, and calls, may go from 10:00 to 21:00 (Indian time) only; test it within these hours',
  },
  'test-opted-out': {
    hi: 'यह नंबर संदेश रोकने को कह चुका है; पहले उसे रोक-सूची से हटवाएँ या दूसरा नंबर सत्यापित करें',
    en: 'This number has said stop; have it taken off that list first, or verify another one',
  },
  'test-dnd': {
    hi: 'यह नंबर डीएनडी सूची में है और यह संदेश प्रचारात्मक है; दूसरा नंबर सत्यापित करें',
    en: 'This number is on the do-not-disturb list and the message is promotional; verify another number',
  },
  'test-limit-blast': {
    hi: 'इस प्रसारण के पाँच परीक्षण आप कर चुके हैं; अब इसे स्वीकृति के लिए भेजें या किसी अन्य अधिकारी से परीक्षण कराएँ',
    en: 'You have tested this blast five times; submit it now, or let another officer test it',
  },
  'test-limit-day': {
    hi: 'आज आप बीस परीक्षण कर चुके हैं; कृपया कल फिर प्रयास करें',
    en: 'You have made twenty tests today; please go on tomorrow',
  },
  'test-budget': {
    hi: 'इस परीक्षण से व्यय की सीमा पार हो जाएगी; पहले प्रारूप में सीमा बढ़ाएँ',
    en: 'This test would exceed the ceiling of the cost; raise it in the draft first',
  },
  'test-unknown': {
    hi: 'पिछले परीक्षण का उत्तर नहीं मिला: वह पहुँच चुका हो सकता है। फ़ोन देखें; फिर भी भेजना हो तो "फिर भी भेजें" चुनें',
    en: 'The answer to the last test was lost: it may have arrived. Look at the phone; to send it all the same choose “Send it again”',
  },
  'no-mobile-number': {
    hi: 'भारतीय मोबाइल नंबर (10 अंक) लिखें',
    en: 'Write an Indian mobile number (10 digits)',
  },
  'wrong-report': {
    hi: 'रिपोर्ट में त्रुटियाँ हैं; कुछ भी दर्ज नहीं किया गया',
    en: 'The report has faults; nothing of it was taken',
  },
  'unreadable-list': {
    hi: 'फ़ाइल पढ़ी नहीं जा सकी; कुछ भी दर्ज नहीं किया गया',
    en: 'The file could not be read; nothing of it was taken',
  },
  retention: {
    hi: 'सूची रखने की अंतिम तिथि आज से एक वर्ष के भीतर की हो',
    en: 'The day until which the list is kept must lie within a year from today',
  },
  // The studio.
  'studio-stale': {
    hi: 'इस बीच दूसरा संस्करण प्रकाशित हुआ है; पहले उसे अपने प्रारूप में मिलाएँ',
    en: 'Another version was published meanwhile; take it over into the draft first',
  },
  'studio-unchanged': {
    hi: 'प्रकाशित संस्करण से कोई अंतर नहीं है',
    en: 'Nothing differs from what is published',
  },
  'studio-faults': {
    hi: 'कुछ खाने ठीक नहीं हैं; नीचे नामों के साथ दिए हैं',
    en: 'Some fields do not fit; they are named below',
  },
  'studio-layout': {
    hi: 'कुछ शब्द बोर्ड, पम्पलेट या कार्ड में नहीं समाते; प्रारूप सुरक्षित है, शब्द छोटे करें',
    en: 'Some words do not fit the board, the pamphlet or the card; the draft is kept, please shorten them',
  },
  'studio-host': {
    hi: 'लिंक के पते की पुष्टि अब मान्य नहीं है; पते से फिर पूछें',
    en: 'The host of the links is not confirmed any more; ask it again',
  },
  'studio-rollback-waits': {
    hi: 'आपका एक वापसी अनुरोध पहले से स्वीकृति में है',
    en: 'You have a way back that waits for approval already',
  },
  'administrator-waits': {
    hi: 'मुख्यालय का दूसरा अधिकारी है, वही स्वीकृति करेगा; प्रशासक तभी करता है जब कोई दूसरा न हो',
    en: 'Another officer of HQ can approve this; the administrator does where there is none',
  },
  emblem: {
    hi: 'यह चित्र चिह्न के रूप में नहीं छप सकता; पिछला चिह्न बना हुआ है',
    en: 'This drawing cannot be printed as the emblem; the earlier one stays',
  },
  'detour-code': {
    hi: 'ऐसा कोई छपा कोड नहीं है',
    en: 'No such code was ever printed',
  },
} as const satisfies Record<string, Bilingual>;

export type RefusalCode = keyof typeof refusals;

function withHelp(bar: keyof typeof secondPersonBarWords): Bilingual {
  const { hi, en } = secondPersonBarWords[bar];
  return { hi: `${hi} ${thirdPersonHelp.hi}`, en: `${en} ${thirdPersonHelp.en}` };
}
