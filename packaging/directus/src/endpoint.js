/**
 * The routes below `/latchkey` and the tools they share.
 * @module
 */
import { sendJson } from './answer.js';
import { authorize } from './authorize.js';
import { BRIDGES, bridge } from './bridge.js';
import { readBranding } from './branding.js';
import { consent, finish } from './finish.js';
import { takenFrom } from './guard.js';
import { createProviders } from './providers.js';
import { createLimit } from './rate-limit.js';
import { createSeals } from './seal.js';
import { createSessions } from './sessions.js';
import { readSettings } from './settings.js';
import { token } from './token.js';

/** The version of the protocol; a client refuses one that it does not know. */
const PROTOCOL = 1;

/**
 * @typedef {object} Tools
 * @property {import('./settings.js').Settings} settings
 * @property {import('./seal.js').Seals} seals
 * @property {import('./sessions.js').Sessions} sessions
 * @property {ReturnType<typeof createProviders>} providers
 * @property {() => Promise<import('./branding.js').Branding>} branding
 * @property {(req: object) => import('./guard.js').Taken} taken
 * @property {any} logger
 */

/** @type {{ id: string, handler: (router: any, context: any) => void }} */
export const endpoint = {
  id: 'latchkey',
  handler(router, context) {
    const { env, logger } = context;
    const settings = readSettings(env);
    if (!settings) {
      const message = 'PUBLIC_URL must be the absolute http(s) address of this server. Latchkey is off.';
      logger.error(`[latchkey] ${message}`);
      return router.use((/** @type {any} */ _req, /** @type {any} */ res) => unavailable(res, message));
    }

    /** @type {Tools} */
    const tools = {
      settings,
      seals: createSeals(settings.secret),
      sessions: createSessions(context),
      providers: createProviders(env),
      branding: () => readBranding(context),
      taken: (req) => takenFrom(req) ?? { query: '', cookies: new Map() },
      logger,
    };
    const limits = Object.fromEntries(
      ['authorize', 'finish', 'token'].map((name) => [name, createLimit(settings.perMinute)]),
    );
    const limited = (/** @type {string} */ name, /** @type {Handler} */ handle) =>
      guarded(limits[name], handle, logger);

    router.use((/** @type {any} */ req, /** @type {any} */ res, /** @type {Function} */ next) => {
      // The guard joins when Directus starts. Switched on in a running Directus, only half of the companion is there.
      if (takenFrom(req)) next();
      else unavailable(res, 'Restart Directus to finish the installation of directus-extension-latchkey.');
    });
    router.get('/', (/** @type {any} */ _req, /** @type {any} */ res) => {
      sendJson(res, 200, { data: capabilities(settings) });
    });
    router.get('/authorize', limited('authorize', authorize(tools)));
    router.get('/finish/:attempt', limited('finish', finish(tools)));
    router.post('/finish/:attempt', limited('finish', consent(tools)));
    router.post('/token', limited('token', token(tools)));
    for (const kind of /** @type {(keyof typeof BRIDGES)[]} */ (Object.keys(BRIDGES))) {
      router.get(
        `/${kind}`,
        guarded(() => 0, bridge(tools, kind), logger),
      );
    }
  },
};

/** @param {import('./settings.js').Settings} settings */
const capabilities = ({ issuer }) => ({
  name: 'latchkey',
  version: PROTOCOL,
  issuer,
  code_challenge_methods: ['S256'],
  reset_password: `${issuer}/reset-password`,
  accept_invite: `${issuer}/accept-invite`,
});

/**
 * A handler behind its limit. A failure is reported by its code alone: Directus would log and, to administrators,
 * show the whole error, and those of databases quote the query with the session in it.
 * @typedef {(req: any, res: any) => Promise<void>} Handler
 * @param {(address: string) => number} limit
 * @param {Handler} handle
 * @param {any} logger
 */
const guarded = (limit, handle, logger) => async (/** @type {any} */ req, /** @type {any} */ res) => {
  const wait = limit(String(req.accountability?.ip ?? req.ip));
  if (wait > 0) {
    res.setHeader('Retry-After', String(wait));
    return sendFailure(res, 429, 'REQUESTS_EXCEEDED', `Too many requests, retry after ${wait}s.`);
  }
  try {
    await handle(req, res);
  } catch (/** @type {any} */ error) {
    logger.error(`[latchkey] ${req.method} ${req.path} failed: ${error?.code ?? error?.name ?? 'unknown'}`);
    if (res.headersSent) res.end();
    else sendFailure(res, 500, 'INTERNAL_SERVER_ERROR', 'An unexpected error occurred.');
  }
};

/**
 * Readers of both kinds find their own shape: Directus's, and that of RFC 6749.
 * @param {any} res
 * @param {number} status
 * @param {string} code
 * @param {string} message
 */
function sendFailure(res, status, code, message) {
  const errors = [{ message, extensions: { code } }];
  const error = status === 500 ? 'server_error' : 'temporarily_unavailable';
  sendJson(res, status, { errors, error, error_description: message });
}

/**
 * @param {any} res
 * @param {string} message
 */
const unavailable = (res, message) => sendFailure(res, 503, 'SERVICE_UNAVAILABLE', `Latchkey: ${message}`);
