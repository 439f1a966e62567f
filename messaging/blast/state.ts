import type { Role } from '../../campaigns/offices/role.ts';

export const blastStatuses = [
  'draft',
  'submitted',
  'approved',
  'scheduled',
  'running',
  'paused',
  'stopped',
  'finished',
] as const;
export type BlastStatus = (typeof blastStatuses)[number];

/** Who does something; the service itself plans, starts, finishes and pauses on its own rules. */
export type Actor = { id: string; role: Role } | 'service';

export const pauseReasons = ['officer', 'canary', 'errors', 'halting-code', 'budget'] as const;
export type PauseReason = (typeof pauseReasons)[number];

export type Deed =
  | { kind: 'edit' }
  | { kind: 'submit' }
  | { kind: 'withdraw' }
  | { kind: 'reject'; remark: string }
  /** `revision` is what the approver saw: an edit in between makes it void. */
  | { kind: 'approve'; revision: number }
  | { kind: 'plan' }
  | { kind: 'start' }
  | { kind: 'pause'; reason: PauseReason }
  | { kind: 'resume' }
  | { kind: 'stop' }
  | { kind: 'finish' };

/** The part of a blast that the rules read and change. */
export interface BlastState {
  status: BlastStatus;
  /** Grows with every edit. */
  revision: number;
  drafterId: string;
  approverId: string | null;
  pauseReason: PauseReason | null;
  canaryPassed: boolean;
}

export type Refusal =
  | 'wrong-status'
  | 'wrong-role'
  | 'own-draft'
  | 'not-drafter'
  | 'edited-since'
  | 'no-remark';
export type Decision = { kind: 'moved'; blast: BlastState } | { kind: 'refused'; refusal: Refusal };

interface Rule {
  from: readonly BlastStatus[];
  to: BlastStatus;
  by: readonly Role[] | 'drafter' | 'service';
}

/** HQ Technical Services approves and may stop anything; the PRO to DGP runs what was approved. */
const operators: readonly Role[] = ['hq', 'pro-dgp'];
const rules: Record<Deed['kind'], Rule> = {
  edit: { from: ['draft'], to: 'draft', by: 'drafter' },
  submit: { from: ['draft'], to: 'submitted', by: 'drafter' },
  withdraw: { from: ['submitted'], to: 'draft', by: 'drafter' },
  reject: { from: ['submitted'], to: 'draft', by: ['hq'] },
  approve: { from: ['submitted'], to: 'approved', by: ['hq'] },
  plan: { from: ['approved'], to: 'scheduled', by: 'service' },
  start: { from: ['scheduled'], to: 'running', by: 'service' },
  pause: { from: ['scheduled', 'running'], to: 'paused', by: operators },
  resume: { from: ['paused'], to: 'running', by: operators },
  stop: { from: ['approved', 'scheduled', 'running', 'paused'], to: 'stopped', by: operators },
  finish: { from: ['running'], to: 'finished', by: 'service' },
};

/** What a deed makes of a blast, or why it is refused. The only place where a status changes. */
export function decide(blast: BlastState, deed: Deed, actor: Actor): Decision {
  const rule = rules[deed.kind];
  const refusal = refusalOf(blast, deed, actor, rule);
  if (refusal !== null) return { kind: 'refused', refusal };
  const next: BlastState = { ...blast, status: rule.to };
  if (deed.kind === 'edit') next.revision += 1;
  if (deed.kind === 'approve' && actor !== 'service') next.approverId = actor.id;
  if (deed.kind === 'pause') next.pauseReason = deed.reason;
  if (deed.kind === 'resume') {
    // Going on after a canary that failed is the officer's word that it may pass.
    if (blast.pauseReason === 'canary') next.canaryPassed = true;
    next.pauseReason = null;
  }
  return { kind: 'moved', blast: next };
}

function refusalOf(blast: BlastState, deed: Deed, actor: Actor, rule: Rule): Refusal | null {
  if (!rule.from.includes(blast.status)) return 'wrong-status';
  if (actor === 'service') {
    const own = rule.by === 'service' || (deed.kind === 'pause' && deed.reason !== 'officer');
    return own ? null : 'wrong-role';
  }
  if (rule.by === 'service') return 'wrong-role';
  if (rule.by === 'drafter') return actor.id === blast.drafterId ? null : 'not-drafter';
  if (!rule.by.includes(actor.role)) return 'wrong-role';
  if (deed.kind === 'pause' && deed.reason !== 'officer') return 'wrong-role';
  if (deed.kind === 'approve') {
    if (actor.id === blast.drafterId) return 'own-draft';
    if (deed.revision !== blast.revision) return 'edited-since';
  }
  if (deed.kind === 'reject' && deed.remark.trim() === '') return 'no-remark';
  return null;
}
