/** Half a second of scrypt for each repository would be most of the tests' time. */
export const FAST_KEY = { scrypt: { N: 1024, r: 8, p: 1 } };

export const PASSWORD = 'correct horse battery staple';
