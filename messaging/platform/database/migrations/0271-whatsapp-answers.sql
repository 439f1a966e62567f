-- Ids of the messages that were answered in these 24 hours: a webhook comes twice, and two machines answer each other without end.
ALTER TABLE whatsapp_window ADD answered text[] NOT NULL DEFAULT '{}';
