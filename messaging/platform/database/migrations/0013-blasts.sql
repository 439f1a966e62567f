-- A blast: one text, or one call, to a list. Its status changes by the rules of messaging/blasts/state.ts alone.
CREATE TABLE blast (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  channel text NOT NULL CHECK (channel IN ('sms', 'ivr')),
  status text NOT NULL DEFAULT 'draft',
  revision integer NOT NULL DEFAULT 1,
  drafter_id text NOT NULL,
  district text,
  approver_id text,
  remark text,
  pause_reason text,
  canary_passed boolean NOT NULL DEFAULT false,
  category text NOT NULL,
  -- What is sent, by language: { hi: { templateId, header, body, segments }, en: … }.
  texts jsonb NOT NULL,
  gateway text NOT NULL,
  audience_id integer NOT NULL REFERENCES audience,
  -- Only these districts of the audience; null for all.
  districts text[],
  -- A retry takes the failed ones of this blast instead of its audience.
  parent_id integer REFERENCES blast,
  starts_at timestamptz,
  from_minute smallint NOT NULL,
  to_minute smallint NOT NULL,
  policy jsonb NOT NULL,
  paise_per_segment integer NOT NULL CHECK (paise_per_segment >= 0),
  budget_paise bigint CHECK (budget_paise > 0),
  -- What a segment costs now where that is not what the draft says, and what was sent before it changed.
  price_paise integer CHECK (price_paise >= 0),
  cost_before_paise bigint NOT NULL DEFAULT 0,
  segments_before bigint NOT NULL DEFAULT 0,
  short_code text NOT NULL,
  halting_code text,
  created_at timestamptz NOT NULL DEFAULT now(),
  submitted_at timestamptz,
  approved_at timestamptz,
  -- When its pack was first taken for a service provider, who may be sending it by now.
  pack_taken_at timestamptz,
  planned_at timestamptz,
  started_at timestamptz,
  resumed_at timestamptz,
  ended_at timestamptz,
  -- Since when its ledger holds no number any more: its list's retention was over.
  numbers_deleted_at timestamptz,
  CHECK (approver_id IS NULL OR approver_id <> drafter_id)
);
