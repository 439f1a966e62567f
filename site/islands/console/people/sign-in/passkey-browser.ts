import { ServiceError } from '../../ui/service.ts';
import { accountWordsIn } from '../accounts/account-words.ts';

/** Passkeys need https or localhost, and a name instead of figures in the address. */
export function canUsePasskeys(): boolean {
  return (
    window.isSecureContext &&
    'PublicKeyCredential' in window &&
    !/^[\d.]+$|^\[/.test(location.hostname)
  );
}

/** The device did not finish; its browser says why in its own language, if at all. */
export const unfinished = new ServiceError({
  error: 'passkey-refused',
  hi: accountWordsIn('hi').passkeys.refused,
  en: accountWordsIn('en').passkeys.refused,
});

/** Has the device make a key; its answer goes to the service. */
export async function makeKey(options: object): Promise<{ id: string }> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  return startRegistration({
    optionsJSON: options as Parameters<typeof startRegistration>[0]['optionsJSON'],
  });
}

/** Has the device sign with its key. */
export async function signWithKey(options: object): Promise<{ id: string }> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  return startAuthentication({
    optionsJSON: options as Parameters<typeof startAuthentication>[0]['optionsJSON'],
  });
}
