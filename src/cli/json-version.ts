/**
 * Version of what `--json` prints, all commands together (docs/reference/json.md): members are added without another number; it
 * goes up where one goes, or means something else. `holdfast version --json` says it.
 */
export const JSON_VERSION = 1;
