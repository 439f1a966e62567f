/** What is read of a picture's EXIF, on the phone before it is scaled and on the server: place and moment, as they are written. */
export const photoTags = {
  gps: true,
  pick: ['DateTimeOriginal', 'GPSLatitude', 'GPSLongitude', 'GPSLatitudeRef', 'GPSLongitudeRef'],
  reviveValues: false,
};
