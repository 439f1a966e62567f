import type { Campaign } from '../../../campaigns/campaign.ts';
import {
  type Radio,
  type Spot,
  spotFileName,
  spotLines,
} from '../../../campaigns/channels/radio/radio.ts';
import { listPrompts } from '../../../campaigns/channels/radio/script.ts';
import { estimateSeconds } from '../../../campaigns/channels/radio/speech-length.ts';
import type { MessageLanguage } from '../../../campaigns/messages/message-language.ts';
import { promptTitle } from '../../../campaigns/words/take-words.ts';
import { type Sheet, textTitle } from './sheet.ts';

interface SheetSource {
  campaign: Campaign;
  radio: Radio;
  code: string;
}

const languageNames = { hi: 'हिंदी', awa: 'अवधी', bho: 'भोजपुरी', en: 'अंग्रेज़ी' } as const;
export const voiceNames = { woman: 'स्त्री', man: 'पुरुष', announcer: 'उद्घोषक' } as const;

/** The studio's sheet for a spot. */
export function spotSheet({ campaign, radio, code }: SheetSource, spot: Spot): Sheet {
  const lines = spotLines(spot, radio, { code, missedCall: campaign.links.missedCall });
  const text = lines.map((line) => line.text).join(' ');
  const speakers = [...new Set(lines.map(({ voice }) => voiceNames[voice]))];
  const saysCode = spot.lines.some((line) => line.text.includes('{address}'));
  return {
    title: `रेडियो स्पॉट, ${spot.seconds} सेकंड: ${spot.title.hi}`,
    kind: 'RADIO SCRIPT',
    office: campaign.copy.owner.hi,
    version: `v${campaign.version}  ${campaign.versionDate}`,
    warning: spot.proposal
      ? `प्रस्ताव: ${languageNames[spot.language]} के जानकार से जँचवाएँ; उससे पहले न रिकॉर्ड करें, न प्रसारित करें`
      : null,
    facts: [
      [
        'अवधि',
        `ठीक ${spot.seconds} सेकंड; बोलने का अनुमान ${estimateSeconds(text, radio.voiceFactor).toFixed(1)} सेकंड`,
      ],
      ['भाषा', languageNames[spot.language]],
      ['आवाज़', speakers.join(', ')],
      ['फ़ाइल का नाम', `${spotFileName(campaign.app.name, spot, code)}.wav`],
      ['कोड', saysCode ? `${code} (पाठ में बोला गया है)` : `${code} (बोला नहीं जाता; गिनती के लिए)`],
    ],
    partsTitle: textTitle,
    parts: lines.map((line) => ({
      label: voiceNames[line.voice],
      text: keptTogether(line.text, radio),
    })),
    // Read from a stand; the longest text still fits one page.
    points: spot.seconds === 30 ? 16 : 22,
    hints: radio.hints.flatMap(({ word, say }) =>
      text.includes(word) ? [[word, say] as const] : [],
    ),
    signatures: [
      ...(spot.proposal ? [`${languageNames[spot.language]} की जाँच`] : []),
      'पाठ स्वीकृत: PRO to DGP',
      'रिकॉर्डिंग: स्टूडियो',
    ],
    notes: [
      'बोलने की गति सामान्य रखें; समय कम पड़े तो शब्द न काटें, कार्यालय को बताएँ।',
      'WAV 48 kHz, 24 बिट, मोनो में भेजें, बिना क्लिपिंग के। तीव्रता और ठीक सेकंड कार्यालय मिलाता है।',
    ],
  };
}

/** The studio's sheet for the prompts of the call, all of a language on one paper. */
export function promptSheet({ campaign, radio }: SheetSource, language: MessageLanguage): Sheet {
  const parts = listPrompts(campaign.messages.call[language]).map(([name, { text }], index) => ({
    label: `${index + 1}. ${promptTitle(name).hi}`,
    text,
    ...(language === 'hi' && {
      note: `लगभग ${estimateSeconds(text, radio.voiceFactor).toFixed(0)} सेकंड`,
    }),
  }));
  const all = parts.map(({ text }) => text).join(' ');
  return {
    title: `फ़ोन कॉल के ${parts.length} संदेश, ${languageNames[language]}`,
    kind: 'CALL PROMPTS',
    office: campaign.copy.owner.hi,
    version: `v${campaign.version}  ${campaign.versionDate}`,
    warning: null,
    facts: [
      ['भाषा', languageNames[language]],
      ['आवाज़', 'एक ही व्यक्ति, एक ही दिन, एक ही जगह: कॉल में ये एक के बाद एक सुनाई देते हैं'],
      ['फ़ाइल', 'हर संदेश की अलग फ़ाइल, WAV 48 kHz, मोनो'],
    ],
    partsTitle: textTitle,
    parts,
    points: 14,
    hints: radio.hints.flatMap(({ word, say }) =>
      all.includes(word) ? [[word, say] as const] : [],
    ),
    signatures: ['पाठ स्वीकृत: कार्यालय', 'रिकॉर्डिंग: स्टूडियो'],
    notes: [
      'पाठ वही है जो दूरसंचार कंपनी के यहाँ पंजीकृत है: एक शब्द भी न बदलें।',
      'शांत कमरे में रिकॉर्ड करें: फ़ोन पर हल्का शोर भी ऊँचा सुनाई देता है।',
    ],
  };
}

/** A name or a spelling is not torn apart at the end of a line. */
function keptTogether(text: string, { hints }: Radio): string {
  return hints.reduce(
    (kept, { word }) => kept.replaceAll(word, word.replaceAll(' ', '\u00A0')),
    text,
  );
}
