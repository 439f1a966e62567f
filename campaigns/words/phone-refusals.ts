import type { Bilingual } from '../bilingual.ts';
import { secondPersonBarWords, thirdPersonHelp } from './second-person-words.ts';

/** Why something about blasts, lists, numbers and recordings was not done. */
export const phoneRefusals = {
  // Blasts, lists and numbers.
  'wrong-status': {
    hi: 'इस स्थिति में यह कार्य संभव नहीं है',
    en: 'This cannot be done in the present status',
  },
  'wrong-role': { hi: 'आपको इसका अधिकार नहीं है', en: 'Your role may not do this' },
  'own-draft': secondPersonBarWords['own-draft'],
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
  'pause-changed': {
    hi: 'आपके देखने के बाद योजना फिर बदल गई है; कृपया फिर से देखें',
    en: 'The plan changed again after you saw it; please look again',
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
    hi: 'जनपद या थाने का नाम हर नंबर के लिए अलग होता है; सर्विस प्रोवाइडर को देने के लिए उसकी जगह कोई मान लिखें',
    en: 'The name of a district or station is another one for each number; for a service provider write a value in its place',
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
  'stop-paper': {
    hi: 'रोक नागरिक के लिखित अनुरोध पर ही हटती है; उसकी संख्या और दिनांक "पत्र" में लिखें',
    en: 'A stop ends on its owner’s written request only; give its number and day as the paper',
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
  'call-changed': {
    hi: 'प्रसारण जमा होने के बाद कॉल की कोई रिकॉर्डिंग बदली गई है; उसे सुनकर प्रसारण लौटाएँ, ताकि वह फिर से जमा हो',
    en: 'A recording of the call was changed after the blast was submitted; hear it and return the blast, so that it is submitted again',
  },
  'night-hours': {
    hi: 'चुना गया समय पूरा रात में है; कारण लिखें या प्रसारण लौटाएँ',
    en: 'The chosen hours are all at night; write the reason, or return the blast',
  },
  'plan-changed': {
    hi: 'योजना अब वैसी नहीं है, जैसी देखी और स्वीकृति के लिए दी गई थी; प्रसारण लौटाएँ या नई संख्या देखकर निर्णय लें',
    en: 'The plan is not what was seen and handed in any more; return the blast, or decide again on what is shown now',
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
  // Recordings.
  'no-such-script': { hi: 'ऐसा कोई पाठ नहीं है', en: 'There is no such script' },
  'no-such-take': { hi: 'यह रिकॉर्डिंग नहीं मिली', en: 'There is no such recording' },
  'not-heard': {
    hi: 'पहले रिकॉर्डिंग सुनें, उसके बाद स्वीकार करें',
    en: 'Hear the recording first, then accept it',
  },
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
} as const satisfies Record<string, Bilingual>;

function withHelp(bar: keyof typeof secondPersonBarWords): Bilingual {
  const { hi, en } = secondPersonBarWords[bar];
  return { hi: `${hi} ${thirdPersonHelp.hi}`, en: `${en} ${thirdPersonHelp.en}` };
}
