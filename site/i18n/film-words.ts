import { headquarters } from './campaign-names.ts';
import type { Language } from './language.ts';
import { inEachLanguage } from './own-language.ts';

interface FilmWords {
  title: string;
  description: (app: string) => string;
  lead: (seconds: string) => string;
  watch: string;
  play: (size: string) => string;
  noVideo: string;
  nothing: string;
  making: string;
  nothingHow: string;
  certificate: string;
  certificateText: string;
  unconfirmed: (host: string) => string;
  stepsTitle: string;
  steps: readonly string[];
  files: Record<'theatre' | 'screens' | 'parts', string>;
  filesNote: Record<'theatre' | 'screens' | 'parts', string>;
  /** Names of what the shelf holds, by item. */
  items: Readonly<Record<string, string>>;
  /** Goes into a group below the film. */
  message: string;
  messageNote: string;
  languages: Record<Language, string>;
  guide: string;
  story: string;
  shot: string;
  picture: string;
  voice: string;
  ask: string;
  askNote: string;
  open: string;
  log: string;
  logItems: readonly string[];
  logLink: string;
}

const hi: FilmWords = {
  title: 'सिनेमाघरों की फ़िल्म',
  description: (app) =>
    `${app} की 20 सेकंड की फ़िल्म: देखें, हर नेटवर्क के लिए फ़ाइल लें, प्रमाण-पत्र के लिए पत्रक लें।`,
  lead: (seconds) =>
    `कार्यवृत्त के बिंदु 1(A) की फ़िल्म: ${seconds} सेकंड, हिंदी। यह पन्ना पुलिस महानिदेशक के जनसंपर्क अधिकारी के लिए है।`,
  watch: 'फ़िल्म देखें',
  play: (size) => `चलाने पर ${size} डाउनलोड होगा। ध्वनि के बिना भी समझ में आती है; कैप्शन चालू रहते हैं।`,
  noVideo: 'आपका ब्राउज़र फ़िल्म नहीं चला सकता। फ़ाइल नीचे से लें।',
  nothing: 'फ़िल्म अभी बनी नहीं है।',
  making: 'फ़िल्म बन रही है; कुछ मिनट बाद यह पृष्ठ फिर खोलें।',
  nothingHow: `${headquarters.hi} से बनवाने को कहें; बनने पर वे यहाँ दिखेंगी।`,
  certificate: 'भेजने से पहले: सीबीएफ़सी प्रमाण-पत्र अनिवार्य है',
  certificateText:
    'सिनेमाघर के हर विज्ञापन के लिए केंद्रीय फ़िल्म प्रमाणन बोर्ड का प्रमाण-पत्र चाहिए (चलचित्र अधिनियम 1952, धारा 4)। जनहित के संदेश भी इससे मुक्त नहीं हैं। प्रमाण-पत्र मिलने तक फ़िल्म किसी नेटवर्क या सिनेमाघर को न भेजें।',
  unconfirmed: (host) =>
    `फ़िल्म में दिखने वाले पते ${host} की पुष्टि उसके स्वामी ने अभी नहीं की है। पुष्टि होने तक फ़िल्म न भेजें।`,
  stepsTitle: 'क्या करना है',
  steps: [
    'फ़िल्म देखें और आलेख को अपने अधिकारी से स्वीकृत कराएँ।',
    'प्रमाण-पत्र के लिए पत्रक लें और ई-सिनेप्रमाण पर आवेदन करें: फ़िल्म, पत्रक और कैप्शन साथ लगते हैं।',
    `प्रमाण-पत्र का चित्र (PNG या JPEG) ${headquarters.hi} को दें: वे उससे 10 सेकंड की स्लाइड अलग फ़ाइल में बनवाते हैं।`,
    'सूचना विभाग की सहमति लें। नेटवर्क से फ़ाइल का प्रारूप पूछें, फिर नीचे से वही फ़ाइल भेजें।',
    'प्रदर्शन शुरू होते ही कंसोल में दर्ज करें।',
  ],
  files: {
    theatre: 'सिनेमाघरों के लिए',
    screens: 'मोबाइल और साइटों के लिए',
    parts: 'पत्रक, कैप्शन और ध्वनि',
  },
  filesNote: {
    theatre: 'पहले नेटवर्क से पूछें कि उन्हें कौन-सी फ़ाइल चाहिए।',
    screens: 'हर आकार के लिए फ़िल्म अलग से सजाई गई है; कुछ काटा नहीं गया।',
    parts: 'मार्गदर्शक आवाज़ मशीन की है: केवल समय जाँचने और अभ्यास के लिए, कभी प्रसारण के लिए नहीं।',
  },
  items: {
    'film-cinema': 'सिनेमा, 24 फ़्रेम',
    'film-sd': 'पुराने नेटवर्क, MPEG-2',
    'certificate-slate': 'प्रमाण-पत्र की स्लाइड',
    dcp: 'डिजिटल सिनेमा पैकेज (DCP)',
    'film-wide': 'चौड़ी: यूट्यूब, सभागार, टीवी',
    'film-captions': 'चौड़ी, कैप्शन चित्र में',
    'film-sign': 'चौड़ी, सांकेतिक भाषा के साथ',
    'film-tall': 'खड़ी: रील, स्टेटस',
    'film-square': 'चौकोर: फ़ेसबुक, एक्स',
    'film-message': 'व्हाट्सऐप के लिए छोटी',
    poster: 'पोस्टर चित्र',
    'poster-small': 'पोस्टर चित्र, छोटा',
    'cbfc-sheet': 'प्रमाणन के लिए पत्रक',
    captions: 'कैप्शन',
    sound: 'फ़िल्म की ध्वनि',
    guide: 'मार्गदर्शक आवाज़ (प्रसारण के लिए नहीं)',
  },
  message: 'फ़िल्म के साथ भेजने का संदेश',
  messageNote:
    'फ़ोन अपने ही पर्दे का कोड स्कैन नहीं कर सकता: व्हाट्सऐप पर फ़िल्म के नीचे यह पाठ चिपकाएँ, उसमें ऐप का लिंक है।',
  languages: { hi: 'हिंदी', en: 'अंग्रेज़ी' },
  guide: 'मार्गदर्शक',
  story: 'फ़िल्म क्या कहती है',
  shot: 'सेकंड',
  picture: 'दृश्य',
  voice: 'आवाज़',
  ask: 'नेटवर्क क्या माँगते हैं',
  askNote: 'ये बातें सार्वजनिक स्रोतों से हैं। हर नेटवर्क से पुष्टि कर लें।',
  open: 'पुष्टि शेष',
  log: 'प्रदर्शन के बाद क्या दर्ज करें',
  logItems: [
    'सिनेमाघर और नगर, पर्दों की संख्या',
    'कब से कब तक, दिन में कितने शो',
    'रिलीज़ आदेश की संख्या',
    'प्रबंधक की मुहर वाले प्रदर्शन प्रमाण-पत्र का फ़ोटो',
  ],
  logLink: 'कंसोल में गतिविधि दर्ज करें',
};

const en: FilmWords = {
  title: 'The film for theatres',
  description: (app) =>
    `The 20-second film of ${app}: watch it, take the file for each network, take the sheet for the certificate.`,
  lead: (seconds) =>
    `The film of the minutes, item 1(A): ${seconds} seconds, in Hindi. This page is for the public relations officer to the Director General.`,
  watch: 'Watch the film',
  play: (size) =>
    `Playing it downloads ${size}. It can be followed without sound; captions are on.`,
  noVideo: 'Your browser cannot play the film. Take the file below.',
  making: 'The film is being made; open this page again in some minutes.',
  nothing: 'The film has not been made yet.',
  nothingHow: `Ask ${headquarters.en} to have them made; they will then stand here.`,
  certificate: 'Before you send it: a CBFC certificate is mandatory',
  certificateText:
    'Every advertisement shown in a theatre needs a certificate of the Central Board of Film Certification (Cinematograph Act 1952, section 4). Public service messages are not exempt. Until the certificate is there, send the film to no network and no theatre.',
  unconfirmed: (host) =>
    `The owner of ${host}, the address in the film, has not confirmed it yet. Until then do not send the film.`,
  stepsTitle: 'What to do',
  steps: [
    'Watch the film and have its words approved.',
    'Take the sheet and apply on e-Cinepramaan: film, sheet and captions go together.',
    `Give the picture of the certificate (PNG or JPEG) to ${headquarters.en}: they have a slate of 10 seconds made of it, as a file of its own.`,
    'Get the information department’s consent, ask the network which file it takes, then send that one.',
    'Record it in the console as soon as it runs.',
  ],
  files: {
    theatre: 'For theatres',
    screens: 'For phones and sites',
    parts: 'Sheet, captions and sound',
  },
  filesNote: {
    theatre: 'Ask the network first which file it takes.',
    screens: 'The film is laid out anew for each shape; nothing is cropped.',
    parts: 'The guide voice is a machine’s: to time and rehearse by, never to be broadcast.',
  },
  items: {
    'film-cinema': 'Cinema, 24 frames',
    'film-sd': 'Older networks, MPEG-2',
    'certificate-slate': 'Slate of the certificate',
    dcp: 'Digital cinema package (DCP)',
    'film-wide': 'Wide: YouTube, halls, TV',
    'film-captions': 'Wide, captions in the picture',
    'film-sign': 'Wide, with a person who signs',
    'film-tall': 'Upright: reels, status',
    'film-square': 'Square: Facebook, X',
    'film-message': 'Small, for WhatsApp',
    poster: 'Poster frame',
    'poster-small': 'Poster frame, small',
    'cbfc-sheet': 'Sheet for certification',
    captions: 'Captions',
    sound: 'Sound of the film',
    guide: 'Guide voice (not for broadcast)',
  },
  message: 'Message to send with the film',
  messageNote:
    'A phone cannot scan its own screen: paste this text below the film on WhatsApp; it has the link of the app.',
  languages: { hi: 'Hindi', en: 'English' },
  guide: 'guide',
  story: 'What the film says',
  shot: 'Seconds',
  picture: 'Picture',
  voice: 'Voice',
  ask: 'What networks ask',
  askNote: 'This comes from public sources. Have each network confirm it.',
  open: 'to be confirmed',
  log: 'What to record when it has run',
  logItems: [
    'Theatre and town, number of screens',
    'From when to when, shows a day',
    'Number of the release order',
    'Photo of the screening certificate with the manager’s stamp',
  ],
  logLink: 'Record the activity in the console',
};

export const filmWordsIn = inEachLanguage<FilmWords>({ hi, en });
