-- Where COPY puts an upload before it says who has which number. Nothing is lost with it.
CREATE UNLOGGED TABLE number_operator_upload (
  upload uuid NOT NULL,
  prefix bigint NOT NULL,
  operator text NOT NULL
);
CREATE INDEX number_operator_upload_upload ON number_operator_upload (upload);
