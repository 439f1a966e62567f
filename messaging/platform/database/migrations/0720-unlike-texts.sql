-- A text that is unlike known notices is put to a person: a draft bears its drafter's reason, a template of WhatsApp the question.
UPDATE blast SET draft = draft || '{"unlikeReason": null}' WHERE NOT draft ? 'unlikeReason';
ALTER TABLE whatsapp_template ADD COLUMN question text CHECK (question = 'unlike');
