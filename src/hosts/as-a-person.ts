/**
 * Shell, before a user's own command: what that starts must not keep the locale, the time zone and the file modes that our
 * own commands are run with (Host).
 */
export const AS_A_PERSON = 'unset LC_ALL TZ; umask 022';
