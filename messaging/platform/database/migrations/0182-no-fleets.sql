-- All vehicles of a district carry its one code. Who had a vehicle listed, and how far its panels were, nobody reads any
-- more; the codes that vehicles were given stay in short_code and in the codes.csv of the machines.
DROP TABLE fleet_vehicle;
