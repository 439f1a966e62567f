import type { Campaign } from '../../../campaigns/campaign.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import type { OwnLanguage } from '../../../campaigns/language.ts';
import type { DistrictLetterWords } from '../../../campaigns/languages/service/service-words.ts';
import { serviceWords } from '../../../campaigns/languages/service-words.ts';
import { formatCount, formatDayShort } from '../../../campaigns/numbers.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import { findAsks } from './asks.ts';

/** A अर्द्धशासकीय पत्र of one page: the same words for DOCX and PDF. */
export interface LetterContent {
  district: string;
  language: OwnLanguage;
  title: string;
  /** The sender, and the place, set at the head. */
  sender: readonly string[];
  number: string;
  date: string;
  /** Stands in a frame while the figures are made up, and in a demonstration. */
  sampleNotice: string | null;
  greeting: string;
  opening: string;
  /** Value and what it is. */
  figures: readonly { value: string; label: string }[];
  /** How the counts of boards belong together; place and score, where the campaign gives one. */
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
  campaign: Pick<
    Campaign,
    'links' | 'app' | 'copy' | 'languages' | 'offices' | 'score' | 'demonstration'
  >;
}

/**
 * The letter of headquarters to the head of a district, in the campaign's language. What only the office knows stays a line to
 * be filled in: number of the letter, name of the addressee, signature.
 */
export function letterContent(district: District, { file, campaign }: LetterInputs): LetterContent {
  const { links, app, copy, languages, offices, score: rules, demonstration } = campaign;
  const entry = file.districts.find((each) => each.district === district.id);
  if (entry === undefined) throw new Error(`Expected figures of ${district.id}, got none`);
  const [language] = languages;
  const words = serviceWords[language].districtLetter;
  const { nameHi, commissionerateSince } = district;
  const isCommissionerate = commissionerateSince !== null && commissionerateSince <= file.today;
  return {
    district: district.id,
    language,
    title: words.title(app.name, nameHi),
    sender: [offices.hq.hi, copy.owner.hi],
    number: words.number,
    date: words.date,
    sampleNotice: file.sample ? words.sampleNotice : (demonstration?.notice.hi ?? null),
    greeting: words.greeting,
    opening: words.opening(app.name, formatDayShort(file.today)),
    figures: [
      ...countFigures(entry, words),
      ...(rules === undefined ? [] : [scoreFigure(entry, words)]),
    ],
    standing: [
      boardText(entry, words),
      ...(rules === undefined ? [] : [standingText(entry, file, words)]),
    ].join(' '),
    askLead: words.askLead,
    asks: findAsks(entry, rules, words.asks),
    closing: [
      ...(links.missedCall === null ? [] : [words.missedCall(links.missedCall)]),
      ...(rules === undefined ? [] : [words.formula]),
      words.wishes,
    ],
    signature: [words.yours, '', '(……………………………………)', offices.hq.hi],
    addressee: (isCommissionerate ? words.commissioner : words.superintendent)(nameHi),
    generatedAt: file.generatedAt,
  };
}

type DistrictFigures = ProgressFile['districts'][number];

function countFigures(
  { boards, scans, scansPerLakh }: DistrictFigures,
  words: DistrictLetterWords,
) {
  return [
    {
      value: `${formatCount(boards.verified)} / ${formatCount(boards.stations)}`,
      label: words.boards,
    },
    scansPerLakh === null
      ? { value: formatCount(scans.total), label: words.scans }
      : { value: formatCount(scansPerLakh, { fractionDigits: 1 }), label: words.scansPerLakh },
  ];
}

function boardText({ boards }: DistrictFigures, words: DistrictLetterWords): string {
  const { stations, up, verified } = boards;
  return words.boardCounts({
    stations: formatCount(stations),
    up: formatCount(up),
    verified: formatCount(verified),
    unproven: formatCount(up - verified),
    left: formatCount(stations - up),
  });
}

function scoreFigure({ score }: DistrictFigures, words: DistrictLetterWords) {
  return score?.value == null
    ? { value: '–', label: words.noScore }
    : { value: score.value.toFixed(2), label: words.score };
}

function standingText(
  { score }: DistrictFigures,
  { districts }: ProgressFile,
  words: DistrictLetterWords,
): string {
  if (score?.rank == null) return words.noPlace;
  const of = districts.filter((entry) => entry.score?.rank != null).length;
  const { rank, before, like, quality } = score;
  const moved = before === null || before === rank ? null : formatCount(before);
  return [
    words.place(formatCount(of), formatCount(rank), moved),
    ...(like?.rank == null
      ? []
      : [words.alike(formatCount(like.of), formatCount(like.rank), like.median.toFixed(2))]),
    ...(quality.grade === null ? [] : [words.grade(quality.grade)]),
  ].join(' ');
}
