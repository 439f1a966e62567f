-- How far one frequency stands out of a picture's even areas, as in a photographed screen; unknown of earlier pictures.
ALTER TABLE activity_photo ADD COLUMN dot_pattern real;
