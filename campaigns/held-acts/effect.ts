import type { Bilingual } from '../bilingual.ts';

/** A figure, words of the house in both languages, or words that somebody typed. */
export type Shown = number | Bilingual | string | null;
/** Something that an act changes. */
export interface Change {
  what: Bilingual;
  before: Shown;
  after: Shown;
  /** Address of a recording that a second officer hears before accepting it. */
  sound?: string | undefined;
  /** Shown beside the rest; it follows from other figures and from the day. */
  aside?: true | undefined;
}
/** Why one officer alone does not do it. */
export type Finding = Bilingual & {
  /** The rule; the same in each judgement. */
  code: string;
  /** It is about how far a change goes, which the change itself says. */
  size?: true | undefined;
  /** Its maker need not say why. */
  noReason?: true | undefined;
  /** Typed words that it is about. */
  found?: string | undefined;
};
/** Changes that others see. An act waits for a second officer where there is a finding. */
export interface Effect {
  changes: Change[];
  findings: Finding[];
}

/** Joins the judgements of one act. */
export function joinEffects(effects: readonly (Effect | undefined)[]): Effect {
  const judged = effects.filter((effect) => effect !== undefined);
  return {
    changes: judged.flatMap(({ changes }) => changes),
    findings: judged.flatMap(({ findings }) => findings),
  };
}

/** Whether somebody has to say why it is done. */
export function wantsReason({ findings }: Effect): boolean {
  return findings.some(({ noReason }) => !noReason);
}

/** An effect without typed words: the audit log is kept for good, and not what a second officer refuses. */
export function withoutWords({ changes, findings }: Effect): Effect {
  const figure = (value: Shown) => (typeof value === 'string' ? null : value);
  return {
    changes: changes.map(({ before, after, ...change }) => ({
      ...change,
      before: figure(before),
      after: figure(after),
    })),
    findings: findings.map(({ found: _, ...finding }) => finding),
  };
}

/** Share by which a figure may move on until the second officer decides. */
const mostDrift = 0.05;

/** Whether an act does more now than its maker saw: another rule asks for a second officer, or a figure moves further. */
export function isGraver(now: Effect, seen: Effect): boolean {
  const codes = new Set(seen.findings.map(({ code }) => code));
  if (now.findings.some(({ code, size }) => !size && !codes.has(code))) return true;
  const moves = new Map(seen.changes.map((change) => [change.what.en, moveOf(change)]));
  return now.changes.some((change) => {
    const move = moveOf(change);
    return move > (moves.get(change.what.en) ?? 0) * (1 + mostDrift);
  });
}

function moveOf({ before, after, aside }: Change): number {
  return aside ? 0 : Math.abs(toFigure(after) - toFigure(before));
}

/** Words move by nothing. */
const toFigure = (value: Shown) => (typeof value === 'number' ? value : 0);
