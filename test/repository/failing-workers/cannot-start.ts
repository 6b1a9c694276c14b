// @ts-expect-error: it is meant to fail
import './no-such-module.ts';
