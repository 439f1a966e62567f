import { choosesBlasts, usualChoices } from '../../../../../campaigns/messages/draft-fields.ts';
import { unasked } from '../../../../../campaigns/messages/legal-hours.ts';
import { preferenceClasses } from '../../../../../campaigns/messages/preference-classes.ts';
import { skipReasons } from '../../../../../messaging/contract/values.ts';
import type {
  Audience,
  Segment,
} from '../../../../../messaging/phone/audiences/audiences-schemas.ts';
import type { Blast, BlastDetail } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';
import type { BlastSelection } from '../../../../../messaging/phone/blasts/draft-schemas.ts';
import type { Fact } from '../../ui/parts.tsx';
import type { blastWordsIn } from './blast-words.ts';
import { type Choices, sayFields } from './say-fields.ts';

type Words = ReturnType<typeof blastWordsIn>;

/** The drafter set another cap than the usual one; the approver is told. */
export function isCapChanged({ selection }: Pick<Blast, 'selection'>): boolean {
  const isOther = (name: 'capMessages' | 'capDays') => selection[name] !== usualChoices[name];
  return isOther('capMessages') || isOther('capDays');
}

/** The cap of a blast, or the usual one. */
export function describeCap(
  { capMessages, capDays }: Pick<BlastSelection, 'capMessages' | 'capDays'>,
  words: Words,
): string {
  return capMessages === null ? words.leaveOut.noCap : words.leaveOut.capOf(capMessages, capDays);
}

/** The other rules by which a blast leaves numbers out: terms and their values. */
export function describeLeftOut(
  blast: Choices & Pick<Blast, 'category' | 'channel'>,
  { words, language }: { words: Words; language: 'hi' | 'en' },
): Fact[] {
  const { selection, category, channel } = blast;
  const classes = selection.dndClasses.map(
    (index) => preferenceClasses[index]?.[language] ?? String(index),
  );
  const [received = '', earlier = ''] =
    sayFields(blast, { row: 'cap', at: 'fact' }, language)[0] ?? [];
  return [
    [
      received,
      choosesBlasts(selection)
        ? words.leaveOut.receivedBlasts(selection.skipBlastIds.join(', '))
        : earlier,
    ],
    ...sayFields(blast, { row: 'list', at: 'fact' }, language),
    // The list of the operators says nothing of WhatsApp.
    channel !== 'whatsapp' && unasked(category) && [words.leaveOut.classes, classes.join('; ')],
  ];
}

/** A rule by which rows or numbers are left out, and how many. */
export interface LeftOut {
  rule: string;
  count: number;
}

/** From the rows of a file to those who get it: each figure is the one before less what was left out. */
interface ListCounts {
  rows: number;
  rejected: LeftOut[];
  taken: number;
  left: LeftOut[];
  sent: number;
}

interface Counted {
  audience: Pick<Audience, 'rowsRead' | 'members' | 'rejects'>;
  segments: readonly Segment[];
  districts: readonly string[] | null;
  /** It goes to one language only, or by whom an earlier blast reached. */
  isNarrowed: boolean;
  estimate: NonNullable<BlastDetail['estimate']>;
}

export function listCounts(counted: Counted): ListCounts {
  const { audience, segments, districts, isNarrowed, estimate } = counted;
  const { rowsRead, members, rejects } = audience;
  const rejected = Object.entries(rejects).map(([rule, count]) => ({ rule, count }));
  const here =
    districts === null
      ? members
      : sum(segments.filter(({ district }) => district !== null && districts.includes(district)));
  const skipped = skipReasons.map((rule) => ({ rule, count: estimate.skipped[rule] ?? 0 }));
  const isCounted = ({ count }: LeftOut) => count > 0;
  const known = skipped.reduce((all, { count }) => all + count, estimate.recipients);
  return {
    rows: rowsRead,
    rejected: [
      ...rejected,
      // Numbers that were deleted since.
      { rule: 'deleted', count: rowsRead - members - total(rejected) },
    ].filter(isCounted),
    taken: members,
    left: [
      { rule: 'outside', count: members - here },
      // Nothing more is kept of those who said stop.
      { rule: isNarrowed ? 'outside-group' : 'opted-out', count: here - known },
      ...skipped,
    ].filter(isCounted),
    sent: estimate.recipients,
  };
}

function total(parts: readonly LeftOut[]): number {
  return parts.reduce((all, { count }) => all + count, 0);
}

function sum(segments: readonly Segment[]): number {
  return segments.reduce((all, { members }) => all + members, 0);
}
