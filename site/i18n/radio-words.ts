import type { SpotLanguage, Voice } from '../../campaigns/channels/radio/radio.ts';
import type { Pair } from '../../campaigns/words/pairs.ts';
import { headquarters } from './campaign-names.ts';
import { inEachLanguage } from './own-language.ts';

/** Words of the radio page: apart from the others, which every page loads. */
export const radioWordsIn = inEachLanguage({
  title: ['रेडियो', 'Radio'],
  hold: ['अभी प्रसारित न कराएँ', 'Not for air yet'],
  holdText: (host: string) => [
    `स्पॉट में बोला गया पता ${host} उसके स्वामी से अभी पुष्ट नहीं हुआ है। आलेख देख लें; प्रसारण पुष्टि के बाद ही कराएँ।`,
    `The address that the spots speak, ${host}, has not been confirmed by its owner. Read the scripts; have them aired after it is confirmed.`,
  ],
  description: [
    'एफ़एम और आकाशवाणी के लिए 10, 20 और 30 सेकंड के स्पॉट: पाठ, रिकॉर्डिंग, भेजने का तरीका।',
    'Spots of 10, 20 and 30 s for FM stations and All India Radio: scripts, recordings, how to send them.',
  ],
  lead: (app: string) => [
    `${app} के रेडियो स्पॉट: पूरे पाठ, स्टूडियो के लिए काग़ज़, और रिकॉर्ड होने पर स्टेशन के लिए तैयार फ़ाइलें।`,
    `Radio spots for ${app}: the scripts in full, papers for the studio, and files ready for the station once they are recorded.`,
  ],
  none: [
    `पाठ के काग़ज़ और गाइड अभी नहीं बने हैं। ${headquarters.hi} से बनवाने को कहें; बनने पर वे यहाँ दिखेंगी।`,
    `Script sheets and guides have not been made yet. Ask ${headquarters.en} to have them made; they will then stand here.`,
  ],
  stepsTitle: ['क्रम', 'What to do'],
  steps: [
    ['पाठ चुनें और उसका काग़ज़ स्टूडियो को दें।', 'Choose a script and give its paper to the studio.'],
    [
      'रिकॉर्डिंग कार्यालय के कंसोल में डालें: वह जाँची और मास्टर की जाती है।',
      'Put the recording into the office’s console: it is checked and mastered.',
    ],
    ['तैयार फ़ाइल और क्यू शीट स्टेशन को भेजें।', 'Send the finished file and the cue sheet to the station.'],
    [
      'प्रसारण प्रमाण-पत्र मिलने पर कार्य दर्ज करें।',
      'Record the activity when the broadcast certificate arrives.',
    ],
  ],
  console: ['रिकॉर्डिंग डालें (PRO to DGP)', 'Hand in a recording (PRO to DGP)'],
  spots: ['स्पॉट', 'Spots'],
  seconds: (seconds: number) => [`${seconds} सेकंड`, `${seconds} s`],
  estimate: (seconds: string) => [`बोलने में लगभग ${seconds} सेकंड`, `about ${seconds} s when spoken`],
  languages: {
    hi: ['हिंदी', 'Hindi'],
    awa: ['अवधी', 'Awadhi'],
    bho: ['भोजपुरी', 'Bhojpuri'],
    en: ['अंग्रेज़ी', 'English'],
  } satisfies Record<SpotLanguage | 'en', Pair>,
  proposal: ['प्रस्ताव', 'Proposal'],
  proposalText: [
    'यह पाठ अभी प्रस्ताव है। पहले इस भाषा का जानकार उसे जाँचे और सुधारे; तब तक न रिकॉर्ड करें, न प्रसारित करें।',
    'This text is a proposal. A native speaker checks and corrects it first; until then it is neither recorded nor aired.',
  ],
  voices: {
    woman: ['स्त्री', 'Woman'],
    man: ['पुरुष', 'Man'],
    announcer: ['उद्घोषक', 'Announcer'],
  } satisfies Record<Voice, Pair>,
  papers: ['स्टूडियो के लिए काग़ज़', 'Papers for the studio'],
  paperOf: (name: string) => [`${name}: पाठ का काग़ज़`, `${name}: script sheet`],
  guide: ['गाइड ट्रैक', 'Guide track'],
  guideWarning: [
    'समय नापने के लिए, प्रसारण के लिए नहीं। यह मशीन की आवाज़ है।',
    'To measure time by, not for broadcast. It is a machine’s voice.',
  ],
  guideOf: (name: string) => [
    `${name}: गाइड, प्रसारण के लिए नहीं`,
    `${name}: guide, not for broadcast`,
  ],
  takes: ['रिकॉर्डिंग', 'Recording'],
  noTake: ['अभी कोई रिकॉर्डिंग तैयार नहीं है।', 'No recording is ready yet.'],
  takesAway: [
    'रिकॉर्डिंग की सूची अभी नहीं मिल सकी; कुछ देर बाद पन्ना फिर खोलें।',
    'The list of recordings could not be had; please open the page again in a while.',
  ],
  loudness: ['तीव्रता', 'Loudness'],
  save: ['डाउनलोड', 'Download'],
  cue: ['क्यू शीट', 'Cue sheet'],
  cueText: [
    'स्टेशन के डेस्क के लिए: हर स्पॉट की अवधि, पहले और अंतिम शब्द, फ़ाइल का नाम, कोड।',
    'For the station’s desk: seconds, first and last words, file name and code of each spot.',
  ],
  prompts: ['फ़ोन कॉल के संदेश', 'Prompts of the phone call'],
  promptsText: [
    'कॉल के सातों संदेश उसी तरह रिकॉर्ड होते हैं। पाठ वही है जो दूरसंचार कंपनी के यहाँ पंजीकृत है। जिस संदेश की रिकॉर्डिंग नहीं है, उसे गेटवे की मशीन बोलती है।',
    'The seven prompts of the call are recorded the same way. Their text is the one that is registered with the operator. A prompt without a recording is spoken by the gateway’s machine.',
  ],
  send: ['स्टेशन को कैसे भेजें', 'How to send it to a station'],
  sendText: [
    [
      'WAV 48 kHz, 24 बिट भेजें; जहाँ फ़ाइल छोटी चाहिए वहाँ MP3 320 kbit/s। दोनों ठीक पूरे सेकंड के हैं।',
      'Send WAV 48 kHz, 24 bit; where a small file is wanted, MP3 320 kbit/s. Both have exact whole seconds.',
    ],
    [
      'क्यू शीट साथ भेजें। रिलीज़ आदेश में तारीखें, समय-खंड और दिन में कितनी बार, यह लिखें।',
      'Send the cue sheet along, and write dates, time bands and how often a day into the release order.',
    ],
    [
      'तीव्रता का भारत में कोई तय मान नहीं मिला। स्टेशन अपना मान बताए तो वही रखें।',
      'No Indian figure for the loudness was found. Where a station names its own, use that.',
    ],
    [
      'फ़ाइल का नाम न बदलें: उसी में अभियान, कोड, सेकंड और भाषा हैं।',
      'Keep the file name: campaign, code, seconds and language stand in it.',
    ],
  ],
  log: ['क्या दर्ज करें', 'What to record'],
  logText: [
    ['स्टेशन और नगर', 'Station and town'],
    ['स्पॉट की संख्या और सेकंड', 'Number of spots and their seconds'],
    ['पहली और अंतिम तारीख', 'First and last day'],
    ['आदेश संख्या', 'Number of the order'],
    ['प्रसारण प्रमाण-पत्र की फ़ोटो', 'Photo of the broadcast certificate'],
  ],
  logLink: ['कार्य दर्ज करें', 'Record an activity'],
});
