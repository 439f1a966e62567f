import type { Campaign } from '../../../campaigns/campaign.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import { languageFacts } from '../../../campaigns/language.ts';
import type { DistrictLetterWords } from '../../../campaigns/languages/service/service-words.ts';
import { serviceWordsIn } from '../../../campaigns/languages/service-words-fs.ts';
import { formatCount, formatDayShort } from '../../../campaigns/numbers.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import type { ScorePart } from '../../../campaigns/tracker/score-parts.ts';
import { computePoints } from '../../../campaigns/tracker/score-rules.ts';
import type { ScoreRules } from '../../../campaigns/tracker/score-rules-schema.ts';
import { type Paper, text } from '../../platform/documents/paper.ts';

export interface LetterInputs {
  file: ProgressFile;
  campaign: Pick<Campaign, 'links' | 'app' | 'copy' | 'languages' | 'offices' | 'score'>;
}

/**
 * The letter of headquarters to the head of a district, in the campaign's language. What only the office knows stays a line to
 * be filled in: number of the letter, name of the addressee, signature.
 */
export function districtLetter(district: District, { file, campaign }: LetterInputs): Paper {
  const { links, app, copy, languages, offices, score: rules } = campaign;
  const entry = file.districts.find((each) => each.district === district.id);
  if (entry === undefined) throw new Error(`Expected figures of ${district.id}, got none`);
  const [language] = languages;
  const { open } = languageFacts[language].begun;
  const office = offices.hq.hi === open ? '………………………' : offices.hq.hi;
  const words = serviceWordsIn(campaign).districtLetter;
  const { nameHi, commissionerateSince } = district;
  const isCommissionerate = commissionerateSince !== null && commissionerateSince <= file.today;
  const body = (said: string) => text(said, 12, { after: 9 });
  const signature = (said: string) => text(said, 12, { align: 'right', after: 2 });
  const addressee = isCommissionerate ? words.commissioner : words.superintendent;
  const asks = findAsks(entry, rules, words.asks);
  // How the counts of boards belong together; place and score, where the campaign gives one.
  const standing = [
    boardText(entry, words),
    ...(rules === undefined ? [] : [standingText(entry, file, words)]),
  ].join(' ');
  return {
    office,
    title: words.title(app.name, nameHi),
    language,
    createdAt: new Date(file.generatedAt),
    blocks: [
      text(office, 14, { bold: true, align: 'center', ink: 'navy' }),
      text(copy.owner.hi, 11, { align: 'center' }),
      { kind: 'rule' },
      { kind: 'pair', texts: [words.number, words.date] },
      body(words.greeting),
      body(words.opening(app.name, formatDayShort(file.today))),
      {
        kind: 'figures',
        figures: [
          ...countFigures(entry, words),
          ...(rules === undefined ? [] : [scoreFigure(entry, words)]),
        ],
      },
      body(standing),
      body(words.askLead),
      ...asks.map((ask, at) => body(`(${at + 1}) ${ask}`)),
      ...(links.missedCall === null ? [] : [body(words.missedCall(links.missedCall))]),
      ...(rules === undefined ? [] : [body(words.formula)]),
      body(words.wishes),
      { kind: 'space', points: 10 },
      signature(words.yours),
      { kind: 'space', points: 34 },
      signature('(……………………………………)'),
      signature(office),
      { kind: 'space', points: 10 },
      ...addressee(nameHi).map((line) => text(line, 12, { bold: true, after: 1 })),
    ],
  };
}

type DistrictFigures = ProgressFile['districts'][number];

function countFigures(
  { boards, scans, visitorsPerLakh }: DistrictFigures,
  words: DistrictLetterWords,
) {
  return [
    {
      value: `${formatCount(boards.verified)} / ${formatCount(boards.stations)}`,
      label: words.boards,
    },
    visitorsPerLakh === null
      ? { value: formatCount(scans.total), label: words.scans }
      : {
          value: formatCount(visitorsPerLakh, { fractionDigits: 1 }),
          label: words.visitorsPerLakh,
        },
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
  if (score?.band == null) return words.noPlace;
  const of = districts.filter((entry) => entry.score?.band != null).length;
  const { band, like, quality } = score;
  return [
    words.place[band](formatCount(of)),
    ...(like === null ? [] : [words.alike(formatCount(like.of), like.median.toFixed(2))]),
    ...(quality.grade === null ? [] : [words.grade(quality.grade)]),
  ].join(' ');
}

type Words = DistrictLetterWords['asks'];

/** The request where a part of the score lacks points; null where the district has done it all. */
const askFor: Record<ScorePart, (figures: DistrictFigures, words: Words) => string | null> = {
  boards({ boards }, words) {
    const left = boards.stations - boards.up;
    if (left > 0) return words.boards(formatCount(left));
    const unproven = boards.up - boards.verified;
    if (unproven > 0) return words.proof(formatCount(unproven));
    const { pictured } = boards.levels;
    return pictured === 0 ? null : words.live(formatCount(pictured));
  },
  scansPerLakh: (_, { scans }) => scans,
  scansPerStation: (_, { scans }) => scans,
  freshness: ({ score }, words) =>
    score?.quality.ageDays == null ? words.start : words.update(formatCount(score.quality.ageDays)),
  directions: (_, { directions }) => directions,
  // Citizens use the app; no one act of the district brings this.
  services: () => null,
};

/** The two asks that would bring the district most points. */
function findAsks(figures: DistrictFigures, rules: ScoreRules | undefined, words: Words): string[] {
  const lacking =
    rules === undefined || figures.score === null
      ? [askFor.boards(figures, words), askFor.freshness(figures, words)]
      : computePoints(rules, figures.score.shares)
          .map(({ part, points, of }) => ({ part, missing: of - points }))
          .filter(({ missing }) => missing >= 0.01)
          .sort((a, b) => b.missing - a.missing)
          .map(({ part }) => askFor[part](figures, words));
  const asks = [...lacking, ...words.keep].filter((ask) => ask !== null);
  return [...new Set(asks)].slice(0, 2);
}
