/**
 * How the companion answers: the headers that every answer carries, and the kinds of answers there are.
 * @module
 */

/** Longest form that is read; a code with everything around it takes about 1,500 bytes. */
const LONGEST_FORM = 8192;
const FORM_MILLISECONDS = 10_000;

/** @param {any} res */
function protect(res) {
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Pragma', 'no-cache');
  res.setHeader('Referrer-Policy', 'no-referrer');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('X-Frame-Options', 'DENY');
  res.setHeader('X-Robots-Tag', 'noindex');
}

/**
 * @param {any} res
 * @param {number} status
 * @param {object} body
 */
export function sendJson(res, status, body) {
  protect(res);
  res.status(status).json(body);
}

/**
 * @param {any} res
 * @param {number} status
 * @param {import('./pages.js').Page} page
 */
export function sendPage(res, status, { html, policy }) {
  protect(res);
  // In place of Directus's own, whose `form-action 'self'` would stop the way from the consent page to the program.
  res.setHeader('Content-Security-Policy', policy);
  res.status(status).type('html').send(html);
}

/**
 * 303, so that a form's POST becomes a GET without its body.
 * @param {any} res
 * @param {string} url
 */
export function sendRedirect(res, url) {
  protect(res);
  res.statusCode = 303;
  res.setHeader('Location', url);
  // Directus's request log prints the headers of answers when LOG_STYLE is raw, and a code may stand in this one.
  const getHeaders = res.getHeaders.bind(res);
  res.getHeaders = () => ({ ...getHeaders(), location: undefined });
  res.end();
}

/**
 * @param {any} res
 * @param {string[]} lines
 */
export function addCookies(res, lines) {
  res.setHeader('set-cookie', [res.getHeader('set-cookie') ?? [], lines].flat());
}

/**
 * The body of a form. Directus parses JSON only, so the stream is still unread.
 * @param {any} req
 * @returns {Promise<string | null>} `null` for another content type, or when it is too long or too slow.
 */
export function readForm(req) {
  const type = String(req.headers['content-type'] ?? '')
    .split(';', 1)[0]
    .trim()
    .toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return Promise.resolve(null);
  if (Number(req.headers['content-length'] ?? 0) > LONGEST_FORM) return Promise.resolve(null);
  return new Promise((resolve) => {
    /** @type {Buffer[]} */
    const parts = [];
    let length = 0;
    const done = (/** @type {string | null} */ text) => {
      clearTimeout(timer);
      req.removeListener('data', take);
      resolve(text);
    };
    const take = (/** @type {Buffer} */ part) => {
      length += part.length;
      if (length > LONGEST_FORM) done(null);
      else parts.push(part);
    };
    const timer = setTimeout(done, FORM_MILLISECONDS, null);
    req.on('data', take);
    req.on('end', () => done(Buffer.concat(parts).toString('utf8')));
    req.on('error', () => done(null));
    req.on('close', () => done(null));
  });
}
