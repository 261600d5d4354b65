/**
 * A small real SAML identity provider: the `samlify` that Directus itself brings, signed assertions, and a plain page
 * whose form posts the answer to Directus from another site.
 * @module
 */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @param {{ directus: string, url: string, name: string, role: string }} options
 */
export async function startSamlIdp({ directus, url, name, role }) {
  const samlify = createRequire(join(directus, 'node_modules/@directus/api/package.json'))('samlify');
  samlify.setSchemaValidator({ validate: async () => 'skipped' });
  const { key, certificate } = keyPair();
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const here = `http://127.0.0.1:${/** @type {any} */ (server.address()).port}`;
  const acs = `${url}/auth/login/${name}/acs`;

  const idp = samlify.IdentityProvider({
    entityID: `${here}/metadata`,
    privateKey: key,
    signingCert: certificate,
    requestSignatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    nameIDFormat: ['urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'],
    singleSignOnService: [
      { Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', Location: `${here}/sso` },
    ],
    loginResponseTemplate: {
      context: samlify.SamlLib.defaultLoginResponseTemplate.context,
      attributes: ['email', 'given', 'family'].map((attribute) => ({
        name: attribute,
        valueTag: attribute,
        nameFormat: 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic',
        valueXsiType: 'xs:string',
      })),
    },
  });
  const sp = samlify.ServiceProvider({
    entityID: `${url}/metadata`,
    wantAssertionsSigned: true,
    assertionConsumerService: [{ Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST', Location: acs }],
  });

  server.on('request', async (req, res) => {
    const asked = new URL(req.url ?? '/', here);
    if (asked.pathname !== '/sso') return res.writeHead(404).end();
    const query = Object.fromEntries(asked.searchParams);
    const { extract } = await idp.parseLoginRequest(sp, 'redirect', { query });
    const email = 'noor@example.com';
    const { context } = await idp.createLoginResponse(
      sp,
      { extract },
      'post',
      { email },
      (/** @type {string} */ template) => {
        const now = new Date().toISOString();
        const later = new Date(Date.now() + 300_000).toISOString();
        const id = `_${randomUUID()}`;
        const values = {
          ID: id,
          AssertionID: `_${randomUUID()}`,
          Destination: acs,
          Audience: `${url}/metadata`,
          SubjectRecipient: acs,
          AssertionConsumerServiceURL: acs,
          Issuer: `${here}/metadata`,
          IssueInstant: now,
          ConditionsNotBefore: now,
          ConditionsNotOnOrAfter: later,
          SubjectConfirmationDataNotOnOrAfter: later,
          NameIDFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
          NameID: email,
          InResponseTo: extract.request.id,
          AuthnStatement: '',
          StatusCode: 'urn:oasis:names:tc:SAML:2.0:status:Success',
          attrEmail: email,
          attrGiven: 'Noor',
          attrFamily: 'Okafor',
        };
        return { id, context: samlify.SamlLib.replaceTagsByValue(template, values) };
      },
    );
    res.writeHead(200, { 'content-type': 'text/html' });
    res.end(`<!doctype html><title>SAML</title><h1>Harbour SAML</h1><form method="post" action="${acs}">
<input type="hidden" name="SAMLResponse" value="${context}">
<input type="hidden" name="RelayState" value="${query.RelayState ?? ''}">
<button>Go on</button></form>`);
  });

  const metadata = (/** @type {any} */ entity) => `string:${entity.getMetadata().replaceAll('\n', ' ')}`;
  const prefix = `AUTH_${name.toUpperCase()}_`;
  return {
    settings: {
      [`${prefix}DRIVER`]: 'saml',
      [`${prefix}SP_metadata`]: metadata(sp),
      [`${prefix}IDP_metadata`]: metadata(idp),
      [`${prefix}IDENTIFIER_KEY`]: 'email',
      [`${prefix}EMAIL_KEY`]: 'email',
      [`${prefix}GIVEN_NAME_KEY`]: 'given',
      [`${prefix}FAMILY_NAME_KEY`]: 'family',
      [`${prefix}ALLOW_PUBLIC_REGISTRATION`]: 'true',
      [`${prefix}DEFAULT_ROLE_ID`]: role,
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function keyPair() {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-saml-'));
  const [key, certificate] = ['key.pem', 'certificate.pem'].map((file) => join(folder, file));
  const make = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=test'];
  execFileSync('openssl', [...make, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const made = { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') };
  rmSync(folder, { recursive: true });
  return made;
}
