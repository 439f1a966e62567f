import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { type InstallReport, signedText } from '../../../campaigns/installs/install-report.ts';

/** Secrets of keys, and whether a report was signed with one. */
export interface InstallSecrets {
  secretOf(key: string): string;
  isSigned(report: InstallReport, by: { key: string; time: number; signature: string }): boolean;
}

/**
 * The secret of a key follows from its id and the installation's own secret, so that no table and no backup holds it. A
 * key that does not exist has one too: a guess takes as long as a wrong signature.
 */
export function createInstallSecrets(installation: string): InstallSecrets {
  const secretOf = (key: string) =>
    Buffer.from(hkdfSync('sha256', installation, key, 'installs: reports of the app', 32)).toString(
      'base64url',
    );
  return {
    secretOf,
    isSigned(report, { key, time, signature }) {
      const expected = createHmac('sha256', secretOf(key))
        .update(signedText(report, { key, time }))
        .digest();
      const sent = Buffer.from(signature, 'hex');
      return sent.length === expected.length && timingSafeEqual(sent, expected);
    },
  };
}
