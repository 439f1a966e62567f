-- Lists of what was decided, by state and district; what is open has activity_open.
CREATE INDEX activity_status ON activity (status, district, entered_at);
