/** No path that a person writes is as long; a key in base64, whose head got lost, is. */
const LONGEST_PATH = 255;

/** Whether `identity` is a key's text (or what is left of it), and not a path: then it is a secret. */
export function isKeyText(identity: string): boolean {
  return (
    identity.includes('-----BEGIN') ||
    /[\r\n]/.test(identity.trim()) ||
    /^(ssh|ecdsa|sk)-\S+ AAAA/.test(identity) ||
    identity.length > LONGEST_PATH
  );
}

/**
 * Whether `identity` can only be meant as a path. Anything else may be a key that lost its first line, was put into
 * base64, or a passphrase in the wrong place: so it is never shown, in a message or otherwise.
 */
export function isCertainlyPath(identity: string): boolean {
  return /^(~|\.{1,2})?\/[^\r\n]*$/.test(identity);
}
