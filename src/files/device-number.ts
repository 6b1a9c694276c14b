/** Linux' encoding of a device's major and minor number in st_rdev (glibc's makedev). */
export function deviceNumber(major: bigint, minor: bigint): bigint {
  return ((major & ~0xfffn) << 32n) | ((major & 0xfffn) << 8n) | ((minor & ~0xffn) << 12n) | (minor & 0xffn);
}
