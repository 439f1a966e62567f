/** EXIF tags to read, on the phone before the picture is scaled and on the server: place, time and program, as written. */
export const photoTags = {
  gps: true,
  pick: [
    'DateTimeOriginal',
    'GPSLatitude',
    'GPSLongitude',
    'GPSLatitudeRef',
    'GPSLongitudeRef',
    'Software',
  ],
  reviveValues: false,
};

/** Programs that put pictures together. A phone's own camera names itself in the same tag and is not listed. */
const editors = [
  'Photoshop',
  'Lightroom',
  'GIMP',
  'Snapseed',
  'PicsArt',
  'Canva',
  'Pixelmator',
  'Affinity Photo',
  'Paint.NET',
  'Photopea',
  'PhotoScape',
  'Corel',
] as const;

/** The editor of pictures that the tag `Software` names; null for any other program. */
export function findEditor(software: unknown): string | null {
  const written = String(software ?? '').toLowerCase();
  return editors.find((editor) => written.includes(editor.toLowerCase())) ?? null;
}
