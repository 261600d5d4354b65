/**
 * `GET /latchkey/authorize`: checks the request, remembers it in the browser and sends the browser to Directus's
 * own sign-in route.
 *
 * Whatever is wrong is told here and not by a redirect to the program: an address that nobody has checked is
 * nothing to send a browser to.
 * @module
 */
import { addCookies, sendJson, sendPage, sendRedirect } from './answer.js';
import { Refused, finishPath, newAttempt, readRequest, signInPath, signInUrl } from './attempt.js';
import { MARKER_COOKIE, REQUEST_COOKIE, cookieLine } from './cookies.js';
import { messagePage } from './pages.js';
import { ATTEMPT_SECONDS } from './settings.js';

/** @param {import('./endpoint.js').Tools} tools */
export const authorize = (tools) => async (/** @type {any} */ req, /** @type {any} */ res) => {
  const { settings, seals, providers, branding, taken } = tools;
  try {
    const request = readRequest(taken(req).query);
    const provider = await providers(request.provider, req);
    if (!provider) {
      const message =
        'This server offers no single sign-on provider of that name. It may not be set up, or the licence of ' +
        'this Directus may not include single sign-on.';
      throw new Refused(message, { code: 'invalid_provider', status: 404 });
    }

    const attempt = newAttempt();
    const { otp: _otp, prompt: _prompt, ...kept } = request;
    const sealed = seals.close('request', attempt, { ...kept, label: provider.label }, ATTEMPT_SECONDS);
    addCookies(res, [
      cookieLine(settings, finishPath(settings, attempt), REQUEST_COOKIE, sealed, ATTEMPT_SECONDS),
      cookieLine(settings, signInPath(settings, request.provider), MARKER_COOKIE, '1', ATTEMPT_SECONDS),
    ]);
    sendRedirect(res, signInUrl(settings, request, attempt));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (String(req.headers.accept ?? '').includes('text/html')) {
      const sentence = `${error.message} Return to Latchkey and try again.`;
      sendPage(res, error.status, messagePage(await branding(), 'This sign-in cannot start', sentence));
    } else {
      const code = error.status === 404 ? 'ROUTE_NOT_FOUND' : 'INVALID_PAYLOAD';
      const errors = [{ message: error.message, extensions: { code, reason: error.code } }];
      sendJson(res, error.status, { errors });
    }
  }
};
