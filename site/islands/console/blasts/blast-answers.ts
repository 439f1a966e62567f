import type { MessageCategory } from '../../../../campaigns/messages/messages.ts';
import type { Bilingual } from '../answers.ts';
import type { Channel, RecipientState } from '../phone/phone-answers.ts';

// What the service answers about blasts and lists, as far as the console reads it.

export const blastLanguages = ['hi', 'en'] as const;
export type BlastLanguage = (typeof blastLanguages)[number];
export type ByLanguage<T> = Partial<Record<BlastLanguage, T>>;

export type BlastStatus =
  | 'draft'
  | 'submitted'
  | 'approved'
  | 'scheduled'
  | 'running'
  | 'paused'
  | 'stopped'
  | 'finished';
export type PauseReason = 'officer' | 'canary' | 'errors' | 'halting-code' | 'budget';

export type Figures = Record<RecipientState, number>;

export type BlastText = {
  templateId: string | null;
  header: string;
  body: string;
  segments: number;
};

export type Blast = {
  id: number;
  name: string;
  channel: Channel;
  category: MessageCategory;
  status: BlastStatus;
  revision: number;
  drafterId: string;
  district: string | null;
  parentId: number | null;
  texts: ByLanguage<BlastText>;
  gateway: string;
  audienceId: number;
  districts: string[] | null;
  startsAt: string | null;
  window: { fromMinute: number; toMinute: number };
  policy: { canarySize: number; canaryDeliveredShare: number; errorShare: number };
  canaryPassed: boolean;
  pauseReason: PauseReason | null;
  haltingCode: string | null;
  paisePerSegment: number;
  budgetPaise: number | null;
  shortCode: string;
  remark: string | null;
  createdAt: string;
  submittedAt: string | null;
  approvedAt: string | null;
  /** When a service provider first got it to send; null for never. */
  packTakenAt: string | null;
  plannedAt: string | null;
  startedAt: string | null;
  endedAt: string | null;
};

export type BlastEntry = {
  blast: Blast;
  figures: Figures;
  costSoFarPaise: number;
  link: { scans: number; visitors: number };
};

export type Estimate = { recipients: number; segments: number; paise: number };

export type CodeCount = { status: RecipientState; code: string; recipients: number };
export type MinuteFigures = { minute: string; sent: number; settled: number; failed: number };

export type BlastDetail = {
  blast: Blast;
  drafterName: string;
  approverName: string | null;
  audienceName: string;
  /** Its list is sample data: numbers that nobody has. */
  sample: boolean;
  parentId: number | null;
  childIds: number[];
  /** Null once the recipients stand in the ledger. */
  estimate: Estimate | null;
  problems: Bilingual[];
  figures: { all: Figures; canary: Figures; byCode: CodeCount[]; segmentsWaiting: number };
  costSoFarPaise: number;
  minutes: MinuteFigures[];
  link: { scans: number; visitors: number };
  installs: number | null;
  installsUntil: string | null;
  etaMinutes: number | null;
  byDistrict: { district: string | null; figures: Figures }[];
};

export const consentBases = ['public-duty', 'service-user', 'explicit-consent'] as const;
export type ConsentBasis = (typeof consentBases)[number];

export type Audience = {
  id: number;
  name: string;
  consentBasis: ConsentBasis;
  source: string;
  retainUntil: string;
  district: string | null;
  createdAt: string;
  readyAt: string | null;
  rowsRead: number;
  members: number;
  dnd: number;
  rejects: Record<string, number>;
  sample: boolean;
};
export type Segment = { district: string | null; language: string; members: number };
export type AudienceDetail = { audience: Audience; segments: Segment[] };
