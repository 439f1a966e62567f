import type { DayWindow } from '../../../campaigns/messages/legal-hours.ts';
import type { MessageCategory, MessageLanguage } from '../../../campaigns/messages/messages.ts';
import type { MessageChannel } from '../../contract/values.ts';
import type { BlastPolicy } from './policy.ts';
import type { BlastSelection } from './selection.ts';
import type { BlastState } from './state.ts';

/** The text for one language. For a call, `body` is empty: the script is the campaign's. */
export interface BlastText {
  templateId: string | null;
  header: string;
  body: string;
  segments: number;
}

export type BlastTexts = Partial<Record<MessageLanguage, BlastText>>;

/** A blast as it is drafted. */
export interface BlastDraft {
  name: string;
  channel: MessageChannel;
  category: MessageCategory;
  texts: BlastTexts;
  gateway: string;
  audienceId: number;
  districts: string[] | null;
  startsAt: Date | null;
  window: DayWindow;
  policy: BlastPolicy;
  selection: BlastSelection;
  paisePerSegment: number;
  budgetPaise: number | null;
}

/** A blast as it is kept. */
export interface Blast extends BlastDraft, BlastState {
  id: number;
  policy: BlastPolicy;
  /** District of its drafter; null for those of the whole state. */
  district: string | null;
  parentId: number | null;
  /** Null until it is approved, tried or packed; its texts have `pendingCode` then. */
  shortCode: string | null;
  /** Price of a segment now; the gateway's price may have changed since the draft. */
  pricePaise: number;
  /** Cost and number of the segments before the last change of the price. */
  costBeforePaise: number;
  segmentsBefore: number;
  remark: string | null;
  haltingCode: string | null;
  /** Since when its gateway has said nothing but "later". */
  laterSince: Date | null;
  createdAt: Date;
  submittedAt: Date | null;
  approvedAt: Date | null;
  /** When its pack was first taken for a service provider, who may be sending it by now; null for never. */
  packTakenAt: Date | null;
  plannedAt: Date | null;
  startedAt: Date | null;
  resumedAt: Date | null;
  endedAt: Date | null;
}

/** The real cost of so many segments of a blast: each at the price of its time. */
export function computeCost(
  {
    pricePaise,
    costBeforePaise,
    segmentsBefore,
  }: Pick<Blast, 'pricePaise' | 'costBeforePaise' | 'segmentsBefore'>,
  segments: number,
): number {
  return costBeforePaise + Math.max(0, segments - segmentsBefore) * pricePaise;
}

/** The text for a recipient's language, or the blast's first one. */
export function textFor(texts: BlastTexts, language: string): BlastText {
  const text = texts[language as MessageLanguage] ?? texts.hi ?? texts.en;
  if (text === undefined) throw new Error('Expected a text in `texts`, got none');
  return text;
}
