const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether a host name, as `URL` gives it, is this machine. */
export function isLoopback(hostname: string): boolean {
  return loopback.has(hostname);
}

/** @throws unless an address begins with https, or is on this machine */
export function expectHttps(variable: string, address: string): void {
  const { protocol, hostname } = new URL(address);
  if (protocol === 'https:' || isLoopback(hostname)) return;
  throw new Error(
    `Expected \`${variable}\` to begin with https://, got http:// to another machine`,
  );
}
