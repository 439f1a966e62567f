-- The editor of pictures that the file named, if any: one of a short list, never what else the phone wrote.
ALTER TABLE activity_photo ADD COLUMN editor text;
