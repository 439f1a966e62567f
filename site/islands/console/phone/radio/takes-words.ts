import type { Pair } from '../../../../../campaigns/words/pairs.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';

/** State of a script's recordings. */
export type TakeState = 'none' | 'refused' | 'waiting' | 'mastered' | 'outdated' | 'proposal';

/** Words of the recordings' view; they come with it. */
export const takesWordsIn = inEachLanguage({
  lead: [
    'हर पाठ की रिकॉर्डिंग यहाँ डालें। वह जाँची जाती है और तय तीव्रता और पूरे सेकंड पर लाई जाती है। दूसरे अधिकारी के सुनकर स्वीकार करने पर ही वह बजती है। स्टेशन और फ़ोन के लिए वह हर रूप में मिलती है। WAV, MP3, M4A या OGG भेजें, 30 MB तक।',
    'Hand in the recording of each script here. It is checked, mastered to the set loudness and to whole seconds, played once a second officer has heard and accepted it, and given in every form that stations and phones need. Send WAV, MP3, M4A or OGG of up to 30 MB.',
  ],
  groups: {
    radio: ['रेडियो स्पॉट', 'Radio spots'],
    'prompt-hi': ['फ़ोन कॉल के संदेश, हिंदी', 'Prompts of the phone call, Hindi'],
    'prompt-en': ['फ़ोन कॉल के संदेश, अंग्रेज़ी', 'Prompts of the phone call, English'],
    film: ['फ़िल्म', 'Film'],
  },
  groupTexts: {
    radio: [
      'तैयार फ़ाइलें रेडियो के पन्ने पर स्टेशनों को भी मिलती हैं।',
      'Stations find the finished files on the radio page too.',
    ],
    'prompt-hi': [
      'तैयार संदेश अगली कॉल से बजते हैं; जिसकी रिकॉर्डिंग नहीं, उसका पाठ गेटवे की मशीन बोलती है। एक ही आवाज़ में सातों रिकॉर्ड करें। पाठ पंजीकृत है: शब्द न बदलें।',
      'Finished prompts are played from the next call on; the gateway’s machine speaks those without a recording. Record all seven in one voice. The text is registered: change no word.',
    ],
    'prompt-en': [
      'ये उन्हें सुनाई देते हैं जो कॉल में अंग्रेज़ी चुनते हैं। पाठ पंजीकृत है: शब्द न बदलें।',
      'Heard by those who choose English in the call. The text is registered: change no word.',
    ],
    film: [
      'मास्टर फ़िल्म में लगता है; फ़िल्म उसके बाद फिर बनाएँ।',
      'The master goes into the film; make the film again afterwards.',
    ],
  },
  ready: (ready: number, total: number) => [
    `${total} में से ${ready} तैयार`,
    `${ready} of ${total} ready`,
  ],
  states: {
    none: ['रिकॉर्डिंग नहीं', 'No recording'],
    refused: ['वापस: कमी है', 'Kept back'],
    waiting: ['दूसरे अधिकारी सुनेंगे', 'To be heard by a second officer'],
    mastered: ['तैयार', 'Ready'],
    outdated: ['पाठ बदल गया', 'Text has changed'],
    proposal: ['प्रस्ताव', 'Proposal'],
  } satisfies Record<TakeState, Pair>,
  seconds: (seconds: string) => [`${seconds} सेकंड`, `${seconds} s`],
  free: ['अवधि मुक्त', 'any length'],
  noText: ['पाठ फ़िल्म के साथ लिखा है।', 'The text is written with the film.'],
  proposalText: [
    'इस भाषा का जानकार पहले पाठ जाँचे; उसके बाद ही रिकॉर्डिंग ली जाती है।',
    'A native speaker checks the text first; a recording is taken after that only.',
  ],
  outdatedText: [
    'रिकॉर्डिंग के बाद पाठ बदला है, इसलिए वह अब नहीं बजती। नए पाठ की रिकॉर्डिंग डालें।',
    'The text has changed since the recording, so it is played no longer. Hand in a recording of the new text.',
  ],
  guide: ['गाइड सुनें', 'Hear the guide'],
  guideWarning: ['समय नापने के लिए, प्रसारण के लिए नहीं।', 'To measure time by, not for broadcast.'],
  upload: ['रिकॉर्डिंग डालें', 'Hand in a recording'],
  replace: ['नई रिकॉर्डिंग डालें', 'Hand in another recording'],
  uploadOf: (title: string) => [`रिकॉर्डिंग डालें: ${title}`, `Hand in a recording: ${title}`],
  refusedTitle: ['रिकॉर्डिंग वापस रखी गई', 'The recording is kept back'],
  refusedText: ['यह नहीं बजेगी। कारण:', 'It will not be played. The reasons:'],
  waitingTitle: [
    'नई रिकॉर्डिंग: दूसरे अधिकारी की स्वीकृति शेष',
    'New recording: a second officer has yet to accept it',
  ],
  waitingText: [
    'दूसरे अधिकारी इसे सुनकर स्वीकार करेंगे; तब तक वही सुनाई देगा जो अभी सुनाई देता है।',
    'A second officer hears and accepts it; until then callers and stations get what they get now.',
  ],
  original: ['भेजी गई रिकॉर्डिंग', 'The recording as it came'],
  master: ['तैयार रिकॉर्डिंग', 'The finished recording'],
  target: ['लक्ष्य', 'Target'],
  result: ['परिणाम', 'Result'],
  loudness: (lufs: string, dbtp: string) => [
    `${lufs} LUFS, ${dbtp} dBTP`,
    `${lufs} LUFS, ${dbtp} dBTP`,
  ],
  by: ['किसने, कब', 'By whom, when'],
  files: ['फ़ाइलें', 'Files'],
  withdraw: ['वापस लें', 'Take back'],
  withdrawOf: (title: string) => [`रिकॉर्डिंग वापस लें: ${title}`, `Take the recording back: ${title}`],
  withdrawAsk: [
    'यह रिकॉर्डिंग नहीं बजेगी, न स्टेशनों को मिलेगी; फ़ोन पर इसका पाठ गेटवे की मशीन बोलेगी। वापस लें?',
    'This recording will not be played and stations will not get it; on the phone the gateway’s machine speaks its text. Take it back?',
  ],
  withdrawYes: ['हाँ, वापस लें', 'Yes, take it back'],
  page: ['रेडियो का पन्ना: पाठ, काग़ज़ और गाइड', 'The radio page: scripts, papers and guides'],
});
