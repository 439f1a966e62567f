const iccProfileTag = 34675;
const undefinedType = 7;
const entryBytes = 12;

/**
 * Adds a colour profile to a little-endian TIFF without touching its pixels: the profile and a new directory that
 * names it go to the end of the file (TIFF 6.0, section 2; tag 34675 of ICC.1, annex B).
 * @throws when the file is not a classic little-endian TIFF
 */
export function embedInTiff(tiff: Buffer, profile: Uint8Array): Buffer {
  if (tiff.toString('latin1', 0, 2) !== 'II' || tiff.readUInt16LE(2) !== 42) {
    throw new Error(
      'Expected a classic little-endian TIFF to embed a profile in, got another file',
    );
  }
  const directory = tiff.readUInt32LE(4);
  const count = tiff.readUInt16LE(directory);
  const entries = Array.from({ length: count }, (_, index) => {
    const at = directory + 2 + index * entryBytes;
    return tiff.subarray(at, at + entryBytes);
  }).filter((entry) => entry.readUInt16LE(0) !== iccProfileTag);
  const padding = tiff.length % 2;
  const profileAt = tiff.length + padding;
  const profileEntry = Buffer.alloc(entryBytes);
  profileEntry.writeUInt16LE(iccProfileTag, 0);
  profileEntry.writeUInt16LE(undefinedType, 2);
  profileEntry.writeUInt32LE(profile.length, 4);
  profileEntry.writeUInt32LE(profileAt, 8);
  const sorted = [...entries, profileEntry].sort((a, b) => a.readUInt16LE(0) - b.readUInt16LE(0));
  const head = Buffer.alloc(2);
  head.writeUInt16LE(sorted.length);
  const profilePadding = profile.length % 2;
  const out = Buffer.concat([
    tiff,
    Buffer.alloc(padding),
    profile,
    Buffer.alloc(profilePadding),
    head,
    ...sorted,
    Buffer.alloc(4),
  ]);
  out.writeUInt32LE(profileAt + profile.length + profilePadding, 4);
  return out;
}
