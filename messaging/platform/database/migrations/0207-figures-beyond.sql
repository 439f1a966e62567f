-- Why a figure goes beyond what the office has; it counts once a second officer has accepted it. Empty for all others.
ALTER TABLE direction_occurrence ADD COLUMN beyond text NOT NULL DEFAULT '';
