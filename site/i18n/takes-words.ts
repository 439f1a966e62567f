import { inEachLanguage } from './own-language.ts';

/** State of a script's recordings. */
export type TakeState = 'none' | 'refused' | 'mastered' | 'outdated' | 'proposal';

interface TakesWords {
  lead: string;
  groups: Record<'radio' | 'prompt-hi' | 'prompt-en' | 'film', string>;
  groupTexts: Record<'radio' | 'prompt-hi' | 'prompt-en' | 'film', string>;
  ready: (ready: number, total: number) => string;
  states: Record<TakeState, string>;
  seconds: (seconds: string) => string;
  free: string;
  noText: string;
  proposalText: string;
  outdatedText: string;
  guide: string;
  guideWarning: string;
  upload: string;
  replace: string;
  uploadOf: (title: string) => string;
  refusedTitle: string;
  refusedText: string;
  masteredTitle: string;
  original: string;
  master: string;
  target: string;
  result: string;
  loudness: (lufs: string, dbtp: string) => string;
  by: string;
  files: string;
  withdraw: string;
  withdrawOf: (title: string) => string;
  withdrawAsk: string;
  withdrawYes: string;
  page: string;
}

const hi: TakesWords = {
  lead: 'हर पाठ की रिकॉर्डिंग यहाँ डालें। वह जाँची जाती है और तय तीव्रता और पूरे सेकंड पर लाई जाती है। स्टेशन और फ़ोन के लिए वह हर रूप में मिलती है। WAV, MP3, M4A या OGG भेजें, 30 MB तक।',
  groups: {
    radio: 'रेडियो स्पॉट',
    'prompt-hi': 'फ़ोन कॉल के संदेश, हिंदी',
    'prompt-en': 'फ़ोन कॉल के संदेश, अंग्रेज़ी',
    film: 'फ़िल्म',
  },
  groupTexts: {
    radio: 'तैयार फ़ाइलें रेडियो के पन्ने पर स्टेशनों को भी मिलती हैं।',
    'prompt-hi':
      'तैयार संदेश अगली कॉल से बजते हैं; जिसकी रिकॉर्डिंग नहीं, उसका पाठ गेटवे की मशीन बोलती है। एक ही आवाज़ में सातों रिकॉर्ड करें। पाठ पंजीकृत है: शब्द न बदलें।',
    'prompt-en': 'ये उन्हें सुनाई देते हैं जो कॉल में अंग्रेज़ी चुनते हैं। पाठ पंजीकृत है: शब्द न बदलें।',
    film: 'मास्टर फ़िल्म में लगता है; फ़िल्म उसके बाद फिर बनाएँ।',
  },
  ready: (ready, total) => `${total} में से ${ready} तैयार`,
  states: {
    none: 'रिकॉर्डिंग नहीं',
    refused: 'वापस: कमी है',
    mastered: 'तैयार',
    outdated: 'पाठ बदल गया',
    proposal: 'प्रस्ताव',
  },
  seconds: (seconds) => `${seconds} सेकंड`,
  free: 'अवधि मुक्त',
  noText: 'पाठ फ़िल्म के साथ लिखा है।',
  proposalText: 'इस भाषा का जानकार पहले पाठ जाँचे; उसके बाद ही रिकॉर्डिंग ली जाती है।',
  outdatedText: 'रिकॉर्डिंग के बाद पाठ बदला है, इसलिए वह अब नहीं बजती। नए पाठ की रिकॉर्डिंग डालें।',
  guide: 'गाइड सुनें',
  guideWarning: 'समय नापने के लिए, प्रसारण के लिए नहीं।',
  upload: 'रिकॉर्डिंग डालें',
  replace: 'नई रिकॉर्डिंग डालें',
  uploadOf: (title) => `रिकॉर्डिंग डालें: ${title}`,
  refusedTitle: 'रिकॉर्डिंग वापस रखी गई',
  refusedText: 'यह नहीं बजेगी। कारण:',
  masteredTitle: 'रिकॉर्डिंग तैयार है',
  original: 'भेजी गई रिकॉर्डिंग',
  master: 'तैयार रिकॉर्डिंग',
  target: 'लक्ष्य',
  result: 'परिणाम',
  loudness: (lufs, dbtp) => `${lufs} LUFS, ${dbtp} dBTP`,
  by: 'किसने, कब',
  files: 'फ़ाइलें',
  withdraw: 'वापस लें',
  withdrawOf: (title) => `रिकॉर्डिंग वापस लें: ${title}`,
  withdrawAsk: 'यह रिकॉर्डिंग फिर नहीं बजेगी, न स्टेशनों को मिलेगी। वापस लें?',
  withdrawYes: 'हाँ, वापस लें',
  page: 'रेडियो का पन्ना: पाठ, काग़ज़ और गाइड',
};

const en: TakesWords = {
  lead: 'Hand in the recording of each script here. It is checked, mastered to the set loudness and to whole seconds, and given in every form that stations and phones need. Send WAV, MP3, M4A or OGG of up to 30 MB.',
  groups: {
    radio: 'Radio spots',
    'prompt-hi': 'Prompts of the phone call, Hindi',
    'prompt-en': 'Prompts of the phone call, English',
    film: 'Film',
  },
  groupTexts: {
    radio: 'Stations find the finished files on the radio page too.',
    'prompt-hi':
      'Finished prompts are played from the next call on; the gateway’s machine speaks those without a recording. Record all seven in one voice. The text is registered: change no word.',
    'prompt-en':
      'Heard by those who choose English in the call. The text is registered: change no word.',
    film: 'The master goes into the film; make the film anew after it.',
  },
  ready: (ready, total) => `${ready} of ${total} ready`,
  states: {
    none: 'No recording',
    refused: 'Kept back',
    mastered: 'Ready',
    outdated: 'Text has changed',
    proposal: 'Proposal',
  },
  seconds: (seconds) => `${seconds} s`,
  free: 'any length',
  noText: 'The text is written with the film.',
  proposalText: 'A native speaker checks the text first; a recording is taken after that only.',
  outdatedText:
    'The text has changed since the recording, so it is played no longer. Hand in a recording of the new text.',
  guide: 'Hear the guide',
  guideWarning: 'To measure time by, not for broadcast.',
  upload: 'Hand in a recording',
  replace: 'Hand in another recording',
  uploadOf: (title) => `Hand in a recording: ${title}`,
  refusedTitle: 'The recording is kept back',
  refusedText: 'It will not be played. The reasons:',
  masteredTitle: 'The recording is ready',
  original: 'The recording as it came',
  master: 'The finished recording',
  target: 'Target',
  result: 'Result',
  loudness: (lufs, dbtp) => `${lufs} LUFS, ${dbtp} dBTP`,
  by: 'By whom, when',
  files: 'Files',
  withdraw: 'Take back',
  withdrawOf: (title) => `Take the recording back: ${title}`,
  withdrawAsk:
    'This recording will be played no longer, and stations will not get it. Take it back?',
  withdrawYes: 'Yes, take it back',
  page: 'The radio page: scripts, papers and guides',
};

/** Words of the recordings' view; they come with it. */
export const takesWordsIn = inEachLanguage<TakesWords>({ hi, en });
