/**
 * What the companion takes from Directus's configuration. Reads names and checks them; decides nothing.
 * @module
 */

/** Seconds that an attempt may take, from `authorize` to the answer on the consent page. */
export const ATTEMPT_SECONDS = 30 * 60;
/** Seconds that the consent page may stay unanswered. */
export const CONSENT_SECONDS = 10 * 60;
/** Seconds that a code is good for (RFC 6749 §4.1.2 recommends at most ten minutes). */
export const CODE_SECONDS = 60;

/**
 * @typedef {object} Settings
 * @property {string} publicUrl `PUBLIC_URL` without a slash at its end.
 * @property {string} issuer What the companion calls itself: `PUBLIC_URL/latchkey` (RFC 9207).
 * @property {string} path The path of the issuer, as browsers see it; `req.baseUrl` lacks a sub-path that a proxy strips.
 * @property {string} publicPath The path of `PUBLIC_URL`, empty for none.
 * @property {boolean} secure Whether browsers reach the server by https.
 * @property {string} sessionCookie
 * @property {string} refreshCookie
 * @property {string | undefined} secret
 * @property {number} perMinute Requests a minute from one address to one kind of page.
 */

/**
 * @param {Record<string, any>} env
 * @returns {Settings | null} `null` when `PUBLIC_URL` is not an absolute http(s) address; nothing can work then.
 */
export function readSettings(env) {
  const url = absolute(env.PUBLIC_URL);
  if (!url) return null;
  const publicPath = url.pathname.replace(/\/+$/, '');
  const publicUrl = url.origin + publicPath;

  return {
    publicUrl,
    issuer: `${publicUrl}/latchkey`,
    path: `${publicPath}/latchkey`,
    publicPath,
    secure: url.protocol === 'https:',
    sessionCookie: String(env.SESSION_COOKIE_NAME || 'directus_session_token'),
    refreshCookie: String(env.REFRESH_TOKEN_COOKIE_NAME || 'directus_refresh_token'),
    secret: env.SECRET ? String(env.SECRET) : undefined,
    perMinute: whole(env.LATCHKEY_REQUESTS_PER_MINUTE) ?? 60,
  };
}

/** @param {unknown} text */
function absolute(text) {
  if (typeof text !== 'string' || !URL.canParse(text)) return null;
  const url = new URL(text);
  // A cookie's Path ends at a semicolon, and a header at a line break: WHATWG encodes all but the first.
  const plain = !url.search && !url.hash && !url.username && !url.pathname.includes(';');
  return /^https?:$/.test(url.protocol) && plain ? url : null;
}

/** @param {unknown} value */
function whole(value) {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
