import type { District } from '../../campaigns/directory/station.ts';
import { formatCount, formatDayShort } from '../../campaigns/numbers.ts';
import type { Day } from '../../campaigns/tracker/clock.ts';
import type { ProgressFile } from '../../campaigns/tracker/progress-file.ts';
import type { ScoreRules } from '../../campaigns/tracker/score-rules.ts';
import { asksOf } from './asks.ts';

/** A अर्द्धशासकीय पत्र of one page: the same words for DOCX and PDF. */
export interface LetterContent {
  district: string;
  title: string;
  /** The sender, and the place, set at the head. */
  sender: readonly string[];
  number: string;
  date: string;
  /** Stands in a frame while the figures are made up. */
  sampleNotice: string | null;
  greeting: string;
  opening: string;
  /** Three figures: value and what it is. */
  figures: readonly { value: string; label: string }[];
  standing: string;
  askLead: string;
  asks: readonly string[];
  closing: readonly string[];
  signature: readonly string[];
  addressee: readonly string[];
  generatedAt: string;
}

export interface LetterInputs {
  file: ProgressFile;
  rules: ScoreRules | undefined;
  app: string;
  office: string;
}

/** Who heads the district's police on a day: a commissioner, or an SSP or SP. */
function headOf({ nameHi, commissionerateSince }: District, today: Day): string[] {
  return commissionerateSince !== null && commissionerateSince <= today
    ? ['पुलिस आयुक्त,', `पुलिस कमिश्नरेट ${nameHi}।`]
    : ['वरिष्ठ पुलिस अधीक्षक/पुलिस अधीक्षक,', `जनपद ${nameHi}।`];
}

/**
 * The letter of ADG Technical Services to the head of a district. What only the office knows stays a line to be filled in: number
 * of the letter, name of the addressee, signature.
 */
export function letterContent(
  district: District,
  { file, rules, app, office }: LetterInputs,
): LetterContent {
  const own = file.districts.find((entry) => entry.district === district.id);
  if (own === undefined) throw new Error(`Expected figures of ${district.id}, got none`);
  const { boards, score, scans, scansPerLakh } = own;
  const day = formatDayShort(file.today);
  const figures = [
    {
      value: `${formatCount(boards.verified)} / ${formatCount(boards.stations)}`,
      label: 'थानों पर फोटो-प्रमाणित बोर्ड',
    },
    scansPerLakh === null
      ? { value: formatCount(scans.total), label: 'कुल क्यूआर स्कैन' }
      : {
          value: formatCount(scansPerLakh, { fractionDigits: 1 }),
          label: 'क्यूआर स्कैन प्रति लाख जनसंख्या',
        },
    score?.value == null
      ? { value: '–', label: 'अंक (अभी निर्धारित नहीं)' }
      : { value: score.value.toFixed(2), label: 'अंक, 10 में से' },
  ];
  return {
    district: district.id,
    title: `अर्द्धशासकीय पत्र – ${app} – ${district.nameHi}`,
    sender: ['अपर पुलिस महानिदेशक, तकनीकी सेवायें, उ०प्र०', office],
    number: 'अर्द्धशासकीय पत्र संख्या: ……………………',
    date: `दिनांक: ……………………`,
    sampleNotice: file.sample ? 'नमूना आँकड़े – यह पत्र भेजने के लिए नहीं है।' : null,
    greeting: 'प्रिय ……………………………………,',
    opening: `${app} ऐप के प्रचार-प्रसार अभियान में आपके जनपद की दिनांक ${day} तक की स्थिति आपके संज्ञान में लायी जा रही है:`,
    figures,
    standing: standingText(own, file),
    askLead: 'आपसे अपेक्षा है कि व्यक्तिगत रुचि लेकर निम्न दो बिन्दुओं पर कार्यवाही सुनिश्चित करायें:',
    asks: asksOf(own, rules),
    closing: [
      'अंक का सूत्र, भार और सभी जनपदों की सूची अभियान के प्रगति पृष्ठ पर उपलब्ध है।',
      'शुभकामनाओं सहित,',
    ],
    signature: ['भवदीय,', '', '(……………………………………)', 'अपर पुलिस महानिदेशक, तकनीकी सेवायें'],
    addressee: headOf(district, file.today),
    generatedAt: file.generatedAt,
  };
}

function standingText(
  { score }: ProgressFile['districts'][number],
  { districts }: ProgressFile,
): string {
  if (score?.rank == null) return 'प्रदेश के जनपदों में स्थान अभी निर्धारित नहीं हुआ है।';
  const of = districts.filter((entry) => entry.score?.value != null).length;
  const { rank, before, like, quality } = score;
  const moved =
    before === null || before === rank ? '' : ` (एक सप्ताह पूर्व स्थान ${formatCount(before)} था)`;
  const alike =
    like === null
      ? ''
      : ` समान जनसंख्या के ${formatCount(like.of)} जनपदों में स्थान ${formatCount(like.rank)} है; उनका मध्य अंक ${like.median.toFixed(2)} है।`;
  const grade = quality.grade === null ? '' : ` आँकड़ों की श्रेणी ${quality.grade} है।`;
  return `प्रदेश के ${formatCount(of)} जनपदों में आपके जनपद का स्थान ${formatCount(rank)} है${moved}।${alike}${grade}`;
}
