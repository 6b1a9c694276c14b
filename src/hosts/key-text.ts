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
