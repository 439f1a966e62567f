/** Processor time of this thread so far, in milliseconds: other programs on the machine do not count. */
export function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
