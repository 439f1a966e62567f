import { lookup } from 'node:dns/promises';
import { request } from 'node:https';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { HostFault } from '../../contract/values.ts';
import { challengeHeader } from '../../scanning/scans/challenge.ts';

/** A host's answer to a phone that scanned a code. */
export type HostAnswer =
  | { kind: 'fault'; fault: HostFault; found: string }
  | { kind: 'answer'; status: number; location: string | undefined; proof: string | undefined };

export interface AskOptions {
  /** A private address is asked only where the service has one too. */
  allowPrivate: boolean;
  limitMs?: number;
  /** For a test: another port than 443, and the certificate that is trusted there. */
  port?: number;
  ca?: string;
}

/** Android as it scans, so that the answer is the store. */
const userAgent = 'Mozilla/5.0 (Linux; Android 14) up-cop-outreach host check';
const usualLimitMs = 8000;
const mostHeadBytes = 16 * 1024;

/**
 * Asks a host for a path over https and reads only the head of its answer. The name is looked up once and that very
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
    const call = request(
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
        ca,
      },
      (response) => {
        const proof = response.headers[challengeHeader];
        resolve({
          kind: 'answer',
          status: response.statusCode ?? 0,
          location: response.headers.location,
          proof: typeof proof === 'string' ? proof : undefined,
        });
        call.destroy();
      },
    );
    call.on('error', (error: NodeJS.ErrnoException) => {
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
    call.end();
  });
}

function isOfCertificate({ code = '', message }: NodeJS.ErrnoException): boolean {
  return /CERT|TLS|SSL|ALTNAME|SELF_SIGNED|VERIFY/.test(code) || /certificate/i.test(message);
}

const globalUnicast = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/**
 * Whether an address is nobody's on the internet, by IANA's registries of special-purpose addresses. Of IPv6 only what is
 * given out at all (2000::/3) counts as somebody's, so that a range that is set apart later is closed already.
 */
export function isPrivateAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return true;
  // An IPv4 address that is mapped into IPv6 is looked up among those of IPv4.
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return true;
  return address instanceof ipaddr.IPv6 && !address.match(globalUnicast);
}
