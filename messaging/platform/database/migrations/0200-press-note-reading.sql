-- A note with a typed word is read by a second officer, who answers four questions before it goes out.
ALTER TABLE press_note ADD COLUMN reading jsonb;
-- `checked` and `overrules` are of the time when a note without a finding needed nobody else: such notes are drafts again.
UPDATE press_note SET status = 'draft', cleared_by = NULL WHERE status = 'checked';
