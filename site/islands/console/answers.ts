import type { Activity } from '../../../campaigns/activities/activity.ts';
import type { Proof } from '../../../campaigns/activities/proof.ts';
import type { Role } from '../../../campaigns/offices/role.ts';
import type { ReadingChange } from '../../../campaigns/tracker/reading-changes.ts';

// What the service answers, as far as the console reads it.

export type Bilingual = { hi: string; en: string };

/** The officer who is signed in. */
export type Me = { id: string; name: string; role: Role; area: string | null; office: Bilingual };

export type SignInStep = 'signed-in' | 'second-factor' | 'set-up-second-factor';

export type Enrolment = { totpUri: string; backupCodes: string[] };

export type Invitation = {
  kind: 'new-account' | 'new-password';
  email: string;
  office: Bilingual;
  expiresAt: string;
};

export type OneTimeLink = { link: string; expiresAt: string };

export type Person = {
  id: string;
  name: string;
  email: string;
  role: Role;
  area: string | null;
  office: Bilingual;
  twoFactorEnabled: boolean;
  deactivatedAt: string | null;
  createdAt: string;
};

export type ActivityAnswer = { activity: Activity };
export type PhotoAnswer = {
  activity: Activity;
  proof: Extract<Proof, { kind: 'proved' | 'open' }>;
};

/** An activity with what was read in its picture. */
export type ActivityDetail = {
  activity: Activity;
  photo: { codes: string[]; takenAt: string | null } | null;
};

/** Where a list is wrong, and how. */
export type RowFault = { row: number; column: string; expected: Bilingual; found: string };

export type BulkAnswer = {
  entered: number[];
  rejects: RowFault[];
  rejectsCsv: string | null;
};

export type ReportPreview = {
  kind: string;
  month: string;
  rows: number;
  changes: ReadingChange[];
  totalBefore: number | null;
  totalAfter: number | null;
};

export type StoredReport = {
  id: number;
  name: string;
  kind: string;
  month: string;
  way: string;
  readBy: string;
  readAt: string;
  withdrawnAt: string | null;
};

export type ReportAnswer =
  | { kind: 'stored'; id: number; preview: ReportPreview }
  | { kind: 'preview'; preview: ReportPreview }
  | { kind: 'known'; report: StoredReport };

export type AuditEntry = {
  id: number;
  at: string;
  actorRole: string;
  actorName: string;
  action: string;
  subject: string;
  district: string | null;
  before: unknown;
  after: unknown;
};

export type AuditVerdict =
  | { kind: 'whole'; head: { id: number; hash: string } }
  | { kind: 'broken'; fault: { kind: 'missing' | 'changed' | 'cut-off'; id: number } };
