import type { Bilingual } from '../bilingual.ts';
import { accountRefusals } from './account-refusals.ts';
import { phoneRefusals } from './phone-refusals.ts';

/** Why something was not done, in words for officers. The HTTP status of each is in messaging/platform/http/refusal-answers.ts. */
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
  'database-stopped': {
    hi: 'डेटाबेस रोका गया है; तकनीकी प्रकोष्ठ को बताएँ',
    en: 'The database is stopped; please tell the technical cell',
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
  // Acts that wait for a second officer.
  'reason-wanted': {
    hi: 'यह एक अधिकारी के करने से नहीं होता: नीचे देखें कि इससे क्या बदलेगा, कारण लिखकर फिर भेजें; तब दूसरे अधिकारी निर्णय लेंगे',
    en: 'One officer alone does not do this: see below what it would change, say why and send it again; a second officer then decides',
  },
  'act-waits': {
    hi: 'इसी पर एक और कार्य दूसरे अधिकारी की प्रतीक्षा में है; पहले उसे वापस लें या उस पर निर्णय होने दें',
    en: 'Something else of this kind waits for a second officer; take it back first, or let it be decided on',
  },
  'changed-since': {
    hi: 'भेजे जाने के बाद आँकड़े बदल गए हैं और अब इसका प्रभाव अधिक है; इसे अस्वीकृत करें, ताकि यह नए आँकड़ों पर फिर भेजा जाए',
    en: 'Figures have changed since it was sent, and it would now do more; refuse it, so that it is sent again on the figures of now',
  },
  'decided-already': {
    hi: 'इस पर निर्णय हो चुका है; पृष्ठ फिर खोलें',
    en: 'This has been decided already; please reload the page',
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
    hi: 'इस प्रेस नोट में लिखे हुए शब्द या संख्याएँ हैं; द्वितीय अधिकारी के पढ़ने के बाद ही जारी होगा',
    en: 'Words or counts were typed into this note; it goes out once a second officer has read them',
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
  'direction-paper': {
    hi: 'इस निर्देश में आख्या या प्रारूप माँगा गया है: उसकी फ़ाइल लगाएँ, तब भेजें',
    en: 'This direction asks for a paper: add its file before you hand it in',
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
    hi: 'यह संख्या उससे अधिक है जितनी उपलब्ध है, या जितनी एक अधिकारी के दर्ज करने भर से गिनी जाती है। सुधारें, या कारण लिखें: तब दूसरे अधिकारी की स्वीकृति के बाद ही गिनी जाएगी',
    en: 'The count goes beyond what there is, or what counts by the word of one officer. Correct it, or write the reason: it then counts once a second officer has approved it',
  },
  'own-obligation': {
    hi: 'कोई कार्यालय अपना ही दायित्व स्वीकार या बंद नहीं करता; दूसरे कार्यालय के अधिकारी करेंगे',
    en: 'No office accepts or closes what it owes itself; an officer of another office does',
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
  'office-has-accounts': {
    hi: 'इस कार्यालय के खाते या आमंत्रण चालू हैं; प्रशासक पहले उन्हें बंद करें या दूसरा कार्यालय दें',
    en: 'This office has accounts or invitations that are open; the administrator first closes them or gives them another office',
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
  'empty-paper': {
    hi: 'फ़ाइल में लिखा हुआ कोई पृष्ठ नहीं मिला; शब्दों वाला PDF, DOCX या XLSX अथवा पूरे पृष्ठ का स्कैन दें, बिना पासवर्ड के',
    en: 'No page with words was found in the file; hand in a PDF, DOCX or XLSX with text, or a scan of a whole page, without a password',
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
    en: 'The file was made again in the meantime; please check the new one and choose again',
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
  ...accountRefusals,
  ...phoneRefusals,
} as const satisfies Record<string, Bilingual>;

export type RefusalCode = keyof typeof refusals;
