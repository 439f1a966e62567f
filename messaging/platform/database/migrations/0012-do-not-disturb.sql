-- Numbers that want no promotional messages, as the operators list them; bigint, as in an audience.
CREATE TABLE do_not_disturb (
  msisdn bigint PRIMARY KEY
);

-- How many numbers are on the do-not-disturb list; counting millions for every look would take seconds.
CREATE TABLE do_not_disturb_state (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  numbers bigint NOT NULL,
  changed_at timestamptz
);
INSERT INTO do_not_disturb_state (numbers) VALUES (0);

-- Where COPY puts an upload before it becomes the list. Nothing is lost with it.
CREATE UNLOGGED TABLE do_not_disturb_upload (
  upload uuid NOT NULL,
  msisdn bigint NOT NULL
);
CREATE INDEX do_not_disturb_upload_upload ON do_not_disturb_upload (upload);
