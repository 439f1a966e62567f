import type { Campaign } from '../../../campaigns/campaign.ts';
import {
  type Radio,
  type Spot,
  spotFileName,
  spotText,
} from '../../../campaigns/channels/radio/radio.ts';
import { sheetCsv } from '../../../campaigns/tables/csv-writer.ts';
import type { Sheet } from './sheet.ts';

interface CueSource {
  campaign: Campaign;
  radio: Radio;
  code: string;
}
interface Cue {
  spot: Spot;
  file: string;
  first: string;
  last: string;
}

const cueWords = 4;

/** By what the desk knows where a spot begins and ends; what is still a proposal is not on air. */
function listCues({ campaign, radio, code }: CueSource): Cue[] {
  return radio.spots
    .filter(({ proposal }) => !proposal)
    .map((spot) => {
      const words = spotText(spot, radio, { code, missedCall: campaign.links.missedCall }).split(
        ' ',
      );
      return {
        spot,
        file: `${spotFileName(campaign.app.name, spot, code)}.wav`,
        first: words.slice(0, cueWords).join(' '),
        last: words.slice(-cueWords).join(' '),
      };
    });
}

/** The paper for a station's desk: every spot with its seconds and its first and last words. */
export function cueSheet(source: CueSource): Sheet {
  const { campaign, radio, code } = source;
  const { lufs, dbtp } = radio.loudness.radio;
  return {
    title: 'रेडियो स्पॉट: क्यू शीट',
    kind: 'CUE SHEET',
    office: campaign.copy.owner.hi,
    version: `v${campaign.version}  ${campaign.versionDate}`,
    warning: null,
    facts: [
      ['विज्ञापनदाता', campaign.copy.owner.hi],
      ['अभियान', `${campaign.app.name} (${campaign.app.nameHi})`],
      ['कोड', code],
      ['तीव्रता', `${lufs} LUFS, अधिकतम ${dbtp} dBTP; स्टेशन का अपना मान हो तो बताएँ`],
      ['रिलीज़ आदेश', '____________________      अवधि: ____________ से ____________'],
    ],
    partsTitle: 'स्पॉट, पहले और अंतिम शब्द',
    parts: listCues(source).map(({ spot, file, first, last }) => ({
      label: `${spot.seconds} सेकंड: ${spot.title.hi}`,
      text: `आरंभ: “${first} …”   अंत: “… ${last}”`,
      note: file,
    })),
    points: 13,
    hints: [],
    signatures: ['कार्यालय', 'स्टेशन: प्राप्त'],
    notes: [
      'स्पॉट पूरे चलाएँ; बीच में न काटें, आगे-पीछे कुछ न जोड़ें।',
      'चलने के बाद प्रसारण प्रमाण-पत्र भेजें: स्टेशन, दिनांक, समय, स्पॉट की संख्या।',
    ],
  };
}

/** The same as a table, for a station's traffic system. */
export function cueCsv(source: CueSource): string {
  const head = ['file', 'seconds', 'language', 'title', 'first_words', 'last_words', 'code'];
  const rows = listCues(source).map(({ spot, file, first, last }) => [
    file,
    spot.seconds,
    spot.language,
    spot.title.hi,
    first,
    last,
    source.code,
  ]);
  return sheetCsv([head, ...rows]);
}
