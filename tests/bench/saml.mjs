#!/usr/bin/env node
/**
 * The SAML provider of the companion's tests as a program of its own: `saml.mjs DIRECTUS PUBLIC_URL NAME ROLE`, where
 * DIRECTUS is an installed one (its `samlify` is used) and NAME the provider's there. Listens on a free loopback port
 * and prints Directus's settings for it as one line of JSON. Everyone it is asked for is noor@example.com.
 */
import { startSamlIdp } from '../../packaging/directus/tests/support/saml-idp.js';

const [directus, url, name, role] = process.argv.slice(2);
const { settings } = await startSamlIdp({ directus, url, name, role });
console.log(JSON.stringify(settings));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
