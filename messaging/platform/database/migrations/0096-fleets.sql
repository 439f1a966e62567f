-- Vehicles of fleet lists, each with panels and a code of its own: those that wait, and those that were made.
CREATE TABLE fleet_vehicle (
  district text NOT NULL,
  -- Registration or call sign in small letters and digits. Officers see it, the public does not.
  vehicle text NOT NULL CHECK (vehicle ~ '^[a-z0-9]{1,40}$'),
  model text NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'making', 'made', 'failed')),
  -- Until then a process works on it; after that another one may.
  claimed_until timestamptz,
  listed_by text NOT NULL,
  listed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (district, vehicle)
);
CREATE INDEX fleet_vehicle_open ON fleet_vehicle (listed_at) WHERE state IN ('waiting', 'making');
