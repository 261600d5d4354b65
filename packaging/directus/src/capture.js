/**
 * Keeps a new session from the browser. At the end of a sign-in Directus answers with a redirect and its session
 * cookie, which would replace the session of the Data Studio in that browser. When the redirect leads to an
 * attempt's `finish` page, the session goes there instead: sealed, in a cookie that only this page gets.
 *
 * So the Data Studio's session is never touched, whatever happened to it meanwhile, and two attempts in one
 * browser cannot take each other's sign-in. A redirect elsewhere (a Data Studio sign-in, the detour of
 * `enforce_tfa`) is left as it is.
 * @module
 */
import { attemptOf, finishPath } from './attempt.js';
import { SESSION_COOKIE, cookieLine, readCookies } from './cookies.js';
import { CONSENT_SECONDS } from './settings.js';

/**
 * @param {any} res
 * @param {import('./settings.js').Settings} settings
 * @param {import('./seal.js').Seals} seals
 */
export function captureSession(res, settings, seals) {
  const writeHead = res.writeHead;
  res.writeHead = (/** @type {any[]} */ ...args) => {
    res.writeHead = writeHead;
    const attempt = attemptOf(settings, String(res.getHeader('location') ?? ''));
    if (attempt) replaceCookies(res, settings, seals, attempt);
    return writeHead.apply(res, args);
  };
}

/**
 * @param {any} res
 * @param {import('./settings.js').Settings} settings
 * @param {import('./seal.js').Seals} seals
 * @param {string} attempt
 */
function replaceCookies(res, settings, seals, attempt) {
  const lines = [res.getHeader('set-cookie') ?? []].flat().map(String);
  const kept = [];
  let session = null;
  for (const line of lines) {
    const [[name, value] = ['', '']] = readCookies(line.split(';', 1)[0]);
    if (name === settings.sessionCookie) session = sessionOf(value) ?? session;
    else if (name === settings.refreshCookie) session = value || session;
    else kept.push(line);
  }
  if (session) {
    const sealed = seals.close('session', attempt, { session }, CONSENT_SECONDS);
    kept.push(cookieLine(settings, finishPath(settings, attempt), SESSION_COOKIE, sealed, CONSENT_SECONDS));
  }
  res.removeHeader('set-cookie');
  if (kept.length > 0) res.setHeader('set-cookie', kept);
}

/**
 * The session inside the token that Directus made a moment ago, in this very process: nothing to verify.
 * @param {string} token
 */
function sessionOf(token) {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims.session === 'string' ? claims.session : null;
  } catch {
    return null;
  }
}
