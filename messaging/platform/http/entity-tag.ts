/** Whether `if-none-match` names the tag of what would be answered. */
export function namesTag(header: string | undefined, etag: string): boolean {
  return (
    header
      ?.split(',')
      .some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*') ?? false
  );
}
