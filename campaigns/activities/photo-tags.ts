/** EXIF tags to read, on the phone before the picture is scaled and on the server: place and time, as written. */
export const photoTags = {
  gps: true,
  pick: ['DateTimeOriginal', 'GPSLatitude', 'GPSLongitude', 'GPSLatitudeRef', 'GPSLongitudeRef'],
  reviveValues: false,
};
