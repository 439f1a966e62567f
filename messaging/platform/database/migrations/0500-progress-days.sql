-- The public figures as they were known at the end of each day. Words of people are not in them.
CREATE TABLE progress_day (
  day date PRIMARY KEY,
  figures jsonb NOT NULL
);
