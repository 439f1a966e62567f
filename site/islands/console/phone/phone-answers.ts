import type {
  CallScript,
  MessageLanguage,
  Template,
} from '../../../../campaigns/messages/messages.ts';
import type { Bilingual } from '../answers.ts';

// What the service answers about promotion by phone, as far as these views read it.

export type Channel = 'sms' | 'ivr';

export type Finding = {
  rule: string;
  severity: 'error' | 'warning';
  message: Bilingual;
  /** Place in the text in UTF-16 units, where there is one. */
  at?: number;
};

/** A text as it is sent, measured and checked. */
export type CheckedText = {
  template: Template;
  preview: string;
  measure: { encoding: 'GSM-7' | 'UCS-2'; units: number; segments: number; unitsLeft: number };
  oneMore: { segments: number; share: number };
  findings: Finding[];
};

export type TextsAnswer = {
  principalEntityId: string | null;
  registered: boolean;
  call: Record<MessageLanguage, CallScript>;
  templates: CheckedText[];
};

export type GatewayAnswer = {
  name: string;
  channels: Channel[];
  paisePerSegment: number;
  ratePerSecond: number | null;
  reconcile: 'callback' | 'list' | 'none';
  health: {
    state: 'up' | 'down' | 'unknown';
    /** Null until something is known of it. */
    checkedAt: string | null;
    latencyMs: number | null;
    code: string | null;
  };
  lastHour: { sent: number; failed: number; unknown: number };
};

/** `today` is the service's own day, by which lists are kept and blasts begin. */
export type GatewaysAnswer = {
  emulatorOnly: boolean;
  today: string;
  gateways: GatewayAnswer[];
};

/** What is kept of one number, masked. */
export type NumberAnswer = {
  number: string;
  messages: {
    blastId: number;
    blast: string;
    channel: Channel;
    status: RecipientState;
    submittedAt: string | null;
    changedAt: string;
    errorCode: string | null;
    providerId: string | null;
  }[];
  lists: { audienceId: number; name: string }[];
  optedOutAt: string | null;
  optedOutSource: OptOutSource | null;
  /** On the do-not-disturb list. */
  dnd: boolean;
  sample: boolean;
};

export type RecipientState =
  | 'planned'
  | 'claimed'
  | 'submitting'
  | 'unknown'
  | 'accepted'
  | 'skipped'
  | 'failed'
  | 'undelivered'
  | 'delivered';

export type OptOutSource = 'call' | 'sms' | 'provider' | 'officer';
export type OptOutsAnswer = {
  total: number;
  entries: { number: string; source: OptOutSource; at: string; sample: boolean }[];
};

export type DoNotDisturbAnswer = { numbers: number; changedAt: string | null };
export type DoNotDisturbStored = {
  numbers: number;
  rejected: number;
  /** The first hundred. */
  rejects: { row: number; reason: string }[];
};

/** Messages and calls that providers reported. */
export type DeliverySum = Record<Channel, { sent: number; delivered: number }>;
/** The sum of one provider, day or district. */
export type KeyedSum = DeliverySum & { key: string };

export type DeliveriesAnswer = {
  /** Whether anything of it is sample data. */
  sample: boolean;
  total: DeliverySum;
  byOperator: (KeyedSum & { recordedAt: string })[];
  /** The latest first. */
  byDay: KeyedSum[];
  byDistrict: KeyedSum[];
};

/** As far as a pack for a provider needs it. */
export type BlastEntry = { blast: { id: number; name: string; channel: Channel; status: string } };
