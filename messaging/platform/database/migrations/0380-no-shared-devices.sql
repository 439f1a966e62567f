-- That two accounts signed in on one device is noted no longer, and raises no alert.
DROP TABLE shared_device;
DELETE FROM alert WHERE kind = 'one-device';
