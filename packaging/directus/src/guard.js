/**
 * What has to happen before Directus looks at a request. It stands in front of Directus's request log and of its
 * check of the visitor's session, and leaves everything alone that does not belong to Latchkey.
 *
 * 1. Requests to `/latchkey` lose their query (mailed tokens and one-time codes stand in it, and Directus logs
 *    whole addresses) and the visitor's Directus credentials (no page of ours uses them, and Directus answers
 *    every request with a dead session cookie with an error before an endpoint is asked).
 * 2. The sign-in route of a provider, when a sign-in for Latchkey uses it, loses the same credentials for the
 *    same reason.
 * 3. A sign-in that ends at an attempt's `finish` page keeps its new session from the browser: see `capture.js`.
 * @module
 */
import { captureSession } from './capture.js';
import { MARKER_COOKIE, readCookies, withoutCookies } from './cookies.js';
import { createSeals } from './seal.js';
import { readSettings } from './settings.js';

/**
 * What the guard took off a request to `/latchkey`; only there if the guard ran.
 * @typedef {{ query: string, cookies: Map<string, string> }} Taken
 *
 * @type {WeakMap<object, Taken>}
 */
const taken = new WeakMap();

/** @param {object} req @returns {Taken | undefined} */
export const takenFrom = (req) => taken.get(req);

/**
 * The hook's entry.
 * @param {{ init: (event: string, handler: (meta: any) => void) => void }} register
 * @param {{ env: Record<string, any> }} context
 */
export function guard({ init }, { env }) {
  const settings = readSettings(env);
  if (!settings) return;
  const seals = createSeals(settings.secret);
  const credentials = [settings.sessionCookie, settings.refreshCookie];

  // Before the log, the parsing of cookies and the check of the session (api/src/app.ts).
  init('middlewares.before', ({ app }) => {
    app.use('/latchkey', (/** @type {any} */ req, /** @type {any} */ _res, /** @type {Function} */ next) => {
      const [path, query = ''] = split(req.originalUrl);
      taken.set(req, { query, cookies: new Map(readCookies(req.headers.cookie)) });
      req.url = split(req.url)[0];
      req.originalUrl = path;
      // Express 4 has parsed it already; in Express 5 it is a getter.
      Object.defineProperty(req, 'query', {
        value: {},
        configurable: true,
        enumerable: true,
        writable: true,
      });
      delete req.headers.cookie;
      delete req.headers.authorization;
      next();
    });

    app.use('/auth/login', (/** @type {any} */ req, /** @type {any} */ res, /** @type {Function} */ next) => {
      const names = readCookies(req.headers.cookie).map(([name]) => name);
      // Only on the way in: a POST to a SAML provider's `logout` needs the session.
      if (req.method === 'GET' && names.includes(MARKER_COOKIE)) {
        req.headers.cookie = withoutCookies(req.headers.cookie, [...credentials, MARKER_COOKIE]);
      }
      captureSession(res, settings, seals);
      next();
    });
  });
}

/** @param {string} url @returns {[path: string, query?: string]} */
function split(url) {
  const mark = url.indexOf('?');
  return mark < 0 ? [url] : [url.slice(0, mark), url.slice(mark + 1)];
}
