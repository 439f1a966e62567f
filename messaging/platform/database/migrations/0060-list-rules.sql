-- The file that a list was read from, so that a row that was not taken can be named with it; and lists whose numbers
-- no blast goes to, whatever list it is sent to.
ALTER TABLE audience ADD COLUMN file_name text NOT NULL DEFAULT '';
ALTER TABLE audience ADD COLUMN excluding boolean NOT NULL DEFAULT false;

-- Which preference classes of campaigns/messages/preference-classes.ts a number is blocked for: bit 0 is all of them.
-- The lists of before had no classes and meant all.
ALTER TABLE do_not_disturb ADD COLUMN classes smallint NOT NULL DEFAULT 1;
ALTER TABLE do_not_disturb_upload ADD COLUMN classes smallint NOT NULL DEFAULT 1;

-- Whom a blast leaves out: { capMessages, capDays, skipReceived, skipBlastIds, dndClasses } of messaging/blasts/selection.ts.
ALTER TABLE blast ADD COLUMN selection jsonb NOT NULL DEFAULT
  '{"capMessages": 1, "capDays": 7, "skipReceived": "nobody", "skipBlastIds": [], "dndClasses": [0, 1, 2, 3, 4, 5, 6, 7, 8]}';
