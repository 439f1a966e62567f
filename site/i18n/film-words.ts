import type { Pair } from '../../campaigns/words/pairs.ts';
import { headquarters } from './campaign-names.ts';
import type { Language } from './language.ts';
import { inEachLanguage } from './own-language.ts';

export const filmWordsIn = inEachLanguage({
  title: ['सिनेमाघरों की फ़िल्म', 'The film for theatres'],
  description: (app: string) => [
    `${app} की 19 सेकंड की फ़िल्म: देखें, हर नेटवर्क के लिए फ़ाइल लें, प्रमाण-पत्र के लिए पत्रक लें।`,
    `The 19-second film of ${app}: watch it, take the file for each network, take the sheet for the certificate.`,
  ],
  lead: (seconds: string) => [
    `कार्यवृत्त के बिंदु 1(A) की फ़िल्म: ${seconds} सेकंड, हिंदी। यह पन्ना पुलिस महानिदेशक के जनसंपर्क अधिकारी के लिए है।`,
    `The film of the minutes, item 1(A): ${seconds} seconds, in Hindi. This page is for the public relations officer to the Director General.`,
  ],
  watch: ['फ़िल्म देखें', 'Watch the film'],
  play: (size: string) => [
    `चलाने पर ${size} डाउनलोड होगा। ध्वनि के बिना भी समझ में आती है; कैप्शन चालू रहते हैं।`,
    `Playing it downloads ${size}. It can be followed without sound; captions are on.`,
  ],
  noVideo: [
    'आपका ब्राउज़र फ़िल्म नहीं चला सकता। फ़ाइल नीचे से लें।',
    'Your browser cannot play the film. Take the file below.',
  ],
  nothing: ['फ़िल्म अभी बनी नहीं है।', 'The film has not been made yet.'],
  making: [
    'फ़िल्म बन रही है; कुछ मिनट बाद यह पृष्ठ फिर खोलें।',
    'The film is being made; open this page again in some minutes.',
  ],
  nothingHow: [
    `${headquarters.hi} से बनवाने को कहें; बनने पर वे यहाँ दिखेंगी।`,
    `Ask ${headquarters.en} to have them made; they will then stand here.`,
  ],
  certificate: [
    'भेजने से पहले: सीबीएफ़सी प्रमाण-पत्र अनिवार्य है',
    'Before you send it: a CBFC certificate is mandatory',
  ],
  certificateText: [
    'सिनेमाघर के हर विज्ञापन के लिए केंद्रीय फ़िल्म प्रमाणन बोर्ड का प्रमाण-पत्र चाहिए (चलचित्र अधिनियम 1952, धारा 4)। जनहित के संदेश भी इससे मुक्त नहीं हैं। प्रमाण-पत्र मिलने तक फ़िल्म किसी नेटवर्क या सिनेमाघर को न भेजें।',
    'Every advertisement shown in a theatre needs a certificate of the Central Board of Film Certification (Cinematograph Act 1952, section 4). Public service messages are not exempt. Until the certificate is there, send the film to no network and no theatre.',
  ],
  unconfirmed: (host: string) => [
    `फ़िल्म में दिखने वाले पते ${host} की पुष्टि उसके स्वामी ने अभी नहीं की है। पुष्टि होने तक फ़िल्म न भेजें।`,
    `The owner of ${host}, the address in the film, has not confirmed it yet. Until then do not send the film.`,
  ],
  stepsTitle: ['क्या करना है', 'What to do'],
  steps: [
    ['फ़िल्म देखें और आलेख को अपने अधिकारी से स्वीकृत कराएँ।', 'Watch the film and have its words approved.'],
    [
      'प्रमाण-पत्र के लिए पत्रक लें और ई-सिनेप्रमाण पर आवेदन करें: फ़िल्म, पत्रक और कैप्शन साथ लगते हैं।',
      'Take the sheet and apply on e-Cinepramaan: film, sheet and captions go together.',
    ],
    [
      `प्रमाण-पत्र का चित्र (PNG या JPEG) ${headquarters.hi} को दें: वे उससे 10 सेकंड की स्लाइड अलग फ़ाइल में बनवाते हैं।`,
      `Give the picture of the certificate (PNG or JPEG) to ${headquarters.en}: they have a slate of 10 seconds made of it, as a file of its own.`,
    ],
    [
      'सूचना विभाग की सहमति लें। नेटवर्क से फ़ाइल का प्रारूप पूछें, फिर नीचे से वही फ़ाइल भेजें।',
      'Get the information department’s consent, ask the network which file it takes, then send that one.',
    ],
    ['प्रदर्शन शुरू होते ही कंसोल में दर्ज करें।', 'Record it in the console as soon as it runs.'],
  ],
  files: {
    theatre: ['सिनेमाघरों के लिए', 'For theatres'],
    screens: ['मोबाइल और साइटों के लिए', 'For phones and sites'],
    parts: ['पत्रक, कैप्शन और ध्वनि', 'Sheet, captions and sound'],
  },
  filesNote: {
    theatre: [
      'पहले नेटवर्क से पूछें कि उन्हें कौन-सी फ़ाइल चाहिए।',
      'Ask the network first which file it takes.',
    ],
    screens: [
      'हर आकार के लिए फ़िल्म अलग से सजाई गई है; कुछ काटा नहीं गया।',
      'The film is laid out for each shape; nothing is cropped.',
    ],
    parts: [
      'मार्गदर्शक आवाज़ मशीन की है: केवल समय जाँचने और अभ्यास के लिए, कभी प्रसारण के लिए नहीं।',
      'The guide voice is a machine’s: to time and rehearse by, never to be broadcast.',
    ],
  },
  /** Names of what the shelf holds, by item. */
  items: {
    'film-cinema': ['सिनेमा, 24 फ़्रेम', 'Cinema, 24 frames'],
    'film-sd': ['पुराने नेटवर्क, MPEG-2', 'Older networks, MPEG-2'],
    'certificate-slate': ['प्रमाण-पत्र की स्लाइड', 'Slate of the certificate'],
    dcp: ['डिजिटल सिनेमा पैकेज (DCP)', 'Digital cinema package (DCP)'],
    'film-wide': ['चौड़ी: यूट्यूब, सभागार, टीवी', 'Wide: YouTube, halls, TV'],
    'film-captions': ['चौड़ी, कैप्शन चित्र में', 'Wide, captions in the picture'],
    'film-sign': ['चौड़ी, सांकेतिक भाषा के साथ', 'Wide, with a person who signs'],
    'film-tall': ['खड़ी: रील, स्टेटस', 'Upright: reels, status'],
    'film-square': ['चौकोर: फ़ेसबुक, एक्स', 'Square: Facebook, X'],
    'film-message': ['व्हाट्सऐप के लिए छोटी', 'Small, for WhatsApp'],
    poster: ['पोस्टर चित्र', 'Poster frame'],
    'poster-small': ['पोस्टर चित्र, छोटा', 'Poster frame, small'],
    'cbfc-sheet': ['प्रमाणन के लिए पत्रक', 'Sheet for certification'],
    captions: ['कैप्शन', 'Captions'],
    sound: ['फ़िल्म की ध्वनि', 'Sound of the film'],
    guide: ['मार्गदर्शक आवाज़ (प्रसारण के लिए नहीं)', 'Guide voice (not for broadcast)'],
  } as Record<string, Pair>,
  /** Goes into a group below the film. */
  message: ['फ़िल्म के साथ भेजने का संदेश', 'Message to send with the film'],
  messageNote: [
    'फ़ोन अपने ही पर्दे का कोड स्कैन नहीं कर सकता: व्हाट्सऐप पर फ़िल्म के नीचे यह पाठ चिपकाएँ, उसमें ऐप का लिंक है।',
    'A phone cannot scan its own screen: paste this text below the film on WhatsApp; it has the link of the app.',
  ],
  languages: {
    hi: ['हिंदी', 'Hindi'],
    en: ['अंग्रेज़ी', 'English'],
  } satisfies Record<Language, Pair>,
  guide: ['मार्गदर्शक', 'guide'],
  story: ['फ़िल्म क्या कहती है', 'What the film says'],
  shot: ['सेकंड', 'Seconds'],
  picture: ['दृश्य', 'Picture'],
  voice: ['आवाज़', 'Voice'],
  ask: ['नेटवर्क क्या माँगते हैं', 'What networks ask'],
  askNote: [
    'ये बातें सार्वजनिक स्रोतों से हैं। हर नेटवर्क से पुष्टि कर लें।',
    'This comes from public sources. Have each network confirm it.',
  ],
  open: ['पुष्टि शेष', 'to be confirmed'],
  log: ['प्रदर्शन के बाद क्या दर्ज करें', 'What to record when it has run'],
  logItems: [
    ['सिनेमाघर और नगर, पर्दों की संख्या', 'Theatre and town, number of screens'],
    ['कब से कब तक, दिन में कितने शो', 'From when to when, shows a day'],
    ['रिलीज़ आदेश की संख्या', 'Number of the release order'],
    [
      'प्रबंधक की मुहर वाले प्रदर्शन प्रमाण-पत्र का फ़ोटो',
      'Photo of the screening certificate with the manager’s stamp',
    ],
  ],
  logLink: ['कंसोल में गतिविधि दर्ज करें', 'Record the activity in the console'],
});
