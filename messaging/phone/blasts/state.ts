import { mayFinish } from '../../../campaigns/offices/actor.ts';
import { type Action, rolesFor } from '../../../campaigns/offices/permission.ts';
import type { Role } from '../../../campaigns/offices/role.ts';
import {
  type BlastStatus,
  operatorGateway,
  type PauseReason,
  stoppedByItself,
  type TrialText,
} from '../../contract/values.ts';
import type { SecondPersonBar } from '../../people/accounts/second-person-schemas.ts';
import type { Blast } from './blast.ts';
import type { Ceiling } from './draft-schemas.ts';

/** An officer, or the service itself, which plans, starts, finishes and pauses on its own rules. */
export type Actor =
  | { id: string; role: Role; standsInFor?: { id: string; name: string } }
  | 'service';

export type BlastCommand =
  /** `revision` is what the drafter had before them; absent for who overwrites whatever is there. */
  | { kind: 'edit'; revision?: number }
  | { kind: 'submit' }
  | { kind: 'withdraw' }
  | { kind: 'reject'; remark: string }
  /** `revision` is what the approver saw: an edit in between makes it void. */
  | {
      kind: 'approve';
      revision: number;
      seen?: { recipients: number; paise: number };
      night?: string;
    }
  | { kind: 'plan' }
  | { kind: 'start' }
  | { kind: 'pause'; reason: PauseReason }
  /** `seen` is the pause that its page showed, where going on approves something. */
  | { kind: 'resume'; seen?: string }
  /** The canary was seen on a phone, where no receipts come. */
  | { kind: 'confirm-canary' }
  /** Sends one text of a trial to the rest. */
  | { kind: 'decide-trial'; text: TrialText }
  /** A new ceiling of the cost of what was approved. */
  | ({ kind: 'budget' } & Ceiling)
  | { kind: 'stop' }
  | { kind: 'finish' };

/** The part of a blast that the rules read and change. */
export interface BlastState
  extends Pick<
    Blast,
    | 'status'
    | 'revision'
    | 'drafterId'
    | 'approverId'
    | 'pauseReason'
    | 'canaryPassed'
    | 'trialChoice'
    | 'gateway'
    | 'plannedAt'
    | 'startedAt'
  > {
  policy: { readonly canarySize: number };
}

export type CommandRefusal =
  | 'wrong-status'
  | 'wrong-role'
  | SecondPersonBar
  | 'not-drafter'
  | 'edited-since'
  | 'no-remark'
  | 'retried-already'
  | 'call-changed'
  | 'pause-changed'
  | 'canary-unseen'
  | 'trial-undecided'
  | 'stopped-by-itself';
export type Decision =
  | { kind: 'moved'; blast: BlastState }
  | { kind: 'refused'; refusal: CommandRefusal };

interface Rule {
  from: readonly BlastStatus[];
  /** `same`: the status stays. */
  to: BlastStatus | 'same';
  by: readonly Role[] | 'drafter' | 'service';
  /** The only reason of a pause that it ends. */
  after?: PauseReason;
}

/** The permission that an officer needs for a command of a blast. */
export const permissionFor = {
  submit: 'blast.draft',
  withdraw: 'blast.draft',
  reject: 'blast.approve',
  approve: 'blast.approve',
  pause: 'blast.run',
  resume: 'blast.run',
  stop: 'blast.run',
  'confirm-canary': 'blast.approve',
  'decide-trial': 'blast.approve',
  budget: 'blast.approve',
} as const satisfies Partial<Record<BlastCommand['kind'], Action>>;

const rolesOf = (kind: keyof typeof permissionFor) => rolesFor(permissionFor[kind]);

/** HQ Technical Services approves and may stop anything; the PRO to DGP runs what was approved. */
const rules: Record<BlastCommand['kind'], Rule> = {
  edit: { from: ['draft'], to: 'draft', by: 'drafter' },
  submit: { from: ['draft'], to: 'submitted', by: 'drafter' },
  withdraw: { from: ['submitted'], to: 'draft', by: 'drafter' },
  reject: { from: ['submitted'], to: 'draft', by: rolesOf('reject') },
  approve: { from: ['submitted'], to: 'approved', by: rolesOf('approve') },
  plan: { from: ['approved'], to: 'scheduled', by: 'service' },
  start: { from: ['scheduled'], to: 'running', by: 'service' },
  pause: { from: ['scheduled', 'running'], to: 'paused', by: rolesOf('pause') },
  resume: { from: ['paused'], to: 'running', by: rolesOf('resume') },
  stop: {
    from: ['approved', 'handed-over', 'scheduled', 'running', 'paused'],
    to: 'stopped',
    by: rolesOf('stop'),
  },
  'confirm-canary': {
    from: ['paused'],
    to: 'running',
    by: rolesOf('confirm-canary'),
    after: 'canary-unseen',
  },
  'decide-trial': { from: ['paused'], to: 'running', by: rolesOf('decide-trial'), after: 'trial' },
  budget: {
    from: ['approved', 'scheduled', 'running', 'paused'],
    to: 'same',
    by: rolesOf('budget'),
  },
  finish: { from: ['running'], to: 'finished', by: 'service' },
};

/** Reasons for which a blast that has not begun waited; the others come from what was sent, or from its time. */
const keepsTime: readonly (PauseReason | null)[] = [
  'officer',
  'restored',
  'call-changed',
  'plan-changed',
  'halting-code',
];

/** Commands that need a second person. */
const secondOfficerOnly: readonly BlastCommand['kind'][] = [
  'approve',
  'confirm-canary',
  'decide-trial',
  'budget',
];

/**
 * Applies a command to a blast, or says why it is refused. The only place where a status changes.
 * @param bar what stands between the actor and the drafter, as `judgeSecondPerson` says
 */
export function decide(
  blast: BlastState,
  command: BlastCommand,
  actor: Actor,
  bar: SecondPersonBar | null,
): Decision {
  const refusal = findRefusal(blast, command, actor, bar);
  if (refusal !== null) return { kind: 'refused', refusal };
  const rule = rules[command.kind];
  const next: BlastState = { ...blast, status: rule.to === 'same' ? blast.status : rule.to };
  if (command.kind === 'edit') next.revision += 1;
  if (command.kind === 'approve') {
    if (actor !== 'service') next.approverId = actor.id;
    // Nothing of it leaves this house: the operator gets its pack.
    if (blast.gateway === operatorGateway) next.status = 'handed-over';
  }
  if (command.kind === 'plan') next.canaryPassed = blast.policy.canarySize === 0;
  if (command.kind === 'pause') next.pauseReason = command.reason;
  if (command.kind === 'resume') {
    // Going on after a canary that failed is the second officer's word that it may pass.
    if (blast.pauseReason === 'canary') next.canaryPassed = true;
    // What has not begun goes at the time that was approved: a pause moves nothing to another one.
    if (keepsTime.includes(blast.pauseReason) && blast.startedAt === null)
      next.status = blast.plannedAt === null ? 'approved' : 'scheduled';
  }
  if (command.kind === 'confirm-canary') next.canaryPassed = true;
  if (command.kind === 'decide-trial') next.trialChoice = command.text;
  if (rule.to === 'running') next.pauseReason = null;
  return { kind: 'moved', blast: next };
}

function findRefusal(
  blast: BlastState,
  command: BlastCommand,
  actor: Actor,
  bar: SecondPersonBar | null,
): CommandRefusal | null {
  const rule = rules[command.kind];
  if (!rule.from.includes(blast.status)) return 'wrong-status';
  if (actor === 'service') {
    const isOurs =
      rule.by === 'service' ||
      (command.kind === 'pause' && command.reason !== 'officer') ||
      // Its gateway has answered again; nothing that an officer has to judge.
      (command.kind === 'resume' && blast.pauseReason === 'gateway-busy');
    return isOurs ? null : 'wrong-role';
  }
  if (rule.by === 'service') return 'wrong-role';
  const seen = 'revision' in command ? command.revision : undefined;
  const isStale = seen !== undefined && seen !== blast.revision;
  if (rule.by === 'drafter') {
    if (!mayFinish(actor, blast.drafterId)) return 'not-drafter';
    return isStale ? 'edited-since' : null;
  }
  if (!rule.by.includes(actor.role)) return 'wrong-role';
  if (command.kind === 'pause' && command.reason !== 'officer') return 'wrong-role';
  if (secondOfficerOnly.includes(command.kind) && bar !== null) return bar;
  if (isStale) return 'edited-since';
  const { pauseReason } = blast;
  if (rule.after !== undefined && rule.after !== pauseReason) return 'wrong-status';
  if (command.kind === 'resume' && stoppedByItself(pauseReason)) {
    if (pauseReason === 'trial') return 'trial-undecided';
    if (pauseReason === 'canary-unseen') return 'canary-unseen';
    if (!rolesOf('approve').includes(actor.role)) return 'stopped-by-itself';
    if (bar !== null) return bar;
  }
  if (command.kind === 'reject' && command.remark.trim() === '') return 'no-remark';
  return null;
}
