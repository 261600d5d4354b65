/**
 * The companion's own cookies. Each attempt has its own path, and with it its own cookies: two tabs never mix,
 * and no other request carries them.
 * @module
 */

/** The sealed request of an attempt. */
export const REQUEST_COOKIE = 'latchkey_request';
/** The sealed session that the sign-in of an attempt gave. */
export const SESSION_COOKIE = 'latchkey_session';
/** Says to `guard.js` that the sign-in route of a provider is being used for Latchkey. Holds no secret. */
export const MARKER_COOKIE = 'latchkey_sign_in';

/**
 * @param {string | undefined} header
 * @returns {[name: string, value: string][]}
 */
export function readCookies(header) {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs
    .filter((pair) => pair.includes('='))
    .map((pair) => {
      const end = pair.indexOf('=');
      return [pair.slice(0, end), pair.slice(end + 1)];
    });
}

/**
 * The header without the cookies of these names.
 * @param {string | undefined} header
 * @param {string[]} names
 */
export function withoutCookies(header, names) {
  const left = readCookies(header).filter(([name]) => !names.includes(name));
  return left.map(([name, value]) => `${name}=${value}`).join('; ');
}

/**
 * A `Set-Cookie` line. `Lax`, because every one of them comes back on a navigation that the identity provider
 * began. Zero seconds take the cookie away.
 * @param {import('./settings.js').Settings} settings
 * @param {string} path
 * @param {string} name
 * @param {string} value
 * @param {number} seconds
 */
export function cookieLine(settings, path, name, value, seconds) {
  const secure = settings.secure ? '; Secure' : '';
  return `${name}=${value}; Max-Age=${seconds}; Path=${path}; HttpOnly; SameSite=Lax${secure}`;
}
