/** Bytes of a body that is read without a session: an address, a password and a link need no more. */
export const WITHOUT_SESSION = 16_384;
