import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, in 43 characters that fit in a cookie and in an address. */
export const newToken = () => randomBytes(32).toString('base64url');

/** What is kept of a token: whoever reads the database cannot use it. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest();
