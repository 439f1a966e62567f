// Closed lists of the contract, without a library: the console's scripts may load them.

/** Carried by telecom operators. */
export type OperatorChannel = 'sms' | 'ivr';

/** Where the promotion by phone goes. */
export const messageChannels = ['sms', 'ivr', 'whatsapp'] as const;
export type MessageChannel = (typeof messageChannels)[number];

export const blastStatuses = [
  'draft',
  'submitted',
  'approved',
  'handed-over',
  'scheduled',
  'running',
  'paused',
  'stopped',
  'finished',
] as const;
export type BlastStatus = (typeof blastStatuses)[number];

/** The gateway in the blasts that a telecom operator sends itself. */
export const operatorGateway = 'operator';

export const pauseReasons = [
  'officer',
  'canary',
  'canary-unseen',
  'errors',
  'gateway-busy',
  'halting-code',
  'budget',
  'missed',
  'call-changed',
  'plan-changed',
  'trial',
  'restored',
] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** A round of a series: on its day it becomes a blast, or a draft where it is no longer what was approved. */
export const roundStatuses = ['waiting', 'begun', 'held', 'missed', 'skipped', 'stopped'] as const;
export type RoundStatus = (typeof roundStatuses)[number];

/** Whether a rule of the service paused it: going on overrules that rule, which its drafter may not do alone. */
export function stoppedByItself(pauseReason: PauseReason | null): boolean {
  return pauseReason !== null && pauseReason !== 'officer';
}

/** The end of a pause lies with officers who run blasts, with one who approves and did not draft it, or with its gateway. */
export function whoEnds(pauseReason: PauseReason | null): 'runs' | 'approves' | 'itself' {
  if (pauseReason === 'gateway-busy') return 'itself';
  return stoppedByItself(pauseReason) ? 'approves' : 'runs';
}

/** Texts of a trial: the usual one, and the one against it. */
export const trialTexts = ['a', 'b'] as const;
export type TrialText = (typeof trialTexts)[number];

/**
 * A recipient's way through the ledger. `skipped` was never sent: a rule of the selection left it out, or it opted out
 * or its number was deleted before its turn. `unknown` may have been sent: its answer was lost.
 */
export const recipientStatuses = [
  'planned',
  'claimed',
  'submitting',
  'unknown',
  'accepted',
  'skipped',
  'failed',
  'undelivered',
  'delivered',
] as const;
export type RecipientStatus = (typeof recipientStatuses)[number];

/** Number of recipients in each status. */
export type Figures = Record<RecipientStatus, number>;

/** Decisions of an officer on messages of which nothing can be known. */
export const unknownDecisions = ['count-as-sent', 'send-again'] as const;
export type UnknownDecision = (typeof unknownDecisions)[number];

/** How far a delivery report that came as a file is. */
export const receiptFileStates = ['reading', 'read', 'applying', 'applied', 'discarded'] as const;

/** On what ground a list may be written to; the usual one first. */
export const consentBases = ['public-duty', 'service-user', 'explicit-consent'] as const;
export type ConsentBasis = (typeof consentBases)[number];

/** Why a row of an upload is not taken. */
export const rejectReasons = [
  'malformed',
  'spreadsheet-damaged',
  'landline',
  'foreign',
  'unknown-district',
  'unknown-language',
  'unknown-station',
  'unknown-class',
  'duplicate',
  'opted-out',
] as const;
export type RejectReason = (typeof rejectReasons)[number];

/** Whom a blast leaves out of those who got one before. */

/** Why a blast leaves out a number of its list; the first that holds is the reason. */
export const skipReasons = [
  'no-opt-in',
  'do-not-disturb',
  'excluded-list',
  'already-received',
  'frequency-cap',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** By which way somebody said stop. */
export const optOutSources = [
  'call',
  'sms',
  'link',
  'missed-call',
  'whatsapp',
  'provider',
  'officer',
] as const;
export type OptOutSource = (typeof optOutSources)[number];

/** `consent` is for one use, as its channel says; `stop-ended` is by two officers. */
export const consentKinds = ['stop', 'stop-ended', 'consent'] as const;
/** Besides those of a stop: an officer's note for a whole list, and a list with a consent template of the DLT portal. */
export const consentChannels = [...optOutSources, 'list', 'dca'] as const;

/** `replace`: the file is the whole list from now on. */
export const doNotDisturbModes = ['replace', 'add'] as const;
export type DoNotDisturbMode = (typeof doNotDisturbModes)[number];

/** How a message whose answer was lost is settled. */
export const reconciles = ['callback', 'list', 'none'] as const;
export type Reconcile = (typeof reconciles)[number];

/** Whether a gateway answers. */
export const healthStates = ['up', 'down', 'unknown'] as const;
export type HealthState = (typeof healthStates)[number];

/** State of a point in the draft minutes of a meeting. */
export const pointStatuses = ['draft', 'checked', 'dropped'] as const;

/** State of an act that one officer alone does not do. */
export const heldStates = ['waiting', 'accepted', 'refused', 'withdrawn'] as const;

/** Outcomes of a recording that was handed in. */
export const takeStatuses = ['refused', 'waiting', 'mastered'] as const;
export type TakeStatus = (typeof takeStatuses)[number];

/** Pictures of a board for flex printers: many megabytes a station, so that they are made when asked for. */
export const printOrderFormats = ['tiff', 'jpeg'] as const;
export type PrintOrderFormat = (typeof printOrderFormats)[number];

export const noteFormats = ['docx', 'pdf'] as const;
export type NoteFormat = (typeof noteFormats)[number];

/** How a press note is written: for the newspaper's desk, for the file, for WhatsApp. */
export const pressFormats = ['pdf', 'docx', 'txt'] as const;

/** Steps that follow a publication, in their order. */
export const kitSteps = ['idle', 'files', 'site', 'channels', 'failed'] as const;
export type KitStep = (typeof kitSteps)[number];

/** A draft of the campaign, or the way back to an earlier version of it. */
export const draftKinds = ['edit', 'rollback'] as const;
export const draftStatuses = ['draft', 'submitted', 'published', 'discarded'] as const;
export type DraftStatus = (typeof draftStatuses)[number];

/** Why a host of printed links was not confirmed. */
export const hostFaults = [
  'no-address',
  'private-address',
  'unreachable',
  'certificate',
  'too-slow',
  'no-redirect',
  'other-target',
  'other-installation',
] as const;
export type HostFault = (typeof hostFaults)[number];

/** States of a letter by e-mail (messaging/mail/delivery/ledger-sql.ts). */
export const letterStates = [
  'queued',
  'sending',
  'sent',
  'deferred',
  'bounced',
  'refused',
  'unknown',
] as const;
export type LetterState = (typeof letterStates)[number];

/** Kinds of letters, for the console's list and filter. */
export const letterKinds = [
  'kit',
  'invitation',
  'account-notice',
  'approval',
  'returned',
  'reminder',
  'directions',
  'weekly',
  'monthly',
  'alert',
] as const;
export type LetterKind = (typeof letterKinds)[number];
/** How a purchase order is written; its other papers are PDF. */
export const orderFormats = ['pdf', 'docx', 'xlsx'] as const;
export type OrderFormat = (typeof orderFormats)[number];
/** File types of a sheet to be filled in. */
export const sheetFormats = ['xlsx', 'csv'] as const;

/** Words of a citizen on a code. */
export const codeReportKinds = ['stuck-over', 'damaged', 'elsewhere'] as const;
export type CodeReportKind = (typeof codeReportKinds)[number];
/** Characters of what an office found at a reported code, and of a remark on an inspected board. */
export const longestReason = 300;
export const longestInspectionRemark = 300;

/** States in which an officer finds a board. */
export const boardStates = ['hangs', 'damaged', 'missing'] as const;
export type BoardState = (typeof boardStates)[number];
