import { hashPassword, verifyPassword } from 'better-auth/crypto';

/** Hashes passwords. Tests that sign in hundreds of times pass a cheap one in. */
export interface PasswordHashing {
  hash(password: string): Promise<string>;
  verify(given: { hash: string; password: string }): Promise<boolean>;
}

/** scrypt with N = 16384 and r = 16, 16 MB and some 60 ms of a processor each time. */
export const scryptHashing: PasswordHashing = { hash: hashPassword, verify: verifyPassword };
