import { degree, isIrreducible, POLYNOMIAL_DEGREE } from '../../chunker/polynomial.ts';
import { decoding, FormatFault, shown } from './fault.ts';
import { asId, asUint } from './fields.ts';
import { parseObject } from './parse-json.ts';

/** What the file `config` holds, once opened. It is never compressed. */
export interface Config {
  readonly version: 1 | 2;
  /** The repository's: 64 hex digits. */
  readonly id: string;
  /** Irreducible, of degree 53. */
  readonly chunkerPolynomial: bigint;
}

const HEX_NUMBER = /^[0-9a-f]{1,16}$/;

/** `{"version":2,"id":"…","chunker_polynomial":"2bd7b45530738b"}` */
export function encodeConfig(config: Config): Buffer {
  const polynomial = config.chunkerPolynomial.toString(16);
  return Buffer.from(
    `{"version":${config.version},"id":"${config.id}","chunker_polynomial":"${polynomial}"}`,
  );
}

/** @throws HoldfastError repository-damaged; repository-unsupported for an unknown version or polynomial. */
export function decodeConfig(json: Uint8Array, what = 'the config'): Config {
  return decoding(what, () => {
    const { version, id, chunker_polynomial: polynomial } = parseObject(json);
    return {
      version: asVersion(version),
      id: asId(id, 'id'),
      chunkerPolynomial: asPolynomial(polynomial),
    };
  });
}

function asVersion(value: unknown): 1 | 2 {
  const version = asUint(value, 'version');
  if (version === 1 || version === 2) return version;
  throw new FormatFault(`its version is ${version}`, '1 or 2', 'repository-unsupported');
}

function asPolynomial(value: unknown): bigint {
  if (typeof value !== 'string' || !HEX_NUMBER.test(value)) {
    throw new FormatFault(`chunker_polynomial is ${shown(value)}`, 'up to 16 hex digits');
  }
  const polynomial = BigInt(`0x${value}`);
  if (degree(polynomial) !== POLYNOMIAL_DEGREE) {
    const expected = `one of degree ${POLYNOMIAL_DEGREE}`;
    throw new FormatFault(`chunker_polynomial is "${value}"`, expected, 'repository-unsupported');
  }
  if (!isIrreducible(polynomial)) {
    throw new FormatFault(`chunker_polynomial is "${value}"`, 'an irreducible one');
  }
  return polynomial;
}
