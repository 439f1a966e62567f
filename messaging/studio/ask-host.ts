import { lookup } from 'node:dns/promises';
import { request } from 'node:https';
import { BlockList, isIP } from 'node:net';
import type { HostFault } from '../contract/values.ts';
import { challengeHeader } from '../scans/challenge.ts';

/** What a host answered to a phone that scanned a code. */
export type HostAnswer =
  | { kind: 'fault'; fault: HostFault; found: string }
  | { kind: 'answer'; status: number; location: string | undefined; proof: string | undefined };

export interface AskOptions {
  /** Of the service itself: a private address is asked only where the service has one too. */
  allowPrivate: boolean;
  limitMs?: number;
  /** Between two questions of one officer. */
  pauseMs?: number;
  /** For a test: another port than 443, and the certificate that is trusted there. */
  port?: number;
  ca?: string;
}

/** Android as it scans, so that the answer is the store. */
const userAgent = 'Mozilla/5.0 (Linux; Android 14) UP-COP-outreach host check';
const usualLimitMs = 8000;
const mostHeadBytes = 16 * 1024;

/** Addresses that are nobody's on the internet: RFC 6890 and its updates. */
const privateAddresses = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  privateAddresses.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  privateAddresses.addSubnet(net, bits, 'ipv6');

export function isPrivateAddress(address: string): boolean {
  // An IPv4 address that is mapped into IPv6 is looked up among those of IPv4.
  const version = isIP(address);
  return version === 0 || privateAddresses.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/**
 * Asks a host for a path over https and reads no more than the head of its answer. The name is looked up once and that very
 * address is asked, so that it cannot become another one in between; a redirect is not followed.
 */
export async function askHost(
  host: string,
  path: string,
  { allowPrivate, limitMs = usualLimitMs, port = 443, ca }: AskOptions,
): Promise<HostAnswer> {
  const signal = AbortSignal.timeout(limitMs);
  const addresses = await Promise.race([
    lookup(host, { all: true }).catch(() => []),
    new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null))),
  ]);
  if (addresses === null) return { kind: 'fault', fault: 'too-slow', found: `DNS, ${limitMs} ms` };
  const [address] = addresses;
  if (address === undefined) return { kind: 'fault', fault: 'no-address', found: host };
  const closed = addresses.find((each) => isPrivateAddress(each.address));
  if (closed !== undefined && !allowPrivate)
    return { kind: 'fault', fault: 'private-address', found: closed.address };
  return new Promise((resolve) => {
    const asked = request(
      {
        host: address.address,
        family: address.family,
        port,
        path,
        method: 'GET',
        agent: false,
        maxHeaderSize: mostHeadBytes,
        headers: { host, 'user-agent': userAgent, accept: 'text/html' },
        signal,
        ...(isIP(host) === 0 ? { servername: host } : {}),
        ...(ca === undefined ? {} : { ca }),
      },
      (response) => {
        const proof = response.headers[challengeHeader];
        resolve({
          kind: 'answer',
          status: response.statusCode ?? 0,
          location: response.headers.location,
          proof: typeof proof === 'string' ? proof : undefined,
        });
        asked.destroy();
      },
    );
    asked.on('error', (error: NodeJS.ErrnoException) => {
      const fault = signal.aborted
        ? 'too-slow'
        : isOfCertificate(error)
          ? 'certificate'
          : 'unreachable';
      resolve({
        kind: 'fault',
        fault,
        found: signal.aborted ? `${limitMs} ms` : (error.code ?? error.message),
      });
    });
    asked.end();
  });
}

function isOfCertificate({ code = '', message }: NodeJS.ErrnoException): boolean {
  return /CERT|TLS|SSL|ALTNAME|SELF_SIGNED|VERIFY/.test(code) || /certificate/i.test(message);
}
