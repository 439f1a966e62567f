import type { SpotLanguage, Voice } from '../../campaigns/radio/radio.ts';
import { headquarters } from './campaign-names.ts';
import { inEachLanguage } from './own-language.ts';

interface RadioWords {
  title: string;
  description: string;
  hold: string;
  holdText: (host: string) => string;
  lead: (app: string) => string;
  noRadio: string;
  none: string;
  steps: readonly string[];
  stepsTitle: string;
  console: string;
  spots: string;
  seconds: (seconds: number) => string;
  estimate: (seconds: string) => string;
  languages: Record<SpotLanguage | 'en', string>;
  proposal: string;
  proposalText: string;
  voices: Record<Voice, string>;
  papers: string;
  paperOf: (name: string) => string;
  guide: string;
  guideWarning: string;
  guideOf: (name: string) => string;
  takes: string;
  noTake: string;
  takesAway: string;
  loudness: string;
  save: string;
  cue: string;
  cueText: string;
  prompts: string;
  promptsText: string;
  send: string;
  sendText: readonly string[];
  log: string;
  logText: readonly string[];
  logLink: string;
}

const hi: RadioWords = {
  title: 'रेडियो',
  hold: 'अभी प्रसारित न कराएँ',
  holdText: (host) =>
    `स्पॉट में बोला गया पता ${host} उसके स्वामी से अभी पुष्ट नहीं हुआ है। आलेख देख लें; प्रसारण पुष्टि के बाद ही कराएँ।`,
  description: 'एफ़एम और आकाशवाणी के लिए 10, 20 और 30 सेकंड के स्पॉट: पाठ, रिकॉर्डिंग, भेजने का तरीका।',
  lead: (app) =>
    `${app} के रेडियो स्पॉट: पूरे पाठ, स्टूडियो के लिए काग़ज़, और रिकॉर्ड होने पर स्टेशन के लिए तैयार फ़ाइलें।`,
  noRadio: 'इस अभियान में रेडियो के पाठ नहीं हैं।',
  none: `पाठ के काग़ज़ और गाइड अभी नहीं बने हैं। ${headquarters.hi} से बनवाने को कहें; बनने पर वे यहाँ दिखेंगी।`,
  stepsTitle: 'क्रम',
  steps: [
    'पाठ चुनें और उसका काग़ज़ स्टूडियो को दें।',
    'रिकॉर्डिंग कार्यालय के कंसोल में डालें: वह जाँची और मास्टर की जाती है।',
    'तैयार फ़ाइल और क्यू शीट स्टेशन को भेजें।',
    'प्रसारण प्रमाण-पत्र मिलने पर कार्य दर्ज करें।',
  ],
  console: 'रिकॉर्डिंग डालें (PRO to DGP)',
  spots: 'स्पॉट',
  seconds: (seconds) => `${seconds} सेकंड`,
  estimate: (seconds) => `बोलने में लगभग ${seconds} सेकंड`,
  languages: { hi: 'हिंदी', awa: 'अवधी', bho: 'भोजपुरी', en: 'अंग्रेज़ी' },
  proposal: 'प्रस्ताव',
  proposalText:
    'यह पाठ अभी प्रस्ताव है। पहले इस भाषा का जानकार उसे जाँचे और सुधारे; तब तक न रिकॉर्ड करें, न प्रसारित करें।',
  voices: { woman: 'स्त्री', man: 'पुरुष', announcer: 'उद्घोषक' },
  papers: 'स्टूडियो के लिए काग़ज़',
  paperOf: (name) => `${name}: पाठ का काग़ज़`,
  guide: 'गाइड ट्रैक',
  guideWarning: 'समय नापने के लिए, प्रसारण के लिए नहीं। यह मशीन की आवाज़ है।',
  guideOf: (name) => `${name}: गाइड, प्रसारण के लिए नहीं`,
  takes: 'रिकॉर्डिंग',
  noTake: 'अभी कोई रिकॉर्डिंग तैयार नहीं है।',
  takesAway: 'रिकॉर्डिंग की सूची अभी नहीं मिल सकी; कुछ देर बाद पन्ना फिर खोलें।',
  loudness: 'तीव्रता',
  save: 'डाउनलोड',
  cue: 'क्यू शीट',
  cueText: 'स्टेशन के डेस्क के लिए: हर स्पॉट की अवधि, पहले और अंतिम शब्द, फ़ाइल का नाम, कोड।',
  prompts: 'फ़ोन कॉल के संदेश',
  promptsText:
    'कॉल के सातों संदेश उसी तरह रिकॉर्ड होते हैं। पाठ वही है जो दूरसंचार कंपनी के यहाँ पंजीकृत है। जिस संदेश की रिकॉर्डिंग नहीं है, उसे गेटवे की मशीन बोलती है।',
  send: 'स्टेशन को कैसे भेजें',
  sendText: [
    'WAV 48 kHz, 24 बिट भेजें; जहाँ फ़ाइल छोटी चाहिए वहाँ MP3 320 kbit/s। दोनों ठीक पूरे सेकंड के हैं।',
    'क्यू शीट साथ भेजें। रिलीज़ आदेश में तारीखें, समय-खंड और दिन में कितनी बार, यह लिखें।',
    'तीव्रता का भारत में कोई तय मान नहीं मिला। स्टेशन अपना मान बताए तो वही रखें।',
    'फ़ाइल का नाम न बदलें: उसी में अभियान, कोड, सेकंड और भाषा हैं।',
  ],
  log: 'क्या दर्ज करें',
  logText: [
    'स्टेशन और नगर',
    'स्पॉट की संख्या और सेकंड',
    'पहली और अंतिम तारीख',
    'आदेश संख्या',
    'प्रसारण प्रमाण-पत्र की फ़ोटो',
  ],
  logLink: 'कार्य दर्ज करें',
};

const en: RadioWords = {
  title: 'Radio',
  hold: 'Not for air yet',
  holdText: (host) =>
    `The address that the spots speak, ${host}, has not been confirmed by its owner. Read the scripts; have them aired after it is confirmed.`,
  description:
    'Spots of 10, 20 and 30 s for FM stations and All India Radio: scripts, recordings, how to send them.',
  lead: (app) =>
    `Radio spots for ${app}: the scripts in full, papers for the studio, and files ready for the station once they are recorded.`,
  noRadio: 'This campaign has no scripts for radio.',
  none: `Script sheets and guides have not been made yet. Ask ${headquarters.en} to have them made; they will then stand here.`,
  stepsTitle: 'What to do',
  steps: [
    'Choose a script and give its paper to the studio.',
    'Put the recording into the office’s console: it is checked and mastered.',
    'Send the finished file and the cue sheet to the station.',
    'Record the activity when the broadcast certificate arrives.',
  ],
  console: 'Hand in a recording (PRO to DGP)',
  spots: 'Spots',
  seconds: (seconds) => `${seconds} s`,
  estimate: (seconds) => `about ${seconds} s when spoken`,
  languages: { hi: 'Hindi', awa: 'Awadhi', bho: 'Bhojpuri', en: 'English' },
  proposal: 'Proposal',
  proposalText:
    'This text is a proposal. A native speaker checks and corrects it first; until then it is neither recorded nor aired.',
  voices: { woman: 'Woman', man: 'Man', announcer: 'Announcer' },
  papers: 'Papers for the studio',
  paperOf: (name) => `${name}: script sheet`,
  guide: 'Guide track',
  guideWarning: 'To measure time by, not for broadcast. It is a machine’s voice.',
  guideOf: (name) => `${name}: guide, not for broadcast`,
  takes: 'Recording',
  noTake: 'No recording is ready yet.',
  takesAway: 'The list of recordings could not be had; please open the page again in a while.',
  loudness: 'Loudness',
  save: 'Download',
  cue: 'Cue sheet',
  cueText:
    'For the station’s desk: seconds, first and last words, file name and code of each spot.',
  prompts: 'Prompts of the phone call',
  promptsText:
    'The seven prompts of the call are recorded the same way. Their text is the one that is registered with the operator. A prompt without a recording is spoken by the gateway’s machine.',
  send: 'How to send it to a station',
  sendText: [
    'Send WAV 48 kHz, 24 bit; where a small file is wanted, MP3 320 kbit/s. Both have exact whole seconds.',
    'Send the cue sheet along, and write dates, time bands and how often a day into the release order.',
    'No Indian figure for the loudness was found. Where a station names its own, use that.',
    'Keep the file name: campaign, code, seconds and language stand in it.',
  ],
  log: 'What to record',
  logText: [
    'Station and town',
    'Number of spots and their seconds',
    'First and last day',
    'Number of the order',
    'Photo of the broadcast certificate',
  ],
  logLink: 'Record an activity',
};

/** Words of the radio page: apart from the others, which every page loads. */
export const radioWordsIn = inEachLanguage<RadioWords>({ hi, en });
